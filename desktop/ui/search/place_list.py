"""A list of places in the thread: a click and the arrows go to them, and the keyboard stays here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex
    from PySide6.QtWidgets import QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceList(QListView):
    """A view of places whose rows are all as high, so that any number of them is quick.

    What draws a row, and what the keys do, is for each kind of list to say.
    """

    visited = Signal(int)
    """Emitted with the row that the reader goes to."""

    cancelled = Signal()
    """Emitted for Escape."""

    raised = Signal()
    """Emitted for Up on the first row that can be gone to: the keyboard is to go to the field."""

    def __init__(self, name: str, model: QAbstractItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setModel(model)
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

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 (Qt's name)
        """Let letters be the window's commands."""

    def _on_clicked(self, index: QModelIndex) -> None:
        self.visited.emit(index.row())


def _claims(event: QKeyEvent) -> bool:
    """Tell whether this is the question if Escape is a shortcut or a key for the list."""
    return event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape
