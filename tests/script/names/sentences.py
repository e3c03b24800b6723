"""Sentences with names, and with the same characters as common words: how many come back wrong, and which.

    python -m tests.script.names.sentences

Each is simplified and converted back; printed is what OpenCC 1.4 and our own edition make of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.script import Edition, convert


def sentences() -> list[str]:
    """Return the sentences, as they are written in Taiwan."""
    lines = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def wrong(edition: Edition) -> list[tuple[str, str]]:
    """Return each sentence that does not come back as it was, and what it became."""
    simplified = {line: convert(line, "tw2s", Edition.OFFICIAL).text for line in sentences()}
    back = {line: convert(text, "s2tw", edition).text for line, text in simplified.items()}
    return [(line, text) for line, text in back.items() if line != text]


def main() -> None:
    """Print the table."""
    for edition in Edition:
        found = wrong(edition)
        sys.stdout.write(f"{edition.value}: {len(found)} of {len(sentences())} wrong\n")
        if edition is Edition.BAIJIA:
            sys.stdout.writelines(f"  {line}  {text}\n" for line, text in found)


if __name__ == "__main__":
    main()
