"""The pigments as dots to press: to filter notes by, or to recolour one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.annotations import Color

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from desktop.ui.look.look import Look

_SIDE_PX = 24
_RADIUS_PX = 7.0


class ColorDot(QAbstractButton):
    """One pigment; a tick in it says that it is on, whatever its colour looks like."""

    def __init__(self, color: Color, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.color = color
        self._look = look
        self.setObjectName(f"dot.{color.value}")
        self.setCheckable(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Return room to hit it, in pixels."""
        return QSize(_SIDE_PX, _SIDE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot, its tick, and a ring when the keyboard is on it."""
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(tokens.mark_edge(self.color), 1.25))
        painter.setBrush(tokens.mark(self.color))
        painter.drawEllipse(middle, _RADIUS_PX, _RADIUS_PX)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.ink), 1.6))
            painter.drawPolyline(
                [middle + QPointF(-3.2, 0), middle + QPointF(-0.8, 2.6), middle + QPointF(3.4, -2.8)]
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _RADIUS_PX + 3, _RADIUS_PX + 3)


class ColorDots(QWidget):
    """A row of dots; `exclusive` lets one be on at a time."""

    chosen = Signal(object)
    """Emitted with the `Color` of the dot that was pressed."""

    def __init__(self, look: Look, parent: QWidget, *, exclusive: bool) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.dots = {
            color: ColorDot(color, QCoreApplication.translate("Action", color.label), look, self) for color in Color
        }
        for dot in self.dots.values():
            row.addWidget(dot)
            dot.setAutoExclusive(exclusive)
            dot.clicked.connect(self._on_clicked)
        look.changed.connect(self.update)

    @property
    def on(self) -> frozenset[Color]:
        """The colours whose dots are on."""
        return frozenset(color for color, dot in self.dots.items() if dot.isChecked())

    def turn_on(self, colors: Iterable[Color]) -> None:
        """Have the dots of just these colours on; emits nothing."""
        wanted = set(colors)
        for color, dot in self.dots.items():
            exclusive = dot.autoExclusive()
            dot.setAutoExclusive(False)
            dot.setChecked(color in wanted)
            dot.setAutoExclusive(exclusive)

    def _on_clicked(self) -> None:
        dot = self.sender()
        if isinstance(dot, ColorDot):
            self.chosen.emit(dot.color)
