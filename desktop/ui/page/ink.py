"""What is drawn under and over the words: marks, found places, lights, choices, and the 批 of a note.

A mark is a wash, a light is a line: the two stay legible where they meet, and lights differ without colour.
Everything is in pixels of the document; the painter is moved by whoever scrolls.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.session import marked_within
from desktop.text import Span
from desktop.ui.page.choices import ChoiceMarks
from desktop.ui.page.lights import draw_line, lines_on
from desktop.ui.page.scroll_map import Tick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.annotations import Annotation
    from desktop.script import Choice
    from desktop.session import State
    from desktop.ui.look.look import Look
    from desktop.ui.page.place import Piece, Places

_RUBRIC = "批"
_RUBRIC_EM = 0.56
_RUBRIC_RISE_EM = 0.88
_CORNER_PX = 3
_INSET_PX, _DEEPEST = 2.5, 3
_LINK_EM, _LINK_RISE_EM = 0.36, 1.2


@dataclass(frozen=True, slots=True)
class _Wash:
    """A marked passage on this page: its place in the source, and on how many others it lies.

    `active` says that commands act on its annotation, `meant` that they act on this passage before all others.
    """

    span: Span
    annotation: Annotation
    active: bool
    meant: bool
    level: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A place of the search on this page; `current` where the reader was led to."""

    place: Span
    current: bool


