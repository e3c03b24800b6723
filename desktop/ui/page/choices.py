"""Marks under the characters of which one simplified form stands for several traditional ones.

Round dots, three under a character, a word apart from the next: neither the line of a light nor the wash of a mark
nor the frame of a search. Fine ones where the usual form stands, heavy ones in the accent where another does, as in
硬著頭皮乾的: those are what a careful reader looks for.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen

from desktop.ui.page.lights import row_below

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from desktop.script import Choice
    from desktop.text import Span
    from desktop.ui.look.look import Look
    from desktop.ui.page.lights import PageLight
    from desktop.ui.page.place import Places

_FINE_EM, _HEAVY_EM = 0.075, 0.15
_STEP_EM = 0.24


class ChoiceMarks:
    """The marks of the `choices` (in text order) on one page, drawn for any part of it."""

    def __init__(self, choices: Sequence[Choice], places: Places) -> None:
        self._choices = choices
        self._places = places

    def draw(self, painter: QPainter, look: Look, seen: Span, lines: Sequence[PageLight]) -> None:
        """Draw those at the document positions `seen`, below the `lines` of lights where they meet."""
        em = look.page_px
        near = [line for line in lines if line.place.overlaps(seen)] if self._choices else []
        fine, heavy = list[QPointF](), list[QPointF]()
        for choice in self.within(seen):
            (fine if choice.usual else heavy).extend(self._dots(choice, near, em))
        for dots, color, size in ((fine, look.tokens.ink, _FINE_EM), (heavy, look.tokens.found, _HEAVY_EM)):
            painter.setPen(QPen(QColor(color), size * em, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(dots)

    def _dots(self, choice: Choice, lines: Sequence[PageLight], em: float) -> Iterator[QPointF]:
        """Yield the middles of the dots of one choice, clear of the `lines` on its character."""
        place = self._places.to_document(choice.span)
        if place is None:
            return
        for piece in self._places.pieces(place):
            y, middle = row_below(lines, place, piece.baseline, em), (piece.left + piece.right) / 2
            yield from (QPointF(middle + step * _STEP_EM * em, y) for step in (-1, 0, 1))

    def within(self, seen: Span) -> Iterator[Choice]:
        """Yield those at the document positions `seen`."""
        source = self._places.to_source(seen) if self._choices else None
        if source is None:
            return
        first = bisect_left(self._choices, source.start, key=lambda choice: choice.span.start)
        for index in range(first, len(self._choices)):
            if self._choices[index].span.start >= source.end:
                return
            yield self._choices[index]
