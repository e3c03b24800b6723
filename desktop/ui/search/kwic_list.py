"""The list of the concordance's lines: a click and the arrows go to their places, and the keyboard stays here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.ui.search.kwic_delegate import KwicDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look
    from desktop.ui.search.kwic_model import KwicModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class KwicList(QListView):
    """A view of a `KwicModel` whose rows are all as high, so that any number of them is quick."""

    visited = Signal(int)
    """Emitted with the row that the reader goes to."""

    entered = Signal()
    """Emitted for Return: the keyboard is to go to the page."""

    cancelled = Signal()
    """Emitted for Escape."""

    stepped = Signal(int)
    """Emitted with -1 or 1 for the arrows that go sideways."""

    raised = Signal()
    """Emitted for Up on the first row: the keyboard is to go to the field."""

    def __init__(self, model: KwicModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("concordanceLines")
        self.setModel(model)
        self.setItemDelegate(KwicDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def stand_on(self, row: int) -> None:
        """Make `row` the current one and have it in sight; -1: none."""
        index = self.model().index(row, 0)
        if not index.isValid():
            self.clearSelection()
        elif index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def event(self, event: QEvent) -> bool:
        """Claim Escape before a shortcut of the window takes it."""
        if isinstance(event, QKeyEvent) and _claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the lines, visiting each; the other keys are signals."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if key in _ENTER:
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

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 (Qt's name)
        """Let letters be the window's commands."""

    def _on_clicked(self, index: QModelIndex) -> None:
        self.visited.emit(index.row())


def _claims(event: QKeyEvent) -> bool:
    """Tell whether this is the question if Escape is a shortcut or a key for the list."""
    return event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape
