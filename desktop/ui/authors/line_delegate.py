"""A row of the list of lines: a box with a tick for a name, the words, and at the right what else there is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.authors.line_model import LineRole
from desktop.ui.look.look import FRAME_PX, SMALL_PX

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.ui.look.look import Look

_ROW_PX, _EDGE_PX, _MARGIN_PX, _GAP_PX = 32, 3, 14, 12
_BOX_PX, _ROUND_PX = 15, 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineDelegate(QStyledItemDelegate):
    """Paints a line; a name has a tick and stands out by its weight, whatever the colours."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row, in pixels: the list's width is the row's."""
        del index
        rect: QRect = option.rect  # type: ignore[attr-defined]
        return QSize(rect.width(), _ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        tokens, rect = self._look.tokens, option.rect  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(tokens.raised))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(tokens.accent))
        inside = rect.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        is_name = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        if index.data(LineRole.OPEN):
            self._paint_box(painter, inside, is_name=is_name)
        remark = str(index.data(LineRole.REMARK) or "")
        small = self._look.interface_font(SMALL_PX)
        painter.setFont(small)
        painter.setPen(QColor(tokens.second))
        painter.drawText(inside, _RIGHT, remark)
        font = self._look.interface_font(FRAME_PX)
        font.setWeight(QFont.Weight.Bold if is_name else QFont.Weight.Normal)
        taken = QFontMetrics(small).horizontalAdvance(remark) + (_GAP_PX if remark else 0)
        place = inside.adjusted(_BOX_PX + _GAP_PX, 0, -taken, 0)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        words = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, words)
        painter.restore()

    def _paint_box(self, painter: QPainter, inside: QRect, *, is_name: bool) -> None:
        tokens = self._look.tokens
        top = inside.top() + (inside.height() - _BOX_PX) / 2
        box = QRectF(inside.left() + 0.5, top + 0.5, _BOX_PX - 1, _BOX_PX - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if is_name else tokens.second), 1))
        painter.setBrush(QColor(tokens.accent) if is_name else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
        if is_name:
            pen = QPen(QColor(tokens.on_accent), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            left, middle = box.left(), box.center().y()
            painter.drawPolyline(
                [QPointF(left + 3.2, middle + 0.2), QPointF(left + 5.8, middle + 3), QPointF(left + 10.8, middle - 3)]
            )
