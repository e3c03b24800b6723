"""The dialog of authors: a click or Space says what a line is, and the sidebar follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QMenu, QPushButton, QToolButton
from shiboken6 import isValid

from desktop.script import Script
from desktop.session import SaveState
from desktop.ui.authors.authors_dialog import AuthorsDialog
from desktop.ui.authors.line_list import LineList
from desktop.ui.authors.line_model import LineRole, LineScope
from tests.ui.reading import point_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look
    from desktop.ui.window import MainWindow

FIRST, SECOND, THIRD = "杜達特洛夫斯基", "建章看世界", "毛開雲"
TITLE, LAST = "爲什麼美國與俄羅斯會面?兩國會結盟嗎?", "國家結盟的前提是要面對共同威脅。"


@pytest.fixture
def dialog(session: Session, look: Look, qtbot: QtBot) -> Iterator[AuthorsDialog]:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    dialog = AuthorsDialog(session, look, parent)
    dialog.open()
    yield dialog
    if isValid(dialog):
        dialog.close()


def view(dialog: AuthorsDialog) -> LineList:
    return dialog.findChildren(LineList)[0]


def rows(dialog: AuthorsDialog, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    model = view(dialog).model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def ticked(dialog: AuthorsDialog) -> list[object]:
    states = rows(dialog, Qt.ItemDataRole.CheckStateRole)
    return [words for words, state in zip(rows(dialog), states, strict=True) if state == Qt.CheckState.Checked]


def remark(dialog: AuthorsDialog, words: str) -> object:
    return rows(dialog, LineRole.REMARK)[rows(dialog).index(words)]


def click(dialog: AuthorsDialog, words: str) -> None:
    lines = view(dialog)
    index = lines.model().index(rows(dialog).index(words), 0)
    lines.scrollTo(index)
    place = lines.visualRect(index).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, place.y()))


def press(dialog: AuthorsDialog, name: str) -> None:
    dialog.findChildren(QPushButton, name)[0].click()


def choose(dialog: AuthorsDialog, scope: LineScope) -> None:
    dialog.findChildren(QToolButton, f"scope{scope.name.title()}")[0].click()


def authors(session: Session) -> list[str]:
    assert session.state.document is not None
    return [answer.author for answer in session.state.document.answers]


def test_names_and_what_could_be_one_are_listed_with_ticks_for_names(dialog: AuthorsDialog) -> None:
    assert ticked(dialog) == [FIRST, SECOND, THIRD]
    assert set(rows(dialog)) >= {TITLE, FIRST, SECOND, THIRD}
    assert LAST not in rows(dialog)
    assert remark(dialog, TITLE) == "the question"
    spoken = rows(dialog, Qt.ItemDataRole.AccessibleTextRole)
    assert f"{FIRST} · an author's name" in spoken


def test_the_reader_s_line_is_the_one_that_the_keyboard_is_on(session: Session, look: Look, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    session.show_answer(1)
    dialog = AuthorsDialog(session, look, parent)
    assert view(dialog).currentIndex().data() == SECOND


def test_a_click_takes_a_line_for_none_and_the_same_again_for_a_name(dialog: AuthorsDialog, session: Session) -> None:
    click(dialog, SECOND)
    assert (authors(session), ticked(dialog)) == ([FIRST, THIRD], [FIRST, THIRD])
    assert remark(dialog, SECOND) == "by you"
    counts = dialog.findChildren(QLabel, "authorCount")[0].text().split(" · ")
    assert [count[:6] for count in counts] == ["2 auth", "1 line"]
    click(dialog, SECOND)
    assert authors(session) == [FIRST, SECOND, THIRD]


def test_space_turns_the_line_that_the_keyboard_is_on(dialog: AuthorsDialog, session: Session) -> None:
    lines = view(dialog)
    lines.show_row(rows(dialog).index(THIRD))
    QTest.keyClick(lines, Qt.Key.Key_Space)
    assert authors(session) == [FIRST, SECOND]


def test_a_line_that_is_taken_for_none_stays_in_sight_until_another_list_is_asked_for(dialog: AuthorsDialog) -> None:
    choose(dialog, LineScope.NAMES)
    assert rows(dialog) == [FIRST, SECOND, THIRD]
    click(dialog, SECOND)
    assert rows(dialog) == [FIRST, SECOND, THIRD]


def test_all_lines_are_listed_and_the_last_says_why_it_is_none(dialog: AuthorsDialog, session: Session) -> None:
    choose(dialog, LineScope.ALL)
    assert len(rows(dialog)) == len(session.naming.rows)
    assert remark(dialog, LAST) == "nothing below"
    click(dialog, LAST)
    assert authors(session) == [FIRST, SECOND, THIRD]


def test_a_line_as_long_as_a_paragraph_says_why_it_is_none(
    dialog: AuthorsDialog, session: Session, tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text(f"{TITLE}\n\n\n{FIRST}\n\n\n{'水' * 201}\n\n\n{SECOND}\n\n\n{LAST}\n", "utf-8")
    session.shelf.open(long)
    choose(dialog, LineScope.ALL)
    before = session.state.document
    assert remark(dialog, "水" * 200) == "too long for a name"
    click(dialog, "水" * 200)
    assert session.state.document is before


def test_typing_narrows_the_list_in_either_script_and_return_turns_a_line(
    dialog: AuthorsDialog, session: Session
) -> None:
    choose(dialog, LineScope.ALL)
    QTest.keyClicks(view(dialog), "x")
    field = dialog.findChildren(QLineEdit, "lineField")[0]
    assert field.text() == "x"
    field.setText("战略家")
    [line] = rows(dialog)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert str(line) in authors(session)[1]


def test_the_keyboard_stays_on_its_line_when_nothing_is_listed_for_a_while(dialog: AuthorsDialog) -> None:
    view(dialog).show_row(rows(dialog).index(THIRD))
    field = dialog.findChildren(QLineEdit, "lineField")[0]
    field.setText("無人寫過")
    assert rows(dialog) == []
    field.setText("")
    assert view(dialog).currentIndex().data() == THIRD


def test_steps_are_taken_back_here_and_nothing_that_lies_behind(dialog: AuthorsDialog, session: Session) -> None:
    assert not dialog.findChildren(QPushButton, "authorsUndo")[0].isEnabled()
    click(dialog, SECOND)
    press(dialog, "authorsUndo")
    assert (authors(session), session.state.notice) == ([FIRST, SECOND, THIRD], None)
    press(dialog, "authorsRedo")
    assert authors(session) == [FIRST, THIRD]


def test_all_goes_back_to_what_was_recognised(dialog: AuthorsDialog, session: Session) -> None:
    click(dialog, SECOND)
    click(dialog, THIRD)
    press(dialog, "authorsReset")
    assert authors(session) == [FIRST, SECOND, THIRD]
    assert not dialog.findChildren(QPushButton, "authorsReset")[0].isEnabled()


def test_lines_are_shown_in_the_script_of_the_page(dialog: AuthorsDialog, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    assert ticked(dialog) == ["杜达特洛夫斯基", "建章看世界", "毛开云"]


def test_the_list_follows_a_file_that_is_read_again_and_closes_with_the_thread(
    dialog: AuthorsDialog, session: Session
) -> None:
    document = session.state.document
    assert document is not None
    document.path.write_text(document.text.replace(SECOND, "建章"), "utf-8")
    session.shelf.reload()
    assert ticked(dialog) == [FIRST, "建章", THIRD]
    page = document.path.with_suffix(".html")
    page.write_text("<!doctype html><title>一頁</title><article><h1>一頁</h1><p>話。</p></article>", "utf-8")
    session.shelf.open(page)
    assert not isValid(dialog) or not dialog.isVisible()


# -- in the window --------------------------------------------------------------------------------------------


def test_a_name_is_mended_on_the_page_and_the_sidebar_follows(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitExposed(window)
    names = window.findChildren(QListView, "authorList")[0].model()
    window.session.show_answer(1)
    window.commands["thread.unname"].trigger()
    assert [names.index(row, 0).data() for row in range(names.rowCount())] == [FIRST, THIRD]
    qtbot.waitUntil(lambda: window.session.state.saving is SaveState.SAVED)
    window.commands["edit.undo"].trigger()
    assert [names.index(row, 0).data() for row in range(names.rowCount())] == [FIRST, SECOND, THIRD]


def test_the_line_under_a_right_click_is_named_without_a_selection(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitExposed(window)
    names = window.findChildren(QListView, "authorList")[0].model()
    document = window.session.state.document
    assert document is not None
    line = document.answers[0].paragraphs[1].of(document.text)
    place = point_on(window.page, line[:6])
    QTest.mousePress(window.page.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert window.session.state.pane.selection is None
    window.commands["thread.name"].trigger()
    assert names.index(1, 0).data() == line


def test_a_thread_that_says_itself_who_wrote_says_why_nothing_can_be_said(window: MainWindow) -> None:
    document = window.session.state.document
    assert document is not None
    page = document.path.with_suffix(".html")
    page.write_text("<!doctype html><title>一頁</title><article><h1>一頁</h1><p>話。</p></article>", "utf-8")
    window.session.shelf.open(page)
    command = window.commands["thread.authors"]
    [menu] = [menu for menu in window.findChildren(QMenu) if menu.title() == "&Thread"]
    menu.aboutToShow.emit()
    assert (command.isEnabled(), command.text()) == (False, "&Authors…\tIts File Says Who Wrote")
    menu.aboutToHide.emit()
    assert command.text() == "&Authors…"
