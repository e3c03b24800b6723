"""How high the paragraphs of a page are, before they have been laid out as well as after, and where each begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NARROW = re.compile("[\u0020-\u02af\u0370-\u052f]+")  # Latin, Greek and Cyrillic: about half as wide as 字
_NARROW_EM = 0.5
_MOST_REMEMBERED = 4_096


class LineCounts:
    """How many lines paragraphs take in a column `width` pixels wide, whose full-width characters are `em` wide.

    Those that have been laid out are remembered, for a page that is flipped returns to the same words; of others it
    is reckoned. Chinese stands on a grid, so that only marks which may not begin a line, and words in other scripts,
    make the reckoning wrong, by a line.
    """

    def __init__(self, em: float, width: float) -> None:
        self.em = em
        self.width = width
        self._known: dict[tuple[str, float], int] = {}

    def of(self, text: str, indent: float) -> int:
        """Return the lines of a paragraph whose first line is indented by `indent` pixels: at least one."""
        known = self._known.get((text, indent))
        return self._learn(text, indent, self._reckon(text, indent)) if known is None else known

    def learn(self, text: str, indent: float, lines: int) -> None:
        """Remember that a paragraph took so many `lines`."""
        self._learn(text, indent, lines)

    def _learn(self, text: str, indent: float, lines: int) -> int:
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        self._known[text, indent] = lines
        return lines

    def _reckon(self, text: str, indent: float) -> int:
        wide = len(_NARROW.sub("", text))
        narrow = len(text) - wide
        # Where all are as wide as each other, what is left at the end of each line stays blank.
        width = self.width if narrow else self.width // self.em * self.em
        return max(1, ceil((indent + (wide + narrow * _NARROW_EM) * self.em) / max(width, self.em)))


class BlockColumn:
    """Blocks below one another: the first begins at `top`, each is so high as `heights` say, in pixels."""

    def __init__(self, heights: Iterable[float] = (), top: float = 0.0) -> None:
        self._heights = list(heights)
        self._tops = list(accumulate(self._heights, initial=top))

    def __len__(self) -> int:
        return len(self._heights)

    def top(self, number: int) -> float:
        """Return where block `number` begins."""
        return self._tops[number]

    def height(self, number: int) -> float:
        """Return how high block `number` is, the space below it included."""
        return self._heights[number]

    @property
    def bottom(self) -> float:
        """Where the last block ends."""
        return self._tops[-1]

    def at(self, y: float) -> int:
        """Return the number of the block at the height `y`: the first above all, the last below all."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._heights) - 1)

    def correct(self, heights: Mapping[int, float]) -> None:
        """Let these blocks, by their numbers, be so high; those below move."""
        first = min(heights)
        for number, height in heights.items():
            self._heights[number] = height
        self._tops[first:] = accumulate(self._heights[first:], initial=self._tops[first])
