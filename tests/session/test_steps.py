"""Steps: acts of one kind that follow each other closely are one."""

from __future__ import annotations

from desktop.annotations import Change, Color
from desktop.session.steps import Steps, joined
from tests.annotations.samples import noted, recoloured, sample


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


A, B, C = (noted(sample(0), words) for words in ("甲", "乙", "丙"))


def test_acts_of_one_kind_are_one_step_until_the_time_is_over() -> None:
    clock = Clock()
    steps = Steps(clock)
    for before, after, wait in ((A, B, 0.9), (B, C, 1.1), (C, A, 0.0)):
        steps.add((Change(before, after),), "kind", 1.0)
        clock.now += wait
    assert steps.back() == (Change(A, C),)
    assert steps.back() == (Change(C, A),)
    assert not steps.can_undo


def test_another_kind_and_none_are_steps_of_their_own() -> None:
    steps = Steps(Clock())
    steps.add((Change(A, B),), "one")
    steps.add((Change(B, C),), "two")
    steps.add((Change(C, A),))
    steps.add((Change(A, B),))
    assert [len(steps.back()) for _ in range(5)] == [1, 1, 1, 1, 0]


def test_what_follows_a_step_taken_back_is_not_joined_to_it() -> None:
    steps = Steps(Clock())
    steps.add((Change(A, B),), "kind")
    steps.settle()
    steps.add((Change(B, C),), "kind")
    steps.back()
    steps.add((Change(B, A),), "kind")
    assert steps.back() == (Change(A, B),)
    assert steps.can_undo
    assert steps.forth() == (Change(B, A),)


def test_what_comes_back_to_where_it_was_is_no_step() -> None:
    steps = Steps(Clock())
    steps.add((Change(A, B),), "kind")
    steps.add((Change(B, A),), "kind")
    assert not steps.can_undo


def test_a_joined_step_has_one_change_for_each_annotation() -> None:
    other = sample(1)
    red = recoloured(other, Color.INDIGO)
    first, second = (Change(None, A), Change(other, red)), (Change(A, B), Change(red, None))
    assert joined(first, second) == (Change(None, B), Change(other, None))
    assert joined((Change(None, A),), (Change(A, None),)) == ()
