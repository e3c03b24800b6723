"""Marks on the page: which one is under the hand, walking from one to the next, and those whose words are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import Color
from desktop.session import marked, unplaced
from desktop.text import Span
from tests.session.reader import Listener, highlight, span_of, text_of, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session


def test_of_several_marks_at_a_place_the_shortest_is_meant(session: Session) -> None:
    long, short = highlight(session, "看見無數的答案"), highlight(session, "無數")
    span = span_of(session, "看見無數的答案")
    found = [session.annotations.at(offset) for offset in range(span.start - 1, span.end + 1)]
    assert found == [None, long, long, short, short, long, long, long, None]


def test_stepping_visits_the_marks_in_text_order_round_the_end(session: Session) -> None:
    last, first, middle = (highlight(session, words) for words in ("為了筆記", "時候", "太多"))
    session.annotations.activate(None)
    session.show_answer(1)
    session.show_answer(0)
    visited: list[str | None] = []
    for by in (1, 1, 1, 1, -1, -1):
        session.annotations.step(by)
        visited.append(session.state.notes.active)
        assert session.state.pane.goal is not None
    assert visited == [first, middle, last, first, last, middle]
    assert session.state.pane.answer == 1


def test_without_an_active_mark_stepping_begins_where_the_reader_is(session: Session) -> None:
    last, first, middle = (highlight(session, words) for words in ("為了筆記", "時候", "太多"))
    for by, wanted in ((1, last), (-1, middle)):
        session.annotations.activate(None)
        session.go_to(span_of(session, "王一\n\n\n讀書").shifted(5))
        session.annotations.step(by)
        assert session.state.notes.active == wanted
    session.show_answer(0)
    session.scrolled(0)
    session.annotations.step(-1)
    assert session.state.notes.active == last, "before the first comes the last"
    assert first in session.state.notes.annotations


def test_without_marks_there_is_nowhere_to_step(session: Session) -> None:
    before = session.state
    session.annotations.step(1)
    assert session.state is before
    assert session.annotations.at(40) is None


def test_activating_the_active_mark_is_no_news(session: Session) -> None:
    made = highlight(session, "無數")
    listener = Listener(session)
    session.annotations.activate(made)
    assert listener.heard == []


def test_marks_whose_words_are_gone_are_kept_and_listed(
    session: Session, start: Callable[[], Session], thread: Path
) -> None:
    gone, kept = highlight(session, "無數的答案"), highlight(session, "反而忘了讀書")
    session.close()
    page = session.notes_file.path
    assert page is not None
    thread.write_text(text_of(session).replace("無數的答案", "一些說法"), encoding="utf-8")
    edited = start()
    edited.shelf.open(thread)
    assert edited.notes_file.path is not None
    page.rename(edited.notes_file.path)
    edited.shelf.open(thread)
    assert [mark.annotation.id for mark in marked(edited.state)] == [kept]
    assert words(edited) == ["反而忘了讀書"]
    assert [annotation.id for annotation in unplaced(edited.state)] == [gone]
    edited.annotations.visit(gone)
    assert (edited.state.notes.active, edited.state.pane.goal) == (gone, None)
    edited.annotations.rewrite(gone, "was: numberless", ())
    edited.annotations.recolour(kept, Color.ROUGE)
    assert [annotation.note for annotation in unplaced(edited.state)] == ["was: numberless"]


def test_a_selection_beyond_the_text_marks_what_there_is(session: Session) -> None:
    end = len(text_of(session))
    session.select(Span(end - 4, end + 50))
    session.annotations.highlight()
    assert words(session) == ["筆記。"]
