"""Corrections as values: what each says, which wins, and how they change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script.corrections import LONGEST, Correction, Corrections, Flaw, flaw_in
from desktop.script.variants import Script

TRADITIONAL, SIMPLIFIED = Script.TRADITIONAL, Script.SIMPLIFIED

# Few words, so that corrections get in one another's way.
CORRECTIONS = st.builds(
    Correction, st.sampled_from("干后里"), st.sampled_from("幹乾後"), st.sampled_from((TRADITIONAL, SIMPLIFIED, None))
)
LISTS = st.lists(CORRECTIONS, max_size=6).map(lambda items: Corrections(tuple(items)))


def corrections(*items: tuple[str, str, Script | None]) -> Corrections:
    return Corrections(tuple(Correction(*item) for item in items))


@pytest.mark.parametrize(
    ("source", "shown", "flaw"),
    [
        ("", "乾", Flaw.EMPTY_SOURCE),
        (" \u3000", "乾", Flaw.EMPTY_SOURCE),
        ("干", "\t", Flaw.EMPTY_SHOWN),
        ("干" * (LONGEST + 1), "乾", Flaw.TOO_LONG),
        ("干", "乾" * (LONGEST + 1), Flaw.TOO_LONG),
        ("干\n净", "乾淨", Flaw.CONTROL),
        ("干", "乾\u2028淨", Flaw.CONTROL),
        ("干\ud800", "乾", Flaw.CONTROL),
        ("干" * LONGEST, "乾", None),
        ("A B", "甲\u3000乙", None),
    ],
)
def test_words_that_no_correction_can_hold_are_told(source: str, shown: str, flaw: Flaw | None) -> None:
    assert flaw_in(source, shown) is flaw
    if flaw is not None:
        with pytest.raises(ValueError, match=flaw.value):
            Correction(source, shown)


def test_the_original_is_never_corrected() -> None:
    with pytest.raises(ValueError, match="unknown-script"):
        Correction("干", "乾", Script.ORIGINAL)


def test_blanks_around_the_words_are_no_part_of_them() -> None:
    assert Correction(" 干\u3000", "\t乾 ") == Correction("干", "乾")


def test_each_script_has_its_own_words_and_the_original_none() -> None:
    both = corrections(("干", "乾", TRADITIONAL), ("乾", "干", SIMPLIFIED), ("林肯公园", "Linkin Park", None))
    assert both.for_script(TRADITIONAL) == {"干": "乾", "林肯公园": "Linkin Park"}
    assert both.for_script(SIMPLIFIED) == {"乾": "干", "林肯公园": "Linkin Park"}
    assert both.for_script(Script.ORIGINAL) == {}


def test_a_later_one_wins_and_what_it_leaves_nothing_to_do_is_dropped() -> None:
    assert corrections(("干", "乾", TRADITIONAL), ("干", "幹", TRADITIONAL)).items == (
        Correction("干", "幹", TRADITIONAL),
    )
    assert corrections(("干", "乾", TRADITIONAL), ("干", "幹", None)).items == (Correction("干", "幹"),)


def test_a_later_one_for_one_script_leaves_the_other_to_the_earlier() -> None:
    kept = corrections(("干", "乾", None), ("干", "幹", TRADITIONAL))
    assert len(kept) == 2
    assert kept.for_script(TRADITIONAL) == {"干": "幹"}
    assert kept.for_script(SIMPLIFIED) == {"干": "乾"}


def test_equal_ones_are_one_key() -> None:
    one, other = corrections(("干", "乾", None)), corrections(("干", "乾", None))
    assert one == other
    assert hash(one) == hash(other)
    assert one != corrections(("干", "幹", None))
    assert one != "干"
    assert Corrections() == Corrections(())
    assert not Corrections()


def test_a_change_stays_in_its_place() -> None:
    kept = corrections(("甲", "1", None), ("乙", "2", None), ("丙", "3", None))
    changed = kept.with_change(Correction("乙", "2"), Correction("乙", "II"))
    assert [item.shown for item in changed] == ["1", "II", "3"]


def test_an_addition_comes_last_or_takes_the_place_of_what_it_overrides() -> None:
    kept = corrections(("甲", "1", TRADITIONAL), ("乙", "2", None))
    assert [item.shown for item in kept.with_change(None, Correction("丙", "3"))] == ["1", "2", "3"]
    assert [item.shown for item in kept.with_change(None, Correction("甲", "I"))] == ["I", "2"]


def test_what_has_gone_meanwhile_can_not_be_changed() -> None:
    kept = corrections(("甲", "1", None))
    assert kept.with_change(Correction("乙", "2"), Correction("乙", "3")) is kept


@settings(max_examples=80, deadline=None)
@given(LISTS, CORRECTIONS)
def test_a_correction_that_is_put_in_holds_whatever_was_there(kept: Corrections, after: Correction) -> None:
    for before in (None, *kept):
        changed = kept.with_change(before, after)
        assert all(changed.for_script(script)[after.source] == after.shown for script in after.scripts)


@settings(max_examples=80, deadline=None)
@given(LISTS)
def test_taking_one_out_changes_no_other_words(kept: Corrections) -> None:
    for gone in kept:
        left = kept.with_change(gone, None)
        assert gone not in left
        for script in (TRADITIONAL, SIMPLIFIED):
            others = {item.source: item.shown for item in kept if item != gone and script in item.scripts}
            assert left.for_script(script) == others


@settings(max_examples=100, deadline=None)
@given(st.lists(CORRECTIONS, max_size=6))
def test_dropping_what_is_overridden_changes_no_words(items: list[Correction]) -> None:
    for script in (TRADITIONAL, SIMPLIFIED):
        said = {item.source: item.shown for item in items if script in item.scripts}
        assert Corrections(tuple(items)).for_script(script) == said


@settings(max_examples=200, deadline=None)
@given(LISTS, st.none() | CORRECTIONS, st.integers(0, 9))
def test_a_step_leads_back_and_forth_where_nothing_was_written_meanwhile(
    before: Corrections, given_one: Correction | None, rank: int
) -> None:
    old = before.items[rank] if rank < len(before) else None
    after = before.with_change(old, given_one)
    assert after.with_step(after, before) == before
    assert before.with_step(before, after) == after


@settings(max_examples=300, deadline=None)
@given(LISTS, CORRECTIONS, st.lists(st.tuples(st.integers(0, 9), st.none() | CORRECTIONS), max_size=4))
def test_a_step_back_is_whole_and_leaves_all_that_was_written_meanwhile_or_it_is_not_made(
    before: Corrections, made: Correction, meanwhile: list[tuple[int, Correction | None]]
) -> None:
    after = before.with_change(None, made)
    now = after
    for rank, one in meanwhile:
        now = now.with_change(now.items[rank] if rank < len(now) else None, one)
    back = now.with_step(after, before)
    gone, come = set(after) - set(before), set(before) - set(after)
    if back is None:
        assert not gone <= set(now) or any(one.meets(other) for one in come for other in now)
        return
    assert set(back) >= come
    assert set(back) >= set(now) - gone
    assert set(back) <= (set(now) - gone) | come or now is back
