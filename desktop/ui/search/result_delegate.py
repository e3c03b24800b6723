"""A row of what a search found: an author's name with a count, or a line with the word marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.tooltip import tell_on_row
from desktop.ui.search.result_model import ResultRole

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent

    from desktop.ui.look.look import Look
    from desktop.ui.search.result_model import ResultLine

ROW_PX = 28
_SIDE_PX, _RIGHT_PX, _EDGE_PX = 18, 14, 3
_LINE_PX, _NAME_PX, _COUNT_PX = 14, 13, 12


class ResultDelegate(QStyledItemDelegate):
    """Paints a row; headings and lines are all as high, so that any number of them is quick."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row; the list's width is the row's."""
        return QSize(100, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        heading = index.data(ResultRole.HEADING)
        if heading is not None:
            self._paint_heading(painter, rect, *heading)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
            self._paint_line(painter, rect, index.data(ResultRole.LINE), selected=selected)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, name: str, count: int) -> None:
        tokens = self._look.tokens
        inside = rect.adjusted(_SIDE_PX, 4, -_RIGHT_PX, 0)
        small = self._look.interface_font(_COUNT_PX)
        room = inside.width() - QFontMetrics(small).horizontalAdvance(str(count)) - 12
        font = self._look.frame_font(_NAME_PX)
        painter.setPen(QColor(tokens.second))
        painter.setFont(font)
        words = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(small)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))

    def _paint_line(self, painter: QPainter, rect: QRect, line: ResultLine, *, selected: bool) -> None:
        tokens = self._look.tokens
        if selected:
            painter.fillRect(rect, QColor(tokens.raised))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(tokens.accent))
        font = self._look.frame_font(_LINE_PX)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        place = rect.adjusted(_SIDE_PX, 0, -_RIGHT_PX, 0)
        for words, color in ((line.left, tokens.ink), (line.word, tokens.accent), (line.right, tokens.ink)):
            painter.setPen(QColor(color))
            room = place.width()
            if words and room > 0:
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
                width = metrics.horizontalAdvance(words)
                if words is line.word:  # told apart without colour too
                    under = rect.top() + (rect.height() + metrics.height()) // 2 - 1
                    painter.fillRect(place.left(), under, min(width, room), 1, QColor(color))
                place.setLeft(place.left() + width)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the sentence in full."""
        return tell_on_row(str(index.data(ResultRole.SENTENCE) or ""), event, view, option)
