"""A switch of a few segments in one frame, of which one is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from desktop.ui.look.look import Look

_HEIGHT_PX, _SIDE_PX, _FONT_PX, _RADIUS_PX = 26, 9, 13, 4.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SwitchSegment(QAbstractButton):
    """One segment: filled while it is chosen."""

    stepped = Signal(int)
    """Emitted with -1 or 1 for an arrow key."""

    def __init__(self, look: Look, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click leaves the keyboard where it is; Tab and the arrows bring it here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        width = QFontMetrics(self._look.interface_font(_FONT_PX)).horizontalAdvance(self.text())
        return QSize(width + 2 * _SIDE_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Return as much: the words are seen whole."""
        return self.sizeHint()

    def nextCheckState(self) -> None:  # noqa: N802 (Qt's name)
        """Stay: what is chosen is shown by the switch."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fill, the words, and the ring of the keyboard."""
        painter, tokens = QPainter(self), self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(QColor(tokens.accent), 1) if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(tokens.raised) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside, _RADIUS_PX - 1, _RADIUS_PX - 1)
        painter.setFont(self._look.interface_font(_FONT_PX))
        painter.setPen(QColor(tokens.ink if self.isChecked() or self.underMouse() else tokens.second))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class ViewSwitch(QWidget):
    """Lets the reader choose one of several views."""

    chosen = Signal(int)
    """Emitted with the number of the segment that the reader chose."""

    def __init__(self, look: Look, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.segments = [SwitchSegment(look, text, self) for text in words]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, segment in enumerate(self.segments):
            row.addWidget(segment)
            segment.clicked.connect(partial(self._choose, number))
            segment.stepped.connect(partial(self._step, number))
        look.changed.connect(self.update)
        self.choose(0)

    @property
    def number(self) -> int:
        """The number of the segment that is chosen."""
        return next(number for number, segment in enumerate(self.segments) if segment.isChecked())

    def choose(self, number: int) -> None:
        """Show which segment is chosen."""
        for other, segment in enumerate(self.segments):
            segment.setChecked(other == number)

    def turn(self, by: int) -> None:
        """Choose the segment beside the one that is chosen, round the end."""
        self._choose((self.number + by) % len(self.segments))

    def _choose(self, number: int) -> None:
        self.choose(number)
        self.chosen.emit(number)

    def _step(self, number: int, by: int) -> None:
        other = (number + by) % len(self.segments)
        self.segments[other].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(other)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.tokens.hairline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)
