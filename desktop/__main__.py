"""`python -m desktop` and the entry point `baijia`."""

from __future__ import annotations

import os
import sys

from desktop.command_line import parse
from desktop.input_methods import settle_input_method
from desktop.preflight import check, refuse


def main() -> int:
    """Run the app with the process's arguments and return its exit code.

    What the machine lacks is said in one sentence before Qt is loaded, since Qt would abort without a word.
    """
    arguments = sys.argv[1:]
    parse(arguments)
    if problem := check():
        return refuse(problem)
    settle_input_method(os.environ)
    from desktop.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
