"""What other places say about one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations.anchoring.neighbours import NOBODY, Neighbours, Step

STEPS = st.lists(st.builds(Step, st.integers(0, 5000), st.integers(0, 5000)), max_size=12)


def test_without_neighbours_nothing_speaks_against_a_place() -> None:
    assert NOBODY.agreement(Step(5, 5000)) == 1.0


def test_neighbours_that_moved_along_agree_and_others_do_not() -> None:
    company = Neighbours.of([Step(100, 1100), Step(200, 1200), Step(300, 1310)])
    assert company.agreement(Step(250, 1255)) == 1.0
    assert company.agreement(Step(250, 4000)) == 0.0


def test_one_that_strayed_is_not_asked() -> None:
    steps = [Step(100, 1100), Step(200, 1200), Step(250, 9000), Step(300, 1300), Step(400, 1400)]
    assert Step(250, 9000) not in Neighbours.of(steps).steps


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(0, 5000), st.integers(0, 5000))
def test_agreement_is_a_share_of_those_around(steps: list[Step], old: int, new: int) -> None:
    assert 0 <= Neighbours.of(steps).agreement(Step(old, new)) <= 1


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(0, 1000))
def test_where_all_moved_alike_all_agree(steps: list[Step], by: int) -> None:
    alike = [Step(step.old, step.old + by) for step in steps]
    assert set(Neighbours.of(alike).steps) == set(alike)
