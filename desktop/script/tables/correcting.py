"""Where the words that a reader corrected stand in a text: at each place the longest, quick for a thousand of them.

A few are looked for by one alternation. `re` tries the branches of that one after the other, though, so that a
thousand would take twenty times as long as the conversion itself: many are found as the phrases of the dictionaries
are, by an anchor in each (`tables.detector`), and then looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FEW = 24
"""Words up to which an alternation is as quick; another way would load more than it saves."""
_MOST_KEPT = 8


class CorrectionFinder:
    """Finds the `words`, one at least. Each is equal to itself alone, so that results can be kept by it."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.within_lines = not any("\n" in word for word in words)
        self._many = _Anchored(words) if len(words) > _FEW else None
        ordered = () if self._many else sorted(words, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered)))

    def places(self, text: str) -> Iterator[Span]:
        """Yield the places of `text` where one of the words stands, in order: the leftmost, then the longest."""
        if self._many is None:
            yield from (Span(hit.start(), hit.end()) for hit in self._pattern.finditer(text))
            return
        done = 0
        for start, beyond in sorted((start, -end) for start, end in self._many.occurrences(text)):
            if start >= done:
                done = -beyond
                yield Span(start, done)


class _Anchored:
    """Finds many words, each by its rarest character and a neighbour of that."""

    def __init__(self, words: tuple[str, ...]) -> None:
        # Imported late: few readers have so many corrections, and the first page is not to wait for it.
        from desktop.script.tables.detector import anchored

        pattern, self._words = anchored(words)
        self._anchors = re.compile(pattern, re.DOTALL)

    def occurrences(self, text: str) -> set[tuple[int, int]]:
        """Return start and end of every place of `text` where a word stands, overlapping ones too."""
        return {
            (start, start + len(word))
            for hit in self._anchors.finditer(text)
            for offset, word in self._words[hit[0]]
            if (start := hit.start() - offset) >= 0 and text.startswith(word, start)
        }


_kept: list[tuple[Mapping[str, str], CorrectionFinder]] = []


def correction_finder(corrections: Mapping[str, str]) -> CorrectionFinder:
    """Return what finds the source words of `corrections`, one at least: the same for the same corrections.

    It is kept for mappings that can't change, which are the same for each paragraph.
    """
    if not isinstance(corrections, MappingProxyType):
        return _finder_of(tuple(corrections.items()))
    for mapping, finder in _kept:
        if mapping is corrections:
            return finder
    finder = _finder_of(tuple(corrections.items()))
    _kept.append((corrections, finder))
    del _kept[:-_MOST_KEPT]
    return finder


@lru_cache(maxsize=_MOST_KEPT)
def _finder_of(corrections: tuple[tuple[str, str], ...]) -> CorrectionFinder:
    return CorrectionFinder(tuple(source for source, _ in corrections))
