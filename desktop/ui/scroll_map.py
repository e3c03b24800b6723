"""The scroll bar of the page, which is its map too: where the notes are, and the lit and found words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_TICK_PX = 3
Tick = tuple[float, QColor, bool]
"""A place as a part (0 to 1) of the page's height, its colour, and whether it is a mark rather than a word."""


class ScrollMap(QScrollBar):
    """A vertical scroll bar with ticks: marks in its left half, lit and found words in its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("scrollMap")
        self._ticks: Sequence[Tick] = ()

    @property
    def ticks(self) -> Sequence[Tick]:
        """What is shown."""
        return self._ticks

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show `ticks` from now on."""
        self._ticks = ticks
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and the ticks over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        half = self.width() / 2
        for part, color, is_mark in self._ticks:
            y = part * (self.height() - _TICK_PX)
            painter.fillRect(QRectF(1 if is_mark else half + 1, y, half - 2, _TICK_PX), color)
