"""The tip of the page: under the pointer and by the keyboard, true for as long as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.script import Script
from tests.ui.marking import mark
from tests.ui.reading import found, long_thread, point_on, source_span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage
    from desktop.ui.window import MainWindow


@pytest.fixture(autouse=True)
def _no_tip(qapp: QApplication, qtbot: QtBot) -> Iterator[None]:
    """Begin and end without a tip: Qt has one for all windows, and it goes a little after it is told to."""
    yield
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def hover(page: AnswerPage, words: str) -> QPoint:
    """Rest the pointer on the first character of `words`; return where."""
    place = point_on(page, words)
    event = QHelpEvent(QEvent.Type.ToolTip, place, page.viewport().mapToGlobal(place))
    QApplication.sendEvent(page.viewport(), event)
    return place


def tip() -> list[str]:
    """Return the lines that are shown."""
    if not QToolTip.isVisible():
        return []
    return QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText().splitlines()


def test_a_converted_word_tells_its_original_and_the_rule(page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    hover(page, "战略家")
    assert tip() == ["戰 → 战", "By the character table (TSCharacters)"]


def test_where_there_is_nothing_to_say_nothing_is_shown(qtbot: QtBot, page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    hover(page, "战略家")
    hover(page, "略家")
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_a_choice_of_the_writer_is_told_in_the_original(page: AnswerPage, session: Session) -> None:
    hover(page, "想過")
    assert tip() == []
    hover(page, "個腦")
    assert tip() == ["個 could also be: 箇"]


def test_a_note_comes_before_the_conversion_of_its_words(page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    mark(session, "戰略家", note="<b>誰？</b>")
    hover(page, "战略家")
    assert tip() == ["<b>誰？</b>", "戰 → 战", "By the character table (TSCharacters)"]


def test_a_flip_says_what_is_true_now_or_takes_the_tip_away(qtbot: QtBot, page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    hover(page, "个脑洞")
    assert tip() == ["個 → 个", "By the character table (TSCharacters)", "個 could also be: 箇"]
    session.show_script(Script.TRADITIONAL)
    assert tip() == ["個 could also be: 箇"]
    session.show_script(Script.SIMPLIFIED)
    assert tip()[0] == "個 → 个"
    session.step(1)
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_the_tip_stays_on_its_word_and_leaves_with_it(qtbot: QtBot, page: AnswerPage, session: Session) -> None:
    session.choose_variant(Script.SIMPLIFIED, "mainland-words")
    session.go_to(source_span(session, "總統"))
    place = hover(page, "总统")
    assert tip()
    QTest.mouseMove(page.viewport(), place + QPoint(3, 2))
    QTest.qWait(400)
    assert tip()
    QTest.mouseMove(page.viewport(), place + QPoint(0, 60))
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_scrolling_takes_it_away(qtbot: QtBot, page: AnswerPage, session: Session, tmp_path: Path) -> None:
    assert session.shelf.open(long_thread(tmp_path, "美國和俄羅斯是天然的對手。"))
    session.show_script(Script.SIMPLIFIED)
    hover(page, "国和俄")
    assert tip()
    QTest.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_the_keyboard_asks_about_the_selection(page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    session.select(source_span(session, "的確曾經"))
    page.explain_here()
    assert tip()[0] == "確 → 确", "the first word of which there is something to say"
    assert page.accessibleDescription().splitlines() == tip()


def test_the_keyboard_is_answered_where_nothing_was_converted(page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    session.select(source_span(session, "野"))
    page.explain_here()
    assert tip() == ["This reads as it does in the original."]


def test_without_a_selection_it_is_the_word_at_the_caret(page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    page.put_caret(found(page, "战略家").selectionStart())
    page.explain_here()
    assert tip()[0] == "戰 → 战"


def test_a_selection_out_of_sight_is_scrolled_to(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    assert session.shelf.open(long_thread(tmp_path, "美國和俄羅斯是天然的對手。"))
    session.show_script(Script.SIMPLIFIED)
    session.select(source_span(session, "38、美國"))
    assert page.scroll_map.value() == 0
    page.explain_here()
    assert page.scroll_map.value() > 0
    assert tip()[0] == "國 → 国"


def test_the_menu_is_about_the_word_under_the_pointer(page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    right_half = point_on(page, "战略家") + QPoint(9, 0)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.RightButton, pos=right_half)
    page.explain_here()
    assert tip()[0] == "戰 → 战"


def test_nothing_is_said_of_a_page_that_is_not_there(
    empty_session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    from desktop.ui.look.look import Look
    from desktop.ui.page.answer_page import AnswerPage

    page = AnswerPage(empty_session, Look(qapp, empty_session))
    qtbot.addWidget(page)
    page.show()
    page.explain_here()
    assert tip() == []


def test_escape_takes_it_away(qtbot: QtBot, window: MainWindow) -> None:
    window.session.show_script(Script.SIMPLIFIED)
    window.session.select(source_span(window.session, "戰略家"))
    QTest.keyClick(window, Qt.Key.Key_W)
    assert tip()[0] == "戰 → 战"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)
