"""Where a notice stands in the window: below the page, whose words stay where they are, and within reach of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from desktop.session import NoticeKind
from tests.session.reader import highlight, said

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

LONG = "問?\n\n某甲\n\n\n" + "\n\n".join(f"{n}、這是某甲所說的話,有一句，又有一句，再有一句。" * 4 for n in range(60))


@pytest.fixture
def long_window(window: MainWindow, tmp_path: Path) -> MainWindow:
    """Return the window on a thread that is longer than its page."""
    path = tmp_path / "long.txt"
    path.write_text(LONG + "\n\n\n某乙\n\n\n他也說了一句話,不長不短的一句話。\n", "utf-8")
    window.resize(1_280, 720)
    assert window.session.shelf.open(path)
    return window


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    found = window.notices.findChildren(QPushButton)
    return {button.objectName().partition(".")[2]: button for button in found if button.isVisible()}


def top_line(window: MainWindow) -> tuple[int, int]:
    """Return which character begins the first whole line of the page, and where it stands in the window."""
    page = window.page
    cursor = page.cursorForPosition(QPoint(page.viewport().width() // 2, 40))
    place = page.viewport().mapTo(window, page.cursorRect(cursor).topLeft())
    return cursor.position(), place.y()


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
def test_a_notice_stands_below_the_page_whose_words_do_not_move(long_window: MainWindow, part: float) -> None:
    page, notices = long_window.page, long_window.notices
    page.scroll_map.setValue(round(page.scroll_map.maximum() * part))
    before, height = top_line(long_window), page.height()
    long_window.session.notify("document-missing", NoticeKind.PROBLEM, name="甲" * 300)
    QTest.qWait(0)
    assert notices.isVisible()
    assert notices.geometry().top() == page.geometry().bottom() + 1
    assert page.height() == height - notices.height()
    assert top_line(long_window) == before
    long_window.session.dismiss_notice()
    QTest.qWait(0)
    assert (page.height(), top_line(long_window)) == (height, before)


def test_the_first_notice_of_a_window_has_the_size_of_all_others(window: MainWindow) -> None:
    sizes: list[int] = []
    for _ in range(2):
        window.session.notify("export-empty", NoticeKind.NEWS)
        QTest.qWait(0)
        label = window.notices.findChild(QLabel, "noticeSentence")
        assert isinstance(label, QLabel)
        sizes.append(label.font().pixelSize())
        window.session.dismiss_notice()
    assert sizes == [13, 13]


@pytest.mark.parametrize("width", range(700, 1_300, 40))
def test_each_line_of_a_notice_has_room_from_the_first(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    QTest.qWait(0)
    for name in ("甲", "甲乙丙丁戊己庚辛" * 4, "甲乙丙丁戊己庚辛" * 40):
        window.session.notify("document-missing", NoticeKind.PROBLEM, name=name)
        QTest.qWait(0)
        label = window.notices.findChild(QLabel, "noticeSentence")
        assert isinstance(label, QLabel)
        needed = label.fontMetrics().horizontalAdvance(label.text())
        lines = 1 if needed <= label.width() else 2
        assert label.height() == 28 + 20 * (lines - 1)
        assert label.toolTip() == "" or needed > 1.8 * label.width()
        window.session.dismiss_notice()
        QTest.qWait(0)


def test_news_goes_when_its_time_is_over_though_the_reader_goes_on(long_window: MainWindow, qtbot: QtBot) -> None:
    for timer in long_window.notices.findChildren(QTimer):
        timer.setInterval(60)
    long_window.session.notify("export-empty", NoticeKind.NEWS)
    long_window.session.show_answer(1)
    assert long_window.notices.isVisible()
    qtbot.waitUntil(lambda: not long_window.notices.isVisible(), timeout=3_000)


def test_a_deleted_note_is_brought_back_by_its_button(window: MainWindow) -> None:
    made = highlight(window.session, "戰略家")
    window.session.annotations.delete(made)
    QTest.mouseClick(buttons(window)["edit.undo"], Qt.MouseButton.LeftButton)
    assert made in window.session.state.notes.annotations
    assert not window.notices.isVisible()


def test_what_was_taken_back_elsewhere_is_brought_back_by_its_button(window: MainWindow) -> None:
    made = highlight(window.session, "戰略家")
    window.session.annotations.rewrite(made, "甲", ())
    window.session.show_answer(2)
    window.commands["edit.undo"].trigger()
    assert (window.session.state.pane.answer, window.session.state.notes.annotations[made].note) == (0, "")
    QTest.mouseClick(buttons(window)["edit.redo"], Qt.MouseButton.LeftButton)
    assert window.session.state.notes.annotations[made].note == "甲"


def test_the_buttons_are_reached_by_tab_and_left_with_escape(window: MainWindow, qtbot: QtBot) -> None:
    window.session.notify("document-missing", NoticeKind.PROBLEM, name="甲.txt")
    reached: list[str] = []
    for _ in range(3):
        here = QApplication.focusWidget()
        assert here is not None
        reached.append(here.objectName())
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert reached == ["answerPage", "noticeOffer.file.open", "noticeClose"]
    QTest.keyClick(window, Qt.Key.Key_Backtab)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.session.state.notice is None
    qtbot.waitUntil(window.page.hasFocus)


def test_the_keyboard_goes_back_to_the_page_when_the_button_it_was_on_goes(window: MainWindow, qtbot: QtBot) -> None:
    made = highlight(window.session, "戰略家")
    window.session.annotations.delete(made)
    buttons(window)["edit.undo"].setFocus()
    window.session.dismiss_notice()
    qtbot.waitUntil(window.page.hasFocus)


def test_a_file_in_an_encoding_that_was_not_found_is_opened_in_one_that_is_chosen(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes("問?\n\n某甲\n\n\n這是某甲所說的話,有一句。\n".encode("big5"))
    assert not window.session.shelf.open(path, "utf-8")
    assert said(window.session) == "document-undecodable"
    QTest.mouseClick(buttons(window)["encoding"], Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    window.commands["encoding.big5hkscs"].trigger()
    menu.close()
    document = window.session.state.document
    assert document is not None
    assert (document.path, said(window.session)) == (path, None)