class Ink:
    """What one answer in one script has drawn on it, ready to be painted for any part of the page.

    `choices` are the characters with a choice that are to be marked, in text order. Of hundreds of marks, only
    those in sight are looked up in the document.
    """

    def __init__(self, state: State, places: Places, choices: Sequence[Choice] = ()) -> None:
        self._places = places
        self._script = state.focused_manner.shown_script
        self._choices = ChoiceMarks(choices, places)
        self._washes = _washes(state)
        self._lines = tuple(lines_on(state, places))
        self._hits = tuple(_hits(state, places))
        goal = state.pane.goal
        pointed_at = goal is not None and goal.pointed and _here(goal.span, state)
        self._goal = places.to_document(goal.span) if goal and pointed_at else None

    def under(self, painter: QPainter, look: Look, seen: Span) -> None:
        """Paint what lies beneath the words of the document positions `seen`."""
        em = look.page_px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        in_sight = [(wash, part) for wash, place in self._in_sight(seen) if (part := place.intersection(seen))]
        for wash, part in in_sight:
            self._paint_wash(painter, look, wash, part, em)
        for wash, part in in_sight:
            if wash.active:
                self._paint_edge(painter, look, wash, part, em)
        for hit in self._hits:
            if hit.place.overlaps(seen):
                pen = QPen(QColor(look.tokens.accent), 1.5) if hit.current else QPen(QColor(look.tokens.second), 1)
                self._outline(painter, hit.place, pen, em)
        if self._goal is not None and (part := self._goal.intersection(seen)):
            self._outline(painter, part, QPen(QColor(look.tokens.found), 1.5), em)

    def over(self, painter: QPainter, look: Look, seen: Span) -> None:
        """Paint what lies above the words of the document positions `seen`."""
        em = look.page_px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            if line.place.overlaps(seen):
                draw_line(painter, look, line, self._places.pieces(line.place))
        self._choices.draw(painter, look, seen, self._lines)
        for wash, place in self._in_sight(seen):
            part = place.intersection(seen)
            if part and part.end == place.end and wash.annotation.note:
                self._paint_rubric(painter, look, part, em)
            if part and part.start == place.start and len(wash.annotation.passages) > 1:
                self._paint_link(painter, look, part, em)

    def ticks(self, look: Look, height: float) -> tuple[Tick, ...]:
        """Return the map of a page that is `height` pixels high: its marks, lights and found places."""
        tokens = look.tokens

        def tick(place: Span, color: QColor, *, is_mark: bool = False) -> Tick:
            return Tick(self._places.height_of(place.start) / height, color, is_mark)

        return (
            *(tick(line.place, tokens.light(line.slot)) for line in self._lines),
            *(
                tick(place, tokens.mark_edge(wash.annotation.color), is_mark=True)
                for wash in self._washes
                if (place := self._places.to_document(wash.span))
            ),
            *(tick(hit.place, QColor(tokens.accent if hit.current else tokens.second)) for hit in self._hits),
        )

    def _in_sight(self, seen: Span) -> Iterator[tuple[_Wash, Span]]:
        """Yield the marks at the document positions `seen`, each with its own positions there."""
        words = self._places.to_source(seen)
        for wash in self._washes if words else ():
            if words and wash.span.overlaps(words) and (place := self._places.to_document(wash.span)):
                yield wash, place

    def _paint_wash(self, painter: QPainter, look: Look, wash: _Wash, place: Span, em: float) -> None:
        edge = QPen(look.tokens.mark_edge(wash.annotation.color), 1)
        painter.setBrush(look.tokens.mark(wash.annotation.color))
        painter.setPen(edge if wash.level else Qt.PenStyle.NoPen)
        for piece in self._places.pieces(place):
            painter.drawRoundedRect(_box(piece, wash, em), _CORNER_PX, _CORNER_PX)

    def _paint_edge(self, painter: QPainter, look: Look, wash: _Wash, place: Span, em: float) -> None:
        """Draw round the passage that commands act on, above all washes; round its note's others more lightly."""
        edge = look.tokens.mark_edge(wash.annotation.color)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, 2) if wash.meant else QPen(edge, 1, Qt.PenStyle.DashLine))
        for piece in self._places.pieces(place):
            painter.drawRoundedRect(_box(piece, wash, em), _CORNER_PX, _CORNER_PX)

    def _outline(self, painter: QPainter, place: Span, pen: QPen, em: float) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in self._places.pieces(place):
            painter.drawRoundedRect(piece.box(em).adjusted(-1, -1, 1, 1), _CORNER_PX, _CORNER_PX)

    def _paint_rubric(self, painter: QPainter, look: Look, place: Span, em: float) -> None:
        """Paint 批 above the end of a passage, in the space between the lines, so that no word moves for it."""
        for last in list(self._places.pieces(place))[-1:]:
            painter.setFont(look.heading_font(round(em * _RUBRIC_EM), self._script))
            painter.setPen(QColor(look.tokens.accent))
            painter.drawText(QPointF(last.right - _RUBRIC_EM * em / 2, last.baseline - _RUBRIC_RISE_EM * em), _RUBRIC)

    def _paint_link(self, painter: QPainter, look: Look, place: Span, em: float) -> None:
        """Paint two links of a chain above the beginning of a passage of several."""
        for first in list(self._places.pieces(place))[:1]:
            link = QRectF(first.left, first.baseline - _LINK_RISE_EM * em, _LINK_EM * em, _LINK_EM * em * 0.6)
            painter.setPen(QPen(QColor(look.tokens.accent), 1.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for shift in (0.0, _LINK_EM * em * 0.6):
                painter.drawRoundedRect(link.translated(shift, 0), link.height() / 2, link.height() / 2)


def _box(piece: Piece, wash: _Wash, em: float) -> QRectF:
    """Return the rectangle of a wash on one line: the higher it lies, the narrower, so that those below are seen."""
    inset = _INSET_PX * min(wash.level, _DEEPEST)
    return piece.box(em).adjusted(0, inset, 0, -inset)


def _hits(state: State, places: Places) -> Iterator[_Found]:
    """Yield where the search's hits in this answer stand in the document."""
    search, here = state.search, state.current.span if state.current else Span(0, 0)
    hits = search.hits if search else ()
    # A long thread can have more hits than this answer has words.
    first, end = (bisect_left(hits, offset, key=attrgetter("start")) for offset in (here.start, here.end))
    for index in range(first, end):
        if place := places.to_document(hits[index]):
            yield _Found(place, index == state.pane.hit)


def _washes(state: State) -> list[_Wash]:
    """Return the marks of this page, those that lie on others last; of two that begin together the shorter does."""
    washes: list[_Wash] = []
    ends: list[int] = []
    on_page = state.current.span if state.current else Span(0, 0)
    for mark in sorted(marked_within(state, on_page), key=lambda m: (m.span.start, -m.span.end)):
        level = next((level for level, end in enumerate(ends) if end <= mark.span.start), len(ends))
        ends[level : level + 1] = [mark.span.end]
        active = mark.annotation.id == state.notes.active
        meant = active and mark.passage == state.notes.passage
        chosen = active or mark.annotation.id in state.notes.chosen
        washes.append(_Wash(mark.span, mark.annotation, chosen, meant, level))
    return sorted(washes, key=lambda wash: wash.level)


def _here(span: Span, state: State) -> bool:
    return state.current is not None and span.overlaps(state.current.span)
