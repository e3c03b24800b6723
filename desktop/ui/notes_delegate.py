"""One note in the panel: a bar of its pigment, the quote in the serif, the note below it, the tags last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look import SMALL_PX
from desktop.ui.notes_model import Role

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from desktop.ui.look import Look

SIDE_PX = 18
_BAR_PX, _AFTER_BAR_PX, _RIGHT_PX = 4, 12, 14
_CARD_ABOVE_PX, _CARD_BELOW_PX, _BETWEEN_PX = 8, 10, 4
_HEADING_PX, _HEADING_ROW_PX = 12, 34
_QUOTE_PX, _NOTE_PX = 14, 13
_QUOTE_LINES, _NOTE_LINES = 3, 6
_LEADING = 1.6


@dataclass(frozen=True, slots=True)
class _Text:
    """Words that have been broken into at most so many lines, the last ending in … where there are more."""

    layout: QTextLayout
    height: float


class NotesDelegate(QStyledItemDelegate):
    """Paints headings and cards, and tells how high they are in the view's width."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._heights: dict[tuple[object, ...], int] = {}

    def forget(self) -> None:
        """Measure anew: width, fonts or words are other ones."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the width of the view, and the height that the words need in it, in pixels."""
        width = option.rect.width()
        if index.data(Role.ID) is None:
            return QSize(width, _HEADING_ROW_PX)
        key = (width, index.data(Role.ID), index.data(Role.QUOTE), index.data(Role.NOTE), index.data(Role.TAGS))
        if key not in self._heights:
            self._heights[key] = self._measured(index, width)
        return QSize(width, self._heights[key])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        painter.save()
        if index.data(Role.ID) is None:
            self._paint_heading(painter, rect, str(index.data()))
        else:
            self._paint_card(painter, rect, option.state, index)
        painter.restore()

    def _measured(self, index: QModelIndex | QPersistentModelIndex, width: int) -> int:
        texts = self._texts(index, width)
        between = _BETWEEN_PX * (len(texts) - 1)
        return round(_CARD_ABOVE_PX + sum(text.height for text, _ in texts) + between + _CARD_BELOW_PX)

    def _texts(self, index: QModelIndex | QPersistentModelIndex, width: int) -> list[tuple[_Text, str]]:
        """Return the card's texts, broken to `width` pixels of the row, each with its colour."""
        tokens = self._look.tokens
        inside = width - SIDE_PX - _BAR_PX - _AFTER_BAR_PX - _RIGHT_PX
        texts = [
            (_broken(str(index.data(Role.QUOTE)), self._look.page_font(_QUOTE_PX), inside, _QUOTE_LINES), tokens.ink)
        ]
        if note := index.data(Role.NOTE):
            texts.append((_broken(str(note), self._look.frame_font(_NOTE_PX), inside, _NOTE_LINES), tokens.ink))
        if tags := index.data(Role.TAGS):
            words = "  ".join(f"#{tag}" for tag in tags)
            texts.append((_broken(words, self._look.frame_font(SMALL_PX), inside, 2), tokens.second))
        return texts

    def _paint_heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        painter.setFont(self._look.frame_font(_HEADING_PX))
        painter.setPen(QColor(self._look.tokens.second))
        place = rect.adjusted(SIDE_PX, 8, -_RIGHT_PX, -4)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_card(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = rect.height() - _CARD_ABOVE_PX - _CARD_BELOW_PX
        bar = QRectF(rect.left() + SIDE_PX, rect.top() + _CARD_ABOVE_PX, _BAR_PX, high)
        painter.setPen(QPen(tokens.mark_edge(index.data(Role.COLOR)), 0.75))
        painter.setBrush(tokens.mark(index.data(Role.COLOR)))
        painter.drawRoundedRect(bar, 2, 2)
        top = float(rect.top() + _CARD_ABOVE_PX)
        for text, color in self._texts(index, rect.width()):
            painter.setPen(QColor(color))
            text.layout.draw(painter, QPointF(bar.right() + _AFTER_BAR_PX, top))
            top += text.height + _BETWEEN_PX


def _broken(words: str, font: QFont, width: int, most: int) -> _Text:
    """Break `words` into at most `most` lines of `width` pixels."""
    layout = _laid_out(words, font, width)
    if layout.lineCount() > most:
        words = words[: _end_of_line(layout, most - 1)].rstrip()
        layout = _laid_out(words + "…", font, width)
        while layout.lineCount() > most and words:
            words = words[:-1]
            layout = _laid_out(words + "…", font, width)
    return _Text(layout, layout.lineCount() * font.pixelSize() * _LEADING)


def _end_of_line(layout: QTextLayout, number: int) -> int:
    line = layout.lineAt(number)
    return line.textStart() + line.textLength()


def _laid_out(words: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(words.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    pitch, top = font.pixelSize() * _LEADING, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, font.pixelSize()))
        line.setPosition(QPointF(0, top + (pitch - line.height()) / 2))
        top += pitch
    layout.endLayout()
    return layout
