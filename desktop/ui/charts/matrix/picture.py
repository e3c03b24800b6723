"""The matrix as a picture in a file, whole: all its terms and authors, with a title and the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from desktop.ui.charts.laid_out import LaidOutWords
from desktop.ui.charts.matrix.grid_paint import (
    ROW_PX,
    Columns,
    Grid,
    columns_for,
    paint_author,
    paint_numbers,
    paint_shades,
    paint_term,
    terms_width,
)
from desktop.ui.charts.matrix.legend import STRIP_PX, ends_of, paint_legend
from desktop.ui.charts.picture import Picture

if TYPE_CHECKING:
    from desktop.ui.charts.fonts import ChartFonts
    from desktop.ui.charts.matrix.heat_map import HeatMap
    from desktop.ui.look.theme import Tokens

_MARGIN_PX, _TITLE_PX, _LEGEND_PX = 24, 28, 26
_COLUMN_PX = 76
"""How wide a column is, where names have room in it."""


def matrix_picture(heat_map: HeatMap, title: str, caption: str, fonts: ChartFonts, tokens: Tokens) -> Picture:
    """Return the picture of `heat_map` below its `title`, and a `caption` that says what the numbers are."""
    columns = columns_for(heat_map.authors, fonts.names, _COLUMN_PX * len(heat_map.authors))
    left = terms_width(heat_map.terms, fonts.names)
    ends = ends_of(heat_map)
    wanted = QFontMetrics(fonts.numbers).horizontalAdvance("".join((caption, *ends))) + STRIP_PX + 60
    grid = Grid(_MARGIN_PX + left, _MARGIN_PX + _TITLE_PX + _LEGEND_PX + columns.height, columns.width, ROW_PX)
    width = max(left + columns.width * len(heat_map.authors), wanted) + 2 * _MARGIN_PX
    height = grid.top + ROW_PX * len(heat_map.terms) + _MARGIN_PX

    def paint(painter: QPainter) -> None:
        _paint_words(painter, title, caption, QRect(_MARGIN_PX, _MARGIN_PX, width - 2 * _MARGIN_PX, 0), fonts, tokens)
        legend = QRect(
            width - _MARGIN_PX - STRIP_PX - QFontMetrics(fonts.numbers).horizontalAdvance("".join(ends)) - 14,
            _MARGIN_PX + _TITLE_PX,
            width,
            _LEGEND_PX,
        )
        paint_legend(painter, ends, legend, fonts.numbers, tokens)
        _paint_matrix(painter, heat_map, grid, columns, left, fonts, tokens)

    return Picture(QSize(width, height), paint, tokens.page, title)


def _paint_words(
    painter: QPainter, title: str, caption: str, place: QRect, fonts: ChartFonts, tokens: Tokens
) -> None:
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(fonts.title)
    painter.setPen(QColor(tokens.ink))
    words = QFontMetrics(fonts.title).elidedText(title, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(QRect(place.left(), place.top(), place.width(), _TITLE_PX), flags, words)
    painter.setFont(fonts.numbers)
    painter.setPen(QColor(tokens.second))
    painter.drawText(QRect(place.left(), place.top() + _TITLE_PX, place.width(), _LEGEND_PX), flags, caption)


def _paint_matrix(
    painter: QPainter, heat_map: HeatMap, grid: Grid, columns: Columns, left: int, fonts: ChartFonts, tokens: Tokens
) -> None:
    """Paint the names and the cells; words of terms begin at the margin, without the room that the screen has."""
    rows, authors, names = range(len(heat_map.terms)), range(len(heat_map.authors)), LaidOutWords(fonts.names)
    paint_shades(painter, heat_map, grid, tokens, rows, authors)
    paint_numbers(painter, heat_map, grid, LaidOutWords(fonts.numbers), tokens, rows, authors)
    for author in authors:
        place = QRect(grid.left + author * columns.width, grid.top - columns.height, columns.width, columns.height)
        name = heat_map.authors[author]
        paint_author(painter, name, place, names, tokens, stacked=columns.stacked, sorting=False)
    for term in rows:
        place = QRect(grid.left - left, grid.top + term * ROW_PX, left, ROW_PX)
        paint_term(painter, heat_map, term, place, fonts.names, tokens, sorting=False)
