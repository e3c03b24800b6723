"""Text that leaves the app hides nothing and turns nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.writing.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("access\u202e\u2066 level", "access[U+202E][U+2066] level"),
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("\x00\x1b\x7f\x85\ud83d\ufffe", "\ufffd" * 6),
        ("甲\t乙\n丙", "甲\t乙\n丙"),
        ("👩\u200d🚀 می\u200cخواهم", "👩\u200d🚀 می\u200cخواهم"),
    ],
    ids=["direction", "line ends", "controls", "tab and line feed stay", "joiners stay"],
)
def test_what_can_mislead_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters()))
def test_what_is_visible_has_a_form_in_utf_8_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert visible(shown) == shown
    assert {unicodedata.bidirectional(char) for char in shown}.isdisjoint({"LRE", "RLE", "LRO", "RLO", "PDF"})


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters()))
def test_one_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)
    assert "\r" not in one_line(text)
