"""Selecting by mouse and by keys gives the right words of the source, whatever stands before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.documents import Answer
from desktop.script import Script
from desktop.session import Pane
from desktop.text import Span
from tests.ui.reading import HEADING_BLOCKS, click, drag, found, long_thread, source_span, top_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session
    from desktop.ui.page.answer_page import AnswerPage

SHIFT = Qt.KeyboardModifier.ShiftModifier


def selected_words(session: Session) -> str:
    """Return the words of the source that are selected."""
    assert session.state.document is not None
    return session.state.pane.selection.of(session.state.document.text) if session.state.pane.selection else ""


@pytest.mark.parametrize("words", ["戰略家也這麼想過", "😀。然而", "𠮷野家", "也開到美國"])
def test_dragging_selects_the_words_of_the_source(page: AnswerPage, session: Session, words: str) -> None:
    drag(page, words)
    assert selected_words(session) == words
    assert session.state.pane.selection == source_span(session, words)


def test_dragging_in_the_other_script_selects_the_words_of_the_source(page: AnswerPage, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    drag(page, "战略家")
    assert selected_words(session) == "戰略家"


def test_part_of_a_word_that_changed_its_length_selects_the_whole_word(
    page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    assert session.shelf.open(long_thread(tmp_path, "我的U盘在这里，你的内存在那里。", times=2))
    session.choose_variant(Script.TRADITIONAL, "taiwan-words")
    drag(page, "身碟")
    assert selected_words(session) == "U盘"


def test_shift_and_arrows_select_from_where_the_reader_clicked(page: AnswerPage, session: Session) -> None:
    click(page, "戰略家")
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_Right, SHIFT)
    assert len(selected_words(session)) == 3
    assert page.cursorWidth() > 0
    QTest.keyClick(page, Qt.Key.Key_Left, SHIFT)
    assert len(selected_words(session)) == 2
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert session.state.pane.selection is None


def test_shift_and_arrows_step_over_an_emoji_as_over_one_character(page: AnswerPage, session: Session) -> None:
    cursor = found(page, "想法😀")
    page.select_positions(Span(cursor.selectionStart(), cursor.selectionStart()))
    for _ in range(4):
        QTest.keyClick(page, Qt.Key.Key_Right, SHIFT)
    assert selected_words(session) == "想法😀。"


def test_after_scrolling_the_keys_select_in_sight_and_do_not_jump_back(
    page: AnswerPage, session: Session, tmp_path: Path
) -> None:
    assert session.shelf.open(long_thread(tmp_path, "美國和俄羅斯是天然的對手，永遠不可能結盟。" * 4))
    QTest.keyClick(page, Qt.Key.Key_Space)
    QTest.keyClick(page, Qt.Key.Key_Space)
    scroll = page.scroll_map.value()
    QTest.keyClick(page, Qt.Key.Key_Right, SHIFT)
    assert page.scroll_map.value() == scroll
    assert session.state.pane.selection is not None
    assert 0 <= top_of(page, session, session.state.pane.selection.start) < page.viewport().height()


def test_a_selection_over_the_heading_holds_the_answer_s_words_alone(page: AnswerPage, session: Session) -> None:
    end = found(page, "美俄結盟").selectionEnd()
    page.select_positions(Span(0, end))
    page.chose.emit()
    assert selected_words(session) == "美俄結盟"
    page.select_positions(Span(0, 3))
    page.chose.emit()
    assert session.state.pane.selection is None


def test_select_all_takes_the_whole_answer_and_no_other(page: AnswerPage, session: Session) -> None:
    page.select_answer()
    assert session.state.current is not None
    assert session.state.pane.selection == session.state.current.span


def test_a_selection_made_elsewhere_is_shown(page: AnswerPage, session: Session) -> None:
    span = source_span(session, "𠮷野家")
    session.select(span)
    assert page.textCursor().selectedText() == "𠮷野家"
    session.select(None)
    assert not page.textCursor().hasSelection()


def test_a_selection_made_elsewhere_does_not_scroll(page: AnswerPage, session: Session, tmp_path: Path) -> None:
    assert session.shelf.open(long_thread(tmp_path, "美國和俄羅斯是天然的對手，永遠不可能結盟。" * 4))
    session.select(source_span(session, "30、美國"))
    assert page.textCursor().selectedText() == "30、美國"
    assert page.scroll_map.value() == 0
    assert session.state.pane.positions == {}


# Characters outside the BMP, combining and joining ones, and those that Qt obeys, swaps, drops or cuts a text at.
_UNUSUAL = "😀𠮷\u0301\u200d\ufeff\ufffe\ufdd0\ufdd1\ufffc\ud800\u202e\u2066\u2028\u2029\x00\x0b\x85\t\u00a0"
ODD = st.text(st.sampled_from("甲乙里后面abc 　，。「」" + _UNUSUAL), min_size=1, max_size=24)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=st.lists(ODD, min_size=1, max_size=4), script=st.sampled_from(Script))
def test_no_character_shifts_those_behind_it(
    page: AnswerPage, session: Session, paragraphs: list[str], script: Script
) -> None:
    """Every code point of the source is found on the page and back, whatever stands in the text."""
    document = session.state.document
    assert document is not None
    _open(session, paragraphs)
    session.show_script(script)
    shown = session.page()
    assert shown is not None
    assert page.document().blockCount() == HEADING_BLOCKS + len(paragraphs)
    assert session.state.current is not None
    for span in session.state.current.paragraphs:
        for offset in range(span.start, span.end):
            session.select(Span(offset, offset + 1))
            place = page.selected_positions
            assert place
            page.chose.emit()
            assert session.state.pane.selection is not None
            assert session.state.pane.selection.contains(Span(offset, offset + 1))


def _open(session: Session, paragraphs: list[str]) -> None:
    """Show a document of these paragraphs, straight from the state: a file could not hold all of them."""
    from dataclasses import replace

    document = session.state.document
    assert document is not None
    spans: list[Span] = []
    text = "問題\n"
    for words in paragraphs:
        spans.append(Span(len(text), len(text) + len(words)))
        text += words + "\n"
    answer = Answer("甲", Span(spans[0].start, spans[-1].end), tuple(spans))
    made = replace(document, text=text, sha256=str(hash(text)), answers=(answer,))
    session.replace(document=made, panes=(Pane(),))
