"""Two writers' annotations come together by id and by field, without loss, and the same whoever merges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Annotation, Color, How, Resolution
from desktop.annotations.merge import merge
from desktop.text import Span
from tests.annotations.samples import LATER, NOON, noted, sample, samples, with_first

Annotations = Mapping[str, Annotation]
ONE = sample(1)
OURS, THEIRS = noted(ONE, "我們的"), noted(ONE, "他們的")
INDIGO = replace(ONE, color=Color.INDIGO, modified=NOON + timedelta(hours=1))


def by_id(*annotations: Annotation) -> Annotations:
    return {one.id: one for one in annotations}


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ((ONE,), (ONE,), (THEIRS,), (THEIRS,)),
        ((ONE,), (OURS,), (ONE,), (OURS,)),
        ((), (ONE,), (sample(2),), (sample(2), ONE)),
        ((ONE,), (), (ONE,), ()),
        ((ONE,), (ONE,), (), ()),
        ((ONE,), (), (), ()),
        ((ONE,), (), (THEIRS,), (THEIRS,)),
        ((ONE,), (OURS,), (), (OURS,)),
        ((ONE,), (OURS,), (OURS,), (OURS,)),
        ((ONE,), (OURS,), (INDIGO,), (replace(OURS, color=Color.INDIGO),)),
    ],
    ids=["their edit", "our edit", "both add", "we delete", "they delete", "both delete",
         "their edit beats our deletion", "our edit beats their deletion", "the same edit", "edits of two fields"],
)  # fmt: skip
def test_one_sided_changes_are_taken(
    base: tuple[Annotation, ...],
    ours: tuple[Annotation, ...],
    theirs: tuple[Annotation, ...],
    merged: tuple[Annotation, ...],
) -> None:
    got = merge(by_id(*base), by_id(*ours), by_id(*theirs))
    assert tuple(got.values()) == merged


def test_two_edits_of_one_field_are_two_annotations_and_one_says_what_it_conflicts_with() -> None:
    latest = replace(THEIRS, modified=LATER + timedelta(seconds=1))
    merged = merge(by_id(ONE), by_id(OURS), by_id(latest))
    assert merged[ONE.id] == latest
    (name,) = set(merged) - {ONE.id}
    assert merged[name] == replace(OURS, id=name, conflicts_with=ONE.id)


def test_what_does_not_conflict_is_taken_from_both_even_in_a_conflict() -> None:
    merged = merge(by_id(ONE), by_id(replace(OURS, color=Color.INDIGO)), by_id(with_first(THEIRS, author="某乙")))
    assert (merged[ONE.id].color, merged[ONE.id].passages[0].author, len(merged)) == (Color.INDIGO, "某乙", 2)


def test_tags_are_added_and_taken_off_one_by_one() -> None:
    base, ours, theirs = (replace(ONE, tags=tags) for tags in (("甲", "乙"), ("甲", "丙"), ("甲", "乙", "丁")))
    (merged,) = merge(by_id(base), by_id(ours), by_id(theirs)).values()
    assert set(merged.tags) == {"甲", "丙", "丁"}


def test_unknown_keys_are_merged_one_by_one() -> None:
    base, ours, theirs = (
        replace(ONE, extra=extra) for extra in ({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "c": 1})
    )
    (merged,) = merge(by_id(base), by_id(ours), by_id(theirs)).values()
    assert merged.extra == {"a": 2, "c": 1}
    other = replace(ONE, extra={"a": 3, "b": 1})
    assert len(merge(by_id(base), by_id(ours), by_id(other))) == 2


def found(sha256: str, how: How, score: float) -> Resolution:
    return Resolution(replace(ONE.passages[0].anchor, sha256=sha256), how, score)


def test_places_in_later_texts_are_kept_of_both_and_the_readers_own_comes_first() -> None:
    ours = with_first(ONE, resolved=(found("a", How.READER, 1), found("b", How.DIFF, 0.9)))
    theirs = with_first(ONE, resolved=(found("a", How.QUOTE, 0.8), found("c", How.DIFF, 0.9)))
    (merged,) = merge(by_id(ONE), by_id(ours), by_id(theirs)).values()
    assert {(place.anchor.sha256, place.how) for place in merged.passages[0].resolved} == {
        ("a", How.READER), ("b", How.DIFF),
    }, "found without knowing where the reader had put it, c says nothing any more"  # fmt: skip


def test_a_deletion_yields_to_an_edit_but_not_to_finding_the_place_again() -> None:
    moved = with_first(ONE, resolved=(found("a", How.DIFF, 0.9),))
    assert merge(by_id(ONE), {}, by_id(moved)) == {}
    assert merge(by_id(ONE), by_id(moved), {}) == {}
    assert merge(by_id(ONE), {}, by_id(replace(moved, note="改"))) != {}


def test_an_annotation_that_both_have_and_nobody_saw_before_conflicts_only_where_it_differs() -> None:
    assert merge({}, by_id(ONE), by_id(replace(ONE, modified=LATER))) == by_id(replace(ONE, modified=LATER))
    assert len(merge({}, by_id(ONE), by_id(OURS))) == 2


def test_what_a_reader_made_of_a_kept_version_outlives_another_merge_of_the_same_conflict() -> None:
    settled = merge(by_id(ONE), by_id(OURS), by_id(THEIRS))
    [twin] = [one for one in settled.values() if one.conflicts_with]
    loser = OURS if twin.note == OURS.note else THEIRS
    edited_twin = replace(twin, note="兩說皆可", modified=LATER + timedelta(days=1))
    for theirs in ({**settled, twin.id: edited_twin}, {twin.id: edited_twin, **settled, twin.id: edited_twin}):
        assert merge(by_id(ONE), by_id(loser), theirs)[twin.id] == edited_twin
        assert merge(by_id(ONE), theirs, by_id(loser))[twin.id] == edited_twin


def test_putting_a_note_on_its_words_by_hand_is_an_edit_that_a_deletion_yields_to() -> None:
    attached = replace(with_first(ONE, resolved=(found("a", How.READER, 1),)), modified=LATER)
    assert merge(by_id(ONE), {}, by_id(attached)) == by_id(attached)
    assert merge(by_id(ONE), by_id(attached), {}) == by_id(attached)


def test_what_was_found_without_knowing_where_the_reader_put_it_yields_to_the_reader() -> None:
    by_hand, found_later = found("a", How.READER, 1), found("b", How.DIFF, 0.9)
    attached = replace(with_first(ONE, resolved=(by_hand,)), modified=NOON + timedelta(hours=1))
    annotated = replace(with_first(ONE, resolved=(found_later,)), note="後來", modified=LATER)
    for ours, theirs in ((attached, annotated), (annotated, attached)):
        (merged,) = merge(by_id(ONE), by_id(ours), by_id(theirs)).values()
        assert (merged.note, merged.passages[0].resolved) == ("後來", (by_hand,))


def test_what_was_found_from_where_the_reader_put_it_stays_behind_that() -> None:
    by_hand, found_later = found("a", How.READER, 1), found("b", How.DIFF, 0.9)
    attached = with_first(ONE, resolved=(by_hand,))
    followed, annotated = (
        with_first(attached, resolved=(by_hand, found_later)),
        replace(attached, note="記", modified=LATER),
    )
    for ours, theirs in ((followed, annotated), (annotated, followed)):
        (merged,) = merge(by_id(attached), by_id(ours), by_id(theirs)).values()
        assert merged.passages[0].resolved == (by_hand, found_later)


def test_where_a_note_was_put_last_is_last_whoever_merges_in_whatever_text_that_was() -> None:
    first, second = found("a", How.READER, 1), found("b", How.READER, 1)
    again = replace(first, anchor=replace(first.anchor, span=Span(5, 7)))
    base = with_first(ONE, resolved=(first, second))
    put = replace(with_first(base, resolved=(first, second, again)), modified=NOON + timedelta(hours=1))
    followed = replace(
        with_first(base, resolved=(first, second, found("c", How.DIFF, 0.9))), note="記", modified=LATER
    )
    for ours, theirs in ((put, followed), (followed, put)):
        (merged,) = merge(by_id(base), by_id(ours), by_id(theirs)).values()
        assert (merged.note, merged.passages[0].resolved) == ("記", (second, again))


def test_taking_back_where_a_note_was_put_is_not_undone_by_an_edit_elsewhere() -> None:
    attached = replace(with_first(ONE, resolved=(found("a", How.READER, 1),)), modified=NOON + timedelta(hours=1))
    annotated = replace(attached, note="記", modified=LATER)
    for ours, theirs in ((ONE, annotated), (annotated, ONE)):
        (merged,) = merge(by_id(attached), by_id(ours), by_id(theirs)).values()
        assert (merged.note, merged.passages[0].resolved) == ("記", ())


def test_two_readers_who_put_a_note_on_different_words_are_both_told_so() -> None:
    other = Resolution(replace(ONE.passages[0].anchor, span=Span(5, 7), sha256="a"), How.READER)
    ours = replace(with_first(ONE, resolved=(found("a", How.READER, 1),)), modified=NOON + timedelta(hours=1))
    theirs = replace(with_first(ONE, resolved=(other,)), modified=LATER)
    merged = merge(by_id(ONE), by_id(ours), by_id(theirs))
    assert merged[ONE.id] == theirs
    [twin] = [one for one in merged.values() if one.conflicts_with]
    assert (twin.passages[0].resolved, twin.conflicts_with) == (ours.passages[0].resolved, ONE.id)


SHADES = (ONE.color, Color.INDIGO)


NOTES, TAGS = st.sampled_from(["", "甲", "乙"]), st.sets(st.sampled_from("xy"))


def edited(one: Annotation) -> st.SearchStrategy[Annotation]:
    """Return a strategy for what may become of `one`."""

    def edit(note: str, color: Color, tags: set[str], modified: datetime) -> Annotation:
        return replace(one, note=note, color=color, tags=tuple(sorted(tags)), modified=modified)

    return st.builds(edit, NOTES, st.sampled_from(SHADES), TAGS, st.sampled_from([NOON, LATER]))


STATES: st.SearchStrategy[Annotations] = st.fixed_dictionaries(
    {}, optional={sample(number).id: edited(sample(number)) for number in range(3)}
)
QUICK = settings(max_examples=100, deadline=None)


@QUICK
@given(STATES, STATES, STATES)
def test_whatever_either_side_wrote_is_there(base: Annotations, ours: Annotations, theirs: Annotations) -> None:
    merged = merge(base, ours, theirs)
    notes = {(one.passages[0].anchor, one.note) for one in merged.values()}
    colors = {(one.passages[0].anchor, one.color) for one in merged.values()}
    for side in (ours, theirs):
        for name, one in side.items():
            before = base.get(name)
            assert (before and before.note == one.note) or (one.passages[0].anchor, one.note) in notes
            assert (before and before.color == one.color) or (one.passages[0].anchor, one.color) in colors
    assert all(name == one.id for name, one in merged.items())


@QUICK
@given(STATES, STATES)
def test_a_side_that_did_nothing_changes_nothing(base: Annotations, other: Annotations) -> None:
    assert merge(base, other, dict(base)) == other
    assert merge(base, dict(base), other) == other
    assert merge(base, other, base) == merge(base, base, other) == other


@QUICK
@given(STATES, STATES, STATES)
def test_both_machines_come_to_the_same_and_then_agree(
    base: Annotations, ours: Annotations, theirs: Annotations
) -> None:
    merged = merge(base, ours, theirs)
    assert merged == merge(base, theirs, ours)
    assert merge(base, merged, theirs) == merge(base, ours, merged)


def test_samples_differ() -> None:
    assert len(samples(0, 1, 2)) == 3
