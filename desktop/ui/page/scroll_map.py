"""The scroll bar of the page, which is its map too: where the notes are, and the lit and found words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_TICK_PX = 3


class Tick(NamedTuple):
    """A place as a `part` (0 to 1) of the page's height, its colour, and whether it is a mark or else a word.

    One that `is_split` has a gap in its middle: the light of a colour that another light has, too.
    """

    part: float
    color: QColor
    is_mark: bool
    is_split: bool = False


class ScrollMap(QScrollBar):
    """A vertical scroll bar with ticks: marks in its left half, lit and found words in its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("scrollMap")
        self._ticks: Sequence[Tick] = ()
        self._make: Callable[[], Sequence[Tick]] = tuple
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._on_later)

    @property
    def ticks(self) -> Sequence[Tick]:
        """What is shown."""
        return self._ticks

    def show_soon(self, make: Callable[[], Sequence[Tick]]) -> None:
        """Show what `make` returns, a frame later than the page: that is what the reader looks at."""
        self._make = make
        if not self._later.isActive():
            self._later.start()

    def _on_later(self) -> None:
        self.show_ticks(self._make())

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show `ticks` from now on, the last on top."""
        self._ticks = ticks
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar where there is something to scroll, and the ticks over it."""
        scrolls = self.maximum() > self.minimum()
        if scrolls:
            super().paintEvent(event)
        painter = QPainter(self)
        if not scrolls:
            painter.fillRect(self.rect(), self.palette().base())
        half = self.width() / 2
        for tick in self._ticks:
            y = round(tick.part * (self.height() - _TICK_PX))
            place = QRectF(0 if tick.is_mark else half, y, half, _TICK_PX)
            third = half / 3 if tick.is_split else 0.0
            painter.fillRect(place.adjusted(0, 0, -2 * third, 0), tick.color)
            if tick.is_split:
                painter.fillRect(place.adjusted(2 * third, 0, 0, 0), tick.color)
        painter.end()
