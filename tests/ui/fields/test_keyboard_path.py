"""Where the keyboard goes when what has it goes away: straight there, for a screen reader tells of each stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.session import NoticeKind
from tests.ui.input_method import type_words
from tests.ui.marking import mark
from tests.ui.notes.notes_driver import NotesDriver, found

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.window import MainWindow


def _escape(window: MainWindow) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Escape)


def _press(name: str) -> Callable[[MainWindow], None]:
    def press(window: MainWindow) -> None:
        button = found(window, QWidget, name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    return press


def _a_note_opened_on_the_page(window: MainWindow) -> None:
    mark(window.session, "孤家寡人")
    window.page.setFocus()
    QTest.keyClick(window.page, Qt.Key.Key_N)


def _a_note_opened_in_the_list(window: MainWindow) -> None:
    made = mark(window.session, "孤家寡人")
    NotesDriver(window.notes).click(made)
    window.notes.setFocus()
    QTest.keyClick(found(window, QWidget, "notesList"), Qt.Key.Key_Return)


def _tags_of_a_note(window: MainWindow) -> None:
    _a_note_opened_in_the_list(window)
    found(window, QWidget, "noteTags").setFocus()


def _the_search(window: MainWindow) -> None:
    window.commands["find.open"].trigger()
    type_words(found(window, QLineEdit, "findField"), "特")


def _a_filter_that_hides_all(window: MainWindow) -> None:
    mark(window.session, "孤家寡人")
    type_words(found(window, QLineEdit, "notesFilter"), "無此語")
    found(window, QWidget, "notesShowAll").setFocus()


def _the_last_note(window: MainWindow) -> None:
    made = mark(window.session, "孤家寡人")
    NotesDriver(window.notes).click(made)
    window.notes.setFocus()


def _a_notice(window: MainWindow) -> None:
    window.session.notify("not-a-file", NoticeKind.PROBLEM)
    found(window, QWidget, "noticeClose").setFocus()


def _the_panel(window: MainWindow) -> None:
    mark(window.session, "孤家寡人")
    window.commands["focus.notes"].trigger()


def _the_authors(window: MainWindow) -> None:
    window.commands["focus.authors"].trigger()


def _delete(window: MainWindow) -> None:
    QTest.keyClick(found(window, QWidget, "notesList"), Qt.Key.Key_Delete)


def _run(name: str) -> Callable[[MainWindow], None]:
    return lambda window: window.commands[name].trigger()


WAYS: list[tuple[Callable[[MainWindow], None], Callable[[MainWindow], None], str]] = [
    (_a_note_opened_on_the_page, _escape, "answerPage"),
    (_a_note_opened_in_the_list, _escape, "notesList"),
    (_a_note_opened_in_the_list, _press("noteDone"), "notesList"),
    (_a_note_opened_on_the_page, _press("noteDone"), "answerPage"),
    (_a_note_opened_in_the_list, _press("noteDelete"), "answerPage"),
    (_tags_of_a_note, _escape, "notesList"),
    (_the_search, _escape, "answerPage"),
    (_a_filter_that_hides_all, _press("notesShowAll"), "notesList"),
    (_the_last_note, _delete, "answerPage"),
    (_a_notice, _press("noticeClose"), "answerPage"),
    (_the_panel, _run("panel.notes"), "answerPage"),
    (_the_authors, _run("panel.sidebar"), "answerPage"),
    (_a_note_opened_in_the_list, _run("panel.notes"), "answerPage"),
]


@pytest.mark.parametrize(("begin", "end", "goal"), WAYS)
def test_the_keyboard_goes_straight_to_where_the_reader_goes_on(
    window: MainWindow, begin: Callable[[MainWindow], None], end: Callable[[MainWindow], None], goal: str
) -> None:
    begin(window)
    QTest.qWait(0)
    stops: list[str] = []

    def note(_old: QWidget | None, now: QWidget | None) -> None:
        stops.append(now.objectName() if now else "")

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(note)
    end(window)
    QTest.qWait(0)
    app.focusChanged.disconnect(note)
    button = ["noteDone", "noteDelete", "notesShowAll", "noticeClose"]
    assert [stop for stop in stops if stop not in button] == [goal]
