"""The heads of the concordance's columns: a click, or an arrow in the lines, sorts by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.keywords import LineOrder
from desktop.ui.search.kwic_delegate import columns
from desktop.ui.search.mode_switches import quiet_switch

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.ui.look.look import Look

_HEIGHT_PX = 28
_INSIDE_PX = 8
"""Between the edge of a button and its words."""
_ORDERS = (LineOrder.AUTHOR, LineOrder.LEFT, LineOrder.PLACE, LineOrder.RIGHT)
"""As the columns are from left to right; the word itself stands for the order of the thread."""


class SortHeads(QWidget):
    """Four buttons above the columns, of which one is on."""

    chosen = Signal(LineOrder)
    """Emitted with what the lines are to be sorted by."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._order = LineOrder.PLACE
        self._heads = {order: QToolButton(self) for order in _ORDERS}
        for order, button in self._heads.items():
            button.setObjectName(f"concordanceSort.{order.name.lower()}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._choose, order))
        self.setFixedHeight(_HEIGHT_PX)
        look.changed.connect(self._dress)
        self._speak()
        self._dress()

    def show_order(self, order: LineOrder) -> None:
        """Show what the lines are sorted by."""
        self._order = order
        for one, button in self._heads.items():
            button.setChecked(one is order)

    def step(self, by: int) -> None:
        """Sort by the column next to that on the right (1) or the left (-1); at either end by the same."""
        index = _ORDERS.index(self._order) + by
        if 0 <= index < len(_ORDERS):
            self.chosen.emit(_ORDERS[index])

    def _choose(self, order: LineOrder) -> None:
        self.show_order(self._order)
        self.chosen.emit(order)

    def _speak(self) -> None:
        tip = self.tr("Sort the lines; in them, the left and right arrows do")
        for order, words, name in (
            (LineOrder.AUTHOR, self.tr("Author"), self.tr("Sort by author")),
            (LineOrder.LEFT, self.tr("Before"), self.tr("Sort by what stands before")),
            (LineOrder.PLACE, self.tr("Place"), self.tr("Sort by place in the thread")),
            (LineOrder.RIGHT, self.tr("After"), self.tr("Sort by what stands after")),
        ):
            button = self._heads[order]
            button.setText(words)
            button.setAccessibleName(name)
            button.setToolTip(f"{name}\n{tip}")

    def _dress(self) -> None:
        for button in self._heads.values():
            quiet_switch(self._look, button)
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        """Put each head over its column."""
        at = columns(self.width())
        sizes = {order: button.sizeHint().width() for order, button in self._heads.items()}
        place_end = at.word - _INSIDE_PX + sizes[LineOrder.PLACE]
        lefts = {
            LineOrder.AUTHOR: at.author - _INSIDE_PX,
            LineOrder.LEFT: at.word - sizes[LineOrder.LEFT] - _INSIDE_PX,
            LineOrder.PLACE: at.word - _INSIDE_PX,
            LineOrder.RIGHT: place_end + 2 * _INSIDE_PX,
        }
        for order, button in self._heads.items():
            button.setGeometry(lefts[order], 2, sizes[order], _HEIGHT_PX - 4)

    def sizeHint(self) -> QSize:
        """Return the height of the row."""
        return QSize(100, _HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heads over their columns."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline below the heads."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(self._look.tokens.hairline))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
            self._arrange()
        super().changeEvent(event)
