"""The crossing between code points and UTF-16."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text import Span, Utf16Map

TEXTS = st.text(st.sampled_from("a中𠮷😀\n"), max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_every_offset_maps_as_the_codec_counts(text: str) -> None:
    crossing = Utf16Map(text)
    for offset in range(len(text) + 1):
        there = units(text[:offset])
        assert crossing.to_units(offset) == there
        assert crossing.to_code_point(there) == offset


def test_inside_a_surrogate_pair_the_whole_character_is_meant() -> None:
    crossing = Utf16Map("a😀b")
    assert crossing.to_code_point(2) == 1
    assert crossing.span_to_code_points(Span(2, 3)) == Span(1, 2)
    assert crossing.span_to_code_points(Span(1, 2)) == Span(1, 2)


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_spans_come_back(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    crossing = Utf16Map(text)
    assert crossing.span_to_code_points(crossing.span_to_units(Span(start, end))) == Span(start, end)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_meet_and_contain() -> None:
    assert Span(0, 5).contains(Span(5, 5))
    assert Span(0, 5).intersection(Span(3, 9)) == Span(3, 5)
    assert Span(0, 5).intersection(Span(5, 9)) is None
    assert not Span(0, 5).overlaps(Span(5, 9))
    assert Span(3, 5).of("0123456") == "34"
    assert Span(3, 5).shifted(-3) == Span(0, 2)
