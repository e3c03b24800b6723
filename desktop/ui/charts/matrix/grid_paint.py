"""How the heat map is painted, on the screen and into pictures alike."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF

from desktop.ui.charts.matrix.shades import shades
from desktop.ui.charts.matrix.stacked_name import characters, paint_stacked, stacked_height
from desktop.ui.look.light_line import draw_light_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont

    from desktop.ui.charts.laid_out import LaidOutWords
    from desktop.ui.charts.matrix.heat_map import HeatMap
    from desktop.ui.look.theme import Tokens

ROW_PX = 28
_NARROWEST_PX, _LEAST_FLAT_PX, _WIDEST_PX = 38, 52, 112
_SIDE_PX, _BESIDE_PX = 8, 3
_HIGHEST_PX, _LOWEST_PX = 168, 40
_TERM_LEFT_PX, _TERM_RIGHT_PX, _LONGEST_TERM_PX = 18, 20, 200
_LINES = 2
_MARKER_PX = 8
_NUMBER_ROOM_PX = 15
"""Cells that are lower have no number."""


class Columns(NamedTuple):
    """How the columns of authors are set: how wide, whether names are stacked, and how high their row is."""

    width: int
    stacked: bool
    height: int


def columns_for(names: Iterable[str], font: QFont, room: float) -> Columns:
    """Return how columns for `names` are set in `room` pixels: flat, in two lines at most, else stacked."""
    names = tuple(names)
    metrics = QFontMetricsF(font)
    widest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
    share = int(room / max(1, len(names)))
    inner = share - 2 * _BESIDE_PX
    lines = 1 if widest <= inner else _LINES
    if share >= _LEAST_FLAT_PX and all(_fits(name, metrics, inner) for name in names):
        width = min(share, _WIDEST_PX)
        return Columns(width, stacked=False, height=round(lines * metrics.height()) + 2 * _SIDE_PX + _MARKER_PX)
    high = max((stacked_height(name, metrics) for name in names), default=0.0)
    height = min(_HIGHEST_PX, max(_LOWEST_PX, round(high) + 2 * _SIDE_PX + _MARKER_PX))
    return Columns(max(_NARROWEST_PX, min(share, _LEAST_FLAT_PX)), stacked=True, height=height)


def _fits(name: str, metrics: QFontMetricsF, width: float) -> bool:
    return all(metrics.horizontalAdvance(line) <= width for line in in_two(name, metrics, width))


def terms_width(terms: Iterable[str], font: QFont) -> int:
    """Return how wide the column of the terms is, in pixels."""
    metrics = QFontMetricsF(font)
    widest = max((metrics.horizontalAdvance(term) for term in terms), default=0.0)
    return round(min(widest, _LONGEST_TERM_PX)) + _TERM_LEFT_PX + _TERM_RIGHT_PX


class Grid(NamedTuple):
    """Where cells are: the upper left corner of the first, and the size of each, in pixels."""

    left: int
    top: int
    width: int
    height: int

    def cell(self, term: int, author: int) -> QRect:
        """Return the place of a cell."""
        return QRect(self.left + author * self.width, self.top + term * self.height, self.width, self.height)

    def middle(self, term: int, author: int) -> QPointF:
        """Return the middle of a cell, without the lines at its right and its lower edge."""
        return QPointF(self.left + (author + 0.5) * self.width - 0.5, self.top + (term + 0.5) * self.height - 0.5)

    def within(self, room: QRect, terms: int, authors: int) -> tuple[range, range]:
        """Return the rows and columns of which something lies in `room`, where there are so many."""
        rows = _between(room.top() - self.top, room.bottom() - self.top, self.height, terms)
        return rows, _between(room.left() - self.left, room.right() - self.left, self.width, authors)


def _between(first: int, last: int, size: int, count: int) -> range:
    return range(max(0, first // size), max(0, min(count, last // size + 1)))


def paint_shades(
    painter: QPainter, heat_map: HeatMap, grid: Grid, tokens: Tokens, rows: range, columns: range
) -> None:
    """Paint the grounds of the cells in `rows` and `columns`, with hairlines between them."""
    if not rows or not columns:
        return
    colors = [QColor(shade.ground) for shade in shades(tokens)]
    for row in rows:
        top, left = grid.top + row * grid.height, grid.left + columns[0] * grid.width
        for shade, cells in groupby(heat_map.steps[row][columns[0] : columns[-1] + 1]):
            width = sum(1 for _ in cells) * grid.width
            if shade:
                painter.fillRect(left, top, width, grid.height, colors[shade])
            left += width
    there = QRect(grid.cell(rows[0], columns[0]).topLeft(), grid.cell(rows[-1], columns[-1]).bottomRight())
    _paint_joints(painter, grid, there, tokens, rows, columns)


def _paint_joints(painter: QPainter, grid: Grid, there: QRect, tokens: Tokens, rows: range, columns: range) -> None:
    """Part the cells by lines in the colour of the page, and rows by a hairline where they are blank."""
    page = QColor(tokens.page)
    for column in columns:
        painter.fillRect(QRect(grid.left + (column + 1) * grid.width - 1, there.top(), 1, there.height()), page)
    line = QColor(tokens.hairline)
    for row in rows:
        painter.fillRect(QRect(there.left(), grid.top + (row + 1) * grid.height - 1, there.width(), 1), line)


def paint_numbers(
    painter: QPainter, heat_map: HeatMap, grid: Grid, texts: LaidOutWords, tokens: Tokens, rows: range, columns: range
) -> None:
    """Paint the numbers of the cells in `rows` and `columns`, where cells have room for them."""
    if grid.height < _NUMBER_ROOM_PX or grid.width < _widest_number(heat_map, texts.font):
        return
    painter.setFont(texts.font)
    inks = [shade.ink for shade in shades(tokens)]
    for ink in dict.fromkeys(inks[1:]):
        painter.setPen(QColor(ink))
        for row in rows:
            steps = heat_map.steps[row]
            for column in columns:
                if steps[column] and inks[steps[column]] == ink:
                    texts.draw(painter, grid.middle(row, column), heat_map.number(row, column))


def _widest_number(heat_map: HeatMap, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(heat_map.widest)


def paint_term(
    painter: QPainter, heat_map: HeatMap, term: int, place: QRect, font: QFont, tokens: Tokens, *, sorting: bool
) -> None:
    """Paint a term at the head of its row, over its light's line where it is lit; `sorting`: authors go by it."""
    painter.setFont(font)
    painter.setPen(QColor(tokens.ink))
    room = place.adjusted(_TERM_LEFT_PX, 0, -_TERM_RIGHT_PX, 0)
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(heat_map.terms[term], Qt.TextElideMode.ElideRight, room.width())
    slot = heat_map.slot(term)
    raised = room if slot is None else room.adjusted(0, 0, 0, -4)
    painter.drawText(raised, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    if slot is not None:
        y = raised.center().y() + metrics.height() / 2 + 1.5
        draw_light_line(
            painter, slot, tokens.light(slot), room.left(), room.left() + metrics.horizontalAdvance(words), y
        )
    if sorting:
        paint_marker(
            painter, QPointF(place.right() - _TERM_RIGHT_PX / 2, place.center().y() + 0.5), tokens, down=False
        )


def paint_author(
    painter: QPainter, name: str, place: QRect, texts: LaidOutWords, tokens: Tokens, *, stacked: bool, sorting: bool
) -> None:
    """Paint the name of an author above their column; `sorting`: terms go by it."""
    painter.setFont(texts.font)
    painter.setPen(QColor(tokens.ink))
    room = QRectF(place).adjusted(_BESIDE_PX, _SIDE_PX, -_BESIDE_PX, -_MARKER_PX - 4)
    if stacked:
        paint_stacked(painter, name, room, texts)
    else:
        _paint_lines(painter, name, room)
    if sorting:
        paint_marker(
            painter, QPointF(place.center().x() + 0.5, place.bottom() - _MARKER_PX / 2 - 1), tokens, down=True
        )


def _paint_lines(painter: QPainter, name: str, room: QRectF) -> None:
    """Paint `name` in the middle of `room`, in at most two lines, at its bottom; what is longer is cut off."""
    metrics = QFontMetricsF(painter.font())
    lines = in_two(name, metrics, room.width())
    y = room.bottom() - len(lines) * metrics.height()
    for line in lines:
        words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRectF(room.left(), y, room.width(), metrics.height()), Qt.AlignmentFlag.AlignCenter, words)
        y += metrics.height()


def in_two(name: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Return `name` on one line if it has room in `width` pixels, else on two: parted at a blank, or evenly."""
    if metrics.horizontalAdvance(name) <= width:
        return [name]
    chars = list(characters(name))
    ends = [metrics.horizontalAdvance("".join(chars[:count])) for count in range(len(chars) + 1)]
    fitting = [count for count in range(1, len(chars)) if ends[count] <= width] or [1]
    blanks = [count for count in fitting if chars[count] == " " and ends[-1] - ends[count] <= width]
    goal = max(ends[-1] / 2, ends[-1] - width)
    cut = min(blanks or fitting, key=lambda count: abs(ends[count] - goal))
    return ["".join(chars[:cut]).strip(), "".join(chars[cut:]).strip()]


def paint_marker(painter: QPainter, tip: QPointF, tokens: Tokens, *, down: bool) -> None:
    """Paint a small triangle that points down, or to the right, around `tip`: the other axis goes by this."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.translate(tip)
    painter.rotate(0 if down else -90)
    painter.drawPolygon(QPolygonF([QPointF(-4, -2.5), QPointF(4, -2.5), QPointF(0, 3)]))
    painter.restore()
