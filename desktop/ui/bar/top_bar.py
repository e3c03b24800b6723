"""The top bar: the name of the house, the script, the keywords and the search, in one slim row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.bar.find_bar import FindBar
from desktop.ui.bar.keyword_bar import KeywordBar
from desktop.ui.bar.script_selector import ScriptSelector
from desktop.ui.look.look import SIDE_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.session import Session
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

BAR_PX = 44
_NAME_PX = 17
_GAP_PX = 16
_HUNDRED, _SCHOOLS = "百", "家"


class Wordmark(QWidget):
    """百家, its first character in the accent; the same in every language and script."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("wordmark")
        self.setAccessibleName(_HUNDRED + _SCHOOLS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for the name and the space on both sides."""
        return QSize(2 * SIDE_PX + 2 * _NAME_PX + 2, BAR_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the two characters where the sidebar's text begins."""
        painter = QPainter(self)
        font = self._look.heading_font(_NAME_PX)
        metrics = QFontMetrics(font)
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(font)
        painter.setPen(QColor(self._look.tokens.accent))
        painter.drawText(QPointF(SIDE_PX, baseline), _HUNDRED)
        painter.setPen(QColor(self._look.tokens.ink))
        painter.drawText(QPointF(SIDE_PX + metrics.horizontalAdvance(_HUNDRED) + 1, baseline), _SCHOOLS)


class TopBar(QWidget):
    """Holds `script_selector`, `keyword_bar` and `find_bar` beside the wordmark."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._left = 0
        self.setObjectName("topBar")
        self.setFixedHeight(BAR_PX)
        self._wordmark = Wordmark(look, self)
        self.script_selector = ScriptSelector(session, look, desk, self)
        self.keyword_bar = KeywordBar(session, look, desk, self)
        self.find_bar = FindBar(session, look, self)
        self._lay_out()
        self.find_bar.widened.connect(self._share)
        look.changed.connect(self.update)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _GAP_PX, 1)
        row.setSpacing(0)
        row.addWidget(self._wordmark)
        row.addWidget(self.script_selector)
        row.addSpacing(_GAP_PX)
        row.addWidget(self.keyword_bar, 1)
        row.addSpacing(_GAP_PX)
        row.addWidget(self.find_bar)

    def complete(self) -> None:
        """Have the parts say what their keys and their buttons do, in names and tooltips."""
        self.script_selector.complete()
        self.keyword_bar.complete()
        self.find_bar.complete()

    def set_left_width(self, pixels: int) -> None:
        """Let the script selector begin `pixels` from the left, or behind the wordmark where that is further."""
        self._left = pixels
        self._share()

    def _share(self) -> None:
        """Share out the width. Where it is scarce, keywords wait, then the search is short, then the left is left."""
        least = self._wordmark.sizeHint().width()
        free = least + self.width() - self.minimumSizeHint().width()
        self._wordmark.setFixedWidth(max(least, min(self._left, free)))
        narrow = self.find_bar.minimumSizeHint().width()
        free = narrow + free - self._wordmark.width()
        self.find_bar.setFixedWidth(max(narrow, min(free, self.find_bar.sizeHint().width())))

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which all is there, wherever the selector would like to begin."""
        parts = (
            self._wordmark.sizeHint(),
            self.script_selector.sizeHint(),
            self.keyword_bar.minimumSizeHint(),
            self.find_bar.minimumSizeHint(),
        )
        return QSize(sum(part.width() for part in parts) + 3 * _GAP_PX, BAR_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._share()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline below."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(self._look.tokens.hairline))
