"""Flipping the script, or setting the page anew in any way, keeps the reader's words and their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.script import Script
from desktop.session import Theme
from tests.ui.reading import drag, long_thread, source_span, top_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session
    from desktop.text import Span
    from desktop.ui.page.answer_page import AnswerPage

# s2twp makes these longer: U盘 -> 隨身碟, 程序员 -> 程式設計師, 内存 -> 記憶體, 鼠标 -> 滑鼠.
LENGTHENING = "程序员把U盘插进电脑，内存不够😀，鼠标也坏了，𠮷野家的软件还要打印，只好打开网络上的文件。" * 3
FLIPS = 20


@pytest.fixture
def lengthening(page: AnswerPage, session: Session, tmp_path: Path) -> AnswerPage:
    """Return the page with a long answer on it whose words change their length in Taiwan's vocabulary."""
    assert session.shelf.open(long_thread(tmp_path, LENGTHENING))
    session.choose_variant(Script.TRADITIONAL, "taiwan-words")
    session.show_script(Script.ORIGINAL)
    return page


def flip(session: Session) -> None:
    session.show_script(
        Script.TRADITIONAL if session.state.focused_manner.script is Script.ORIGINAL else Script.ORIGINAL
    )


def test_the_words_do_change_their_length(lengthening: AnswerPage, session: Session) -> None:
    short = lengthening.document().characterCount()
    flip(session)
    assert lengthening.document().characterCount() > short + 100


@pytest.mark.parametrize("screens", [0.0, 1.5, 4.2, 1000.0])
def test_the_first_line_stays_where_it_is_however_often_the_script_is_flipped(
    lengthening: AnswerPage, session: Session, screens: float
) -> None:
    bar = lengthening.scroll_map
    bar.setValue(min(bar.maximum(), int(screens * lengthening.viewport().height())))
    positions, scroll = dict(session.state.pane.positions), bar.value()
    first = positions.get(0, source_span(session, "0、").start)
    height = top_of(lengthening, session, first)
    for _ in range(FLIPS // 2):
        flip(session)
        if scroll < bar.maximum():
            assert abs(top_of(lengthening, session, first) - height) <= 1
        flip(session)
        assert top_of(lengthening, session, first) == height
    assert bar.value() == scroll
    assert session.state.pane.positions == positions


@pytest.mark.parametrize("words", ["12、程序员把U盘", "18、程序员把U盘插进电脑，内存不够😀，鼠标"])
def test_the_selection_stays_on_its_words_and_in_its_place(
    lengthening: AnswerPage, session: Session, words: str
) -> None:
    session.go_to(source_span(session, words))
    drag(lengthening, words)
    selection = session.state.pane.selection
    assert selection is not None
    assert selection == source_span(session, words)
    height = top_of(lengthening, session, selection.start)
    for _ in range(FLIPS):
        flip(session)
        assert session.state.pane.selection is selection
        assert abs(top_of(lengthening, session, selection.start) - height) <= 1
        assert _source_of_selection(lengthening, session) == selection
    assert top_of(lengthening, session, selection.start) == height


def test_a_selection_near_the_end_does_not_creep_where_the_page_is_shorter(
    lengthening: AnswerPage, session: Session, tmp_path: Path
) -> None:
    assert session.shelf.open(long_thread(tmp_path, "程序员把U盘插进电脑，" * 15))
    lengthening.resize(796, 900)
    flip(session)
    QTest.keyClick(lengthening, Qt.Key.Key_End)
    drag(lengthening, "37、程式設計師")
    selection = session.state.pane.selection
    assert selection is not None
    height = top_of(lengthening, session, selection.start)
    flip(session)
    assert top_of(lengthening, session, selection.start) > height + 1, "the shorter page ends before"
    for _ in range(FLIPS - 1):
        flip(session)
    assert top_of(lengthening, session, selection.start) == height


def test_a_selection_that_is_out_of_sight_does_not_pull_the_page(lengthening: AnswerPage, session: Session) -> None:
    session.select(source_span(session, "2、程序员"))
    lengthening.scroll_map.setValue(lengthening.scroll_map.maximum() // 2)
    scroll = lengthening.scroll_map.value()
    for _ in range(FLIPS):
        flip(session)
    assert lengthening.scroll_map.value() == scroll


def test_larger_text_and_another_theme_keep_the_first_line(lengthening: AnswerPage, session: Session) -> None:
    lengthening.scroll_map.setValue(lengthening.scroll_map.maximum() // 2)
    first, scroll = session.state.pane.positions[0], lengthening.scroll_map.value()
    height = top_of(lengthening, session, first)
    session.prefer(text_size=28)
    session.prefer(theme=Theme.DARK)
    session.prefer(text_size=20)
    session.prefer(theme=Theme.LIGHT)
    assert session.state.pane.positions[0] == first
    assert (lengthening.scroll_map.value(), top_of(lengthening, session, first)) == (scroll, height)


def test_a_window_made_narrow_and_wide_again_shows_the_same_line(lengthening: AnswerPage, session: Session) -> None:
    lengthening.scroll_map.setValue(lengthening.scroll_map.maximum() // 2)
    first, scroll = session.state.pane.positions[0], lengthening.scroll_map.value()
    for width in (500, 420, 900, 796):
        lengthening.resize(width, 400)
        assert abs(top_of(lengthening, session, first)) < 2 * lengthening.line_px
    assert session.state.pane.positions[0] == first
    assert lengthening.scroll_map.value() == scroll


def test_flipping_tells_the_session_nothing(lengthening: AnswerPage, session: Session) -> None:
    session.select(source_span(session, "1、程序员"))
    goal = source_span(session, "10、")
    session.go_to(goal)
    before = session.state
    flip(session)
    flip(session)
    assert session.state.pane.goal is before.pane.goal
    assert session.state.pane.positions == before.pane.positions
    assert session.state.pane.selection is before.pane.selection


def _source_of_selection(page: AnswerPage, session: Session) -> Span | None:
    """Return what the selection of the widget would be taken for, were it made by hand."""
    page.chose.emit()
    return session.state.pane.selection
