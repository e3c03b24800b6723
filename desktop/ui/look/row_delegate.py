"""One line of a command list: its name at the left, its keys at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.look import FRAME_PX, SMALL_PX

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.ui.look.look import Look

KEYS_ROLE = Qt.ItemDataRole.UserRole + 2
_ROW_PX, _MARGIN_PX = 32, 12


class RowDelegate(QStyledItemDelegate):
    """Paints a command and its keys; the chosen row has a ground of its own and an edge of accent."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row, in pixels."""
        return QSize(super().sizeHint(option, index).width(), _ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        tokens = self._look.tokens
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(tokens.raised))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
        inside = rect.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        painter.setFont(self._look.interface_font(FRAME_PX))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.setFont(self._look.interface_font(SMALL_PX))
        painter.setPen(QColor(tokens.second))
        keys = str(index.data(KEYS_ROLE) or "")
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, keys)
        painter.restore()
