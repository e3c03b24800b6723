"""What the page keeps: over a new start, over fifty flips, and in a copy that takes in the heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.paths import DataFolder
from desktop.script import Script
from desktop.session import Session
from desktop.text import Span
from desktop.ui.look.look import Look
from desktop.ui.page.answer_page import AnswerPage
from tests.disposal import dispose
from tests.ui.conftest import InlineExecutor
from tests.ui.reading import drag, found, long_thread, source_span, top_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

WORDS = "我的U盘在这里，程序员说内存不够😀，𠮷野家的鼠标也坏了。"


def test_a_new_start_opens_the_answer_where_it_was_left(
    qtbot: QtBot, qapp: QApplication, page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    assert session.shelf.open(long_thread(tmp_path, WORDS))
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_Space)
    left = session.state.pane.positions[0]
    assert session.close() is None
    next_session = Session(DataFolder(tmp_path / "data").prepare(), None, InlineExecutor(), InlineExecutor())
    assert next_session.opening.resume()
    again = AnswerPage(next_session, Look(qapp, next_session))
    qtbot.addWidget(again)
    again.resize(796, 400)
    again.show()
    assert abs(top_of(again, next_session, left)) <= 12
    again.close()
    next_session.close()
    next_session.stop()
    dispose(next_session)


def test_part_of_a_word_that_grows_stays_selected_as_that_word_over_fifty_flips(
    page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    assert session.shelf.open(long_thread(tmp_path, WORDS))
    session.choose_variant(Script.TRADITIONAL, "taiwan-words")
    session.go_to(source_span(session, "20、"))
    drag(page, "的隨身")
    assert session.state.document is not None
    selection = session.state.pane.selection
    assert selection is not None
    assert selection.of(session.state.document.text) == "的U盘"
    scroll, place = page.scroll_map.value(), page.selected_positions
    for _ in range(25):
        session.show_script(Script.SIMPLIFIED)
        assert page.textCursor().selectedText() == "的U盘"
        session.show_script(Script.TRADITIONAL)
        assert page.textCursor().selectedText() == "的隨身碟"
    assert session.state.pane.selection is selection
    assert page.scroll_map.value() == scroll
    assert page.selected_positions.start == place.start


def test_a_copy_that_takes_in_the_heading_holds_the_thread_s_words_alone(page: AnswerPage) -> None:
    end = found(page, "特朗普").selectionEnd()
    page.select_positions(Span(0, end))
    page.copy()
    words = QGuiApplication.clipboard().text().split("\n")
    assert [line[:4] for line in words] == ["美俄結盟", "特朗普"]
    page.select_positions(Span(0, 3))
    page.copy()
    assert QGuiApplication.clipboard().text() == "杜達特"
