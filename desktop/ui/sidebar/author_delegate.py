"""One row in the sidebar: name and facts at the left, hits or the time and the mark of what was read at the right."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.look import SIDE_PX, SMALL_PX
from desktop.ui.sidebar.author_model import AuthorRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHelpEvent

    from desktop.ui.look.look import Look
    from desktop.ui.sidebar.author_model import LightHits

ROW_PX = 56
EDGE_PX = 3
FOLD_PX = SIDE_PX
"""How much of a row, from its left edge, is pressed to have the rows below it listed or put away."""
_NAME_PX, _HITS_PX = 15, 13
_NAME_TOP, _NAME_HIGH, _DETAILS_TOP, _DETAILS_HIGH = 8, 24, 31, 18
_RIGHT_PX = 16
_COLUMN_PX = 40
_APART_PX, _LEAST_PX, _MORE_PX = 8, 14, 16
"""Between two numbers of places; the least width of one, so that its line is told from others; of the … for more."""
_BELOW_PX = 14
"""How much further in what is below a person's row begins."""
_GAP_PX = 10
"""Between a name and the time."""
_BETWEEN = "  "
"""Between what became of an answer and what there is to say of it."""


class SidebarDelegate(QStyledItemDelegate):
    """Paints a row; the selected one is a strip of the page's own paper with an edge of accent.

    That of the answer on the other side is one with an edge of grey.
    """

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
        cut += index.data(AuthorRole.LIT) or ()
        return tell_on_row("\n".join(cut), event, view, option)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        # The view is asked, and not the state in the option: with that come all names of QStyle, 7 ms of the start.
        tokens = self._look.tokens
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(tokens.page))
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE_PX, rect.height()), QColor(tokens.accent))
        elif index.data(AuthorRole.BESIDE):
            painter.fillRect(rect, QColor(tokens.page))
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE_PX, rect.height()), QColor(tokens.second))
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
        tokens = self._look.tokens
        painter.setPen(QColor(tokens.second if index.data(AuthorRole.DIMMED) else tokens.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        found, hits = index.data(AuthorRole.FOUND), index.data(AuthorRole.HITS)
        if found is not None:
            painter.setFont(self._look.frame_font(_HITS_PX))
            painter.setPen(QColor(tokens.accent))
            column = _column(rect, _NAME_TOP, _NAME_HIGH)
            painter.drawText(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(found or ""))
        elif hits is not None:
            self._paint_hits(painter, rect, place.right() + 1, hits)
        elif time := _time(index):
            painter.setFont(self._look.interface_font(SMALL_PX))
            painter.setPen(QColor(self._look.tokens.second))
            beyond = QRect(place.right() + 1, place.top(), rect.right() - _RIGHT_PX - place.right(), _NAME_HIGH)
            painter.drawText(beyond, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, time)

    def _hits_room(self, rect: QRect, left: int, name: str, hits: Sequence[LightHits]) -> int:
        """Return the width of the column of hits: what it needs, but not more than the name leaves, or half."""
        width = rect.right() - _RIGHT_PX - left
        beside_name = width - self._name_metrics().horizontalAdvance(name) - _GAP_PX
        needed = sum(self._number_width(one.most) for one in hits)
        return max(_COLUMN_PX, min(needed, max(width // 2, beside_name)))

    def _number_width(self, number: int) -> int:
        """Return how much room a number of places takes, with the gap before it."""
        return (
            max(_LEAST_PX, QFontMetrics(self._look.frame_font(_HITS_PX)).horizontalAdvance(str(number))) + _APART_PX
        )

    def _paint_hits(self, painter: QPainter, rect: QRect, left: int, hits: Sequence[LightHits]) -> None:
        """Paint the number of places of each light above its line: in columns, or one after another, then …."""
        right, room = rect.right() + 1 - _RIGHT_PX, rect.right() + 1 - _RIGHT_PX - left
        columns = [(one, self._number_width(one.most)) for one in hits]
        if sum(width for _, width in columns) > room:
            columns = [(one, self._number_width(one.places)) for one in hits if one.places]
            whole = sum(width for _, width in columns) <= room
            fitting = _fitting([width for _, width in columns], room if whole else room - _MORE_PX)
            painter.setPen(QColor(self._look.tokens.second))
            if fitting < len(columns):
                more = QRect(right - _MORE_PX, rect.top() + _NAME_TOP, _MORE_PX, _NAME_HIGH)
                painter.setFont(self._look.frame_font(_HITS_PX))
                painter.drawText(more, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "…")
                right -= _MORE_PX
            columns = columns[:fitting]
        for one, width in reversed(columns):
            if one.places:
                place = QRect(right - width + _APART_PX, rect.top() + _NAME_TOP, width - _APART_PX, _NAME_HIGH)
                self._paint_number(painter, place, one)
            right -= width

    def _paint_number(self, painter: QPainter, place: QRect, one: LightHits) -> None:
        from desktop.ui.look.light_line import draw_light_line

        painter.setFont(self._look.frame_font(_HITS_PX))
        painter.setPen(QColor(self._look.tokens.second))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(one.places))
        left, right = float(place.left()), place.right() + 1.0
        draw_light_line(painter, one.slot, self._look.tokens.light(one.slot), left, right, place.bottom() - 1.0)

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
        found, hits = index.data(AuthorRole.FOUND), index.data(AuthorRole.HITS)
        column = (
            _COLUMN_PX
            if found is not None
            else 0
            if hits is None
            else self._hits_room(rect, left, str(index.data() or ""), hits)
        )
        if not column and (time := _time(index)):
            column = QFontMetrics(self._look.interface_font(SMALL_PX)).horizontalAdvance(time) + _GAP_PX
        return QRect(left, rect.top() + _NAME_TOP, rect.right() - _RIGHT_PX - column - left, _NAME_HIGH)


def _fitting(widths: Sequence[int], room: int) -> int:
    """Return how many of `widths`, from the first on, fit in a `room`."""
    used = list(accumulate(widths))
    return bisect_right(used, room)


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
