"""The page: what stands on it, what is copied from it, and that nothing comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QGuiApplication, QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.script import Script
from desktop.ui.page.answer_page import AnswerPage
from tests.ui.marking import mark
from tests.ui.reading import caret_rect, click, drag, found, point_on, source_span

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


def test_the_heading_names_the_author_and_the_place_of_the_answer(page: AnswerPage, session: Session) -> None:
    session.show_answer(1)
    lines = [page.document().findBlockByNumber(number).text() for number in range(3)]
    assert lines[0] == "建章看世界"
    assert lines[1].startswith("Answer 2 of 3 · ")
    assert lines[1].endswith("about 1 minute(s)")
    assert lines[2].startswith("美國和俄羅斯是天然的")
    assert "建章看世界" in page.accessibleName()


@pytest.mark.skipif(not hasattr(QTextCharFormat, "setFontFeatures"), reason="this PySide6 can't set font features")
def test_a_closing_mark_before_another_gives_up_its_blank_half(page: AnswerPage, session: Session) -> None:
    session.show_answer(1)
    before_comma, before_word = found(page, "”,永"), found(page, "敵")
    assert _advance(page, before_comma.selectionStart()) < 0.6 * session.state.preferences.text_size
    assert _advance(page, before_word.selectionStart()) > 0.9 * session.state.preferences.text_size


def _advance(page: AnswerPage, position: int) -> int:
    """Return how wide the character at a position of the text document is."""
    return caret_rect(page, position + 1).left() - caret_rect(page, position).left()


def test_the_author_s_name_follows_the_script(page: AnswerPage, session: Session) -> None:
    session.show_answer(2)
    session.show_script(Script.SIMPLIFIED)
    assert page.document().firstBlock().text() == "毛开云"
    assert "毛开云" in page.accessibleName()


def test_characters_in_a_name_that_a_layout_would_obey_are_shown_instead(
    page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "names.txt"
    path.write_text("一個問題？\n\n甲\u202e乙\ufdd0\n\n\n第一段話。\n\n第二段話。\n", encoding="utf-8")
    assert session.shelf.open(path)
    assert page.document().firstBlock().text() == "甲⬚乙�"
    assert page.document().blockCount() == 4
    drag(page, "第二段")
    assert session.state.pane.selection == source_span(session, "第二段")


def test_with_nothing_open_the_page_invites(qtbot: QtBot, empty_session: Session, qapp: QApplication) -> None:
    from desktop.ui.look.look import Look

    page = AnswerPage(empty_session, Look(qapp, empty_session))
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show()
    assert page.document().isEmpty()
    middle = page.viewport().grab().toImage().copy(100, 130, 400, 40)
    colours = {middle.pixel(x, y) for x in range(middle.width()) for y in range(middle.height())}
    assert len(colours) > 2
    QTest.keyClick(page, Qt.Key.Key_Space)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton)
    page.copy_original()
    page.select_answer()


# -- copying --------------------------------------------------------------------------------------------------


def test_copying_gives_the_script_shown_and_copy_original_the_source(page: AnswerPage, session: Session) -> None:
    session.show_answer(2)
    session.show_script(Script.SIMPLIFIED)
    drag(page, "双边关系")
    page.copy()
    assert QGuiApplication.clipboard().text() == "双边关系"
    page.copy_original()
    assert QGuiApplication.clipboard().text() == "雙邊關係"


def test_a_copy_of_several_paragraphs_joins_them_by_line_feeds(page: AnswerPage, session: Session) -> None:
    session.show_answer(2)
    page.select_answer()
    page.copy()
    assert QGuiApplication.clipboard().text() == (
        "美俄關係十分特殊，是影響世界最為重要的雙邊關係之一。\n國家結盟的前提是要面對共同威脅。".replace("，", ",")
    )


def test_a_copy_keeps_characters_that_qt_would_alter(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("一個問題？\n\n甲\n\n\n前\u00a0中\u202e後𠮷尾\n", encoding="utf-8")
    assert session.shelf.open(path)
    page.select_answer()
    page.copy()
    assert QGuiApplication.clipboard().text() == "前\u00a0中\u202e後𠮷尾"


def test_without_a_selection_copy_original_leaves_the_clipboard_alone(page: AnswerPage) -> None:
    QGuiApplication.clipboard().setText("before")
    page.copy_original()
    assert QGuiApplication.clipboard().text() == "before"


# -- nothing comes in -----------------------------------------------------------------------------------------


def test_drops_are_refused_so_that_the_window_gets_them(page: AnswerPage) -> None:
    data = QMimeData()
    data.setText("words")
    enter = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert not page.acceptDrops()
    assert not page.viewport().acceptDrops()
    QApplication.sendEvent(page.viewport(), enter)
    assert not enter.isAccepted()


def test_markup_in_a_thread_stays_text_and_loads_nothing(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "markup.txt"
    line = '<img src="file:///etc/passwd"><a href="https://example.org">看</a>'
    path.write_text(f"一個問題？\n\n甲\n\n\n{line}\n", encoding="utf-8")
    assert session.shelf.open(path)
    assert page.document().lastBlock().text() == line
    kind = QTextDocument.ResourceType.ImageResource.value
    assert page.loadResource(kind, "file:///etc/passwd") is None  # type: ignore[func-returns-value]
    assert not page.isUndoRedoEnabled()


def test_letters_are_left_to_the_window_s_shortcuts(qtbot: QtBot, session: Session, look: Look) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = AnswerPage(session, look, window)
    window.setCentralWidget(page)
    action = QAction(window)
    action.setShortcut("h")
    window.addAction(action)
    window.show()
    page.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(action.triggered, timeout=1000):
        QTest.keyClick(page, Qt.Key.Key_H)


def test_typing_changes_nothing(page: AnswerPage) -> None:
    before = page.document().toRawText()
    QTest.keyClicks(page, "abc")
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.document().toRawText() == before


# -- marks under the mouse ------------------------------------------------------------------------------------


def test_a_click_on_a_mark_makes_it_the_active_one_and_a_click_beside_none(
    page: AnswerPage, session: Session
) -> None:
    made = mark(session, "戰略家")
    click(page, "戰略家")
    assert session.state.notes.active == made
    click(page, "特朗普總統")
    assert session.state.notes.active is None
    click(page, "戰略家", Qt.MouseButton.RightButton)
    assert session.state.notes.active == made


def test_a_double_click_opens_a_note_and_elsewhere_selects_a_word(page: AnswerPage, session: Session) -> None:
    made = mark(session, "戰略家", note="誰？")
    QTest.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point_on(page, "戰略家"))
    assert session.state.notes.editing == made
    session.annotations.edit(None)
    QTest.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point_on(page, "特朗普總統"))
    assert session.state.notes.editing is None
    assert session.state.pane.selection is not None
    assert session.state.document is not None
    assert "特" in session.state.pane.selection.of(session.state.document.text)


def test_a_mark_is_clicked_on_behind_an_emoji_and_in_the_other_script(page: AnswerPage, session: Session) -> None:
    made = mark(session, "開到美國")
    session.show_script(Script.SIMPLIFIED)
    click(page, "开到美国")
    assert session.state.notes.active == made


def test_the_page_is_set_anew_in_another_language(page: AnswerPage, session: Session) -> None:
    event = QEvent(QEvent.Type.LanguageChange)
    before = found(page, "戰略家").selectionStart()
    QApplication.sendEvent(page, event)
    assert found(page, "戰略家").selectionStart() == before
