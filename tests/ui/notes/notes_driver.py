"""The notes panel as a reader works it: with the mouse and the keyboard, by what can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QToolButton, QWidget

from desktop.ui.notes.note_filter import FilterStrip
from desktop.ui.notes.note_list import NotesList
from desktop.ui.notes.note_model import CardRole

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPoint, QRect

    from desktop.ui.notes.panel import NotesPanel

T = TypeVar("T", bound=QWidget)


def found(parent: QWidget, kind: type[T], name: str = "") -> T:
    """Return the widget of this kind and object name in `parent`, which must be there."""
    widget = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert widget is not None
    return widget


class NotesDriver:
    """Finds what is in a panel by object name, clicks it, and reads it."""

    def __init__(self, panel: NotesPanel) -> None:
        self.panel = panel
        self.list = found(panel, NotesList, "notesList")
        self.field = found(panel, QLineEdit, "notesFilter")
        self.show_all = found(panel, QToolButton, "notesShowAll")

    @property
    def cards(self) -> list[QModelIndex]:
        """The cards from top to bottom, without the headings."""
        model = self.list.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        return [index for index in rows if index.data(CardRole.ID) is not None]

    @property
    def quotes(self) -> list[str]:
        """The words on the cards."""
        return [str(index.data()) for index in self.cards]

    @property
    def sentences(self) -> list[str]:
        """What the panel's labels say."""
        return [label.text() for label in self.panel.findChildren(QLabel) if label.isVisible()]

    def card(self, annotation_id: str) -> QModelIndex:
        """Return the card of an annotation."""
        return next(index for index in self.cards if index.data(CardRole.ID) == annotation_id)

    def place(self, annotation_id: str) -> QRect:
        """Return where the card of an annotation is, in pixels of the list's viewport."""
        return self.list.visualRect(self.card(annotation_id))

    def click(self, annotation_id: str) -> None:
        """Click the card of an annotation."""
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=self._middle(annotation_id))

    def double_click(self, annotation_id: str) -> None:
        """Double-click the card of an annotation."""
        QTest.mouseDClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=self._middle(annotation_id))

    def key(self, key: Qt.Key) -> None:
        """Press a key on the list."""
        QTest.keyClick(self.list, key)

    def filter_button(self, name: str) -> QAbstractButton:
        """Return a dot (`dot.rouge`) or the switch (`notesHere`) of the filter."""
        return found(self.panel if name == "notesHere" else found(self.panel, FilterStrip), QAbstractButton, name)

    def press(self, name: str) -> None:
        """Click a dot or the switch of the filter."""
        QTest.mouseClick(self.filter_button(name), Qt.MouseButton.LeftButton)

    def _middle(self, annotation_id: str) -> QPoint:
        return self.place(annotation_id).center()
