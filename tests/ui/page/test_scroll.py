"""How the page scrolls: by keys and wheel, to the places that are asked for, and back to where the reader was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.annotations import Color
from desktop.script import Script
from desktop.session import marked
from desktop.session.notes.edges import Edge
from desktop.ui.page.answer_page import AnswerPage
from desktop.ui.page.reading_clock import ReadingClock
from tests.ui.reading import drag, long_thread, source_span, top_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.text import Span
    from desktop.ui.look.look import Look

PROSE = "美國和俄羅斯是天然的對手，永遠不可能結盟。特朗普非常急切地想見普京，主要是打自己的算盤，別人看得一清二楚。"


@pytest.fixture(autouse=True)
def _quick_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let any answer be skimmed in no time."""
    monkeypatch.setattr("desktop.ui.page.reading_clock._SKIMMED_PER_S", 1_000_000)


@pytest.fixture
def long_page(page: AnswerPage, session: Session, tmp_path: Path) -> AnswerPage:
    """Return the page with an answer of many screens on it."""
    assert session.shelf.open(long_thread(tmp_path, PROSE))
    return page


def test_the_page_opens_at_its_top(page: AnswerPage, session: Session) -> None:
    assert page.scroll_map.value() == 0
    assert session.state.pane.positions == {}


def test_an_answer_is_found_again_where_it_was_left(long_page: AnswerPage, session: Session, look: Look) -> None:
    for _ in range(3):
        QTest.keyClick(long_page, Qt.Key.Key_Space)
    left = session.state.pane.positions[0]
    again = AnswerPage(session, look)
    again.resize(700, 300)
    again.show()
    assert abs(top_of(again, session, left)) <= 12
    again.close()


def test_flipping_through_answers_keeps_the_place_in_each(page: AnswerPage, session: Session) -> None:
    page.resize(420, 160)
    for _ in range(5):
        QTest.keyClick(page, Qt.Key.Key_Down)
    before = dict(session.state.pane.positions)
    assert session.state.current is not None
    assert before[0] > session.state.current.span.start
    height = top_of(page, session, before[0])
    session.step(1)
    assert page.scroll_map.value() == 0
    session.step(-1)
    assert session.state.pane.positions == before
    assert abs(top_of(page, session, before[0]) - height) < 36


