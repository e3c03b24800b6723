"""Heights of paragraphs that have not been laid out yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.page.layout import BlockColumn, LineCounts

HEIGHTS = st.lists(st.integers(1, 400).map(float), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("text", "indent", "lines"),
    [
        ("", 40.0, 1),
        ("字" * 8, 40.0, 1),
        ("字" * 9, 40.0, 2),
        ("字" * 18, 40.0, 2),
        ("字" * 19, 40.0, 3),
        ("a" * 20, 0.0, 1),
    ],
)
def test_full_width_characters_stand_on_a_grid(text: str, indent: float, lines: int) -> None:
    counts = LineCounts(20.0, 200.0)
    assert counts.of(text, indent) == lines


def test_what_is_left_of_a_line_is_no_room_for_a_character() -> None:
    assert LineCounts(20.0, 219.0).of("字" * 21, 0.0) == 3


def test_a_column_narrower_than_a_character_has_one_in_each_line() -> None:
    assert LineCounts(20.0, 0.0).of("字字字", 0.0) == 3


def test_a_paragraph_that_was_laid_out_is_known_from_then_on() -> None:
    counts = LineCounts(20.0, 200.0)
    counts.learn("字字", 40.0, 7)
    assert counts.of("字字", 40.0) == 7
    assert counts.of("字字", 0.0) == 1


def test_not_all_paragraphs_ever_seen_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.ui.page.layout._MOST_REMEMBERED", 2)
    counts = LineCounts(20.0, 200.0)
    for text in "一二三":
        counts.learn(text, 0.0, 7)
    assert counts.of("三", 0.0) == 7
    assert counts.of("一", 0.0) == 1


@given(HEIGHTS, st.floats(0, 100))
def test_each_block_begins_where_the_one_before_it_ends(heights: list[float], top: float) -> None:
    column = BlockColumn(heights, top)
    tops = [column.top(number) for number in range(len(column))]
    assert tops[0] == top
    assert column.bottom == pytest.approx(top + sum(heights))
    assert all(column.at(here) == number for number, here in enumerate(tops))


def test_a_height_above_all_blocks_is_the_firsts_and_one_below_all_the_lasts() -> None:
    column = BlockColumn([10.0, 20.0], 48.0)
    assert (column.at(-5), column.at(47), column.at(57), column.at(58), column.at(1e9)) == (0, 0, 0, 1, 1)


@given(HEIGHTS, st.data())
def test_a_correction_moves_those_below_as_if_they_had_been_known(heights: list[float], data: st.DataObject) -> None:
    numbers = st.integers(0, len(heights) - 1)
    corrections = data.draw(st.dictionaries(numbers, st.integers(1, 400).map(float), min_size=1))
    column = BlockColumn(heights, 48.0)
    column.correct(corrections)
    known = BlockColumn([corrections.get(number, height) for number, height in enumerate(heights)], 48.0)
    assert [column.top(number) for number in range(len(column))] == [
        known.top(number) for number in range(len(known))
    ]
    assert column.bottom == known.bottom
    assert all(column.height(number) == height for number, height in corrections.items())
