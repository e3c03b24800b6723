"""What was said of names: the later holds on every machine, and what is taken back says nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from desktop.documents.chosen_names import (
    NameChoice,
    as_said,
    choices_joined,
    chosen,
    is_choosable,
    said_again,
)

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def choice(name: str, form: str, hour: int = 0, *, is_name: bool | None = True) -> NameChoice:
    return NameChoice(name, form, is_name, NOON + timedelta(hours=hour))


def test_of_one_name_the_later_holds_in_whatever_order_they_meet() -> None:
    said = (
        (choice("余海", "余海"),),
        (choice("余海", "餘海", 2),),
        (choice("余海", "", 1, is_name=False), choice("钟文", "鐘文")),
    )
    ends = {choices_joined(choices_joined(one, other), third) for one, other, third in permutations(said)}
    assert [as_said(end) for end in ends] == [(("余海", "餘海"), ("钟文", "鐘文"))]


def test_what_is_said_now_is_later_than_all_before_whatever_the_clock_says() -> None:
    before = (choice("余海", "餘海", 5),)
    again = chosen(before, "余海", "余海", is_name=True, now=NOON)
    assert choices_joined(before, (again,)) == (again,)
    assert said_again((again,), before, NOON)[0].modified > again.modified


def test_what_is_taken_back_says_nothing() -> None:
    assert as_said((choice("余海", "", is_name=None), choice("钟文", "", is_name=False))) == (("钟文", None),)
    assert choice("余海", "", is_name=None).says_as(None)
    assert not choice("余海", "", is_name=False).says_as(None)


@pytest.mark.parametrize(
    ("name", "form"), [("余", "余"), ("余海", "余"), ("余\n海", "余\n海"), (" 余海", " 余海"), ("余" * 25, "余" * 25)]
)
def test_what_can_be_no_name(name: str, form: str) -> None:
    assert not is_choosable(name, form)