def test_space_and_arrows_scroll(long_page: AnswerPage) -> None:
    bar = long_page.scroll_map
    QTest.keyClick(long_page, Qt.Key.Key_Space)
    screen = bar.value()
    assert long_page.viewport().height() / 2 < screen < long_page.viewport().height()
    QTest.keyClick(long_page, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    QTest.keyClick(long_page, Qt.Key.Key_Down)
    assert bar.value() == long_page.line_px
    # A Mac's arrows carry the keypad's modifier.
    QTest.keyClick(long_page, Qt.Key.Key_Up, Qt.KeyboardModifier.KeypadModifier)
    assert bar.value() == 0
    QTest.keyClick(long_page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(long_page, Qt.Key.Key_Home)
    assert bar.value() == 0
    assert not long_page.textCursor().hasSelection()


def test_scrolling_tells_the_offset_of_the_first_line_and_leaves_the_goal(
    long_page: AnswerPage, session: Session
) -> None:
    session.go_to(source_span(session, "20、"))
    QTest.keyClick(long_page, Qt.Key.Key_Down)
    assert session.state.pane.goal is None
    top = top_of(long_page, session, session.state.pane.positions[0])
    assert -long_page.line_px < top < long_page.line_px


@pytest.mark.parametrize(("turns", "size"), [((120,), 21), ((-120,), 19), ((40, 40, 40), 21), ((0,), 20)])
def test_ctrl_and_the_wheel_change_the_text_size(
    page: AnswerPage, session: Session, turns: tuple[int, ...], size: int
) -> None:
    for turn in turns:
        _turn_wheel(page, turn)
    assert session.state.preferences.text_size == size


def test_the_text_size_stays_readable(page: AnswerPage, session: Session) -> None:
    for _ in range(30):
        _turn_wheel(page, 120)
    assert session.state.preferences.text_size == 40
    for _ in range(40):
        _turn_wheel(page, -120)
    assert session.state.preferences.text_size == 14


def _turn_wheel(page: AnswerPage, turn: int) -> None:
    event = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.viewport(), event)


def test_the_end_in_sight_for_a_moment_means_read(qtbot: QtBot, page: AnswerPage, session: Session) -> None:
    qtbot.waitUntil(lambda: 0 in session.state.read, timeout=2000)


def test_an_answer_only_passed_by_is_not_read(qtbot: QtBot, page: AnswerPage, session: Session) -> None:
    page.resize(796, 700)
    for index in (0, 1, 2):
        session.show_answer(index)
        QTest.qWait(250)
    assert session.state.read == frozenset()
    qtbot.waitUntil(lambda: session.state.read == frozenset({2}), timeout=2000)


def test_a_long_answer_is_not_read_before_its_end(qtbot: QtBot, long_page: AnswerPage, session: Session) -> None:
    QTest.qWait(700)
    assert 0 not in session.state.read
    QTest.keyClick(long_page, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: 0 in session.state.read, timeout=2000)


def test_an_answer_that_was_only_flashed_up_is_not_read(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.ui.page.reading_clock._SKIMMED_PER_S", 60)
    owner = QObject()
    clock = ReadingClock(owner)
    clock.open(length=6_000)
    with qtbot.assertNotEmitted(clock.read, wait=700):
        clock.see_end(in_sight=True)
    clock.open(length=10)
    with qtbot.waitSignal(clock.read, timeout=2000):
        clock.see_end(in_sight=True)


# -- the goal -------------------------------------------------------------------------------------------------


def test_a_goal_comes_into_the_upper_third(long_page: AnswerPage, session: Session) -> None:
    goal = source_span(session, "25、")
    session.go_to(goal)
    assert 0 < top_of(long_page, session, goal.start) < long_page.viewport().height() / 3 + long_page.line_px
    assert session.state.pane.goal is not None


def test_a_goal_in_sight_moves_nothing(long_page: AnswerPage, session: Session) -> None:
    session.go_to(source_span(session, "25、"))
    before = long_page.scroll_map.value()
    session.go_to(source_span(session, "26、"))
    assert long_page.scroll_map.value() == before


def test_asking_for_the_same_place_again_goes_there_again(long_page: AnswerPage, session: Session) -> None:
    goal = source_span(session, "25、")
    session.go_to(goal)
    there = long_page.scroll_map.value()
    QTest.keyClick(long_page, Qt.Key.Key_Home)
    session.go_to(goal)
    assert long_page.scroll_map.value() == there


def test_a_goal_in_another_answer_is_shown_there(page: AnswerPage, session: Session) -> None:
    document = session.state.document
    assert document is not None
    session.go_to(document.answers[2].paragraphs[1])
    assert page.document().firstBlock().text() == "毛開雲"
    assert 0 < top_of(page, session, document.answers[2].paragraphs[1].start) < page.viewport().height()


def test_marking_does_not_move_the_page(long_page: AnswerPage, session: Session) -> None:
    session.go_to(source_span(session, "25、"))
    before = long_page.scroll_map.value()
    drag(long_page, "26、美國")
    session.annotations.highlight()
    assert long_page.scroll_map.value() == before
    assert session.state.notes.annotations
    assert not long_page.textCursor().hasSelection()


def in_sight(page: AnswerPage, session: Session, offset: int) -> bool:
    """Tell whether the whole line of a source offset is seen."""
    return 0 <= top_of(page, session, offset) <= page.viewport().height() - page.line_px


def marked_at(session: Session, words: str) -> Span:
    """Mark `words` without going to them."""
    span = source_span(session, words)
    session.select(span)
    session.annotations.highlight()
    return span


@pytest.mark.parametrize(("edge", "by"), [(Edge.END, 1), (Edge.START, -1)])
def test_the_edge_of_a_mark_stays_in_sight_while_it_is_moved(
    long_page: AnswerPage, session: Session, edge: Edge, by: int
) -> None:
    long_page.resize(420, 200)
    marked_at(session, "20、美國")
    session.annotations.visit(session.state.notes.active or "")
    for _ in range(160):
        session.annotations.edges.move(edge, by)
    [mark] = marked(session.state)
    assert len(mark.span) > 160
    assert in_sight(long_page, session, mark.span.end - 1 if edge is Edge.END else mark.span.start)
    assert not in_sight(long_page, session, mark.span.start if edge is Edge.END else mark.span.end - 1)
    assert long_page.scroll_map.value() > 0


def test_an_edge_in_sight_is_moved_without_scrolling(long_page: AnswerPage, session: Session) -> None:
    marked_at(session, "20、美國")
    session.annotations.visit(session.state.notes.active or "")
    before = long_page.scroll_map.value()
    for _ in range(8):
        session.annotations.edges.move(Edge.END, 1)
    assert long_page.scroll_map.value() == before


def test_an_edge_moved_back_out_of_sight_is_gone_to(long_page: AnswerPage, session: Session) -> None:
    span = marked_at(session, "20、美國")
    session.annotations.edges.move(Edge.END, 1)
    assert in_sight(long_page, session, span.end)
    long_page.scroll_map.setValue(0)
    session.history.undo()
    assert in_sight(long_page, session, span.end)


def test_a_mark_that_is_recoloured_or_made_out_of_sight_moves_nothing(
    long_page: AnswerPage, session: Session
) -> None:
    marked_at(session, "20、美國")
    session.annotations.recolour(session.state.notes.active or "", Color.ROUGE)
    assert long_page.scroll_map.value() == 0


def test_the_edge_stays_in_sight_in_the_other_script(long_page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    marked_at(session, "20、美國")
    session.annotations.edges.move(Edge.END, 1, word=False)
    [mark] = marked(session.state)
    assert in_sight(long_page, session, mark.span.end - 1)
