"""The keyboard on the page: a caret only while it moves one, fetched to where the reader looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.reading import click, long_thread, source_span, top_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PROSE = "美國和俄羅斯是天然的對手，永遠不可能結盟。特朗普非常急切地想見普京，主要是打自己的算盤。"


@pytest.fixture
def long_page(page: AnswerPage, session: Session, tmp_path: Path) -> AnswerPage:
    """Return the page with an answer of many screens on it."""
    assert session.shelf.open(long_thread(tmp_path, PROSE))
    return page


def test_the_caret_is_seen_only_while_keys_move_it(long_page: AnswerPage) -> None:
    assert long_page.cursorWidth() == 0
    QTest.keyClick(long_page, Qt.Key.Key_Right)
    assert long_page.cursorWidth() > 0
    click(long_page, "對手")
    assert long_page.cursorWidth() == 0
    QTest.keyClick(long_page, Qt.Key.Key_Right, SHIFT)
    assert long_page.cursorWidth() > 0
    QTest.keyClick(long_page, Qt.Key.Key_Space)
    assert long_page.cursorWidth() == 0
    QTest.keyClick(long_page, Qt.Key.Key_Right)
    long_page.clearFocus()
    assert long_page.cursorWidth() == 0


def test_after_scrolling_a_selection_begins_with_the_first_line_in_sight(
    long_page: AnswerPage, session: Session
) -> None:
    for _ in range(3):
        QTest.keyClick(long_page, Qt.Key.Key_Space)
    scroll = long_page.scroll_map.value()
    QTest.keyClick(long_page, Qt.Key.Key_Right, SHIFT)
    assert session.state.pane.selection is not None
    start = session.state.pane.selection.start
    assert long_page.scroll_map.value() == scroll
    assert 0 <= top_of(long_page, session, start) < 2 * long_page.line_px
    assert top_of(long_page, session, start - 1) < top_of(long_page, session, start), "the line's first character"


def test_back_at_the_top_a_selection_begins_with_the_text_not_with_the_heading(
    long_page: AnswerPage, session: Session
) -> None:
    QTest.keyClick(long_page, Qt.Key.Key_End)
    click(long_page, "38、")
    QTest.keyClick(long_page, Qt.Key.Key_Home)
    QTest.keyClick(long_page, Qt.Key.Key_Right, SHIFT)
    assert session.state.current is not None
    assert session.state.pane.selection is not None
    assert session.state.pane.selection.start == session.state.current.span.start


def test_page_keys_turn_a_screen_and_keep_two_lines(long_page: AnswerPage) -> None:
    screen = long_page.viewport().height() - 2 * long_page.line_px
    QTest.keyClick(long_page, Qt.Key.Key_PageDown)
    assert long_page.scroll_map.value() == screen
    QTest.keyClick(long_page, Qt.Key.Key_PageUp)
    assert long_page.scroll_map.value() == 0


def test_ctrl_home_and_end_reach_the_very_ends(long_page: AnswerPage) -> None:
    QTest.keyClick(long_page, Qt.Key.Key_End, CTRL)
    assert long_page.scroll_map.value() == long_page.scroll_map.maximum() > 0
    QTest.keyClick(long_page, Qt.Key.Key_Home, CTRL)
    assert long_page.scroll_map.value() == 0


def test_ctrl_shift_end_selects_to_the_end(long_page: AnswerPage, session: Session) -> None:
    click(long_page, "和俄")
    QTest.keyClick(long_page, Qt.Key.Key_End, CTRL | SHIFT)
    assert session.state.pane.selection is not None
    assert session.state.current is not None
    assert session.state.pane.selection.start == source_span(session, "和俄").start
    assert session.state.pane.selection.end == session.state.current.span.end


def test_ctrl_a_selects_the_answer_and_leaves_its_heading(page: AnswerPage, session: Session) -> None:
    QTest.keyClick(page, Qt.Key.Key_A, CTRL)
    assert session.state.current is not None
    assert session.state.pane.selection == session.state.current.span
    assert page.textCursor().selectedText().startswith("美俄結盟")
