"""Words in the middle of being composed, in every field of the app: kept once, wherever the keyboard goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.fields.composing import Composition
from desktop.ui.fields.entry import EntryField
from desktop.ui.notes.note_text import NoteText
from tests.ui.input_method import compose, type_words
from tests.ui.marking import mark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow


class Pair(QWidget):
    """Two fields, the first with the keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.line, self.text = EntryField(self), NoteText(self)
        column = QVBoxLayout(self)
        for field in (self.line, self.text):
            column.addWidget(field)
        qtbot.addWidget(self)
        with qtbot.waitActive(self):
            self.show()
        self.line.setFocus()


@pytest.fixture
def pair(qtbot: QtBot) -> Pair:
    return Pair(qtbot)


def test_what_is_displayed_is_kept_when_the_keyboard_goes(pair: Pair) -> None:
    heard: list[str] = []
    pair.line.textEdited.connect(heard.append)
    type_words(pair.line, "同")
    compose(pair.line, "yu")
    pair.text.setFocus()
    compose(pair.text, "su")
    pair.line.setFocus()
    assert (pair.line.text(), pair.text.words) == ("同yu", "su")
    assert heard[-1] == "同yu"


def test_what_is_displayed_is_kept_when_the_cursor_is_put_elsewhere(pair: Pair) -> None:
    compose(pair.line, "yu")
    QTest.mouseClick(pair.line, Qt.MouseButton.LeftButton, pos=QPoint(pair.line.width() - 4, 8))
    assert pair.line.text() == "yu"


def test_what_is_let_go_of_while_the_keyboard_goes_is_kept(pair: Pair) -> None:
    """Qt tells the input method to end first, and says that the keyboard goes afterwards."""
    compose(pair.line, "yu")
    compose(pair.line, "")
    pair.text.setFocus()
    assert pair.line.text() == "yu"


def test_what_the_reader_gave_up_is_not_kept(qtbot: QtBot, pair: Pair) -> None:
    compose(pair.line, "yu")
    compose(pair.line, "")
    turn = pair.line.composition.findChild(QTimer)
    assert turn is not None
    qtbot.waitUntil(lambda: not turn.isActive())
    pair.text.setFocus()
    assert pair.line.text() == ""


class Committing:
    """An input method that commits words of its own when it is told to end."""

    def __init__(self, field: QWidget, words: str) -> None:
        self._field, self._words = field, words

    def commit(self) -> None:
        type_words(self._field, self._words)


def test_an_input_method_that_commits_has_its_own_words(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    method = Committing(pair.line, "與")
    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: method)
    compose(pair.line, "yu")
    pair.text.setFocus()
    assert (pair.line.text(), pair.text.words) == ("與", "")


def test_words_of_a_note_are_read_as_they_are_displayed(pair: Pair) -> None:
    pair.text.put("甲𠮷\n乙丙")
    pair.text.moveCursor(pair.text.textCursor().MoveOperation.Left)
    compose(pair.text, "yu")
    assert pair.text.words == "甲𠮷\n乙yu丙"


# -- every field of the app -----------------------------------------------------------------------------------


@pytest.mark.parametrize("door", ["find.open", "keywords.add", "annotate.tag", "script.corrections", "help.palette"])
def test_no_field_loses_what_is_composed_in_it(window: MainWindow, door: str) -> None:
    window.session.annotations.edit(mark(window.session, "結盟"))
    window.commands[door].trigger()
    fields = [field for kind in (QLineEdit, QPlainTextEdit) for field in window.findChildren(kind)]
    assert {"noteText", "noteTags", "notesFilter", "findField"} <= {field.objectName() for field in fields}
    for field in fields:
        assert field.isReadOnly() or field.findChild(Composition), field.objectName()
    for dialog in window.findChildren(QDialog):
        dialog.close()


# -- where candidates stand -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["line", "text"])
def test_candidates_stand_at_the_word(pair: Pair, name: str) -> None:
    """The place that an input method is told is that of the cursor, whatever lies around it; half a line is given."""
    field: QWidget = getattr(pair, name)
    field.setStyleSheet("QLineEdit, QPlainTextEdit { padding: 40px 60px; border: 3px solid black; }")
    field.setFocus()
    type_words(field, "與素")
    field.grab()
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImCursorRectangle | Qt.InputMethodQuery.ImAnchorRectangle)
    QCoreApplication.sendEvent(field, asked)
    words = field.fontMetrics().horizontalAdvance("與素")
    for query in (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle):
        place = QRectF(asked.value(query)).center()
        assert abs(place.x() - (63 + words)) < 8, query
        middle = field.height() / 2 if name == "line" else 43 + field.fontMetrics().height() / 2
        assert abs(place.y() - middle) < 8, query
