"""The note editor on a desk of its own, with another field beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.notes.note_editor import NoteEditor
from desktop.ui.notes.note_text import NoteText
from tests.ui.marking import annotation_of, mark
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


class Desk(QWidget):
    """The editor with a field beside it, for the keyboard to go to."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session = session
        self.beside = QLineEdit(self)
        self.editor = NoteEditor(session, look, self)
        column = QVBoxLayout(self)
        column.addWidget(self.beside)
        column.addWidget(self.editor)
        column.addStretch()
        self.text = found(self.editor, NoteText, "noteText")
        self.tags = found(self.editor, QLineEdit, "noteTags")
        self.id = ""

    def open(self, annotation_id: str) -> None:
        """Open the note of an annotation."""
        self.id = annotation_id
        self.session.annotations.edit(annotation_id)

    def press(self, name: str) -> None:
        """Click one of the editor's buttons."""
        QTest.mouseClick(found(self.editor, QPushButton, name), Qt.MouseButton.LeftButton)

    @property
    def note(self) -> str:
        """The note as the state has it."""
        return annotation_of(self.session, self.id).note


def desk_with(qtbot: QtBot, session: Session, look: Look, words: str) -> Desk:
    """Return the editor, open on a fresh mark on `words`, with the keyboard in it."""
    desk = Desk(session, look)
    qtbot.addWidget(desk)
    desk.resize(320, 500)
    with qtbot.waitActive(desk):
        desk.show()
    desk.open(mark(session, words))
    return desk
