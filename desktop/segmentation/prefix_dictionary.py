"""jieba's prefix dictionary, built or read in slices so that no other thread waits long for the interpreter.

One C call that touches half a million entries holds the interpreter's lock for 200 ms, and a window on the main
thread stands still that long. Slices of 8,000 entries with a short sleep after each keep it under 20 ms.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

SLICE_ENTRIES = 8_000
_LET_GO_SECONDS = 0.0005


@dataclass(frozen=True, slots=True)
class PrefixDictionary:
    """Counts by word as jieba wants them: every prefix of a word is a key too, with 0 if it is no word itself.

    `total` is the sum of all counts.
    """

    frequencies: dict[str, int]
    total: int


def build_dictionary(path: Path, pause: Callable[[], None] = no_pause) -> PrefixDictionary:
    """Return the dictionary of `path`, lines of "word count tag" in UTF-8; `pause` is called after each slice.

    Equals `jieba.Tokenizer.gen_pfdict`. Raises OSError, or ValueError for a line that is no entry.
    """
    frequencies: dict[str, int] = {}
    with path.open(encoding="utf-8") as lines:
        total = sum(_add_lines(frequencies, part) for part in slices(lines, pause))
    return PrefixDictionary(frequencies, total)


def slices(entries: Iterable[str], pause: Callable[[], None] = no_pause) -> Iterator[list[str]]:
    """Yield `entries` in lists of at most SLICE_ENTRIES; after each, `pause`, and let other threads run."""
    rest = iter(entries)
    while part := list(islice(rest, SLICE_ENTRIES)):
        yield part
        pause()
        let_go()


def let_go() -> None:
    """Let a thread that waits for the interpreter have it; sleeping 0 would often take it straight back."""
    time.sleep(_LET_GO_SECONDS)


def _add_lines(frequencies: dict[str, int], lines: list[str]) -> int:
    """Add the entries of `lines` and their prefixes; return the sum of their counts."""
    total = 0
    for line in lines:
        word, count = line.split(" ", 2)[:2]
        frequencies[word] = int(count)
        total += int(count)
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    return total
