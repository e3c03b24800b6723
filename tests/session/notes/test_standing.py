"""Finding marks by their place."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.annotations import Annotation, Placement, PlacementState
from desktop.documents import Answer, Document, ThreadOrigin
from desktop.session import Notes, State, marked, marked_in_each, marked_within
from desktop.session.notes.placing import unplaced
from desktop.session.notes.standing import is_any_unplaced
from desktop.text import Span
from tests.annotations.samples import sample

LENGTH = 60
_spans = st.tuples(st.integers(0, LENGTH), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))


def state_with(places: list[Span | None]) -> State:
    """Return a state with an annotation at each of `places`; None for one without a place."""
    annotations: dict[str, Annotation] = {}
    placements: dict[str, tuple[Placement, ...]] = {}
    for number, span in enumerate(places):
        one = sample(number)
        annotations[one.id] = one
        placements[one.id] = (Placement(span, PlacementState.EXACT if span else PlacementState.LOST),)
    return State(notes=Notes(annotations, placements))


@given(st.lists(_spans | st.none()), _spans)
def test_the_marks_within_a_span_are_those_that_share_a_character_with_it(
    places: list[Span | None], span: Span
) -> None:
    state = state_with(places)
    assert marked_within(state, span) == [mark for mark in marked(state) if mark.span.overlaps(span)]


@given(st.lists(_spans | st.none()))
def test_the_marks_are_in_text_order_and_all_there(places: list[Span | None]) -> None:
    found = [mark.span for mark in marked(state_with(places))]
    assert found == sorted(place for place in places if place)


@given(st.lists(_spans), st.lists(st.integers(1, 15), min_size=1))
def test_each_mark_counts_in_the_answer_that_it_begins_in(places: list[Span], lengths: list[int]) -> None:
    answers: list[Answer] = []
    start = 3
    for length in lengths:
        answers.append(Answer("", Span(start, start + length), ()))
        start += length + 2
    document = Document("", "", "", "utf-8", tuple(answers), ThreadOrigin(Path("t"), "text"))
    state = replace(state_with(list(places)), document=document)
    starts = [answer.span.start for answer in answers]
    expected = Counter(max(0, bisect_right(starts, place.start) - 1) for place in places)
    assert marked_in_each(state) == [expected[number] for number in range(len(answers))]


@given(st.lists(_spans | st.none()))
def test_something_is_unplaced_where_there_is_a_note_without_a_place(places: list[Span | None]) -> None:
    state = state_with(places)
    assert is_any_unplaced(state) is bool(unplaced(state)) is (None in places)


def test_other_annotations_have_other_places() -> None:
    before, after = state_with([Span(0, 2)]), state_with([Span(4, 6), Span(1, 3)])
    assert [len(marked(state)) for state in (before, after, before)] == [1, 2, 1]
