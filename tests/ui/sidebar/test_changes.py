"""A newer save in the window: marks in the sidebar, an answer that is gone, and the words of an edited one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QTextEdit

from desktop.ui.sidebar.author_model import AuthorRole
from tests.session.executors import deliver

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def renewed(window: MainWindow, qtbot: QtBot, thread: Path) -> MainWindow:
    """Return the window with the small thread read again: an answer is new, one was edited, one is gone."""
    window.session.begin()
    deliver()
    text = thread.read_text("utf-8").replace("永遠不可能結盟", "也許會結盟").replace("毛開雲", "新來的")
    text = text[: text.index("美俄關係")] + "這是後來才有的回答,從前沒有人這麼說過。\n"
    thread.write_text(text, "utf-8")
    window.session.opening.reload()
    deliver()
    qtbot.waitUntil(lambda: window.session.state.changes.renewal is not None)
    return window


def authors(window: MainWindow) -> QListView:
    view = window.sidebar.findChild(QListView, "authorList")
    assert isinstance(view, QListView)
    return view


def row(window: MainWindow, number: int) -> QModelIndex:
    return authors(window).model().index(number, 0)


def test_rows_say_what_became_of_an_answer(renewed: MainWindow) -> None:
    changes = [row(renewed, number).data(AuthorRole.CHANGE) for number in range(5)]
    assert changes == ["", "edited", "new", "", ""]
    spoken = [str(row(renewed, number).data(SPOKEN)) for number in range(5)]
    assert "edited" in spoken[1]
    assert "new" in spoken[2]
    assert (spoken[3].split(",")[0], "毛開雲" in spoken[4], "gone since" in spoken[4]) == (
        "1 answer gone",
        True,
        True,
    )


def test_only_a_click_or_return_goes_to_an_answer_that_is_gone(renewed: MainWindow, qtbot: QtBot) -> None:
    view, session = authors(renewed), renewed.session
    view.setFocus()
    view.setCurrentIndex(row(renewed, 4))
    QApplication.processEvents()
    assert session.state.changes.visit is None
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.state.changes.visit is not None)
    assert (view.currentIndex().data(), view.currentIndex().data(AuthorRole.CHANGE)) == ("毛開雲", "gone since")
    back = renewed.notices.findChild(QPushButton, "noticeOffer.changes.back")
    assert back is not None
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert session.state.changes.visit is None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(row(renewed, 4)).center())
    qtbot.waitUntil(lambda: session.state.changes.visit is not None)
    assert view.currentIndex().data() == "毛開雲"


def test_the_words_that_came_and_went_are_told_apart_without_colour(renewed: MainWindow, qtbot: QtBot) -> None:
    renewed.session.show_answer(1)
    renewed.dialogs.show_changes()
    dialog = QApplication.activeModalWidget()
    view = dialog.findChild(QTextEdit, "changedWords") if dialog is not None else None
    assert dialog is not None
    assert view is not None
    qtbot.waitUntil(lambda: "死敵" in view.toPlainText())
    cursor = view.textCursor()
    formats: dict[str, tuple[bool, bool]] = {}
    for place, char in enumerate(view.toPlainText(), start=1):
        cursor.setPosition(place)
        formats[char] = cursor.charFormat().fontUnderline(), cursor.charFormat().fontStrikeOut()
    assert (formats["許"], formats["永"], formats["敵"]) == ((True, False), (False, True), (False, False))
    assert "永遠不可能" in view.accessibleDescription()
    dialog.close()
