"""Which save came before which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations.form import lineage
from desktop.annotations.form.lineage import Lineage

if TYPE_CHECKING:
    import pytest

LINEAGES = st.dictionaries(st.sampled_from("abc"), st.integers(1, 4)).map(Lineage)
NEVER = Lineage({})


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
