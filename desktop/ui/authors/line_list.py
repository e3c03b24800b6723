"""The list of lines: a click or Space says of one that it is a name, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.ui.authors.line_delegate import LineDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from desktop.ui.authors.line_model import LineModel
    from desktop.ui.look.look import Look

_TURNING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class LineList(QListView):
    """A view of a `LineModel` that is quick for any number of lines."""

    turned = Signal(int)
    """Emitted with the row of which the reader says that it is what it isn't."""

    typed = Signal(str)
    """Emitted with a letter that was typed here, and is meant for the field."""

    def __init__(self, model: LineModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lineList")
        self.setModel(model)
        self.setItemDelegate(LineDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def show_row(self, row: int) -> None:
        """Make `row` the current one, with what is around it in sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Space and Return turn the row that the keyboard is on, and letters go to the field."""
        if event.key() in _TURNING and self.currentIndex().isValid():
            self.turned.emit(self.currentIndex().row())
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & ~_SHIFT:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.turned.emit(index.row())


_SHIFT = Qt.KeyboardModifier.ShiftModifier
