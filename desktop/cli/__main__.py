"""`python -m desktop.cli` and the entry point `baijia-cli`: a thread written to the standard output, in UTF-8.

    baijia-cli thread FILE --json       one JSON object a line: see `desktop.cli.records` for their keys
    baijia-cli thread FILE --markdown   to be read by people
    baijia-cli thread FILE --csv        one row for each answer, comment and note; --bom for spreadsheets

FILE may be a folder or zip. Where it holds several threads, they are listed with what to pass for each. The exit code
is 0, or 2 with one sentence on the standard error for what can't be read. No display is needed, no Qt is loaded, and
nothing on the disk is changed.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

    from desktop.cli.records import Record

_BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` (None: the process's own) and return the exit code."""
    given = _parser().parse_args(sys.argv[1:] if arguments is None else arguments)
    from desktop.documents import DocumentError

    try:
        _write(_records(given), given, sys.stdout.buffer)
    except DocumentError as error:
        sys.stderr.write(f"baijia-cli: {error}\n")
        return _BAD_INPUT
    except BrokenPipeError:  # whoever reads has enough; Python would complain again when it closes the output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("baijia-cli", description="百家 without a window.")
    parser.add_argument("--version", action="version", version=f"baijia-cli {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    thread = commands.add_parser("thread", help="write what is in a thread, and your notes on it")
    thread.add_argument("file", type=Path, metavar="FILE", help="a thread, or a folder or zip of threads")
    form = thread.add_mutually_exclusive_group(required=True)
    form.add_argument("--json", action="store_const", dest="form", const="json", help="as JSON, an object a line")
    form.add_argument("--markdown", action="store_const", dest="form", const="markdown", help="as Markdown")
    form.add_argument("--csv", action="store_const", dest="form", const="csv", help="as a table")
    thread.add_argument("--bom", action="store_true", help="make the table fit for spreadsheets")
    thread.add_argument(
        "--script", choices=("original", "simplified", "traditional"), default="original", help="convert the words"
    )
    thread.add_argument("--data-dir", type=Path, metavar="DIR", help="where the app keeps your notes")
    return parser


def _records(given: argparse.Namespace) -> Iterable[Record]:
    from desktop.cli.records import found_records, thread_records
    from desktop.documents import SeveralThreadsError, open_document
    from desktop.paths import DataFolder
    from desktop.script import Script

    folder = DataFolder(given.data_dir) if given.data_dir else DataFolder.default()
    try:
        document = open_document(given.file.absolute())
    except SeveralThreadsError as error:
        return found_records(error.threads)
    return thread_records(document, Script(given.script), folder, terms=given.form != "csv")


def _write(records: Iterable[Record], given: argparse.Namespace, output: BinaryIO) -> None:
    """Write `records` piece by piece; a character that is none stands as JSON has it, so that a path is one still."""
    from desktop.cli import forms

    match given.form:
        case "json":
            pieces = forms.as_json(records)
        case "markdown":
            pieces = forms.as_markdown(records)
        case _:
            pieces = forms.as_csv(records, for_spreadsheets=given.bom)
    output.writelines(piece.encode("utf-8", "backslashreplace") for piece in pieces)
    output.flush()


if __name__ == "__main__":
    sys.exit(main())
