"""The list of what a search found: the arrows and a click go to a place, and the keyboard stays here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop.ui.search.place_list import ENTER, PlaceList
from desktop.ui.search.result_delegate import ResultDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look
    from desktop.ui.search.result_model import ResultModel


class ResultList(PlaceList):
    """A view of a `ResultModel` whose rows are all as high, so that any number of them is quick."""

    entered = Signal(int)
    """Emitted with the row for Return: the keyboard is to go to it."""

    def __init__(self, model: ResultModel, look: Look, parent: QWidget) -> None:
        super().__init__("searchResults", model, parent)
        self._rows = model
        self.setItemDelegate(ResultDelegate(look, self))

    def begin(self) -> None:
        """Go to the first row that is no heading."""
        first = 0 if self._rows.note_at(0) is not None else 1
        self.stand_on(first)
        self.visited.emit(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the rows, visiting each; the other keys are signals."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if key in ENTER:
            if row >= 0:
                self.entered.emit(row)
        elif key is Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
            now = self.currentIndex().row()
            if now >= 0 and now != row:
                self.visited.emit(now)
            elif key is Qt.Key.Key_Up:
                self.raised.emit()
