"""The long form of the tests of conversion, printed as one table; takes half an hour in full.

    python -m tests.script.exhaustive [CHARACTERS] [STRINGS] [--wheel PYTHON] [--config NAME ...]

For each configuration: CHARACTERS (3,000,000) random characters against opencc-python-reimplemented, and the
alignment of STRINGS (10,000) strings against brute force, in both editions. PYTHON is the interpreter of an
environment that has the official `opencc` wheel; the other edition is then held against it on as many characters.
The two can't share an environment: both install a package called `opencc`. Ends with 1 if anything differs.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.paths import seeds
from desktop.script import CONFIGS, Edition, convert
from desktop.script.tables.editions import SEPARATORS
from tests.script.provenance import stretches
from tests.script.reference import growing_words, hard_text, oracle, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

_PORTION = 20_000
_WHEEL = """
import sys, opencc
source, target, config = sys.argv[1:]
text = open(source, encoding="utf-8", newline="").read()
open(target, "w", encoding="utf-8", newline="").write(opencc.OpenCC(config).convert(text))
"""


def differences(config: str, edition: Edition, count: int, judge: Callable[[str], str]) -> int:
    """Return how many of `count` hard characters, and of all shipped texts, are in a portion that `judge` differs on.

    The wheel takes no lone surrogates, so the other edition is judged without.
    """
    random = Random(f"{config} {edition} {count}")  # noqa: S311 (the same text in every run)
    portions = [path.read_text("utf-8") for path in seeds() if path.suffix == ".txt"]
    wrong = 0
    while portions or count > 0:
        text = portions.pop() if portions else hard_text(config, _PORTION, random, edition)
        count -= len(text)
        if edition is Edition.OFFICIAL:
            text = text.encode("utf-8", "ignore").decode("utf-8")
        wrong += len(text) * (convert(text, config, edition).text != judge(text))
    return wrong


def misaligned(config: str, edition: Edition, count: int) -> int:
    """Return how many of `count` strings are aligned otherwise than brute force finds."""
    random = Random(f"{config} {edition}")  # noqa: S311
    sources = [
        vocabulary(config, edition) or "的",
        growing_words(config, edition) or "的",
        "SQL的在一",
        "\U00020000😀干后",
    ]
    wrong = 0
    for _ in range(count):
        parts = [random.choice(random.choice(sources)) for _ in range(random.randint(1, 5))]
        piece = re.sub(f"[{SEPARATORS}]", "", "".join(parts))
        aligned = convert(piece, config, edition)
        wrong += (aligned.text, list(map(tuple, aligned.changes))) != stretches(piece, config, edition)
    return wrong


def wheel(python: str, config: str) -> Callable[[str], str]:
    """Return the conversion of the official wheel that `python` has, by `config`."""

    def run(text: str) -> str:
        with TemporaryDirectory() as folder:
            source, target = Path(folder) / "source", Path(folder) / "target"
            source.write_text(text, encoding="utf-8", newline="")
            subprocess.run([python, "-c", _WHEEL, str(source), str(target), config], check=True)
            return target.read_bytes().decode("utf-8")

    return run


def main() -> int:
    """Print the table; return 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("characters", nargs="?", type=int, default=3_000_000)
    parser.add_argument("strings", nargs="?", type=int, default=10_000)
    parser.add_argument("--wheel")
    parser.add_argument("--config", action="append", choices=CONFIGS)
    options = parser.parse_args()
    worst = 0
    for config in options.config or CONFIGS:
        row = [differences(config, Edition.REIMPLEMENTED, options.characters, oracle(config))]
        row += (misaligned(config, edition, options.strings) for edition in Edition)
        if options.wheel:
            row.append(differences(config, Edition.OFFICIAL, options.characters, wheel(options.wheel, config)))
        sys.stdout.write(f"{config:6}{''.join(f'{number:10}' for number in row)}\n")
        sys.stdout.flush()
        worst = max(worst, *row)
    return int(worst > 0)


if __name__ == "__main__":
    sys.exit(main())
