"""Two pages in the window: each shows its pane, and the hand on one of them means that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.script import Script
from desktop.session import Theme
from desktop.text import Span
from desktop.ui.page.answer_page import AnswerPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.window import MainWindow


def pages(window: MainWindow) -> list[AnswerPage]:
    """Return the pages of the window, from left to right."""
    found = [page for page in window.panes.findChildren(AnswerPage) if page.isVisibleTo(window)]
    return sorted(found, key=lambda page: page.mapTo(window, QPoint()).x())


def texts(window: MainWindow) -> list[str]:
    """Return what the pages show."""
    return [page.toPlainText() for page in pages(window)]


def span(session: Session, words: str) -> Span:
    document = session.state.document
    assert document is not None
    start = document.text.index(words, document.answers[0].span.start)
    return Span(start, start + len(words))


@pytest.fixture
def two(window: MainWindow) -> MainWindow:
    """Return the window with the first answer in both scripts, the right one in focus."""
    window.session.panes.put_script_beside()
    QApplication.processEvents()
    return window


def test_the_second_page_has_a_name_of_its_own_and_half_of_the_room(two: MainWindow) -> None:
    left, right = pages(two)
    assert (left.objectName(), right.objectName()) == ("answerPage", "answerPage.second")
    assert abs(left.width() - right.width()) <= 1
    assert two.page is right
    assert right.hasFocus()


def test_each_page_is_in_its_own_script_and_face(two: MainWindow) -> None:
    left, right = pages(two)
    assert "腦洞大開" in left.toPlainText()
    assert "脑洞大开" in right.toPlainText()
    assert left.document().defaultFont().families()[0] == "Baijia Serif TC"
    assert right.document().defaultFont().families()[0] == "Baijia Serif SC"


def test_a_click_on_a_page_gives_it_the_focus_and_leaves_the_other_unset(two: MainWindow) -> None:
    left, right = pages(two)
    before = right.document().revision()
    QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 200))
    assert two.session.state.focus == 0
    assert two.page is left
    assert two.top_bar.script_selector.isEnabled()
    assert right.document().revision() == before
    QTest.mouseClick(right.viewport(), Qt.MouseButton.RightButton, pos=QPoint(60, 200))
    assert two.session.state.focus == 1


def test_words_are_selected_in_the_page_that_was_dragged_over(two: MainWindow) -> None:
    session = two.session
    session.select(span(session, "戰略家"), 1)
    session.select(span(session, "腦洞大開"), 0)
    left, right = pages(two)
    assert left.textCursor().selectedText() == "腦洞大開"
    assert right.textCursor().selectedText() == "战略家"
    left.setFocus()
    two.commands["annotate.highlight"].trigger()
    [made] = session.state.notes.annotations.values()
    assert made.passages[0].anchor.exact == "腦洞大開"
    assert right.textCursor().selectedText() == "战略家"


def test_the_wheel_moves_the_page_under_it_and_no_other(two: MainWindow) -> None:
    two.resize(1100, 360)
    QApplication.processEvents()
    left, right = pages(two)
    point = QPointF(40, 60)
    event = QWheelEvent(
        point,
        QPointF(left.viewport().mapToGlobal(point.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(left.viewport(), event)
    for _ in range(20):
        QTest.qWait(10)
    assert left.scroll_map.value() > 0
    assert right.scroll_map.value() == 0
    assert two.session.state.focus == 1
    first, second = two.session.state.panes
    assert first.positions[0] > second.positions.get(0, 0)


def test_the_page_that_is_left_stands_where_it_stood(two: MainWindow) -> None:
    left, _ = pages(two)
    left.setFocus()
    shown = texts(two)[1]
    two.commands["panes.close"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    [page] = pages(two)
    assert page.toPlainText() == shown
    assert page.hasFocus()
    assert len(two.panes.findChildren(AnswerPage)) == 1
    two.commands["script.toggle"].trigger()
    assert "腦洞大開" in page.toPlainText()


def test_the_page_that_is_left_stands_where_it_stood_though_both_showed_the_same(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    session.prefer(text_size=40)
    window.resize(1100, 330)
    session.panes.put_answer_beside()
    session.show_answer(0)
    QApplication.processEvents()
    _, right = pages(window)
    right.setFocus()
    current = session.state.current
    assert current is not None

    def gone_on() -> bool:
        QTest.keyClick(right, Qt.Key.Key_PageDown)
        return session.state.panes[1].positions.get(0, 0) > current.span.start

    qtbot.waitUntil(gone_on)
    session.panes.focus(0)
    window.commands["panes.close"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    [page] = pages(window)
    assert page.scroll_map.value() > 0


def test_a_page_that_is_closed_takes_the_middle_button_from_no_other_program(
    two: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.session.select(span(two.session, "戰略家"), 1)
    two.session.panes.focus(0)
    offered: list[object] = []
    monkeypatch.setattr("desktop.ui.fields.clipboard.offer", offered.append)
    two.commands["panes.close"].trigger()
    assert offered == []


def test_each_page_says_on_which_side_it_is(two: MainWindow) -> None:
    left, right = pages(two)
    assert left.accessibleName().endswith(", at the left")
    assert right.accessibleName().endswith(", at the right")
    assert left.nextInFocusChain() is not None
    two.commands["panes.close"].trigger()
    assert not left.accessibleName().endswith("left")


def test_tab_leads_from_the_left_page_to_the_right(two: MainWindow) -> None:
    left, right = pages(two)
    following = [left.nextInFocusChain()]
    while following[-1] is not None and following[-1] is not right:
        following.append(following[-1].nextInFocusChain())
    stops = [w for w in following if w and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(two)]
    assert stops == [right]


@pytest.mark.parametrize("elsewhere", ["focus.authors", "focus.notes", "find.open"])
def test_the_key_for_the_other_side_brings_the_keyboard_to_its_page(two: MainWindow, elsewhere: str) -> None:
    two.commands[elsewhere].trigger()
    assert not two.page.hasFocus()
    two.commands["panes.other"].trigger()
    assert two.session.state.focus == 0
    assert two.page.hasFocus()


def test_what_goes_on_while_a_closed_page_is_not_gone_yet_leaves_it_alone(two: MainWindow) -> None:
    two.session.prefer(choices_shown=True)
    two.commands["panes.close"].trigger()
    two.session.prefer(text_size=28, theme=Theme.DARK)
    two.commands["script.toggle"].trigger()
    two.resize(900, 500)
    QApplication.processEvents()
    assert len(pages(two)) == 1


def test_panes_come_and_go_forty_times(window: MainWindow) -> None:
    for number in range(40):
        command = ("panes.answer", "panes.script", "panes.other", "panes.close")[number % 4]
        window.commands[command].trigger()
        QApplication.processEvents()
        assert len(pages(window)) == len(window.session.state.panes)


def test_the_focused_page_alone_follows_the_marks_that_are_walked(two: MainWindow) -> None:
    session = two.session
    session.panes.focus(0)
    session.show_answer(2)
    session.panes.focus(1)
    session.show_answer(0)
    session.select(span(session, "戰略家"))
    session.annotations.highlight()
    session.annotations.step(1)
    assert [pane.answer for pane in session.state.panes] == [2, 0]
    assert session.state.panes[0].goal is None
    assert session.state.panes[1].goal is not None


def test_a_window_in_another_language_has_both_pages(two: MainWindow) -> None:
    session, before = two.session, texts(two)
    session.prefer(language="zh_Hans")
    QTest.qWait(0)
    from desktop.ui.window import MainWindow as Window

    [fresh] = [w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()]
    assert [text.splitlines()[2:] for text in texts(fresh)] == [text.splitlines()[2:] for text in before]
    assert fresh.page.objectName() == "answerPage.second"
    assert session.state.manner.script is Script.ORIGINAL
