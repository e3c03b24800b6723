"""`python -m desktop.cli` and the entry point `baijia-cli`: a thread written to the standard output, in UTF-8.

    baijia-cli thread FILE --json       one JSON object a line: see `desktop.cli.records` for their keys
    baijia-cli thread FILE --markdown   as the app saves it, with your notes and the terms below
    baijia-cli thread FILE --csv        one row for each answer, comment and note; --bom for spreadsheets

    baijia-cli terms FILE               what each answer is about, and what sets its author apart; --limit 8 of each
    baijia-cli matrix FILE TERM …       how often each author uses each term, as a table; --rates per 1,000 characters
    baijia-cli concordance FILE TERM    every place with what stands around it, as a table or --markdown; --sort left

FILE may be a folder or zip. Where it holds several threads, they are listed with what to pass for each. The exit code
is 0, or 2 with one sentence on the standard error for what can't be read. No display is needed, no Qt is loaded, and
nothing on the disk is changed.
"""

from __future__ import annotations

import argparse
import os
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from desktop.cli.records import Record
    from desktop.documents import Document
    from desktop.paths import DataFolder

_BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` (None: the process's own) and return the exit code."""
    given = _parser().parse_args(sys.argv[1:] if arguments is None else arguments)
    from desktop.documents import DocumentError

    try:
        _write(_pieces(given), sys.stdout.buffer)
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
        "--script",
        choices=("original", "simplified", "traditional"),
        default="original",
        help="convert the words, by the window's default dictionaries",
    )
    terms = commands.add_parser("terms", help="list what each answer is about and what sets its author apart")
    terms.add_argument("file", type=Path, metavar="FILE", help="a thread")
    terms.add_argument("--limit", type=int, default=8, metavar="N", help="how many of either kind at most (8)")
    matrix = commands.add_parser("matrix", help="count how often each author uses which terms, as a table")
    matrix.add_argument("file", type=Path, metavar="FILE", help="a thread")
    matrix.add_argument("terms", nargs="+", metavar="TERM", help="in either script, and either region's words")
    matrix.add_argument("--rates", action="store_true", help="per thousand characters")
    places = commands.add_parser("concordance", help="write every place of a term with what stands around it")
    places.add_argument("file", type=Path, metavar="FILE", help="a thread")
    places.add_argument("term", metavar="TERM", help="in either script, and either region's words")
    places.add_argument("--markdown", action="store_const", dest="form", const="markdown", help="not as a table")
    places.add_argument(
        "--sort", choices=("place", "author", "left", "right"), default="place", help="in which order"
    )
    for words in (terms, matrix, places):
        words.set_defaults(form="csv")
        words.add_argument("--bom", action="store_true", help="make the table fit for spreadsheets")
    for command in (thread, terms, matrix, places):
        command.add_argument("--data-dir", type=Path, metavar="DIR", help="where the app keeps your notes and words")
    return parser


def _pieces(given: argparse.Namespace) -> Iterator[str]:
    """Return what to write, piece by piece. Raises DocumentError."""
    from desktop.cli import forms
    from desktop.cli.records import found_records
    from desktop.documents import SeveralThreadsError, open_document

    try:
        document = open_document(given.file.absolute())
    except SeveralThreadsError as error:
        found = found_records(error.threads)
        return forms.as_list(found) if given.form == "markdown" else _in_form(found, given)
    return _thread(document, given) if given.command == "thread" else _words(document, given)


def _words(document: Document, given: argparse.Namespace) -> Iterator[str]:
    from desktop.cli.own_words import concepts_in
    from desktop.cli.words import as_concordance, as_matrix, as_terms

    concepts = concepts_in(_folder(given))
    if given.bom and given.form == "csv":
        yield "\ufeff"
    if given.command == "terms":
        yield from as_terms(document, max(0, given.limit), concepts)
    elif given.command == "matrix":
        yield from as_matrix(document, given.terms, concepts, rates=given.rates)
    else:
        yield from as_concordance(document, given.term, concepts, given.sort, markdown=given.form == "markdown")


def _thread(document: Document, given: argparse.Namespace) -> Iterator[str]:
    from desktop.cli import forms
    from desktop.cli.records import ThreadReader
    from desktop.script import Script

    reader = ThreadReader(document, Script(given.script), _folder(given))
    if given.form == "markdown":
        return forms.as_markdown(reader)
    parts = (reader.thread(), reader.notes(), *((reader.terms(),) if given.form == "json" else ()))
    return _in_form(chain.from_iterable(parts), given)


def _folder(given: argparse.Namespace) -> DataFolder:
    from desktop.paths import DataFolder

    return DataFolder(given.data_dir) if given.data_dir else DataFolder.default()


def _in_form(records: Iterable[Record], given: argparse.Namespace) -> Iterator[str]:
    from desktop.cli import forms

    if given.form == "json":
        return forms.as_json(records)
    return forms.as_csv(records, for_spreadsheets=given.bom)


def _write(pieces: Iterable[str], output: BinaryIO) -> None:
    """Write `pieces`; a character that is none stands as JSON has it, so that a path is one still."""
    output.writelines(piece.encode("utf-8", "backslashreplace") for piece in pieces)
    output.flush()


if __name__ == "__main__":
    sys.exit(main())
