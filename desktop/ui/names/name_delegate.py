"""A row of the list of names: the name as the thread writes it, by what it is one, and its forms to click on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.look import FRAME_PX, SMALL_PX
from desktop.ui.names.name_model import NameRole

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.ui.look.look import Look

_ROW_PX, _EDGE_PX, _MARGIN_PX, _GAP_PX = 52, 3, 14, 8
_PILL_PX, _PILL_PADDING_PX, _ROUND_PX = 28, 9, 5
_NAME_PART = 0.42
"""How much of a row's width the name has at least; the forms have the rest."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


class NameDelegate(QStyledItemDelegate):
    """Paints a name. The form that it has now is filled, the others are framed, so that no colour is needed."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row, in pixels: the list's width is the row's."""
        del index
        rect: QRect = option.rect  # type: ignore[attr-defined]
        return QSize(rect.width(), _ROW_PX)

    def pills(self, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> list[QRect]:
        """Return where the forms of a name stand within its row at `rect`, as many as have room, from the left."""
        metrics = QFontMetrics(self._form_font())
        widths = [metrics.horizontalAdvance(words) + 2 * _PILL_PADDING_PX for words in self._forms(index)]
        room = int((rect.width() - 2 * _MARGIN_PX) * (1 - _NAME_PART))
        while len(widths) > 1 and sum(widths) + _GAP_PX * (len(widths) - 1) > room:
            widths.pop()
        left = rect.right() - _MARGIN_PX - sum(widths) - _GAP_PX * max(0, len(widths) - 1)
        top = rect.top() + (rect.height() - _PILL_PX) // 2
        found: list[QRect] = []
        for width in widths:
            found.append(QRect(left, top, width, _PILL_PX))
            left += width + _GAP_PX
        return found

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        tokens, rect = self._look.tokens, cast("QRect", option.rect)  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(tokens.raised))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(tokens.accent))
        pills = self.pills(rect, index)
        inside = rect.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        inside.setRight((pills[0].left() if pills else inside.right()) - _GAP_PX)
        current = int(index.data(NameRole.CURRENT))
        self._paint_words(painter, inside, index, is_none=current < 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._form_font())
        for number, (pill, words) in enumerate(zip(pills, self._forms(index), strict=False)):
            self._paint_pill(painter, pill, words, chosen=number == current)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, inside: QRect, index: QModelIndex | QPersistentModelIndex, *, is_none: bool
    ) -> None:
        """Paint the name, struck out where the reader says that it is none, and what there is to say below it."""
        tokens = self._look.tokens
        font, small = self._look.interface_font(FRAME_PX), self._look.interface_font(SMALL_PX)
        font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(is_none)
        upper = QRect(inside.left(), inside.top() + 6, inside.width(), inside.height() // 2 - 4)
        lower = QRect(inside.left(), inside.center().y() + 1, inside.width(), inside.height() // 2 - 6)
        remark = " · ".join(filter(None, (index.data(NameRole.COUNT), index.data(NameRole.REMARK))))
        for line, place, face, color in (
            (str(index.data()), upper, font, tokens.second if is_none else tokens.ink),
            (remark, lower, small, tokens.second),
        ):
            painter.setFont(face)
            painter.setPen(QColor(color))
            words = QFontMetrics(face).elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, _LEFT, words)

    def _paint_pill(self, painter: QPainter, pill: QRect, words: str, *, chosen: bool) -> None:
        tokens = self._look.tokens
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.second), 1))
        painter.setBrush(QColor(tokens.accent) if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND_PX, _ROUND_PX)
        painter.setPen(QColor(tokens.on_accent if chosen else tokens.ink))
        painter.drawText(pill, _CENTER, words)

    def _forms(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, ...]:
        return cast("tuple[str, ...]", index.data(NameRole.FORMS))

    def _form_font(self) -> QFont:
        return self._look.interface_font(FRAME_PX + 1)
