"""The mouse on the page: words, paragraphs, the menu, and the marks under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.annotations import Color
from desktop.script import Script
from tests.ui.marking import mark
from tests.ui.reading import caret_rect, click, found, long_thread, point_on, source_span

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage

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
    qtbot.waitUntil(lambda: session.state.lights.keywords is not None, timeout=10_000)
    double_click(page, "孤家")
    assert session.state.pane.selection == source_span(session, "孤家寡人")
    assert page.textCursor().selectedText() == "孤家寡人"
    session.show_script(Script.SIMPLIFIED)
    double_click(page, "叛亲离")
    assert session.state.pane.selection == source_span(session, "眾叛親離")
    end_of_word = point_on(page, "离，" if "离，" in page.toPlainText() else "离。") + QPoint(10, 0)
    QTest.mouseDClick(page.viewport(), LEFT, pos=end_of_word)
    assert session.state.pane.selection == source_span(session, "眾叛親離"), "its last character's right half"


def test_a_third_click_selects_the_paragraph(page: AnswerPage, session: Session) -> None:
    session.show_answer(1)
    double_click(page, "孤家寡人")
    QTest.mouseClick(page.viewport(), LEFT, pos=point_on(page, "孤家寡人"))
    assert session.state.current is not None
    assert session.state.pane.selection == session.state.current.paragraphs[1]


def test_of_two_marks_on_each_other_the_shorter_is_reached_and_the_longer_beside_it(
    page: AnswerPage, session: Session
) -> None:
    longer = mark(session, "真是一個腦洞大開的想法", Color.GAMBOGE)
    shorter = mark(session, "腦洞", Color.INDIGO)
    click(page, "大開")
    assert session.state.notes.active == longer
    click(page, "腦洞")
    assert session.state.notes.active == shorter


def test_clicking_again_reaches_each_of_three_marks_on_the_same_words(page: AnswerPage, session: Session) -> None:
    outer, middle, inner = (mark(session, words) for words in ("一個腦洞大開的想法", "腦洞大開", "腦洞"))
    session.annotations.activate(None)
    seen: list[str | None] = []
    for _ in range(4):
        click(page, "腦洞")
        QTest.qWait(QApplication.doubleClickInterval() + 50)
        seen.append(session.state.notes.active)
    assert seen == [inner, middle, outer, inner]


def test_a_double_click_opens_the_note_that_was_active_and_leaves_it_open(page: AnswerPage, session: Session) -> None:
    outer, _ = mark(session, "一個腦洞大開的想法", note="外"), mark(session, "腦洞", note="內")
    session.annotations.activate(None)
    click(page, "腦洞")
    click(page, "腦洞")
    assert session.state.notes.active == outer
    double_click(page, "腦洞")
    assert session.state.notes.editing == outer
    assert session.state.notes.active == outer


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
    session.annotations.activate(None)
    session.select(source_span(session, "戰略家"))
    place = point_on(page, "特朗普總統")
    with qtbot.waitSignal(page.customContextMenuRequested, timeout=1000):
        QTest.mouseClick(page.viewport(), Qt.MouseButton.RightButton, pos=place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, page.viewport().mapToGlobal(place))
        QApplication.sendEvent(page.viewport(), event)
    assert session.state.pane.selection == source_span(session, "戰略家")
    assert session.state.notes.active is None, "the menu is for the selection"


def test_a_click_in_the_margin_makes_no_mark_active(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    assert session.shelf.open(long_thread(tmp_path, "美國和俄羅斯是天然的對手。", times=3))
    mark(session, "0、美國和俄羅斯")
    QTest.mouseClick(page.viewport(), LEFT, pos=QPoint(4, point_on(page, "0、美國").y()))
    assert session.state.notes.active is None


# -- words, whole characters, and the primary selection -------------------------------------------------------

FAMILY = "👨‍👩‍👧"
WORDS = f"導演理查德·凱利卻放棄了。葛\U000e0100，家{FAMILY}好🇹🇼。I don't know，版本1.4.2。孤家寡人，眾叛親離。"


@pytest.fixture
def wordy(qtbot: QtBot, page: AnswerPage, session: Session, tmp_path: Path) -> AnswerPage:
    """Return a page of words that are easily cut, once words are known."""
    assert session.shelf.open(long_thread(tmp_path, WORDS, times=3))
    session.words.begin()
    qtbot.waitUntil(lambda: session.state.lights.keywords is not None, timeout=10_000)
    return page


@pytest.fixture
def primary(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is put on the primary selection, which the screenless platform doesn't have."""
    offered = list[str]()
    monkeypatch.setattr("desktop.ui.fields.clipboard.offer", lambda mime: offered.append(mime.text()))  # type: ignore[reportUnknownLambdaType]
    monkeypatch.setattr("desktop.ui.fields.clipboard.offers_ours", lambda: bool(offered))
    return offered


def click_twice(page: AnswerPage, point: QPoint) -> None:
    """Click twice at a point; Qt's own function for it holds the button down for good."""
    QTest.mouseDClick(page.viewport(), LEFT, pos=point)
    QTest.mouseRelease(page.viewport(), LEFT, pos=point)


def selected(session: Session) -> str:
    assert session.state.document is not None
    return session.state.pane.selection.of(session.state.document.text) if session.state.pane.selection else ""


def test_a_double_click_selects_the_word_whole_wherever_it_hits_it(wordy: AnswerPage, session: Session) -> None:
    for word in ("理查德·凱利", "葛\U000e0100", FAMILY, "🇹🇼", "don't", "1.4.2", "孤家寡人"):
        place = found(wordy, word)
        left = caret_rect(wordy, place.selectionStart()).center()
        right = caret_rect(wordy, place.selectionEnd()).center()
        for x in range(left.x() + 2, right.x() - 1, 5):
            click_twice(wordy, QPoint(x, left.y()))
            assert selected(session) == word
            session.select(None)


