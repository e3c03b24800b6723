"""The reader's corrections win over the dictionaries, and stay aligned."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import Edition, convert
from desktop.script.aligned import LengthChange
from desktop.text import Span
from tests.script.reference import hard_text

BRAVE = {"头皮干": "頭皮幹"}


@pytest.mark.parametrize("edition", Edition)
def test_a_correction_wins_over_either_edition(edition: Edition) -> None:
    assert convert("硬着头皮干的", "s2tw", edition).text == "硬著頭皮乾的"
    assert convert("硬着头皮干的", "s2tw", edition, BRAVE).text == "硬著頭皮幹的"


def test_a_correction_holds_where_nothing_is_converted() -> None:
    assert convert("硬著頭皮乾的", None, corrections={"皮乾": "皮幹"}).text == "硬著頭皮幹的"


def test_of_corrections_that_begin_together_the_longest_is_taken() -> None:
    assert convert("头皮干的", "s2tw", corrections={"头": "首", "头皮干": "頭皮幹", "干": "干"}).text == "頭皮幹的"


def test_what_a_correction_put_in_is_not_corrected_again() -> None:
    assert convert("甲乙", "s2tw", corrections={"甲": "乙", "乙": "丙"}).text == "乙丙"


def test_no_phrase_reaches_into_a_correction() -> None:
    assert convert("皇后面", "s2tw").text == "皇后面"
    assert convert("皇后面", "s2tw", corrections={"皇": "皇"}).text == "皇後面"


def test_a_correction_that_changes_the_length_is_a_stretch_of_its_own() -> None:
    aligned = convert("这内存的内存", "s2twp", corrections={"这内": "這個內"})
    assert aligned.text == "這個內存的記憶體"
    assert aligned.changes == (LengthChange(1, 2, 1, 3), LengthChange(4, 6, 5, 8))
    assert aligned.to_source(Span(5, 6)) == Span(4, 6)


def test_signs_of_regular_expressions_are_only_characters() -> None:
    assert convert("a.b*c|后", "s2tw", corrections={"a.b": "x", "|": "/"}).text == "x*c/後"


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.text("头皮干后甲内存", min_size=1, max_size=3), st.text("幹乙記憶", min_size=1, max_size=4))
)
def test_what_no_correction_touches_is_converted_as_its_neighbours_allow(corrections: dict[str, str]) -> None:
    text = hard_text("s2twp", 60, Random(1)) + "头皮干后面的内存"  # noqa: S311 (the same text in every run)
    aligned = convert(text, "s2twp", corrections=corrections)
    assert "".join(segment.source.of(text) for segment in aligned.segments()) == text
    assert "".join(segment.display.of(aligned.text) for segment in aligned.segments()) == aligned.text
    if not any(word in text for word in corrections):
        assert aligned == convert(text, "s2twp")
