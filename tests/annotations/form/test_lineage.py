"""Which saves came before which, and in which of them each annotation was changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations.form import lineage
from desktop.annotations.form.lineage import Lineage, read_changes, write_changes
from desktop.annotations.form.page import Page, dump_page, new_page, parse_page
from desktop.annotations.form.source import source_of
from tests.annotations.samples import document, sample, samples

LINEAGES = st.dictionaries(st.sampled_from("abc"), st.integers(1, 4)).map(Lineage)
NEVER = Lineage({})

ONE, TWO = sample(1), sample(2)
CHANGED = {ONE.id: ("甲", 3), TWO.id: ("乙", 4)}


def test_a_page_that_was_never_saved_is_in_every_other() -> None:
    assert NEVER.latest == ("", 0)
    assert NEVER.followed_by("a", 1).includes(NEVER)
    assert NEVER.includes(NEVER)


def test_a_save_holds_what_came_before_it_and_not_the_reverse() -> None:
    before = NEVER.followed_by("a", 1)
    after = before.followed_by("b", 2)
    assert after.includes(before)
    assert not before.includes(after)
    assert after.latest == ("b", 2)


def test_two_saves_of_one_page_hold_neither_each_other_and_what_joins_them_holds_both() -> None:
    page = NEVER.followed_by("a", 1)
    one, other = page.followed_by("a", 2), page.followed_by("b", 2)
    assert not one.includes(other)
    assert not other.includes(one)
    assert one.joined(other).includes(one)
    assert one.joined(other).includes(other)


@settings(max_examples=60, deadline=None)
@given(LINEAGES, LINEAGES, LINEAGES)
def test_what_is_joined_is_the_least_that_holds_both(one: Lineage, other: Lineage, third: Lineage) -> None:
    joined = one.joined(other)
    assert joined == other.joined(one)
    assert joined.includes(one)
    assert (third.includes(one) and third.includes(other)) == third.includes(joined)


def test_only_the_latest_writers_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lineage, "MOST_WRITERS", 3)
    saves = NEVER
    for number, writer in enumerate("abcde", start=1):
        saves = saves.followed_by(writer, number)
    assert saves.saves == {"c": 3, "d": 4, "e": 5}
    assert not saves.includes(NEVER.followed_by("a", 1)), "forgetting costs a merge, never a note"


@pytest.fixture
def page() -> Page:
    blank = new_page(source_of(document()))
    return replace(blank, annotations=samples(1, 2), revision=4, saves={"甲": 3, "乙": 4}, changed=CHANGED)


def test_what_is_written_is_read_again(page: Page) -> None:
    again = parse_page(dump_page(page, seal=True))
    assert (again, dict(again.changed)) == (page, CHANGED)
    assert (again.changed_in(ONE.id), again.changed_in("none")) == (("甲", 3), None)


def test_a_note_of_which_nothing_is_said_may_have_been_changed_in_the_last_save(page: Page) -> None:
    assert replace(page, changed={}).changed_in(ONE.id) == ("乙", 4)
    assert replace(page, changed={}, saves={}).changed_in(ONE.id) is None


def test_of_a_page_that_a_hand_has_edited_nothing_is_known(page: Page) -> None:
    data = dump_page(page, seal=True).replace("內存".encode(), "記憶".encode())
    assert (parse_page(data).changed_in(ONE.id), dict(parse_page(data).changed)) == (None, {})


@pytest.mark.parametrize("latest", [("乙", 5), ("甲", 4), ("丙", 9)])
def test_what_was_left_by_another_save_counts_for_nothing(latest: tuple[str, int]) -> None:
    written = write_changes(CHANGED, ("乙", 4))
    assert dict(read_changes(written, ("乙", 4), CHANGED)) == CHANGED
    assert not read_changes(written, latest, CHANGED)


def test_what_is_said_of_notes_that_are_not_there_is_passed_over() -> None:
    assert dict(read_changes(write_changes(CHANGED, ("乙", 4)), ("乙", 4), {ONE.id})) == {ONE.id: ("甲", 3)}


@pytest.mark.parametrize(
    "raw",
    [
        None,
        7,
        [],
        {"save": "乙"},
        {"save": ["乙", 4]},
        {"save": ["乙", 4], "notes": []},
        {"save": ["乙", 4], "notes": {"乙": 4}},
        {"save": ["乙", 4], "notes": {"乙": {ONE.id: -1}}},
        {"save": ["乙", 4], "notes": {"乙": {ONE.id: True}}},
    ],
)
def test_what_cannot_be_understood_is_lost_without_harm(raw: Any) -> None:  # noqa: ANN401 (JSON)
    assert not read_changes(raw, ("乙", 4), CHANGED)


def test_a_page_without_any_says_nothing(page: Page) -> None:
    assert b"baijia:changes" not in dump_page(replace(page, changed={}))
