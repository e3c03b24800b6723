"""The crossing between Python's code points and Qt's UTF-16 units; no other module mentions UTF-16."""

from __future__ import annotations

import re
from bisect import bisect_left

from desktop.text.span import Span

# Found by `re` in a twentieth of the time that a loop over the characters takes.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Maps offsets of one text between code points (Python) and UTF-16 units (Qt), both ways.

    Only the places of characters above U+FFFF are kept, so a text without any costs one scan.
    """

    def __init__(self, text: str) -> None:
        astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._astral = astral
        self._astral_units = [index + rank for rank, index in enumerate(astral)]

    def to_units(self, offset: int) -> int:
        """Return the UTF-16 offset of code point `offset`."""
        return offset + bisect_left(self._astral, offset)

    def to_code_point(self, units: int) -> int:
        """Return the code point at UTF-16 offset `units`; inside a surrogate pair, the pair's own."""
        return units - bisect_left(self._astral_units, units)

    def span_to_units(self, span: Span) -> Span:
        """Return `span` (code points) in UTF-16 units."""
        return Span(self.to_units(span.start), self.to_units(span.end))

    def span_to_code_points(self, units: Span) -> Span:
        """Return `units` (UTF-16) as the code points that it touches."""
        start = self.to_code_point(units.start)
        end = self.to_code_point(units.end) + self._splits(units.end)
        return Span(start, max(start, end))

    def _splits(self, units: int) -> int:
        """Return 1 where `units` falls between the halves of a surrogate pair, else 0."""
        rank = bisect_left(self._astral_units, units) - 1
        return int(rank >= 0 and self._astral_units[rank] + 1 == units)
