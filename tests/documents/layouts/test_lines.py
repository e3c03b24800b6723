"""Lines are what is left when space is taken away, and every one knows the blank lines around it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.layouts.outline import is_blank, line_count, text_lines

SPACED = st.text(alphabet="甲a \u3000\u00a0\u200b\ufeff\t\n\r\x0c\x85\u2028", max_size=60)


def test_a_line_is_its_words_their_place_and_the_gaps_around() -> None:
    found = [
        (line.text, line.span.start, line.above, line.below) for line in text_lines("\n甲 乙\n \n\n\u3000丙\u00a0\n")
    ]
    assert found == [("甲 乙", 1, 1, 2), ("丙", 9, 2, 0)]


@pytest.mark.parametrize("blank", ["", " \t", "\u3000", "\u00a0", "\ufeff", "\u200b\u2060", "\n\r\n\x0c\u2029"])
def test_nothing_that_can_be_seen_is_blank(blank: str) -> None:
    assert is_blank(blank)
    assert text_lines(blank) == ()


@settings(max_examples=60, deadline=None)
@given(text=SPACED)
def test_no_visible_character_is_lost_or_moved(text: str) -> None:
    lines = text_lines(text)
    assert all(line.span.of(text) == line.text for line in lines)
    assert [char for char in text if not is_blank(char)] == [
        char for line in lines for char in line.text if not is_blank(char)
    ]


@settings(max_examples=60, deadline=None)
@given(text=SPACED)
def test_a_line_begins_and_ends_visibly_and_never_breaks(text: str) -> None:
    for line in text_lines(text):
        assert not is_blank(line.text[0])
        assert not is_blank(line.text[-1])
        assert len(line.text.splitlines()) == 1


@settings(max_examples=100, deadline=None)
@given(text=SPACED)
def test_line_ends_are_counted_as_they_are_split(text: str) -> None:
    assert line_count(text) == len((text + "a").splitlines()) - 1