def test_no_drag_ends_within_a_character(wordy: AnswerPage, session: Session) -> None:
    place = found(wordy, f"葛\U000e0100，家{FAMILY}好🇹🇼。")
    left = caret_rect(wordy, place.selectionStart()).center()
    right = caret_rect(wordy, place.selectionEnd()).center()
    whole = {"葛\U000e0100，家"[:n] for n in (0, 2, 3, 4)}
    whole |= {f"葛\U000e0100，家{FAMILY}{rest}" for rest in ("", "好", "好🇹🇼", "好🇹🇼。")}
    QTest.mousePress(wordy.viewport(), LEFT, pos=left)
    for x in range(left.x(), right.x() + 1):
        QTest.mouseMove(wordy.viewport(), QPoint(x, left.y()))
        assert selected(session) in whole
    QTest.mouseRelease(wordy.viewport(), LEFT, pos=right)


def test_after_a_double_click_the_drag_selects_by_words_in_both_directions(
    wordy: AnswerPage, session: Session, primary: list[str]
) -> None:
    start, viewport = point_on(wordy, "放棄"), wordy.viewport()
    QTest.mouseDClick(viewport, LEFT, pos=start)
    assert selected(session) == "放棄"
    QTest.mouseMove(viewport, point_on(wordy, "寡人"))
    assert selected(session) == WORDS[WORDS.index("放棄") : WORDS.index("，眾叛")]
    QTest.mouseMove(viewport, point_on(wordy, "查德"))
    assert selected(session) == "理查德·凱利卻放棄"
    assert primary == []
    QTest.mouseRelease(viewport, LEFT, pos=point_on(wordy, "查德"))
    assert primary == ["理查德·凱利卻放棄"]
    QTest.mouseMove(viewport, point_on(wordy, "導演"))
    assert selected(session) == "理查德·凱利卻放棄"


def test_what_a_double_click_selects_is_all_that_the_middle_button_gets(
    wordy: AnswerPage, session: Session, primary: list[str]
) -> None:
    click_twice(wordy, point_on(wordy, "孤家寡人"))
    assert primary == ["孤家寡人"]
    QTest.mouseClick(wordy.viewport(), LEFT, pos=point_on(wordy, "孤家寡人"))
    assert selected(session) == "0、" + WORDS
    assert primary == ["孤家寡人", "0、" + WORDS]


def test_the_middle_button_gets_the_words_in_the_script_that_is_shown(
    wordy: AnswerPage, session: Session, primary: list[str]
) -> None:
    click_twice(wordy, point_on(wordy, "眾叛親離"))
    session.show_script(Script.SIMPLIFIED)
    assert primary[-1] == "众叛亲离"
    session.show_script(Script.ORIGINAL)
    assert primary[-1] == "眾叛親離"


def test_every_way_to_select_reaches_the_middle_button(
    wordy: AnswerPage, session: Session, primary: list[str]
) -> None:
    wordy.put_caret(found(wordy, "孤家").selectionStart())
    for _ in range(2):
        QTest.keyClick(wordy, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert primary == ["孤", "孤家"]
    QTest.keyClick(wordy, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert primary[-1].startswith("0、導演")
    wordy.select_answer()
    session.select(source_span(session, "寡人"))
    assert primary[-1] == "寡人"


def test_a_flip_takes_the_middle_button_from_no_one_else(
    wordy: AnswerPage, session: Session, primary: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    click_twice(wordy, point_on(wordy, "眾叛親離"))
    monkeypatch.setattr("desktop.ui.fields.clipboard.offers_ours", lambda: False)
    session.show_script(Script.SIMPLIFIED)
    assert primary == ["眾叛親離"]


def test_a_second_click_on_selected_words_drags_by_words_and_not_the_words(
    wordy: AnswerPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.select(source_span(session, "理查德·凱利卻放棄"))
    dragged = list[object]()
    monkeypatch.setattr(QDrag, "exec", lambda *_: dragged.append(1))  # type: ignore[reportUnknownLambdaType]
    QTest.mouseClick(wordy.viewport(), LEFT, pos=point_on(wordy, "凱利"))
    QTest.mouseDClick(wordy.viewport(), LEFT, pos=point_on(wordy, "凱利"))
    for words in ("孤家", "眾叛"):
        QTest.mouseMove(wordy.viewport(), point_on(wordy, words))
    QTest.mouseRelease(wordy.viewport(), LEFT, pos=point_on(wordy, "眾叛"))
    assert dragged == []
    assert selected(session) == WORDS[WORDS.index("理查德") : -1]


def test_dragged_beyond_the_edge_the_page_scrolls_and_the_words_are_selected(
    qtbot: QtBot, page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    assert session.shelf.open(long_thread(tmp_path, WORDS, times=30))
    QTest.mouseDClick(page.viewport(), LEFT, pos=point_on(page, "放棄"))
    QTest.mouseMove(page.viewport(), QPoint(200, page.viewport().height() + 60))
    qtbot.waitUntil(lambda: page.scroll_map.value() > 200)
    assert "3、導演" in selected(session)
    QTest.mouseRelease(page.viewport(), LEFT, pos=QPoint(200, page.viewport().height() + 60))
    qtbot.wait(120)
    scroll = page.scroll_map.value()
    qtbot.wait(150)
    assert page.scroll_map.value() == scroll
