"""The mouse on the page: words, paragraphs, the menu, and the marks under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.annotations import Color
from desktop.script import Script
from tests.ui.marking import mark
from tests.ui.reading import click, long_thread, point_on, source_span

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.page import AnswerPage

LEFT = Qt.MouseButton.LeftButton


def double_click(page: AnswerPage, words: str) -> None:
    """Click twice on the first character of `words`."""
    click(page, words)
    QTest.mouseDClick(page.viewport(), LEFT, pos=point_on(page, words))


def hover(page: AnswerPage, words: str) -> None:
    """Rest the pointer on the first character of `words`."""
    place = point_on(page, words)
    QApplication.sendEvent(
        page.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, page.viewport().mapToGlobal(place))
    )


def test_a_double_click_selects_the_word_that_a_dictionary_knows(
    qtbot: QtBot, page: AnswerPage, session: Session
) -> None:
    session.show_answer(1)
    session.words.begin()
    qtbot.waitUntil(lambda: session.state.keywords is not None, timeout=10_000)
    double_click(page, "孤家")
    assert session.state.selection == source_span(session, "孤家寡人")
    assert page.textCursor().selectedText() == "孤家寡人"
    session.show_script(Script.SIMPLIFIED)
    double_click(page, "叛亲离")
    assert session.state.selection == source_span(session, "眾叛親離")
    end_of_word = point_on(page, "离，" if "离，" in page.toPlainText() else "离。") + QPoint(10, 0)
    QTest.mouseDClick(page.viewport(), LEFT, pos=end_of_word)
    assert session.state.selection == source_span(session, "眾叛親離"), "its last character's right half"


def test_a_third_click_selects_the_paragraph(page: AnswerPage, session: Session) -> None:
    session.show_answer(1)
    double_click(page, "孤家寡人")
    QTest.mouseClick(page.viewport(), LEFT, pos=point_on(page, "孤家寡人"))
    assert session.state.current is not None
    assert session.state.selection == session.state.current.paragraphs[1]


def test_of_two_marks_on_each_other_the_shorter_is_reached_and_the_longer_beside_it(
    page: AnswerPage, session: Session
) -> None:
    longer = mark(session, "真是一個腦洞大開的想法", Color.GAMBOGE)
    shorter = mark(session, "腦洞", Color.INDIGO)
    click(page, "大開")
    assert session.state.active == longer
    click(page, "腦洞")
    assert session.state.active == shorter


def test_clicking_again_reaches_each_of_three_marks_on_the_same_words(page: AnswerPage, session: Session) -> None:
    outer, middle, inner = (mark(session, words) for words in ("一個腦洞大開的想法", "腦洞大開", "腦洞"))
    session.marks.activate(None)
    seen: list[str | None] = []
    for _ in range(4):
        click(page, "腦洞")
        QTest.qWait(QApplication.doubleClickInterval() + 50)
        seen.append(session.state.active)
    assert seen == [inner, middle, outer, inner]


def test_a_double_click_opens_the_note_that_was_active_and_leaves_it_open(page: AnswerPage, session: Session) -> None:
    outer, _ = mark(session, "一個腦洞大開的想法", note="外"), mark(session, "腦洞", note="內")
    session.marks.activate(None)
    click(page, "腦洞")
    click(page, "腦洞")
    assert session.state.active == outer
    double_click(page, "腦洞")
    assert session.state.editing == outer
    assert session.state.active == outer


def test_a_note_is_shown_under_the_pointer_as_it_was_written(
    qtbot: QtBot, page: AnswerPage, session: Session
) -> None:
    mark(session, "戰略家", note="<b>誰？</b>\n杜金")
    hover(page, "戰略家")
    assert "&lt;b&gt;誰？&lt;/b&gt;\n杜金" in QToolTip.text()
    hover(page, "特朗普總統")
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_a_mark_without_a_note_shows_nothing_under_the_pointer(page: AnswerPage, session: Session) -> None:
    mark(session, "腦洞大開")
    hover(page, "腦洞大開")
    assert not QToolTip.isVisible()


def test_the_right_button_asks_for_the_menu_and_keeps_the_selection(
    qtbot: QtBot, page: AnswerPage, session: Session
) -> None:
    mark(session, "特朗普總統", note="誰？")
    session.marks.activate(None)
    session.select(source_span(session, "戰略家"))
    place = point_on(page, "特朗普總統")
    with qtbot.waitSignal(page.customContextMenuRequested, timeout=1000):
        QTest.mouseClick(page.viewport(), Qt.MouseButton.RightButton, pos=place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, page.viewport().mapToGlobal(place))
        QApplication.sendEvent(page.viewport(), event)
    assert session.state.selection == source_span(session, "戰略家")
    assert session.state.active is None, "the menu is for the selection"


def test_a_click_in_the_margin_makes_no_mark_active(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    assert session.shelf.open(long_thread(tmp_path, "美國和俄羅斯是天然的對手。", times=3))
    mark(session, "0、美國和俄羅斯")
    QTest.mouseClick(page.viewport(), LEFT, pos=QPoint(4, point_on(page, "0、美國").y()))
    assert session.state.active is None
