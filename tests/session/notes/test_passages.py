"""Notes that link passages of several authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.session import marked
from desktop.session.notes.edges import Edge
from desktop.session.notes.passages import to_link
from tests.session.executors import deliver
from tests.session.reader import highlight, only, said, span_of, text_of, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session


@pytest.fixture
def note(session: Session) -> str:
    """Return a note on words of the first author, to which some of the second's and the third's were added."""
    made = highlight(session, "無數的答案")
    for answer, quote in ((1, "反而忘了讀書"), (2, "不是為了筆記")):
        session.show_answer(answer)
        session.select(span_of(session, quote))
        session.annotations.passages.link()
    return made


QUOTES = ["無數的答案", "反而忘了讀書", "不是為了筆記"]


def test_passages_of_other_authors_are_added_to_the_last_note(session: Session, note: str) -> None:
    assert words(session) == QUOTES
    assert [(passage.author, passage.answer) for passage in only(session).passages[1:]] == [("陳默", 1), ("王一", 2)]
    assert (session.state.notes.active, session.state.notes.passage, session.state.pane.selection) == (note, 2, None)
    assert said(session) == "passage-added"
    session.history.undo()
    session.history.undo()
    assert words(session) == QUOTES[:1]
    assert said(session) == "step-note-back"


def test_words_that_a_note_has_already_are_only_visited(session: Session, note: str) -> None:
    session.select(span_of(session, QUOTES[1]))
    session.annotations.passages.link()
    assert words(session) == QUOTES
    assert (session.state.notes.active, session.state.notes.passage) == (note, 1)


def test_without_a_note_or_words_nothing_is_linked(session: Session) -> None:
    session.select(span_of(session, "無數"))
    assert to_link(session.state) is None
    session.annotations.passages.link()
    session.annotations.passages.unlink()
    assert session.state.notes.annotations == {}
    made = highlight(session, "無數")
    session.annotations.delete(made)
    assert to_link(session.state) is None, "the last note is gone"


def test_stepping_visits_every_passage_in_text_order(session: Session, note: str) -> None:
    other = highlight(session, "太多")
    session.annotations.visit(note)
    seen: list[tuple[str | None, int]] = []
    for _ in range(4):
        session.annotations.step(1)
        seen.append((session.state.notes.active, session.state.notes.passage))
    assert seen == [(other, 0), (note, 1), (note, 2), (note, 0)]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_any_passage_can_be_taken_out_and_put_back_by_undo(session: Session, note: str, number: int) -> None:
    before = only(session)
    session.annotations.visit(note, number)
    session.annotations.passages.unlink()
    assert words(session) == QUOTES[:number] + QUOTES[number + 1 :]
    assert session.state.notes.active == note
    session.history.undo()
    assert only(session) == before
    assert words(session) == QUOTES


def test_the_last_passage_stays(session: Session, note: str) -> None:
    for _ in range(4):
        session.annotations.passages.unlink()
    assert len(words(session)) == 1


def test_the_edges_of_each_passage_can_be_moved(session: Session, note: str) -> None:
    session.annotations.visit(note, 1)
    session.annotations.edges.move(Edge.END, 1)
    assert words(session) == [QUOTES[0], "反而忘了讀書。", QUOTES[2]]
    assert session.state.notes.passage == 1


def test_a_deleted_note_comes_back_with_all_its_passages(session: Session, note: str) -> None:
    session.annotations.delete(note)
    assert words(session) == []
    session.history.undo()
    assert words(session) == QUOTES


def test_all_passages_are_there_after_a_restart_and_in_a_text_that_changed(
    session: Session, note: str, start: Callable[[], Session], thread: Path
) -> None:
    before = only(session)
    deliver()
    assert session.close() is None
    again = start()
    again.shelf.open(thread)
    assert only(again) == before
    thread.write_text(f"{text_of(again)}\n又及。\n".replace("林語", "林語堂"), encoding="utf-8")
    again.shelf.reload()
    assert words(again) == QUOTES
    assert [place.passage for place in marked(again.state)] == [0, 1, 2]


def test_a_passage_whose_words_are_gone_can_be_put_on_others(session: Session, note: str, thread: Path) -> None:
    thread.write_text(text_of(session).replace("反而忘了讀書", "呵呵"), encoding="utf-8")
    session.shelf.reload()
    assert words(session) == [QUOTES[0], QUOTES[2]]
    session.annotations.visit(note, 1)
    session.select(span_of(session, "讓書自己說話"))
    session.annotations.placing.reattach()
    assert words(session) == [QUOTES[0], "讓書自己說話", QUOTES[2]]
