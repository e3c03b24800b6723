"""Numbers in the names of files count by what they are worth, digits and Chinese numerals alike."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.containers.natural_order import natural_key


@pytest.mark.parametrize(
    "names",
    [
        ("1.md", "2.md", "10.md", "a.md"),
        ("第一回", "第二回", "第十回", "第十二回", "第二十回", "第九十九回", "第一百回", "第一百零二回"),
        ("卷２", "卷１０"),
        ("二〇〇九年", "二〇一〇年"),
        ("第九千章", "第一万章", "第一万二千章"),
        ("甲/2.txt", "甲/10.txt", "甲2/1.txt"),
        ("第两千章", "第兩千零一章"),
    ],
)
def test_names_come_in_the_order_that_a_reader_expects(names: tuple[str, ...]) -> None:
    shuffled = random.Random(3).sample(names, len(names))  # noqa: S311 (no secret)
    assert tuple(sorted(shuffled, key=natural_key)) == names


@given(names=st.lists(st.text(max_size=12), max_size=6))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    found = sorted(names, key=natural_key)
    again = found[::-1]
    again.sort(key=natural_key)
    assert _alike(names) or again == found


def _alike(names: list[str]) -> bool:
    """Tell whether some of the names can't be told apart by their keys, as two that differ in case alone."""
    return len({natural_key(name) for name in names}) < len(set(names))
