"""The pairs of `pairs.txt`, and how many of them each edition has right.

    python -m tests.script.vocabulary.pairs [-v]

prints the numbers; -v, what our own edition has wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from desktop.script import Edition, convert


class Pair(NamedTuple):
    """What `source` reads like after `config`, to a reader of that region."""

    config: str
    source: str
    shown: str


def pairs(name: str = "pairs.txt") -> list[Pair]:
    """Return the pairs of the file `name`, in order."""
    found: list[Pair] = []
    config = ""
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        if line.startswith("@"):
            config = line[1:].strip()
        elif line and not line.startswith("#"):
            source, shown = line.split(" ")
            found.append(Pair(config, source, shown))
    return found


def wrong(edition: Edition, listed: list[Pair]) -> list[tuple[Pair, str]]:
    """Return each of the pairs that `edition` has otherwise, with what it has."""
    shown = [(pair, convert(pair.source, pair.config, edition).text) for pair in listed]
    return [(pair, text) for pair, text in shown if text != pair.shown]


def main() -> None:
    """Print how many each edition has right."""
    listed = pairs()
    for config in dict.fromkeys(pair.config for pair in listed):
        some = [pair for pair in listed if pair.config == config]
        sys.stdout.write(f"{config:6} of {len(some)}:")
        for edition in Edition:
            sys.stdout.write(f"  {edition.value} {len(some) - len(wrong(edition, some))}")
        sys.stdout.write("\n")
    if "-v" in sys.argv:
        for pair, text in wrong(Edition.BAIJIA, listed):
            sys.stdout.write(f"{pair.config} {pair.source} → {text}, not {pair.shown}\n")


if __name__ == "__main__":
    main()
