"""One line of the concordance: who wrote it, and the word in one column with what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.light_line import draw_light_line
from desktop.ui.look.tooltip import tell_on_row
from desktop.ui.search.kwic_model import KwicRole

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent

    from desktop.ui.look.look import Look
    from desktop.ui.search.kwic_model import ShownLine

ROW_PX = 28
SIDE_PX = 18
_EDGE_PX = 3
_AUTHOR_PX, _AUTHOR_SHARE = 150, 0.2
_GAP_PX = 12
_BEFORE_SHARE = 0.46
_WORDS_PX, _NAME_PX = 15, 13
_TIGHT_PX = 3
"""Between the word and what stands around it."""
_LEAST_CHAR_PX = 4
"""No more characters are drawn than fit if all are as narrow as this; what is beyond takes time and isn't seen."""


class KwicColumns(NamedTuple):
    """Where the columns of a line begin, in pixels from its left edge: author, what is before the word, the word."""

    author: int
    before: int
    word: int


def columns(width: int) -> KwicColumns:
    """Return the columns of lines that are `width` pixels wide."""
    before = SIDE_PX + min(_AUTHOR_PX, round(width * _AUTHOR_SHARE)) + _GAP_PX
    return KwicColumns(SIDE_PX, before, before + round((width - before) * _BEFORE_SHARE))


class KwicDelegate(QStyledItemDelegate):
    """Paints a line; the current one has a ground and an edge of accent."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._fonts: tuple[QFont, QFont] | None = None
        look.changed.connect(self._forget_fonts)

    def _forget_fonts(self) -> None:
        self._fonts = None

    def _worn(self) -> tuple[QFont, QFont]:
        """Return the fonts of names and of words, which take as long to make as a line to draw."""
        if self._fonts is None:
            self._fonts = self._look.frame_font(_NAME_PX), self._look.frame_font(_WORDS_PX)
        return self._fonts

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row; the list's width is the row's."""
        return QSize(100, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        line: ShownLine = index.data(KwicRole.LINE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        tokens, at = self._look.tokens, columns(rect.width())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(rect, QColor(tokens.raised))
            painter.fillRect(QRect(rect.left(), rect.top(), _EDGE_PX, rect.height()), QColor(tokens.accent))
        name = self._worn()[0]
        painter.setFont(name)
        painter.setPen(QColor(tokens.second))
        room = at.before - _GAP_PX - at.author
        author = QFontMetrics(name).elidedText(line.author, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(rect.left() + at.author, rect.top(), room, rect.height()), _LEFT, author)
        self._paint_words(painter, rect, line)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, line: ShownLine) -> None:
        tokens, at = self._look.tokens, columns(rect.width())
        font = self._worn()[1]
        painter.setFont(font)
        left, middle = rect.left() + at.before, rect.left() + at.word
        painter.setPen(QColor(tokens.ink))
        before = QRect(left, rect.top(), middle - _TIGHT_PX - left, rect.height())
        metrics = QFontMetrics(font)
        said = line.left[-(before.width() // _LEAST_CHAR_PX) :]
        painter.drawText(before, _RIGHT, metrics.elidedText(said, Qt.TextElideMode.ElideLeft, before.width()))
        width = metrics.horizontalAdvance(line.word)
        color = QColor(tokens.accent) if line.slot is None else tokens.light(line.slot)
        painter.setPen(color)
        painter.drawText(QRect(middle, rect.top(), rect.right() - middle, rect.height()), _LEFT, line.word)
        if line.slot is not None:
            draw_light_line(painter, line.slot, color, middle, min(middle + width, rect.right()), rect.bottom() - 3.5)
        start = middle + width + _TIGHT_PX
        behind = QRect(start, rect.top(), rect.right() - _GAP_PX - start, rect.height())
        if behind.width() > 0:
            painter.setPen(QColor(tokens.ink))
            said = line.right[: behind.width() // _LEAST_CHAR_PX]
            painter.drawText(behind, _LEFT, metrics.elidedText(said, Qt.TextElideMode.ElideRight, behind.width()))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the sentence in full."""
        return tell_on_row(str(index.data(KwicRole.SENTENCE) or ""), event, view, option)


_ON_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignLeft | _ON_ONE_LINE
_RIGHT = Qt.AlignmentFlag.AlignRight | _ON_ONE_LINE
