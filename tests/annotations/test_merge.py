"""Two writers' annotations come together without loss."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Annotation
from desktop.annotations.merge import merge
from tests.annotations.samples import noted, sample, samples

Annotations = Mapping[str, Annotation]
ONE = sample(1)
OURS, THEIRS = noted(ONE, "我們的"), noted(ONE, "他們的")
STATES = st.fixed_dictionaries(
    {},
    optional={
        sample(n).id: st.sampled_from([sample(n), noted(sample(n), "甲"), noted(sample(n), "乙")]) for n in range(3)
    },
)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ((ONE,), (ONE,), (THEIRS,), (THEIRS,)),
        ((ONE,), (OURS,), (ONE,), (OURS,)),
        ((), (ONE,), (sample(2),), (sample(2), ONE)),
        ((ONE,), (), (ONE,), ()),
        ((ONE,), (ONE,), (), ()),
        ((ONE,), (), (THEIRS,), (THEIRS,)),
        ((ONE,), (OURS,), (), (OURS,)),
        ((ONE,), (OURS,), (OURS,), (OURS,)),
    ],
    ids=["their edit", "our edit", "both add", "we delete", "they delete", "their edit beats our deletion",
         "our edit beats their deletion", "the same edit"],
)  # fmt: skip
def test_one_sided_changes_are_taken(
    base: tuple[Annotation, ...],
    ours: tuple[Annotation, ...],
    theirs: tuple[Annotation, ...],
    merged: tuple[Annotation, ...],
) -> None:
    got = merge(*({one.id: one for one in side} for side in (base, ours, theirs)))
    assert tuple(got.values()) == merged


def test_two_edits_of_one_annotation_become_two_annotations() -> None:
    merged = merge({ONE.id: ONE}, {ONE.id: OURS}, {ONE.id: THEIRS})
    assert merged[ONE.id] == OURS
    assert sorted(one.note for one in merged.values()) == sorted(["我們的", "他們的"])
    assert merge({ONE.id: ONE}, {ONE.id: OURS}, {ONE.id: THEIRS}) == merged


@settings(max_examples=40, deadline=None)
@given(STATES, STATES, STATES)
def test_whatever_either_side_wrote_is_there(base: Annotations, ours: Annotations, theirs: Annotations) -> None:
    merged = merge(base, ours, theirs)
    notes = {(one.anchor, one.note) for one in merged.values()}
    for side in (ours, theirs):
        assert all((one.anchor, one.note) in notes for one in side.values() if base.get(one.id) != one)
    assert all(name == one.id for name, one in merged.items())


@settings(max_examples=40, deadline=None)
@given(STATES, STATES)
def test_a_side_that_did_nothing_changes_nothing(base: Annotations, other: Annotations) -> None:
    assert merge(base, other, base) == other
    assert merge(base, base, other) == other


def test_samples_differ() -> None:
    assert len(samples(0, 1, 2)) == 3
