"""Journeys through the notes in the whole window: what is typed survives, the keyboard is where one expects it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPlainTextEdit, QWidget

from desktop.annotations import Color
from desktop.script import Script
from tests.disposal import dispose
from tests.ui.conftest import THREAD
from tests.ui.input_method import type_words
from tests.ui.marking import annotation_of, mark
from tests.ui.notes.notes_driver import NotesDriver, found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

NOTE = "與素人對舉"


@pytest.fixture
def made(window: MainWindow) -> str:
    """Return the id of a mark on the second answer."""
    return mark(window.session, "孤家寡人")


def _text(window: MainWindow) -> QPlainTextEdit:
    return found(window, QPlainTextEdit, "noteText")


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def _keyboard() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


# -- typed words survive --------------------------------------------------------------------------------------


def _another_author(window: MainWindow) -> None:
    authors = found(window, QListView, "authorList")
    place = authors.visualRect(authors.model().index(2, 0)).center()
    QTest.mouseClick(authors.viewport(), Qt.MouseButton.LeftButton, pos=place)
    authors.setFocus(Qt.FocusReason.MouseFocusReason)


def _another_card(window: MainWindow) -> None:
    NotesDriver(window.notes).click(mark(window.session, "特殊"))


def _another_encoding(window: MainWindow) -> None:
    window.session.opening.reopen("utf-8")


def _another_language(window: MainWindow) -> None:
    window.session.prefer(language="zh_Hans")


def _the_menu(window: MainWindow) -> None:
    for name in ("edit.undo", "edit.redo"):
        window.commands[name].trigger()


def _the_search_field(window: MainWindow) -> None:
    window.commands["find.open"].trigger()


def _closing(window: MainWindow) -> None:
    window.close()


LEAVING = [
    _another_author,
    _another_card,
    _another_encoding,
    _another_language,
    _the_menu,
    _the_search_field,
    _closing,
]


@pytest.mark.parametrize("leave", LEAVING)
def test_words_being_typed_survive(window: MainWindow, made: str, leave: Callable[[MainWindow], None]) -> None:
    session = window.session
    QTest.keyClick(window.page, Qt.Key.Key_N)
    type_words(_text(window), NOTE)
    leave(window)
    assert annotation_of(session, made).note == NOTE


def test_a_new_window_in_another_language_goes_on_with_the_note(window: MainWindow, made: str) -> None:
    session = window.session
    session.annotations.edit(made)
    type_words(_text(window), NOTE)
    _another_language(window)
    windows = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow" and w.isVisible()]
    text = found(windows[0], QPlainTextEdit, "noteText")
    assert (text.isVisible(), text.toPlainText()) == (True, NOTE)
    type_words(text, "。")
    assert windows[0].close()
    assert annotation_of(session, made).note == NOTE + "。"


def test_a_window_that_is_gone_does_not_hear_of_the_keyboard(qtbot: QtBot, window: MainWindow, made: str) -> None:
    from desktop.ui.window import MainWindow

    other = MainWindow(window.session, window.look)
    other.show()
    window.session.annotations.edit(made)
    dispose(other)
    for name in ("noteText", "noteTags"):
        found(window, QWidget, name).setFocus()
    type_words(_text(window), NOTE)
    window.page.setFocus()
    assert annotation_of(window.session, made).note == NOTE


# -- where the keyboard is ------------------------------------------------------------------------------------


def test_tab_walks_the_editor_as_it_is_read(window: MainWindow, made: str) -> None:
    window.session.annotations.edit(made)
    walked = [_keyboard()]
    for _ in range(4):
        _key(Qt.Key.Key_Tab)
        walked.append(_keyboard())
    assert walked == ["noteText", "noteTags", "dot.gamboge", "noteDelete", "noteDone"]


def test_a_note_opened_on_the_page_gives_the_keyboard_back_to_the_page(window: MainWindow, made: str) -> None:
    QTest.keyClick(window.page, Qt.Key.Key_N)
    assert _keyboard() == "noteText"
    _key(Qt.Key.Key_Escape)
    assert _keyboard() == "answerPage"
    assert window.session.state.notes.active == made


def test_a_note_opened_in_the_list_gives_it_back_to_the_list(window: MainWindow, made: str) -> None:
    NotesDriver(window.notes).click(made)
    window.notes.setFocus()
    _key(Qt.Key.Key_Return)
    assert _keyboard() == "noteText"
    _key(Qt.Key.Key_Escape)
    assert _keyboard() == "notesList"
    QTest.keyClick(window.page, Qt.Key.Key_N)
    _key(Qt.Key.Key_Escape)
    assert _keyboard() == "answerPage"


def test_return_in_the_tags_is_done(window: MainWindow, made: str) -> None:
    window.session.annotations.edit(made)
    _key(Qt.Key.Key_Tab)
    type_words(found(window, QLineEdit, "noteTags"), "對照")
    _key(Qt.Key.Key_Return)
    assert window.session.state.notes.editing is None
    assert annotation_of(window.session, made).tags == ("對照",)


def test_tab_goes_through_the_panel_and_back_out_of_it(window: MainWindow, made: str) -> None:
    window.notes.setFocus()
    dots = [f"dot.{color}" for color in reversed(Color)]
    inside = ["notesList", "notesHere", *dots, "notesFilter"]
    walked = [_keyboard()]
    for _ in inside:
        _key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        walked.append(_keyboard())
    assert walked[:-1] == inside
    assert walked[-1] not in inside


@pytest.mark.parametrize("words", ["", "無此語"])
def test_the_panel_takes_the_keyboard_without_a_list_too(window: MainWindow, words: str) -> None:
    if words:
        mark(window.session, "天然")
        type_words(found(window, QLineEdit, "notesFilter"), words)
    window.commands["focus.notes"].trigger()
    widget = QApplication.focusWidget()
    assert widget is not None
    assert window.notes is widget or window.notes.isAncestorOf(widget)


def test_walking_the_cards_takes_page_and_sidebar_along_and_keeps_the_keyboard(window: MainWindow, made: str) -> None:
    mark(window.session, "戰略家")
    notes = NotesDriver(window.notes)
    notes.click(notes.cards[0].data(Qt.ItemDataRole.UserRole + 1))
    window.notes.setFocus()
    assert found(window, QListView, "authorList").currentIndex().row() == 0
    _key(Qt.Key.Key_Down)
    assert found(window, QListView, "authorList").currentIndex().row() == 1
    assert "建章看世界" in window.page.toPlainText()
    assert window.session.state.notes.active == made
    assert _keyboard() == "notesList"


def test_letters_on_the_list_are_commands_of_the_window(window: MainWindow, made: str) -> None:
    NotesDriver(window.notes).click(made)
    window.notes.setFocus()
    _key(Qt.Key.Key_J)
    assert window.session.state.pane.answer == 2


def test_going_to_another_note_closes_the_editor(window: MainWindow, made: str) -> None:
    window.session.annotations.edit(made)
    _another_card(window)
    assert window.session.state.notes.editing is None
    assert not _text(window).isVisible()


def test_reading_on_leaves_the_editor_open(window: MainWindow, made: str) -> None:
    window.session.annotations.edit(made)
    _another_author(window)
    assert window.session.state.notes.editing == made
    assert _text(window).isVisible()


# -- the filter -----------------------------------------------------------------------------------------------


def test_a_filter_survives_a_flip_and_not_another_thread(window: MainWindow, tmp_path: Path) -> None:
    for words in ("天然", "特殊"):
        mark(window.session, words)
    field = found(window, QLineEdit, "notesFilter")
    type_words(field, "天然")
    window.session.show_script(Script.SIMPLIFIED)
    notes = NotesDriver(window.notes)
    assert (field.text(), notes.quotes) == ("天然", ["天然"])
    other = tmp_path / "other.txt"
    other.write_text(THREAD.replace("特朗普", "川普"), encoding="utf-8")
    window.session.shelf.open(other)
    mark(window.session, "特殊")
    assert (field.text(), notes.quotes) == ("", ["特殊"])


def test_esc_on_the_page_closes_the_note_that_was_left_open(window: MainWindow, made: str) -> None:
    window.session.annotations.edit(made)
    type_words(_text(window), NOTE)
    QTest.mouseClick(window.page.viewport(), Qt.MouseButton.LeftButton, pos=window.page.viewport().rect().center())
    assert _keyboard() == "answerPage"
    _key(Qt.Key.Key_Escape)
    assert (window.session.state.notes.editing, annotation_of(window.session, made).note) == (None, NOTE)
