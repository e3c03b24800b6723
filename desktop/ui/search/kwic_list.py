"""The list of the concordance's lines: a click and the arrows go to their places, and the keyboard stays here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop.ui.search.kwic_delegate import KwicDelegate
from desktop.ui.search.place_list import ENTER, PlaceList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look
    from desktop.ui.search.kwic_model import KwicModel

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class KwicList(PlaceList):
    """A view of a `KwicModel` whose rows are all as high, so that any number of them is quick."""

    entered = Signal()
    """Emitted for Return: the keyboard is to go to the page."""

    stepped = Signal(int)
    """Emitted with -1 or 1 for the arrows that go sideways."""

    def __init__(self, model: KwicModel, look: Look, parent: QWidget) -> None:
        super().__init__("concordanceLines", model, parent)
        self.setItemDelegate(KwicDelegate(look, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the lines, visiting each; the other keys are signals."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if key in ENTER:
            if row < 0 < self.model().rowCount():
                self.visited.emit(0)
            self.entered.emit()
        elif key is Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _SIDEWAYS and not event.modifiers():
            self.stepped.emit(_SIDEWAYS[key])
        elif key is Qt.Key.Key_Up and row <= 0:
            self.raised.emit()
        elif key is Qt.Key.Key_Down and not self.selectedIndexes():
            self.visited.emit(max(row, 0))  # Qt has made the first one current, which nobody has gone to
        else:
            super().keyPressEvent(event)
            now = self.currentIndex().row()
            if now >= 0 and (now != row or not self.selectedIndexes()):
                self.visited.emit(now)
