"""The clauses of long texts, found slice by slice: a worker that looks through all at once holds up the window."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING
from zlib import crc32

from desktop.annotations.recognition.resemblance import SAMPLE, Sketch, clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SLICE = 20_000
"""Code points: to fold so many and to find the clauses in them takes 4 ms."""


def clauses_in(text: str, pause: Callable[[], None]) -> set[str]:
    """Return the clauses of `text`, as `resemblance.clauses` has them; none goes over the end of a line.

    `pause` is called before each slice, and may raise. Raises DictionaryError.
    """
    found = set[str]()
    for part in _slices(text):
        pause()
        found |= clauses(part)
    return found


def hashes_of_clauses(found: Iterable[str]) -> frozenset[int]:
    """Return the hashes of clauses, as `resemblance.hashes_of` has them."""
    return frozenset(crc32(clause.encode("utf-8", "surrogatepass")) for clause in found)


def sketch_of_hashes(hashes: Iterable[int]) -> Sketch:
    """Return the sketch of a text whose clauses have these `hashes`."""
    return Sketch(tuple(nsmallest(SAMPLE, hashes)))


def _slices(text: str) -> Iterator[str]:
    """Yield `text` in slices that end where a line does, unless it is longer than any of them."""
    start = 0
    while start < len(text):
        line_end = text.rfind("\n", start, start + _SLICE) + 1
        end = line_end if line_end > start else start + _SLICE
        yield text[start:end]
        start = end
