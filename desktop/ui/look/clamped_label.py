"""A label that wraps to a few lines at most and says the rest in its tooltip."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.session import made_visible
from desktop.text import Span, Utf16Map

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_LINE_HEIGHT = 1.6


class _Set(NamedTuple):
    """Words as they are set: the lines, and whether they are all of it."""

    lines: tuple[str, ...]
    whole: bool


class ClampedLabel(QLabel):
    """Plain text in at most `lines` lines, 1.6 of its size apart; the last one ends in … where there is more."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str) -> None:
        """Show `words` from now on; line ends in them are spaces."""
        self.setText(made_visible(" ".join(words.split())))
        self.updateGeometry()
        self._hint()

    def hasHeightForWidth(self) -> bool:
        """Hold: narrow labels are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in `width` pixels."""
        return len(self._set(width).lines) * self._pitch()

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return room for one character."""
        return QSize(self._pitch(), self._pitch())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether all of it fits now."""
        super().resizeEvent(event)
        self._hint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines from the top."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        pitch = self._pitch()
        ascent = (pitch - self.fontMetrics().height()) / 2 + self.fontMetrics().ascent()
        for number, line in enumerate(self._set(self.width()).lines):
            painter.drawText(QPointF(0, number * pitch + ascent), line)

    def _set(self, width: int) -> _Set:
        """Break the words into lines of `width` pixels as the page would, and cut what is too many."""
        spans = _broken(self.text(), self.font(), width)
        words = [span.of(self.text()).rstrip() for span in spans]
        if len(words) <= self._most:
            return _Set(tuple(words), whole=True)
        rest = self.text()[spans[self._most - 1].start :]
        last = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return _Set((*words[: self._most - 1], last), whole=False)

    def _pitch(self) -> int:
        return math.ceil(self.font().pixelSize() * _LINE_HEIGHT)

    def _hint(self) -> None:
        whole = self._set(self.width()).whole
        if whole:
            self.setToolTip("")
            return
        from desktop.ui.look.tooltip import as_tooltip

        self.setToolTip(as_tooltip(self.text()))


def _broken(words: str, font: QFont, width: int) -> list[Span]:
    """Return the lines into which `words` break at `width` pixels, as spans of code points."""
    units = Utf16Map(words)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    spans: list[Span] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start, length = line.textStart(), line.textLength()
        spans.append(units.span_to_code_points(Span(start, start + length)))
    layout.endLayout()
    return spans
