"""The command line. It is read before Qt is loaded, so that --version works on a machine that lacks what Qt needs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the command line's values: `data_dir` (a Path or None) and `files`; exits on --help and --version."""
    parser = argparse.ArgumentParser(
        "baijia", description="百家: a reader for one question and many people's answers."
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep notes, settings and caches in DIR")
    parser.add_argument("--version", action="version", version=f"baijia {__version__}")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="threads to open")
    return parser.parse_args(arguments)
