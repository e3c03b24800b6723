"""The comments below an answer: the line that unfolds them, how they are set, and that they are words of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.annotations import Color
from desktop.documents import Fact, FactKind
from desktop.script import Script
from desktop.ui.page.fact_words import FactWords
from desktop.ui.page.setting import FOLD_PX
from tests.session.commented import document_of, structured
from tests.ui.reading import HEADING_BLOCKS, click, drag, found

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session
    from desktop.text import Span
    from desktop.ui.page.answer_page import AnswerPage


@pytest.fixture
def commented(page: AnswerPage, session: Session, tmp_path: Path) -> AnswerPage:
    """Return the page of an answer with three comments, its end in sight."""
    page.resize(796, 500)
    session.prefer(language="en")
    session.shelf.take(document_of(structured(), tmp_path / "thread.json"), None)
    QTest.keyClick(page, Qt.Key.Key_End)
    return page


# The window, not a page by itself, has the translations, by which English has its plurals.


def line_of(page: AnswerPage) -> QPushButton:
    line = page.viewport().findChild(QPushButton, "commentsLine")
    assert isinstance(line, QPushButton)
    return line


def in_comments(session: Session, words: str) -> Span:
    from desktop.text import Span

    document = session.state.document
    assert document is not None
    start = document.text.index(words, document.answers[0].span.end)
    return Span(start, start + len(words))


def test_the_line_says_how_many_there_are_below_the_last_paragraph(commented: AnswerPage) -> None:
    line = line_of(commented)
    assert line.text() == "▸  3 comment(s)"
    assert line.accessibleName() == "3 comment(s): Show the comments"
    lines = commented.page_layout.lines_of(commented.document().lastBlock())
    assert line.y() > lines.bottom() - commented.scroll_map.value()
    assert line.geometry().bottom() < commented.viewport().height()
    assert line.isVisible()


def test_the_line_says_what_is_in_the_comments_while_they_are_folded(commented: AnswerPage, session: Session) -> None:
    session.select(in_comments(session, "說得好"))
    session.annotations.highlight(Color.ROUGE)
    line = line_of(commented)
    assert line.text() == "▸  3 comment(s) · 1 note(s)"
    session.lights.toggle("說得好")
    session.searching.look_for("說得", staying=True)
    assert line.text() == "▸  3 comment(s) · 1 note(s) · 1 lit · 1 found"
    assert line.accessibleName() == "3 comment(s) · 1 note(s) · 1 lit · 1 found: Show the comments"
    session.panes.toggle_comments()
    assert line.text() == "▾  3 comment(s)"
    session.panes.toggle_comments()
    session.searching.close()
    session.lights.clear()
    assert line.text() == "▸  3 comment(s) · 1 note(s)"


def test_a_click_on_the_line_shows_them_and_folds_them_again(commented: AnswerPage, session: Session) -> None:
    QTest.mouseClick(line_of(commented), Qt.MouseButton.LeftButton)
    assert session.state.pane.is_unfolded
    assert found(commented, "說得好")
    assert line_of(commented).text() == "▾  3 comment(s)"
    QTest.mouseClick(line_of(commented), Qt.MouseButton.LeftButton)
    assert not session.state.pane.is_unfolded
    assert not commented.document().find("說得好").hasSelection()


def test_the_line_is_reached_and_pressed_by_keys(commented: AnswerPage, session: Session) -> None:
    commented.scroll_map.setValue(0)
    commented.setFocus()
    QTest.keyClick(commented, Qt.Key.Key_Tab)
    line = line_of(commented)
    assert QApplication.focusWidget() is line
    assert commented.viewport().rect().contains(line.geometry())
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert session.state.pane.is_unfolded
    assert QApplication.focusWidget() is line


def test_the_line_lies_between_the_answer_and_the_first_comment(commented: AnswerPage, session: Session) -> None:
    session.panes.toggle_comments()
    assert session.state.current is not None
    own = len(session.state.current.paragraphs)
    last = commented.page_layout.lines_of(commented.document().findBlockByNumber(HEADING_BLOCKS + own - 1))
    first = commented.page_layout.lines_of(commented.document().findBlockByNumber(HEADING_BLOCKS + own))
    assert first.top() - last.bottom() >= FOLD_PX
    line = line_of(commented).geometry().translated(0, commented.scroll_map.value())
    assert last.bottom() < line.top()
    assert line.bottom() < first.top()


def test_the_line_goes_with_the_words_and_leaves_with_the_answer(commented: AnswerPage, session: Session) -> None:
    before = line_of(commented).y()
    commented.scroll_map.setValue(commented.scroll_map.value() - 50)
    assert line_of(commented).y() == before + 50
    commented.scroll_map.setValue(0)
    assert not commented.viewport().rect().intersects(line_of(commented).geometry())
    session.show_answer(1)
    assert not line_of(commented).isVisible()
    session.show_answer(0)
    assert line_of(commented).isVisible()


def test_what_is_said_of_a_comment_is_whom_it_answers_and_its_facts(commented: AnswerPage, session: Session) -> None:
    assert session.state.current is not None
    said = FactWords(lambda words: words, commented).of_comment(session.state.current.comments[1])
    assert said == "› 王小明"
    comments = session.state.current.comments
    assert FactWords(str, commented).of_comment(comments[0]) == "32 upvote(s) · 2024-05-01 12:30"
    assert FactWords(str, commented).of_comment(comments[2]) == "2024-05-03"


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        (FactKind.TIME, "2020/11/21 下午 3:12", "2020-11-21 15:12"),
        (FactKind.TIME, "2020年11月21日", "2020-11-21"),
        (FactKind.TIME, "昨天", "昨天"),
        (FactKind.EDITED, "2020/11/21", "edited 2020-11-21"),
        (FactKind.VOTES, "999999999", "999,999,999 upvote(s)"),
        (FactKind.VOTES, "2147483648", "2147483648 upvotes"),
    ],
)
def test_facts_are_said_as_the_sidebar_reads_them(
    commented: AnswerPage, kind: FactKind, words: str, said: str
) -> None:
    assert FactWords(str, commented).of_answer([Fact(kind, words)]) == [said]


def test_nothing_that_is_said_of_a_comment_is_in_the_text(commented: AnswerPage, session: Session) -> None:
    session.panes.toggle_comments()
    page = session.page()
    assert page is not None
    assert commented.document().toRawText().split("\N{PARAGRAPH SEPARATOR}")[HEADING_BLOCKS:] == page.text.split("\n")
    assert "upvote" not in page.text


def test_comments_below_others_stand_in(commented: AnswerPage, session: Session) -> None:
    session.panes.toggle_comments()
    document = commented.document()
    lefts = [
        document.findBlock(found(commented, words).selectionStart()).layout().lineAt(0).x()
        for words in ("說得好", "我不同意", "沒有名字")
    ]
    assert lefts == [0.0, 30.0, 0.0]


def test_what_is_said_of_a_comment_is_painted(commented: AnswerPage, session: Session) -> None:
    session.panes.toggle_comments()
    block = commented.document().findBlock(found(commented, "王小明").selectionStart())
    lines = commented.page_layout.lines_of(block).translated(0, -commented.scroll_map.value())
    beside = lines.adjusted(60, 0, -300, 0).toRect()
    image = commented.viewport().grab(beside).toImage()
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 3


def test_comments_are_selected_copied_lit_and_marked(commented: AnswerPage, session: Session) -> None:
    session.panes.toggle_comments()
    drag(commented, "三千条")
    assert session.state.pane.selection == in_comments(session, "三千条")
    commented.copy()
    assert QApplication.clipboard().text() == "三千条"
    session.annotations.highlight(Color.ROUGE)
    session.annotations.activate(None)
    session.select(None)
    click(commented, "三千条")
    assert session.state.notes.active is not None
    session.lights.light("筆記")
    lit = [place.span.end for place in session.state.lights.places[0]]
    assert in_comments(session, "我也寫筆記").end in lit
    QApplication.processEvents()
    assert len([tick for tick in commented.scroll_map.ticks if not tick.is_mark]) == len(lit)


def test_a_hit_in_a_folded_comment_comes_into_sight(commented: AnswerPage, session: Session) -> None:
    commented.scroll_map.setValue(0)
    session.searching.look_for("沒有名字")
    rect = commented.cursorRect(found(commented, "沒有名字"))
    assert commented.viewport().rect().contains(rect.center())


@pytest.mark.parametrize("script", [Script.TRADITIONAL, Script.SIMPLIFIED])
def test_a_flip_keeps_a_comments_words_in_their_place(
    commented: AnswerPage, session: Session, script: Script
) -> None:
    session.panes.toggle_comments()
    session.go_to(in_comments(session, "三千条"))
    commented.page_layout.finish()
    offset = session.state.pane.positions[0]
    session.show_script(script)
    commented.page_layout.finish()
    assert session.state.pane.positions[0] == offset
    assert found(commented, "三千條" if script is Script.TRADITIONAL else "三千条")


def test_two_panes_fold_and_unfold_each_by_itself(commented: AnswerPage, session: Session) -> None:
    session.panes.put_script_beside()
    QTest.mouseClick(line_of(commented), Qt.MouseButton.LeftButton)
    assert [pane.is_unfolded for pane in session.state.panes] == [True, False]
