"""The tip at a doubtful place: digits, arrows and Return choose, E means everywhere, Q goes on, Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from desktop.paths import DataFolder
from desktop.ui.look.look import Look
from desktop.ui.page.doubt_tip import DoubtTip
from tests.disposal import dispose
from tests.session.chosen import THREAD, lines, load_own_tables, reader_of
from tests.session.executors import deliver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.session import Session


@pytest.fixture(autouse=True, scope="module")
def _own_tables() -> None:
    load_own_tables()


@pytest.fixture
def reader(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "doubts.txt"
    path.write_text(THREAD, "utf-8")
    session = reader_of(DataFolder(tmp_path / "data").prepare(), path)
    session.words.begin()
    deliver()
    yield session
    session.stop()
    dispose(session)


@pytest.fixture
def left() -> list[int]:
    """Return what grows when the reader leaves."""
    return []


@pytest.fixture
def tip(reader: Session, qapp: QApplication, qtbot: QtBot, left: list[int]) -> DoubtTip:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    parent.show()
    place = QRect(parent.mapToGlobal(parent.rect().center()), parent.size() / 40)
    tip = DoubtTip(reader, Look(qapp, reader), parent, lambda _: [place], lambda: left.append(1))
    tip.step(1)
    deliver()
    return tip


def key(tip: DoubtTip, pressed: Qt.Key) -> None:
    QTest.keyClick(tip, pressed)
    deliver()


def said(tip: DoubtTip) -> list[str]:
    return [label.text() for label in tip.findChildren(QLabel)]


def test_it_shows_which_place_and_each_form_in_its_word_within_the_window(tip: DoubtTip) -> None:
    assert tip.isVisible()
    around = tip.parentWidget()
    assert around is not None
    assert around.rect().contains(tip.geometry())
    assert said(tip)[0] == "Doubtful place 1 of 1 in this answer"
    assert tip.accessibleName().split(" · ")[1:4] == ["的人說幹也幹了", "的人說乾也幹了", "的人說干也幹了"]


def test_a_digit_chooses_here_and_goes_on(tip: DoubtTip, reader: Session) -> None:
    key(tip, Qt.Key.Key_2)
    assert reader.doubts.current is not None
    assert reader.doubts.current.words[0] == "老師說幹"
    assert tip.isVisible()
    reader.show_answer(0)
    assert "說乾也幹了" in lines(reader)[0]


def test_arrows_and_return_choose_too_and_what_is_corrected_is_said_before(tip: DoubtTip, reader: Session) -> None:
    key(tip, Qt.Key.Key_Down)
    assert said(tip)[1] == "“乾” at this place: its characters, “干也”, stand nowhere else, and will read “乾也”."
    key(tip, Qt.Key.Key_E)
    assert said(tip)[1] == "Wherever “干也” stands, it will read “乾也”."
    key(tip, Qt.Key.Key_E)
    key(tip, Qt.Key.Key_Return)
    assert [one.shown for one in reader.state.manner.corrections] == ["乾也"]


def test_where_no_words_tell_the_place_from_others_that_is_said(
    tip: DoubtTip, reader: Session, tmp_path: Path
) -> None:
    path = tmp_path / "twice.txt"
    path.write_text("怎么说?\n\n甲一\n\n\n我说干也来。\n\n乙二\n\n\n我说干也来。\n", "utf-8")
    reader.shelf.open(path)
    tip.step(1)
    deliver()
    assert said(tip)[1].startswith("At 2 places, not here alone: ")
    scope = next(button for button in tip.findChildren(QToolButton) if button.text() == "Here")
    assert scope.toolTip() == "At 2 places with the same characters"


def test_everywhere_is_said_anew_at_each_place(tip: DoubtTip, reader: Session) -> None:
    key(tip, Qt.Key.Key_E)
    key(tip, Qt.Key.Key_2)
    assert reader.state.notice is not None
    assert reader.state.notice.code == "doubt-everywhere"
    key(tip, Qt.Key.Key_2)
    assert reader.state.notice.code == "doubts-none"
    assert next(one.source for one in reader.state.manner.corrections) == "干也"


def test_after_the_last_one_it_goes_away_and_gives_the_keyboard_back(tip: DoubtTip, left: list[int]) -> None:
    key(tip, Qt.Key.Key_1)
    key(tip, Qt.Key.Key_1)
    assert not tip.isVisible()
    assert left


def test_q_goes_on_and_escape_leaves(tip: DoubtTip, reader: Session, left: list[int]) -> None:
    key(tip, Qt.Key.Key_Q)
    assert reader.state.pane.answer == 1
    key(tip, Qt.Key.Key_Escape)
    assert (tip.isVisible(), left) == (False, [1])


@pytest.mark.parametrize("elsewhere", [DoubtTip.leave, DoubtTip.clearFocus], ids=["escape", "a click elsewhere"])
def test_what_is_found_after_it_was_left_takes_the_reader_nowhere(
    tip: DoubtTip, reader: Session, elsewhere: Callable[[DoubtTip], None]
) -> None:
    QTest.keyClick(tip, Qt.Key.Key_Q)
    elsewhere(tip)
    deliver()
    assert (reader.state.pane.answer, tip.isVisible()) == (0, False)


def test_a_choice_waits_for_the_next_place_though_the_keyboard_is_taken_away(tip: DoubtTip, reader: Session) -> None:
    QTest.keyClick(tip, Qt.Key.Key_2)
    assert not tip.isVisible()
    deliver()
    assert (reader.state.pane.answer, tip.isVisible()) == (1, True)


def test_while_it_waits_the_reader_can_go_elsewhere(tip: DoubtTip, reader: Session, left: list[int]) -> None:
    QTest.keyClick(tip, Qt.Key.Key_2)
    reader.clear_focus()
    deliver()
    assert (reader.state.pane.answer, tip.isVisible(), left) == (0, False, [1])


def test_an_undo_behind_it_is_followed(tip: DoubtTip, reader: Session) -> None:
    key(tip, Qt.Key.Key_2)
    reader.history.undo()
    deliver()
    assert not reader.state.manner.corrections
    assert tip.isVisible() == (reader.doubts.current is not None)
