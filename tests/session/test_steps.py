"""Steps: acts of one kind that follow each other closely are one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Annotation, Change, Color, apply_changes
from desktop.session.steps import NotesStep, Step, Steps, joined
from tests.annotations.samples import noted, recoloured, sample

if TYPE_CHECKING:
    from collections.abc import Mapping


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def notes(step: Step) -> NotesStep:
    """Return a step of notes as what it is."""
    assert isinstance(step, tuple)
    return step


A, B, C = (noted(sample(0), words) for words in ("甲", "乙", "丙"))


def test_acts_of_one_kind_are_one_step_until_the_time_is_over() -> None:
    clock = Clock()
    steps = Steps(clock)
    for before, after, wait in ((A, B, 0.9), (B, C, 1.1), (C, A, 0.0)):
        steps.add((Change(before, after),), "kind", 1.0)
        clock.now += wait
    assert steps.back() == (Change(A, C),)
    assert steps.back() == (Change(C, A),)
    assert not steps.last_made


def test_another_kind_and_none_are_steps_of_their_own() -> None:
    steps = Steps(Clock())
    steps.add((Change(A, B),), "one")
    steps.add((Change(B, C),), "two")
    steps.add((Change(C, A),))
    steps.add((Change(A, B),))
    assert [len(notes(steps.back())) for _ in range(5)] == [1, 1, 1, 1, 0]


def test_what_follows_a_step_taken_back_is_not_joined_to_it() -> None:
    steps = Steps(Clock())
    steps.add((Change(A, B),), "kind")
    steps.settle()
    steps.add((Change(B, C),), "kind")
    steps.back()
    steps.add((Change(B, A),), "kind")
    assert steps.back() == (Change(A, B),)
    assert steps.last_made
    assert steps.forth() == (Change(B, A),)


def test_what_comes_back_to_where_it_was_is_no_step() -> None:
    steps = Steps(Clock())
    steps.add((Change(A, B),), "kind")
    steps.add((Change(B, A),), "kind")
    assert not steps.last_made


def test_what_follows_what_came_to_nothing_is_not_joined_to_the_step_before() -> None:
    steps = Steps(Clock())
    other = Change(sample(1), None)
    steps.add((other,))
    for before, after in ((A, B), (B, A), (A, C)):
        steps.add((Change(before, after),), "kind")
    assert steps.back() == (Change(C, A),)
    assert steps.back() == (other.inverse,)


def test_what_is_typed_after_some_steps_were_forgotten_joins_none_of_those_left() -> None:
    steps = Steps(Clock())
    other = sample(1)
    steps.add((Change(other, recoloured(other, Color.INDIGO)),))
    steps.add((Change(A, B),), "typing")
    steps.forget({A.id})
    steps.add((Change(B, C),), "typing")
    assert [len(notes(steps.back())) for _ in range(3)] == [1, 1, 0]


IDS = [sample(number).id for number in range(3)]
STATES: st.SearchStrategy[dict[str, Annotation]] = st.fixed_dictionaries(
    {}, optional={sample(n).id: st.sampled_from(["甲", "乙"]).map(partial(noted, sample(n))) for n in range(3)}
)


def changes(old: Mapping[str, Annotation], new: Mapping[str, Annotation]) -> tuple[Change, ...]:
    return tuple(Change(old.get(key), new.get(key)) for key in IDS if old.get(key) != new.get(key))


@settings(max_examples=100, deadline=None)
@given(st.lists(STATES, min_size=1, max_size=6), st.integers(0, 6), STATES)
def test_after_others_changed_some_notes_every_step_left_can_be_taken_and_touches_none_of_those(
    states: list[dict[str, Annotation]], back: int, theirs: dict[str, Annotation]
) -> None:
    steps, now = Steps(Clock()), dict[str, Annotation]()
    for state in states:
        steps.add(changes(now, state))
        now = state
    for _ in range(back):
        now = dict(apply_changes(now, notes(steps.back())))
    changed = {change.id for change in changes(now, theirs)}
    steps.forget(changed)
    now = theirs
    for turn in (steps.back, steps.forth, steps.back):
        while step := turn():
            now = dict(apply_changes(now, notes(step)))
            assert {key: now.get(key) for key in changed} == {key: theirs.get(key) for key in changed}


def test_a_joined_step_has_one_change_for_each_annotation() -> None:
    other = sample(1)
    red = recoloured(other, Color.INDIGO)
    first, second = (Change(None, A), Change(other, red)), (Change(A, B), Change(red, None))
    assert joined(first, second) == (Change(None, B), Change(other, None))
    assert joined((Change(None, A),), (Change(A, None),)) == ()
