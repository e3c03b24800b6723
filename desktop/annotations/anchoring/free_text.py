"""What of a text has no counterpart yet in another version of it, and the pieces of that by which to find one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 6
"""Code points of a piece that is looked for by itself: shorter ones recur by chance."""

LONG = 32
"""Code points of a piece that is no phrase any more, and longer than most quotations."""

_OFTEN = 8
"""A piece that stands more often than this says nothing about a place."""

_LINE = re.compile(r"[^\s][^\n]{7,}")

TAKEN = "\0"
"""What stands for a code point that has its counterpart, in a text where only the others matter."""


class FreeText:
    """A text, and which of its code points are free, that is, have no counterpart yet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._free = bytearray(b"\1") * len(text)

    def take(self, start: int, end: int) -> None:
        """Note that the code points from `start` to `end` have their counterparts."""
        self._free[start:end] = bytes(end - start)

    def release(self, start: int, end: int) -> None:
        """Note that the code points from `start` to `end` have none any more."""
        self._free[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether all code points from `start` to `end` are free; nothing is free beyond the text."""
        return start >= 0 and end <= len(self.text) and self._free.find(0, start, end) < 0

    def free_from(self, place: int) -> int:
        """Return the first free place at or after `place`; the end of the text when there is none."""
        start = self._free.find(1, place)
        return len(self.text) if start < 0 else start

    def free_until(self, place: int) -> int:
        """Return where the free text ends in which `place` lies; `place` itself if it isn't free."""
        end = self._free.find(0, place)
        return len(self.text) if end < 0 else end

    def count_free(self, start: int, end: int) -> int:
        """Return how many code points from `start` to `end` are free."""
        return self._free.count(1, start, end)

    def masked(self, start: int, end: int) -> str:
        """Return the text from `start` to `end` with TAKEN for every code point that isn't free."""
        if self.is_free(start, end):
            return self.text[start:end]
        pairs = zip(self.text[start:end], self._free[start:end], strict=True)
        return "".join(character if free else TAKEN for character, free in pairs)

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Yield where free text begins and ends."""
        start = self.free_from(0)
        while start < len(self.text):
            end = self.free_until(start)
            yield start, end
            start = self.free_from(end)

    def lines(self) -> dict[str, int]:
        """Return where each line begins, its indentation left out, that the whole text holds once."""
        return _once((match.group(), match.start()) for match in _LINE.finditer(self.text))

    def rare_pieces(self) -> dict[str, int]:
        """Return where each piece of LONG code points begins that the free text holds once."""
        return _once(self._pieces(LONG))

    def pieces(self) -> dict[str, list[int]]:
        """Return where each piece of SEED code points begins in free text, unless it stands there too often."""
        places: dict[str, list[int]] = {}
        for piece, place in self._pieces(SEED):
            places.setdefault(piece, []).append(place)
        return {piece: found for piece, found in places.items() if len(found) <= _OFTEN}

    def _pieces(self, size: int) -> Iterator[tuple[str, int]]:
        for start, end in self.gaps():
            for place in range(start, end - size + 1):
                yield self.text[place : place + size], place


def _once(found: Iterator[tuple[str, int]]) -> dict[str, int]:
    places: dict[str, int] = {}
    for piece, place in found:
        places[piece] = -1 if piece in places else place
    return {piece: place for piece, place in places.items() if place >= 0}
