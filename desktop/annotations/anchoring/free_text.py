"""What of a text has no counterpart yet in another version of it, and what stands in that once only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 6
"""Code points of a piece that is looked for by itself: shorter ones recur by chance."""

_LINE = re.compile(r"[^\n]{8,}")


class FreeText:
    """A text, and which of its code points are free, that is, have no counterpart yet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._free = bytearray(b"\1") * len(text)

    def take(self, start: int, end: int) -> None:
        """Note that the code points from `start` to `end` have their counterparts."""
        self._free[start:end] = bytes(end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether all code points from `start` to `end` are free; nothing is free beyond the text."""
        return start >= 0 and end <= len(self.text) and self._free.find(0, start, end) < 0

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Yield where free text begins and ends."""
        start = self._free.find(1)
        while start >= 0:
            end = self._free.find(0, start)
            end = len(self.text) if end < 0 else end
            yield start, end
            start = self._free.find(1, end)

    def lines(self) -> dict[str, int]:
        """Return where each line begins that the whole text holds once."""
        return _once((match.group(), match.start()) for match in _LINE.finditer(self.text))

    def pieces(self) -> dict[str, int]:
        """Return where each piece of SEED code points begins that the free text holds once."""
        return _once(
            (self.text[place : place + SEED], place)
            for start, end in self.gaps()
            for place in range(start, end - SEED + 1)
        )


def _once(found: Iterator[tuple[str, int]]) -> dict[str, int]:
    places: dict[str, int] = {}
    for piece, place in found:
        places[piece] = -1 if piece in places else place
    return {piece: place for piece, place in places.items() if place >= 0}
