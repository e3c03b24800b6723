"""Notes without a certain place: visited, offered their places, put on words by hand, in one step each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Anchor, Change, Passage, PlacementState, create
from desktop.session import unplaced
from desktop.text import Span
from tests.annotations.samples import with_first, with_further
from tests.session.executors import deliver
from tests.session.reader import highlight, span_of, text_of, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session


def any_unplaced(session: Session, number: int, exact: str) -> str:
    """Add a note on words of an older text that says nothing of what was around them; return its id."""
    [known, *_] = session.state.notes.annotations.values()
    anchor = Anchor(exact, "", "", Span(number, number + len(exact)), "0" * 64)
    made = replace(with_first(known, anchor=anchor), id=f"urn:uuid:{number}")
    session.edits.push((create(made),))
    return made.id


@pytest.fixture
def vague(session: Session) -> str:
    """Return a note on words that stand in several places."""
    highlight(session, "無數")
    made = any_unplaced(session, 5, "筆記")
    assert session.state.notes.placements[made][0].state is PlacementState.UNCERTAIN
    return made


@pytest.fixture
def lost(session: Session, vague: str) -> str:
    """Return a note on words that are nowhere."""
    made = any_unplaced(session, 2, "杳如黃鶴之句")
    assert session.state.notes.placements[made][0].state is PlacementState.LOST
    return made


def test_those_with_places_to_choose_from_come_before_those_that_are_lost(
    session: Session, vague: str, lost: str
) -> None:
    assert [annotation.id for annotation in unplaced(session.state)] == [vague, lost]


def test_stepping_goes_round_those_unplaced_and_shows_the_notes(session: Session, vague: str, lost: str) -> None:
    session.prefer(notes_shown=False)
    visited: list[str | None] = []
    for _ in range(3):
        session.annotations.placing.step()
        visited.append(session.state.notes.active)
    assert visited == [vague, lost, vague]
    assert session.state.preferences.notes_shown


def test_a_further_passage_that_is_unplaced_is_listed_and_visited_as_the_one_in_hand(
    session: Session, vague: str
) -> None:
    made = highlight(session, "反而忘了讀書")
    note = session.state.notes.annotations[made]
    gone, unsure = (
        Passage(Anchor(exact, "", "", Span(at, at + len(exact)), "0" * 64))
        for at, exact in ((3, "杳如黃鶴"), (7, "筆記"))
    )
    there = Passage(note.passages[0].anchor)
    session.edits.push((Change(note, with_further(note, gone, there, unsure)),))
    assert [one.id for one in unplaced(session.state)] == [vague, note.id]
    session.annotations.activate(None)
    visited: list[tuple[str | None, int]] = []
    for by in (1, 1, 1, 1, -1):
        session.annotations.placing.step(by)
        visited.append((session.state.notes.active, session.state.notes.passage))
    assert visited == [(vague, 0), (note.id, 1), (note.id, 3), (vague, 0), (note.id, 3)]
    assert session.state.pane.selection is not None, "a place to choose is offered"
    session.select(None)
    session.show_answer(2)
    assert (session.state.notes.active, session.state.notes.passage) == (note.id, 3), (
        "it stays in hand while its words are sought"
    )


def test_where_nothing_is_unplaced_there_is_no_step(session: Session) -> None:
    session.annotations.placing.step()
    session.annotations.placing.offer()
    assert (session.state.notes.active, session.state.pane.selection) == (None, None)


def test_a_visit_selects_the_first_place_and_each_offer_the_next_round_the_end(session: Session, vague: str) -> None:
    candidates = session.state.notes.placements[vague][0].candidates
    assert len(candidates) > 1
    session.annotations.visit(vague)
    offered, gone_to = [session.state.pane.selection], [session.state.pane.goal]
    for _ in candidates:
        session.annotations.placing.offer()
        offered.append(session.state.pane.selection)
        gone_to.append(session.state.pane.goal)
    assert offered == [*candidates, candidates[0]]
    # The question stands above the answers: there is no page of it to go to.
    document = session.state.document
    assert document is not None
    shown = [span for span in offered if span and document.answer_at(span.start) is not None]
    assert shown
    assert [goal.span for goal in gone_to if goal] == shown
    assert session.state.notes.active == vague


def test_words_that_the_reader_selected_are_not_replaced_by_an_offer(session: Session, vague: str) -> None:
    chosen = span_of(session, "書上畫線")
    session.select(chosen)
    session.annotations.visit(vague)
    assert (session.state.pane.selection, session.state.notes.active) == (chosen, vague)


def test_attaching_to_an_offered_place_settles_it(session: Session, vague: str) -> None:
    session.annotations.visit(vague)
    session.annotations.placing.offer()
    place = session.state.pane.selection
    session.annotations.placing.reattach()
    assert session.state.notes.placements[vague][0].span == place
    assert (session.state.pane.selection, session.state.notes.active) == (None, vague)
    assert unplaced(session.state) == ()


def test_attaching_is_one_step(session: Session, lost: str) -> None:
    before = session.state.notes.annotations[lost]
    session.annotations.activate(lost)
    session.select(span_of(session, "書上畫線"))
    session.annotations.placing.reattach()
    assert "書上畫線" in words(session)
    session.history.undo()
    assert session.state.notes.annotations[lost] == before
    assert session.state.notes.placements[lost][0].span is None
    session.history.redo()
    assert "書上畫線" in words(session)


def test_blanks_at_the_ends_of_the_selection_are_left_out(session: Session, lost: str) -> None:
    session.select(Span(text_of(session).index("\n\n陳默"), text_of(session).index("陳默") + 2))
    session.annotations.placing.reattach(lost)
    assert "陳默" in words(session)


def test_over_blanks_alone_or_without_a_selection_nothing_happens(session: Session, lost: str) -> None:
    before = session.state.notes.annotations
    session.annotations.placing.reattach(lost)
    start = text_of(session).index("\n\n")
    session.select(Span(start, start + 2))
    session.annotations.placing.reattach(lost)
    session.annotations.placing.reattach("urn:uuid:none", span_of(session, "讀書"))
    assert session.state.notes.annotations is before


def test_the_words_that_it_was_made_on_stay_with_it(
    start: Callable[[], Session], session: Session, thread: Path, lost: str
) -> None:
    session.annotations.placing.reattach(lost, span_of(session, "書上畫線"))
    deliver()
    session.close()
    again = start()
    again.shelf.open(thread)
    assert again.state.notes.annotations[lost].passages[0].anchor.exact == "杳如黃鶴之句"
    assert again.state.notes.placements[lost][0].span == span_of(again, "書上畫線")


def test_a_note_in_its_place_can_be_put_elsewhere_too(session: Session) -> None:
    made = highlight(session, "無數")
    session.annotations.placing.reattach(made, span_of(session, "打開"))
    assert words(session) == ["打開"]


def test_an_unplaced_note_stays_at_hand_while_the_reader_looks_for_its_words(session: Session, lost: str) -> None:
    placed = next(key for key, place in session.state.notes.placements.items() if place[0].span)
    session.annotations.activate(lost)
    session.show_answer(2)
    assert session.state.notes.active == lost
    session.annotations.activate(placed)
    session.show_answer(1)
    assert session.state.notes.active is None


def test_recolouring_looks_nothing_up_again(session: Session, vague: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = session.state.notes.placements[vague]
    monkeypatch.setattr("desktop.session.files.locations.reanchor", None)
    session.annotations.rewrite(vague, "另有所指", ())
    assert session.state.notes.placements[vague] is before
