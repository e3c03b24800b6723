"""What is drawn under and over the words: marks, found places, lights, choices, and the 批 of a note.

A mark is a wash, a light is a line: the two stay legible where they meet, and lights differ without colour.
Everything is in pixels of the document; the painter is moved by whoever scrolls.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.session import marked
from desktop.ui.page_choices import ChoiceMarks
from desktop.ui.page_lights import draw_line, lines_on
from desktop.ui.scroll_map import Tick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.annotations import Annotation
    from desktop.script import Choice
    from desktop.session import State
    from desktop.text import Span
    from desktop.ui.look import Look
    from desktop.ui.page_place import Places

_RUBRIC = "批"
_RUBRIC_EM = 0.56
_RUBRIC_RISE_EM = 0.88
_CORNER_PX = 3
_INSET_PX = 3


@dataclass(frozen=True, slots=True)
class _Wash:
    """A mark on this page: its place (UTF-16 positions of the document), and whether it lies over another."""

    place: Span
    annotation: Annotation
    active: bool
    over: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A place of the search on this page; `current` where the reader was led to."""

    place: Span
    current: bool


class Ink:
    """What one answer in one script has drawn on it, ready to be painted for any part of the page.

    `choices` are the characters with a choice that are to be marked, in text order.
    """

    def __init__(self, state: State, places: Places, choices: Sequence[Choice] = ()) -> None:
        self._places = places
        self._choices = ChoiceMarks(choices, places)
        self._washes = tuple(_washes(state, places))
        self._lines = tuple(lines_on(state, places))
        self._hits = tuple(_hits(state, places))
        self._goal = places.to_document(state.goal.span) if state.goal and _here(state.goal.span, state) else None

    def under(self, painter: QPainter, look: Look, seen: Span) -> None:
        """Paint what lies beneath the words of the document positions `seen`."""
        em = look.page_font().pixelSize()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for wash in self._washes:
            if wash.place.overlaps(seen):
                self._paint_wash(painter, look, wash, em)
        for hit in self._hits:
            if hit.place.overlaps(seen):
                pen = QPen(QColor(look.tokens.accent), 1.5) if hit.current else QPen(QColor(look.tokens.second), 1)
                self._outline(painter, hit.place, pen, em)
        if self._goal is not None and self._goal.overlaps(seen):
            self._outline(painter, self._goal, QPen(QColor(look.tokens.found), 1.5), em)

    def over(self, painter: QPainter, look: Look, seen: Span) -> None:
        """Paint what lies above the words of the document positions `seen`."""
        em = look.page_font().pixelSize()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            if line.place.overlaps(seen):
                draw_line(painter, look, line, self._places.pieces(line.place))
        self._choices.draw(painter, look, seen, self._lines)
        for wash in self._washes:
            if wash.annotation.note and wash.place.overlaps(seen):
                self._paint_rubric(painter, look, wash.place, em)

    def ticks(self, look: Look, height: float) -> tuple[Tick, ...]:
        """Return the map of a page that is `height` pixels high: its marks, lights and found places."""
        tokens = look.tokens

        def tick(place: Span, color: QColor, *, is_mark: bool = False) -> Tick:
            return Tick(self._places.line_top(place.start) / height, color, is_mark)

        return (
            *(tick(line.place, tokens.light(line.slot)) for line in self._lines),
            *(tick(wash.place, tokens.mark_edge(wash.annotation.color), is_mark=True) for wash in self._washes),
            *(tick(hit.place, QColor(tokens.accent if hit.current else tokens.second)) for hit in self._hits),
        )

    def _paint_wash(self, painter: QPainter, look: Look, wash: _Wash, em: float) -> None:
        edge = look.tokens.mark_edge(wash.annotation.color)
        painter.setBrush(look.tokens.mark(wash.annotation.color))
        for piece in self._places.pieces(wash.place):
            box = piece.box(em)
            if wash.over:
                box.adjust(0, _INSET_PX, 0, -_INSET_PX)
            painter.setPen(QPen(edge, 1.5) if wash.active else QPen(edge, 1) if wash.over else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, _CORNER_PX, _CORNER_PX)

    def _outline(self, painter: QPainter, place: Span, pen: QPen, em: float) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in self._places.pieces(place):
            painter.drawRoundedRect(piece.box(em).adjusted(-1, -1, 1, 1), _CORNER_PX, _CORNER_PX)

    def _paint_rubric(self, painter: QPainter, look: Look, place: Span, em: float) -> None:
        """Paint 批 above the end of a passage, in the space between the lines, so that no word moves for it."""
        for last in list(self._places.pieces(place))[-1:]:
            painter.setFont(look.heading_font(round(em * _RUBRIC_EM)))
            painter.setPen(QColor(look.tokens.accent))
            painter.drawText(QPointF(last.right - _RUBRIC_EM * em / 2, last.baseline - _RUBRIC_RISE_EM * em), _RUBRIC)


def _hits(state: State, places: Places) -> Iterator[_Found]:
    """Yield where the search's hits in this answer stand in the document."""
    search = state.search
    for index, span in enumerate(search.hits if search else ()):
        if _here(span, state) and (place := places.to_document(span)):
            yield _Found(place, search is not None and index == search.current)


def _washes(state: State, places: Places) -> Iterator[_Wash]:
    """Yield the marks of this page in text order, the longer first where two begin together."""
    found = {mark.annotation.id: mark for mark in marked(state) if _here(mark.span, state)}
    end = -1
    for mark in sorted(found.values(), key=lambda m: (m.span.start, -m.span.end)):
        place = places.to_document(mark.span)
        if place:
            yield _Wash(place, mark.annotation, mark.annotation.id == state.active, mark.span.start < end)
            end = max(end, mark.span.end)


def _here(span: Span, state: State) -> bool:
    return state.current is not None and span.overlaps(state.current.span)
