"""One row in the sidebar: name and facts at the left, hits or the time and the mark of what was read at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.look import SIDE_PX, SMALL_PX
from desktop.ui.sidebar.author_model import AuthorRole

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent

    from desktop.ui.look.look import Look

ROW_PX = 56
EDGE_PX = 3
FOLD_PX = SIDE_PX
"""How much of a row, from its left edge, is pressed to have the rows below it listed or put away."""
_NAME_PX, _HITS_PX = 15, 13
_NAME_TOP, _NAME_HIGH, _DETAILS_TOP, _DETAILS_HIGH = 8, 24, 31, 18
_RIGHT_PX = 16
_COLUMN_PX = 40
_BELOW_PX = 14
"""How much further in what is below a person's row begins."""
_GAP_PX = 10
"""Between a name and the time."""
_BETWEEN = "  "
"""Between what became of an answer and what there is to say of it."""


class SidebarDelegate(QStyledItemDelegate):
    """Paints a row; the selected one is a strip of the page's own paper with an edge of accent."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row: the list's width is the row's."""
        return QSize(super().sizeHint(option, index).width(), ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        painter.save()
        self._paint_ground(painter, rect, index)
        unfolded = index.data(AuthorRole.UNFOLDED)
        if unfolded is not None:
            self._paint_fold(painter, rect, unfolded=unfolded)
        self._paint_name(painter, rect, index)
        self._paint_details(painter, rect, index)
        if index.data(AuthorRole.READ):
            self._paint_tick(painter, rect)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show in full what the row has no room for."""
        from desktop.ui.look.tooltip import tell_on_row

        name, change = str(index.data() or ""), str(index.data(AuthorRole.CHANGE) or "")
        details = f"{change}{_BETWEEN if change else ''}{index.data(AuthorRole.DETAILS) or ''}"
        name_whole = self._name_metrics().horizontalAdvance(name) <= self._name_place(option.rect, index).width()
        room = _details_place(option.rect, index).width()
        details_whole = QFontMetrics(self._look.interface_font(SMALL_PX)).horizontalAdvance(details) <= room
        cut = [words for words, whole in ((name, name_whole), (details, details_whole)) if not whole]
        return tell_on_row("\n".join(cut), event, view, option)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        # The view is asked, and not the state in the option: with that come all names of QStyle, 7 ms of the start.
        tokens = self._look.tokens
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(tokens.page))
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE_PX, rect.height()), QColor(tokens.accent))
        elif self._is_under_mouse(index):
            hover = QColor(tokens.raised)
            hover.setAlphaF(0.5)
            painter.fillRect(rect, hover)

    def _is_under_mouse(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        viewport = self._view.viewport()
        return viewport.underMouse() and self._view.indexAt(viewport.mapFromGlobal(QCursor.pos())) == index

    def _paint_name(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        place = self._name_place(rect, index)
        name = self._name_metrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(self._look.frame_font(_NAME_PX))
        painter.setPen(QColor(self._look.tokens.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        found = index.data(AuthorRole.FOUND)
        hits = index.data(AuthorRole.HITS) if found is None else found
        if hits is not None:
            painter.setFont(self._look.frame_font(_HITS_PX))
            painter.setPen(QColor(self._look.tokens.second if found is None else self._look.tokens.accent))
            column = _column(rect, _NAME_TOP, _NAME_HIGH)
            painter.drawText(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(hits or ""))
        elif time := _time(index):
            painter.setFont(self._look.interface_font(SMALL_PX))
            painter.setPen(QColor(self._look.tokens.second))
            beyond = QRect(place.right() + 1, place.top(), rect.right() - _RIGHT_PX - place.right(), _NAME_HIGH)
            painter.drawText(beyond, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, time)

    def _paint_details(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        place = _details_place(rect, index)
        font = self._look.interface_font(SMALL_PX)
        painter.setFont(font)
        if change := str(index.data(AuthorRole.CHANGE) or ""):
            painter.setPen(QColor(self._look.tokens.accent))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, change)
            place.setLeft(place.left() + QFontMetrics(font).horizontalAdvance(change + _BETWEEN))
        details = str(index.data(AuthorRole.DETAILS) or "")
        words = QFontMetrics(font).elidedText(details, Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(QColor(self._look.tokens.second))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_tick(self, painter: QPainter, rect: QRect) -> None:
        """Draw a small tick at the end of the second line: this was read to its end."""
        column = _column(rect, _DETAILS_TOP, _DETAILS_HIGH)
        right, middle = column.right() + 1.0, column.center().y() + 1.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._look.tokens.second), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(right - 9, middle), QPointF(right - 6, middle + 3), QPointF(right, middle - 4)])

    def _paint_fold(self, painter: QPainter, rect: QRect, *, unfolded: bool) -> None:
        """Draw an angle before the name that points down where the rows below are listed, else to the right."""
        middle = QPointF(rect.left() + FOLD_PX * 0.6, rect.top() + _NAME_TOP + _NAME_HIGH / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._look.tokens.second), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.translate(middle)
        painter.rotate(90 if unfolded else 0)
        painter.drawPolyline([QPointF(-2, -3.5), QPointF(1.5, 0), QPointF(-2, 3.5)])
        painter.restore()

    def _name_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.frame_font(_NAME_PX))

    def _name_place(self, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return the room of the name in a row: all but the column of hits while some can be told, else the time."""
        left = _left(rect, index)
        counted = index.data(AuthorRole.FOUND) is not None or index.data(AuthorRole.HITS) is not None
        column = _COLUMN_PX if counted else 0
        if not column and (time := _time(index)):
            column = QFontMetrics(self._look.interface_font(SMALL_PX)).horizontalAdvance(time) + _GAP_PX
        return QRect(left, rect.top() + _NAME_TOP, rect.right() - _RIGHT_PX - column - left, _NAME_HIGH)


def _left(rect: QRect, index: QModelIndex | QPersistentModelIndex) -> int:
    """Return where the words of a row begin."""
    return rect.left() + SIDE_PX + (_BELOW_PX if index.data(AuthorRole.BELOW) else 0)


def _time(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(AuthorRole.TIME) or "")


def _details_place(rect: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
    """Return the room of the second line of a row."""
    left = _left(rect, index)
    return QRect(left, rect.top() + _DETAILS_TOP, rect.right() - _COLUMN_PX - left, _DETAILS_HIGH)


def _column(rect: QRect, top: int, height: int) -> QRect:
    """Return the place at the right of a row, `top` pixels below its upper edge."""
    return QRect(rect.right() + 1 - _RIGHT_PX - _COLUMN_PX, rect.top() + top, _COLUMN_PX, height)
