"""What is drawn under and over the words: marks, found places, lights, choices, and the 批 of a note.

A mark is a wash, a light is a line: the two stay legible where they meet, and lights differ without colour. A
character of which one simplified form stands for several traditional ones has three round dots below it, a word apart
from the next: neither the line of a light nor the wash of a mark nor the frame of a search. They are fine where the
usual form stands, heavy and in the accent where another does, as in 硬著頭皮乾的: a careful reader looks for those.
Those of a choice that its context settled are fainter than where nothing did and only a reader can tell.

Everything is in pixels of the document; the painter is moved by whoever scrolls.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.session import marked_within
from desktop.text import Span
from desktop.ui.page.scroll_map import Tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.annotations import Annotation
    from desktop.script import Choice
    from desktop.session import LitSpan, State
    from desktop.ui.look.look import Look
    from desktop.ui.page.page_map import PageMap, Piece

_RUBRIC = "批"
_RUBRIC_EM = 0.56
_RUBRIC_RISE_EM = 0.88
_CORNER_PX = 3
_INSET_PX, _DEEPEST = 2.5, 3
_LINK_EM, _LINK_RISE_EM = 0.36, 1.2

_DROP_EM = 0.24
_ROOM_EM = 0.62  # from the first row down to the glyphs of the next line
_ROW_PX = 4
_CLEAR_PX = 6
_LOWEST_EM = 0.8

_PALE = 0.58
"""How much of the paper lies over words that are dimmed: they step back, and can still be read."""

_FINE_EM, _HEAVY_EM = 0.075, 0.15
_STEP_EM = 0.24
_CERTAIN_ALPHA = 0.4

_BESIDE_ALPHA = 0.45
"""How much is left of the colour of a selection where it is shown on the other side."""


class _Wash(NamedTuple):
    """A marked passage on this page: its place in the source, and on how many others it lies.

    `active` says that commands act on its annotation, `meant` that they act on this passage before all others.
    """

    span: Span
    annotation: Annotation
    active: bool
    meant: bool
    level: int


class _Found(NamedTuple):
    """A place of the search on this page; `current` where the reader was led to."""

    place: Span
    current: bool


class PageLight(NamedTuple):
    """A light on this page: `place` in UTF-16 positions of the document.

    `level` counts the lights above it on the same words, of which `depth` lie on each other in all.
    """

    place: Span
    slot: int
    level: int
    depth: int


class Ink:
    """What one answer in one script has drawn on it, ready to be painted for any part of the page.

    `choices` are the characters with a choice that are to be marked, in text order. Of hundreds of marks, only
    those in sight are looked up in the document.
    """

    def __init__(self, state: State, page_map: PageMap, choices: Sequence[Choice] = ()) -> None:
        self._page_map = page_map
        self._script = state.focused_manner.shown_script
        self._choices = ChoiceMarks(choices, page_map)
        self._washes = _washes(state)
        self._lines = tuple(lines_on(state, page_map))
        self._hits = tuple(_hits(state, page_map))
        self._dimmed = tuple(_dimmed(state, page_map))
        beside = state.selection_beside
        self._beside = page_map.to_document(beside) if beside is not None and _here(beside, state) else None
        goal = state.pane.goal
        pointed_at = goal is not None and goal.pointed and _here(goal.span, state)
        self._goal = page_map.to_document(goal.span) if goal and pointed_at else None

    def under(self, painter: QPainter, look: Look, seen: Span) -> None:
        """Paint what lies beneath the words of the document positions `seen`."""
        em = look.page_px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._beside is not None and (part := self._beside.intersection(seen)):
            self._paint_beside(painter, look, part, em)
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
                _draw_line(painter, look, line, self._page_map.pieces(line.place))
        self._choices.draw(painter, look, seen, self._lines)
        for wash, place in self._in_sight(seen):
            part = place.intersection(seen)
            if part and part.end == place.end and wash.annotation.note:
                self._paint_rubric(painter, look, part, em)
            if part and part.start == place.start and len(wash.annotation.passages) > 1:
                self._paint_link(painter, look, part, em)

        self._dim(painter, look, seen)

    def _dim(self, painter: QPainter, look: Look, seen: Span) -> None:
        """Paint the paper over the words of everybody but the person whose words are in ink."""
        paper = QColor(look.tokens.page)
        paper.setAlphaF(_PALE)
        for place in self._dimmed:
            if part := place.intersection(seen):
                for piece in self._page_map.pieces(part):
                    painter.fillRect(piece.box(look.page_px), paper)

    def ticks(self, look: Look, height: float) -> tuple[Tick, ...]:
        """Return the map of a page that is `height` pixels high: its marks, lights and found places."""
        tokens = look.tokens

        def tick(place: Span, color: QColor, *, is_mark: bool = False, is_split: bool = False) -> Tick:
            return Tick(self._page_map.height_of(place.start) / height, color, is_mark, is_split)

        return (
            *(
                tick(line.place, tokens.light(line.slot), is_split=line.slot >= len(tokens.lights))
                for line in self._lines
            ),
            *(
                tick(place, tokens.mark_edge(wash.annotation.color), is_mark=True)
                for wash in self._washes
                if (place := self._page_map.to_document(wash.span))
            ),
            *(tick(hit.place, QColor(tokens.accent if hit.current else tokens.second)) for hit in self._hits),
        )

    def _in_sight(self, seen: Span) -> Iterator[tuple[_Wash, Span]]:
        """Yield the marks at the document positions `seen`, each with its own positions there."""
        words = self._page_map.to_source(seen)
        for wash in self._washes if words else ():
            if words and wash.span.overlaps(words) and (place := self._page_map.to_document(wash.span)):
                yield wash, place

    def _paint_beside(self, painter: QPainter, look: Look, place: Span, em: float) -> None:
        """Tint what is selected on the other side, fainter than a selection and less round than a mark."""
        tint = QColor(look.tokens.selection)
        tint.setAlphaF(_BESIDE_ALPHA)
        for piece in self._page_map.pieces(place):
            painter.fillRect(piece.box(em), tint)

    def _paint_wash(self, painter: QPainter, look: Look, wash: _Wash, place: Span, em: float) -> None:
        edge = QPen(look.tokens.mark_edge(wash.annotation.color), 1)
        painter.setBrush(look.tokens.mark(wash.annotation.color))
        painter.setPen(edge if wash.level else Qt.PenStyle.NoPen)
        for piece in self._page_map.pieces(place):
            painter.drawRoundedRect(_box(piece, wash, em), _CORNER_PX, _CORNER_PX)

    def _paint_edge(self, painter: QPainter, look: Look, wash: _Wash, place: Span, em: float) -> None:
        """Draw round the passage that commands act on, above all washes; round its note's others more lightly."""
        edge = look.tokens.mark_edge(wash.annotation.color)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, 2) if wash.meant else QPen(edge, 1, Qt.PenStyle.DashLine))
        for piece in self._page_map.pieces(place):
            painter.drawRoundedRect(_box(piece, wash, em), _CORNER_PX, _CORNER_PX)

    def _outline(self, painter: QPainter, place: Span, pen: QPen, em: float) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece in self._page_map.pieces(place):
            painter.drawRoundedRect(piece.box(em).adjusted(-1, -1, 1, 1), _CORNER_PX, _CORNER_PX)

    def _paint_rubric(self, painter: QPainter, look: Look, place: Span, em: float) -> None:
        """Paint 批 above the end of a passage, in the space between the lines, so that no word moves for it."""
        for last in list(self._page_map.pieces(place))[-1:]:
            painter.setFont(look.heading_font(round(em * _RUBRIC_EM), self._script))
            painter.setPen(QColor(look.tokens.accent))
            painter.drawText(QPointF(last.right - _RUBRIC_EM * em / 2, last.baseline - _RUBRIC_RISE_EM * em), _RUBRIC)

    def _paint_link(self, painter: QPainter, look: Look, place: Span, em: float) -> None:
        """Paint two links of a chain above the beginning of a passage of several."""
        for first in list(self._page_map.pieces(place))[:1]:
            link = QRectF(first.left, first.baseline - _LINK_RISE_EM * em, _LINK_EM * em, _LINK_EM * em * 0.6)
            painter.setPen(QPen(QColor(look.tokens.accent), 1.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for shift in (0.0, _LINK_EM * em * 0.6):
                painter.drawRoundedRect(link.translated(shift, 0), link.height() / 2, link.height() / 2)


def _box(piece: Piece, wash: _Wash, em: float) -> QRectF:
    """Return the rectangle of a wash on one line: the higher it lies, the narrower, so that those below are seen."""
    inset = _INSET_PX * min(wash.level, _DEEPEST)
    return piece.box(em).adjusted(0, inset, 0, -inset)


def _hits(state: State, page_map: PageMap) -> Iterator[_Found]:
    """Yield where the search's hits in this answer stand in the document."""
    search, here = state.search, state.on_show or Span(0, 0)
    hits = search.hits if search else ()
    # A long thread can have more hits than this answer has words.
    first, end = (bisect_left(hits, offset, key=attrgetter("start")) for offset in (here.start, here.end))
    for index in range(first, end):
        if place := page_map.to_document(hits[index]):
            yield _Found(place, index == state.pane.hit)


def _washes(state: State) -> list[_Wash]:
    """Return the marks of this page, those that lie on others last; of two that begin together the shorter does."""
    if not state.notes.annotations:  # as on a first start, which needn't load what finds them
        return []
    washes: list[_Wash] = []
    ends: list[int] = []
    for mark in sorted(marked_within(state, state.on_show or Span(0, 0)), key=lambda m: (m.span.start, -m.span.end)):
        level = next((level for level, end in enumerate(ends) if end <= mark.span.start), len(ends))
        ends[level : level + 1] = [mark.span.end]
        active = mark.annotation.id == state.notes.active
        meant = active and mark.passage == state.notes.passage
        chosen = active or mark.annotation.id in state.notes.chosen
        washes.append(_Wash(mark.span, mark.annotation, chosen, meant, level))
    return sorted(washes, key=lambda wash: wash.level)


def _dimmed(state: State, page_map: PageMap) -> Iterator[Span]:
    """Yield where in the document the words of others stand, while one person's alone are in ink."""
    shown, person = state.on_show, state.lights.person
    if shown is None or person is None:
        return
    start = shown.start
    first = bisect_left(person.spans, shown.start, key=attrgetter("end"))
    for span in person.spans[first:]:
        if span.start >= shown.end:
            break
        if start < span.start and (place := page_map.to_document(Span(start, span.start))):
            yield place
        start = max(start, span.end)
    if start < shown.end and (place := page_map.to_document(Span(start, shown.end))):
        yield place


def _here(span: Span, state: State) -> bool:
    return state.on_show is not None and span.overlaps(state.on_show)


def rows_at(text_size: int) -> int:
    """Return how many rows of lines fit below text of `text_size` (pixels) without touching the next line."""
    return max(1, round(_ROOM_EM * text_size) // _ROW_PX)


def lines_on(state: State, page_map: PageMap) -> Iterator[PageLight]:
    """Yield the lights of the answer on the page, each in the first row that is free under all of its words."""
    for cluster in _clusters(_placed(state.lights.places.get(state.pane.answer, ()), page_map)):
        ends: list[int] = []
        levels: list[int] = []
        for place, _ in cluster:
            level = next((row for row, end in enumerate(ends) if end <= place.start), len(ends))
            ends[level : level + 1] = [place.end]
            levels.append(level)
        yield from (
            PageLight(place, slot, level, len(ends)) for (place, slot), level in zip(cluster, levels, strict=True)
        )


def _draw_line(painter: QPainter, look: Look, line: PageLight, pieces: Iterable[Piece]) -> None:
    """Draw a light below `pieces` of text (pixels of the painter).

    Where more lights lie on each other than rows fit, those of one row share its length, so that none is hidden.
    """
    em = look.page_px
    rows = rows_at(em)
    turn, row = divmod(line.level, rows)
    turns = -(-(line.depth - row) // rows)
    for piece in pieces:
        # On a whole pixel: between two, the strokes of a double line would run into one.
        y = _first_row(piece.baseline, em) + row * _ROW_PX
        width = (piece.right - piece.left) / turns
        left = piece.left + turn * width
        from desktop.ui.look.light_line import draw_light_line

        draw_light_line(painter, line.slot, look.tokens.light(line.slot), left, left + width, y)


def _row_below(lines: Sequence[PageLight], place: Span, baseline: float, em: float) -> float:
    """Return the y (pixels) of a small sign at the document positions `place`, clear of the `lines` on them.

    Without a light it takes the lights' own first row; below lights it also clears the frame of a search.
    """
    levels = [line.level for line in lines if line.place.overlaps(place)]
    first = _first_row(baseline, em)
    if not levels:
        return first
    lowest = min(max(levels), rows_at(round(em)) - 1)
    return min(first + lowest * _ROW_PX + _CLEAR_PX, baseline + _LOWEST_EM * em)


def _first_row(baseline: float, em: float) -> int:
    return round(baseline + _DROP_EM * em)


def _placed(lit: Iterable[LitSpan], page_map: PageMap) -> Iterator[tuple[Span, int]]:
    for light in lit:
        if place := page_map.to_document(light.span):
            yield place, light.slot


def _clusters(placed: Iterable[tuple[Span, int]]) -> Iterator[list[tuple[Span, int]]]:
    """Yield the lights, which come in text order, in groups that share no words with each other."""
    cluster: list[tuple[Span, int]] = []
    end = 0
    for place, slot in placed:
        if cluster and place.start >= end:
            yield cluster
            cluster = []
        cluster.append((place, slot))
        end = max(end, place.end)
    if cluster:
        yield cluster


class ChoiceMarks:
    """The marks of the `choices` (in text order) on one page, drawn for any part of it."""

    def __init__(self, choices: Sequence[Choice], page_map: PageMap) -> None:
        self._choices = choices
        self._page_map = page_map

    def draw(self, painter: QPainter, look: Look, seen: Span, lines: Sequence[PageLight]) -> None:
        """Draw those at the document positions `seen`, below the `lines` of lights where they meet."""
        em = look.page_px
        near = [line for line in lines if line.place.overlaps(seen)] if self._choices else []
        dots: dict[tuple[bool, bool], list[QPointF]] = {}
        for choice in self.within(seen):
            dots.setdefault((choice.usual, choice.certain), []).extend(self._dots(choice, near, em))
        for (usual, certain), points in dots.items():
            color = QColor(look.tokens.ink if usual else look.tokens.found)
            color.setAlphaF(_CERTAIN_ALPHA if certain else 1.0)
            size = _FINE_EM if usual else _HEAVY_EM
            painter.setPen(QPen(color, size * em, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(points)

    def _dots(self, choice: Choice, lines: Sequence[PageLight], em: float) -> Iterator[QPointF]:
        """Yield the middles of the dots of one choice, clear of the `lines` on its character."""
        place = self._page_map.to_document(choice.span)
        if place is None:
            return
        for piece in self._page_map.pieces(place):
            y, middle = _row_below(lines, place, piece.baseline, em), (piece.left + piece.right) / 2
            yield from (QPointF(middle + step * _STEP_EM * em, y) for step in (-1, 0, 1))

    def within(self, seen: Span) -> Iterator[Choice]:
        """Yield those at the document positions `seen`."""
        source = self._page_map.to_source(seen) if self._choices else None
        if source is None:
            return
        first = bisect_left(self._choices, source.start, key=lambda choice: choice.span.start)
        for index in range(first, len(self._choices)):
            if self._choices[index].span.start >= source.end:
                return
            yield self._choices[index]
