"""The find bar: searching while typing, stepping, and leaving, worked with real keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.script import Script
from desktop.session import Search
from desktop.session.search import FoundNote, SearchMode, SearchScope
from desktop.ui.bar.find_bar import FindBar
from tests.ui.input_method import type_words
from tests.ui.marking import mark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


@pytest.fixture
def bar(qtbot: QtBot, session: Session, look: Look) -> FindBar:
    widget = FindBar(session, look)
    widget.complete()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.setFocus()
    return widget


def _field(bar: FindBar) -> QLineEdit:
    field = bar.findChild(QLineEdit, "findField")
    assert isinstance(field, QLineEdit)
    return field


def _count(bar: FindBar) -> str:
    label = bar.findChild(QLabel, "findCount")
    assert isinstance(label, QLabel)
    return label.text()


def _current(session: Session) -> int | None:
    return session.state.pane.hit


def test_words_are_looked_for_soon_after_they_are_typed(qtbot: QtBot, bar: FindBar, session: Session) -> None:
    type_words(_field(bar), "特朗普")
    assert session.state.search is None
    qtbot.waitUntil(lambda: session.state.search is not None, timeout=1_000)
    assert _count(bar) == "1 / 3"
    assert _field(bar).hasFocus()


def test_words_of_one_script_find_those_of_the_other(bar: FindBar) -> None:
    type_words(_field(bar), "战略家")
    QTest.keyClick(_field(bar), Qt.Key.Key_Return)
    assert _count(bar) == "1 / 1"


def test_return_and_f3_go_on_and_with_shift_back(bar: FindBar, session: Session) -> None:
    bar.open_with("特朗普")
    shift = Qt.KeyboardModifier.ShiftModifier
    none = Qt.KeyboardModifier.NoModifier
    visited = [_current(session)]
    for key, modifier in (
        (Qt.Key.Key_Return, none),
        (Qt.Key.Key_F3, none),
        (Qt.Key.Key_Return, none),
        (Qt.Key.Key_Return, shift),
        (Qt.Key.Key_F3, shift),
    ):
        QTest.keyClick(_field(bar), key, modifier)
        visited.append(_current(session))
    assert visited == [0, 1, 2, 0, 2, 1]
    assert _count(bar) == "2 / 3"


def test_return_does_not_wait_for_the_timer(bar: FindBar, session: Session) -> None:
    type_words(_field(bar), "美國")
    QTest.keyClick(_field(bar), Qt.Key.Key_Return)
    assert _current(session) == 0


def test_what_is_nowhere_counts_zero_and_wears_the_problem_edge(bar: FindBar, look: Look) -> None:
    bar.open_with("無此詞")
    assert _count(bar) == "0"
    picture = _field(bar).grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2).name().upper() == look.tokens.problem.upper()
    bar.open_with("美國")
    picture = _field(bar).grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2).name().upper() != look.tokens.problem.upper()


def test_escape_clears_and_leaves(qtbot: QtBot, bar: FindBar, session: Session) -> None:
    bar.open_with("美國")
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(_field(bar), Qt.Key.Key_Escape)
    assert session.state.search is None
    assert (_field(bar).text(), _count(bar)) == ("", "")


def test_escape_reaches_the_field_before_a_shortcut_of_the_window(qtbot: QtBot, session: Session, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = FindBar(session, look)
    QVBoxLayout(window).addWidget(bar)
    action = QAction(window)
    action.setShortcut("Esc")
    window.addAction(action)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    bar.open_with("美國")
    taken: list[bool] = []
    action.triggered.connect(lambda: taken.append(True))
    QTest.keyClick(_field(bar), Qt.Key.Key_Escape)
    assert taken == []
    assert _field(bar).text() == ""


def test_the_clear_button_is_there_when_it_has_something_to_clear(bar: FindBar, session: Session) -> None:
    button = bar.findChild(QToolButton, "findClear")
    assert isinstance(button, QToolButton)
    assert not button.isVisible()
    bar.open_with("美國")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.state.search is None
    assert _field(bar).text() == ""
    assert _field(bar).hasFocus()
    assert not button.isVisible()


def test_opening_selects_what_was_looked_for(bar: FindBar) -> None:
    bar.open_with("美國")
    _field(bar).deselect()
    bar.open_with(None)
    assert _field(bar).selectedText() == "美國"


def test_a_search_that_began_elsewhere_is_shown(bar: FindBar, session: Session) -> None:
    session.searching.look_for("特朗普")
    assert _field(bar).text() == "特朗普"
    session.searching.close()
    assert (_field(bar).text(), _count(bar)) == ("", "")


def test_the_count_never_covers_the_words(bar: FindBar) -> None:
    bar.open_with("特朗普")
    label = bar.findChild(QLabel, "findCount")
    assert isinstance(label, QLabel)
    margins = _field(bar).textMargins()
    assert _field(bar).width() - margins.right() <= label.geometry().left() + 2


# -- where it is, and on from there ---------------------------------------------------------------------------------


def _author(bar: FindBar) -> str:
    label = bar.findChild(QLabel, "findAuthor")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def _button(bar: FindBar, name: str) -> QToolButton:
    button = bar.findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    return button


def test_it_says_whose_answer_the_place_is_in_as_the_name_is_shown(bar: FindBar, session: Session) -> None:
    bar.setFixedWidth(bar.sizeHint().width() + 200)
    bar.open_with("結盟")
    assert (_count(bar), _author(bar)) == ("1 / 3", "杜達特洛夫斯基")
    QTest.keyClick(_field(bar), Qt.Key.Key_Return)
    QTest.keyClick(_field(bar), Qt.Key.Key_Return)
    assert (_count(bar), _author(bar)) == ("3 / 3", "毛開雲")
    session.show_script(Script.SIMPLIFIED)
    assert _author(bar) == "毛开云"
    assert "毛开云" in _field(bar).accessibleDescription()
    bar.open_with("無此詞")
    assert _author(bar) == ""


def test_the_author_gives_way_to_the_words_that_are_looked_for(bar: FindBar) -> None:
    bar.setFixedWidth(bar.minimumSizeHint().width())
    bar.open_with("特朗普")
    assert (_author(bar), _count(bar)) == ("", "1 / 3")
    bar.setFixedWidth(400)
    assert _author(bar) == "杜達特洛夫斯基"


def test_buttons_step_and_teach_their_keys(bar: FindBar, session: Session) -> None:
    back, on = _button(bar, "findPrevious"), _button(bar, "findNext")
    assert not (back.isVisible() or on.isVisible()), "there is nothing to step through"
    bar.open_with("特朗普")
    visited: list[int | None] = []
    for button in (on, on, on, back):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        visited.append(_current(session))
    assert visited == [1, 2, 0, 2]
    assert (back.accessibleName(), on.accessibleName()) == ("Previous place", "Next place")
    assert "Shift+F3" in back.toolTip()
    assert "F3" in on.toolTip()
    assert _field(bar).hasFocus(), "a click leaves the keyboard where it is"
    bar.open_with("無此詞")
    assert not (back.isEnabled() or on.isEnabled())


def test_what_was_looked_for_last_is_there_again_selected_and_nobody_is_moved(bar: FindBar, session: Session) -> None:
    bar.open_with("建章")
    bar.open_with("美國")
    QTest.keyClick(_field(bar), Qt.Key.Key_Escape)
    session.show_answer(2)
    bar.open_with(None)
    assert _field(bar).selectedText() == "美國"
    assert _count(bar) == "3"
    assert (session.state.pane.answer, session.state.pane.goal) == (2, None)
    QTest.keyClick(_field(bar), Qt.Key.Key_Return)
    assert _current(session) == 0, "round the end"


def test_escape_leads_back_unless_one_has_gone_on(bar: FindBar, session: Session) -> None:
    session.show_answer(2)
    bar.open_with("特朗普")
    assert session.state.pane.answer == 0
    QTest.keyClick(_field(bar), Qt.Key.Key_Escape)
    assert session.state.pane.answer == 2
    bar.open_with("特朗普")
    QTest.keyClick(_field(bar), Qt.Key.Key_Return)
    QTest.keyClick(_field(bar), Qt.Key.Key_Escape)
    assert session.state.pane.answer == 1


def test_taking_back_all_that_was_typed_leads_back(bar: FindBar, session: Session, qtbot: QtBot) -> None:
    session.show_answer(2)
    type_words(_field(bar), "特朗普")
    qtbot.waitUntil(lambda: session.state.pane.answer == 0, timeout=1_000)
    for _ in "特朗普":
        QTest.keyClick(_field(bar), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: session.state.pane.answer == 2, timeout=1_000)
    assert session.state.search is None


def test_return_right_after_typing_goes_on_as_well(bar: FindBar, session: Session) -> None:
    session.show_answer(2)
    type_words(_field(bar), "特朗普")
    QTest.keyClick(_field(bar), Qt.Key.Key_Return)
    QTest.keyClick(_field(bar), Qt.Key.Key_Escape)
    assert session.state.pane.answer == 0


def test_while_a_long_thread_is_searched_nothing_is_said_to_be_missing(bar: FindBar, session: Session) -> None:
    session.replace(search=Search("美國", (), under_way=True))
    assert _count(bar) == "…"
    picture = _field(bar).grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2).name().upper() != bar_problem(bar)


def bar_problem(bar: FindBar) -> str:
    """Return the colour of the field's edge for words that are nowhere."""
    bar.open_with("無此詞")
    picture = _field(bar).grab().toImage()
    return picture.pixelColor(0, picture.height() // 2).name().upper()


def test_in_the_notes_the_notes_are_counted(qtbot: QtBot, bar: FindBar, session: Session) -> None:
    mark(session, "戰略家", note="這是誰？")
    session.searching.look_as(SearchMode(scope=SearchScope.NOTES))
    session.searching.look_for("谁", staying=True)
    qtbot.waitUntil(lambda: _count(bar) == "Notes 1")
    session.searching.look_for("誰也沒寫", staying=True)
    qtbot.waitUntil(lambda: _count(bar) == "Notes 0")


def test_a_note_without_a_place_is_not_in_vain(bar: FindBar, session: Session) -> None:
    search = Search("誰", (), notes=(FoundNote("1", "這是誰？", 2, 3),))
    session.replace(search_mode=SearchMode(scope=SearchScope.NOTES), search=search)
    assert _count(bar) == "Notes 1"
    sheet = _field(bar).styleSheet()
    session.replace(search=replace(search, notes=()))
    assert _field(bar).styleSheet() != sheet, "the edge says when nothing was found"
