"""The command line. It is read before Qt is loaded, so that --version works on a machine that lacks what Qt needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence


class Options(NamedTuple):
    """What the command line says: the folder that holds what the app writes (None: the usual one), what to open."""

    data_dir: Path | None
    files: list[Path]


def parse(arguments: Sequence[str]) -> Options:
    """Return the command line's values; exits on --help and --version.

    Where there are files alone, or nothing, no parser is loaded: the first page would wait 5 ms for it.
    """
    if not any(argument.startswith("-") for argument in arguments):
        return Options(None, [Path(argument) for argument in arguments])
    from argparse import ArgumentParser

    parser = ArgumentParser("baijia", description="百家: a reader for one question and many people's answers.")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep notes, settings and caches in DIR")
    parser.add_argument("--version", action="version", version=f"baijia {__version__}")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="threads to open")
    found = parser.parse_args(arguments)
    return Options(found.data_dir, found.files)
