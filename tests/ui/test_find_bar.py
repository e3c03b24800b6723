"""The find bar: searching while typing, stepping, and leaving, worked with real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.ui.find_bar import FindBar
from tests.ui.input_method import type_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look import Look


@pytest.fixture
def bar(qtbot: QtBot, session: Session, look: Look) -> FindBar:
    widget = FindBar(session, look)
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
    return session.state.search.current if session.state.search else None


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
