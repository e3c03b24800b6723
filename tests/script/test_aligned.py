"""The map between a text and its source keeps its laws, whatever the changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import AlignedText, LengthChange
from desktop.script.aligned import compose
from desktop.text import Span
from tests.script.reference import any_text

quick = settings(max_examples=30, deadline=None)
sizes = st.integers(1, 4)


@st.composite
def aligned_texts(draw: st.DrawFn) -> AlignedText:
    """Draw a text of up to 21 code points whose changes of unequal length may touch, start it or end it."""
    changes: list[LengthChange] = []
    source = display = 0
    for gap, width, shown in draw(st.lists(st.tuples(st.integers(0, 2), sizes, sizes), max_size=3)):
        source, display = source + gap, display + gap
        if width != shown:
            changes.append(LengthChange(source, source + width, display, display + shown))
        source, display = source + width, display + shown
    rest = draw(st.integers(0, 3))
    return AlignedText("s" * (source + rest), "d" * (display + rest), tuple(changes))


def spans_of(text: str) -> list[Span]:
    """Return every span of `text`, the empty ones too."""
    return [Span(start, end) for start in range(len(text) + 1) for end in range(start, len(text) + 1)]


def inside_a_block(aligned: AlignedText, offset: int) -> bool:
    return any(change.s0 < offset < change.s1 for change in aligned.changes)


@quick
@given(aligned_texts())
def test_there_and_back_contains_where_it_began(aligned: AlignedText) -> None:
    for span in filter(None, spans_of(aligned.source)):
        assert aligned.to_source(aligned.to_display(span)).contains(span)
    for span in filter(None, spans_of(aligned.text)):
        assert aligned.to_display(aligned.to_source(span)).contains(span)


@quick
@given(aligned_texts())
def test_a_span_that_cuts_no_block_comes_back_as_it_was(aligned: AlignedText) -> None:
    for span in spans_of(aligned.source):
        if not inside_a_block(aligned, span.start) and not inside_a_block(aligned, span.end):
            assert aligned.to_source(aligned.to_display(span)) == span


@quick
@given(aligned_texts())
def test_a_span_widens_to_whole_blocks_and_no_further(aligned: AlignedText) -> None:
    for span in filter(None, spans_of(aligned.source)):
        cut = [change for change in aligned.changes if Span(change.s0, change.s1).overlaps(span)]
        start = min([span.start, *(change.s0 for change in cut)])
        end = max([span.end, *(change.s1 for change in cut)])
        assert aligned.to_source(aligned.to_display(span)) == Span(start, end)


@quick
@given(aligned_texts())
def test_a_span_is_empty_exactly_where_its_image_is(aligned: AlignedText) -> None:
    assert all(bool(aligned.to_display(span)) == bool(span) for span in spans_of(aligned.source))
    assert all(bool(aligned.to_source(span)) == bool(span) for span in spans_of(aligned.text))


@quick
@given(aligned_texts())
def test_offsets_keep_their_order_and_their_ends(aligned: AlignedText) -> None:
    shown = [aligned.offset_to_display(offset) for offset in range(len(aligned.source) + 1)]
    kept = [aligned.offset_to_source(offset) for offset in range(len(aligned.text) + 1)]
    assert shown == sorted(shown)
    assert kept == sorted(kept)
    assert (shown[0], shown[-1], kept[0], kept[-1]) == (0, len(aligned.text), 0, len(aligned.source))


@quick
@given(aligned_texts())
def test_a_wider_span_has_a_wider_image(aligned: AlignedText) -> None:
    for span in filter(None, spans_of(aligned.source)):
        for end in range(span.end, len(aligned.source) + 1):
            assert aligned.to_display(Span(span.start, end)).contains(aligned.to_display(span))


@quick
@given(aligned_texts())
def test_an_offset_outside_blocks_comes_back(aligned: AlignedText) -> None:
    for offset in range(len(aligned.source) + 1):
        there = aligned.offset_to_display(offset)
        starts = [change.s0 for change in aligned.changes if change.s0 < offset < change.s1]
        assert aligned.offset_to_source(there) == (starts[0] if starts else offset)


@quick
@given(aligned_texts())
def test_segments_tile_both_texts_and_are_one_for_one_between_the_blocks(aligned: AlignedText) -> None:
    segments = list(aligned.segments())
    unequal = [(*_ends(s.source), *_ends(s.display)) for s in segments if len(s.source) != len(s.display)]
    assert unequal == [tuple(change) for change in aligned.changes]
    for side, length in (("source", len(aligned.source)), ("display", len(aligned.text))):
        ends = [0, *(end for s in segments for end in _ends(getattr(s, side))), length]
        assert ends[::2] == ends[1::2]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


@quick
@given(any_text())
def test_the_identity_moves_nothing(text: str) -> None:
    aligned = AlignedText.identity(text)
    assert aligned.text is aligned.source is text
    assert all(aligned.to_display(span) == span == aligned.to_source(span) for span in spans_of(text[:8]))


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([(2, 4, 2, 5)], [], [(2, 4, 2, 5)], id="only the first"),
        pytest.param([], [(2, 4, 2, 5)], [(2, 4, 2, 5)], id="only the second"),
        pytest.param([(0, 1, 0, 3)], [(5, 6, 5, 9)], [(0, 1, 0, 3), (3, 4, 5, 9)], id="apart"),
        pytest.param([(0, 1, 0, 2)], [(2, 4, 2, 3)], [(0, 1, 0, 2), (1, 3, 2, 3)], id="touching stay apart"),
        pytest.param([(1, 3, 1, 4)], [(3, 5, 3, 8)], [(1, 4, 1, 8)], id="overlapping become one"),
        pytest.param([(0, 1, 0, 2), (3, 4, 4, 7)], [(1, 5, 1, 2)], [], id="equal again is none"),
        pytest.param([(0, 1, 0, 2), (3, 5, 4, 7)], [(1, 5, 1, 2)], [(0, 5, 0, 4)], id="bridged become one"),
    ],
)
def test_two_conversions_in_a_row(
    first: list[tuple[int, int, int, int]],
    second: list[tuple[int, int, int, int]],
    both: list[tuple[int, int, int, int]],
) -> None:
    assert compose([LengthChange(*change) for change in first], [LengthChange(*change) for change in second]) == both
