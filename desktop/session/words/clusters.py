"""Characters as the eye takes them, Unicode's grapheme clusters: 👨‍👩‍👧, é and 葛󠄀 are each one."""

from __future__ import annotations

import re

from PySide6.QtCore import QTextBoundaryFinder

from desktop.text import Span, Utf16Map

_NEAR = 64
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
# What gets lost on the way into a string of Qt's. To the rules they are all alike: characters that join no other.
_DROPPED = re.compile("[\ud800-\udfff\ufeff\ufffe\uffff]")


def next_boundary(text: str, offset: int, by: int) -> int:
    """Return the offset behind (1) or before (-1) the character that the eye sees at `offset`, in code points.

    From within a character it is that character's own end or beginning.
    """
    around = _NEAR
    while True:
        window = _window(text, offset, around)
        units = Utf16Map(window.of(text))
        finder = QTextBoundaryFinder(
            QTextBoundaryFinder.BoundaryType.Grapheme, _DROPPED.sub("\N{WORD JOINER}", window.of(text))
        )
        finder.setPosition(units.to_units(offset - window.start))
        found = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
        place = window.start + units.to_code_point(max(0, found))
        # At the window's own edge nothing is known.
        if place not in (window.start, window.end) or place in (0, len(text)) or around > len(text):
            return place
        around *= 16


def whole(text: str, span: Span) -> Span:
    """Return `span` with the characters that it has a part of taken whole."""
    start = next_boundary(text, span.start + 1, -1) if span.start < len(text) else span.start
    end = next_boundary(text, span.end - 1, 1) if span.end > span.start else span.end
    return Span(start, max(end, span.end))


def _window(text: str, offset: int, around: int) -> Span:
    """Return about `around` code points on either side of `offset`; two letters of a flag are not parted."""
    start = max(0, offset - around)
    while start and text[start - 1] in _FLAG_LETTERS:
        start -= 1
    return Span(start, min(len(text), offset + around))
