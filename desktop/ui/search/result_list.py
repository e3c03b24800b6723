"""The list of what a search found: the arrows and a click go to a place, and the keyboard stays here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.ui.search.result_delegate import ResultDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look
    from desktop.ui.search.result_model import ResultModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultList(QListView):
    """A view of a `ResultModel` whose rows are all as high, so that any number of them is quick."""

    visited = Signal(int)
    """Emitted with the row that the reader goes to."""

    entered = Signal(int)
    """Emitted with the row for Return: the keyboard is to go to it."""

    cancelled = Signal()
    """Emitted for Escape."""

    raised = Signal()
    """Emitted for Up on the first row that can be gone to."""

    def __init__(self, model: ResultModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setObjectName("searchResults")
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def stand_on(self, row: int) -> None:
        """Make `row` the current one and have it in sight; -1: none."""
        index = self._rows.index(row, 0)
        if not index.isValid():
            self.clearSelection()
        elif index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def begin(self) -> None:
        """Go to the first row that is no heading."""
        first = 0 if self._rows.note_at(0) is not None else 1
        self.stand_on(first)
        self.visited.emit(first)

    def event(self, event: QEvent) -> bool:
        """Claim Escape before a shortcut of the window takes it."""
        if isinstance(event, QKeyEvent) and _claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the rows, visiting each; the other keys are signals."""
        key, row = Qt.Key(event.key()), self.currentIndex().row()
        if key in _ENTER:
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

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 (Qt's name)
        """Let letters be the window's commands."""

    def _on_clicked(self, index: QModelIndex) -> None:
        self.visited.emit(index.row())


def _claims(event: QKeyEvent) -> bool:
    """Tell whether this is the question if Escape is a shortcut or a key for the list."""
    return event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape
