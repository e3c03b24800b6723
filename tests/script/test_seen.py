"""What a reader sees of a text, and the way back to all of its characters."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import SeenText, fold, search_key, without_unseen
from desktop.text import Span

UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u202e\u2060\u2066\ufe0f\ufeff\U000e0100\U000e0061"
MIXED = st.text("葛城自由ab 👨\n" + UNSEEN, max_size=30)


def test_words_are_found_whole_through_what_nobody_sees() -> None:
    source = "自由自\u200b在，葛\U000e0100城，soft\u00adware。"
    seen = SeenText.of(source)
    assert seen.text == "自由自在，葛城，software。"
    places = {words: seen.text.index(words) for words in ("自由自在", "葛城", "software")}
    found = [seen.to_source(Span(start, start + len(words))).of(source) for words, start in places.items()]
    assert found == ["自由自\u200b在", "葛\U000e0100城", "soft\u00adware"]


def test_a_selector_belongs_to_the_character_before_it_and_a_space_to_none() -> None:
    source = "葛\U000e0100\u200b城\u200b。"
    seen = SeenText.of(source)
    assert seen.to_source(Span(0, 1)).of(source) == "葛\U000e0100"
    assert seen.to_source(Span(1, 2)).of(source) == "城"


@pytest.mark.parametrize(
    "character", UNSEEN, ids=lambda character: unicodedata.name(character, f"{ord(character):X}")
)
def test_each_kind_of_character_that_nobody_sees_is_passed_over(character: str) -> None:
    assert without_unseen(f"甲{character}乙") == "甲乙"
    assert search_key(f"軟{character}體") == search_key("软体")


def test_what_takes_a_place_on_the_page_is_seen() -> None:
    seen = "\u00a0\u2003\u3000\u3164\u2028\t\n\u2026\u0600"
    assert without_unseen(seen) == seen


@settings(max_examples=100, deadline=None)
@given(MIXED)
def test_the_way_back_leads_to_the_same_characters(source: str) -> None:
    seen = SeenText.of(source)
    assert seen.text == "".join(character for character in source if character not in UNSEEN)
    for start in range(len(seen.text)):
        for end in range(start + 1, len(seen.text) + 1):
            words = seen.to_source(Span(start, end)).of(source)
            assert without_unseen(words) == seen.text[start:end]
            assert words[0] == seen.text[start]


@settings(max_examples=100, deadline=None)
@given(MIXED, st.lists(st.integers(0, 30), max_size=5))
def test_what_tiles_the_seen_text_tiles_the_source(source: str, cuts: list[int]) -> None:
    seen = SeenText.of(source)
    edges = sorted({0, len(seen.text), *(cut for cut in cuts if cut < len(seen.text))})
    tiles = [seen.tile_in_source(Span(*edge)) for edge in pairwise(edges)]
    assert "".join(tile.of(source) for tile in tiles) == (source if seen.text else "")


def test_the_key_of_words_without_anything_hidden_is_their_fold() -> None:
    assert search_key("Open 軟體") == fold("Open 軟體")


@given(MIXED)
def test_each_offset_of_the_source_is_behind_what_is_seen_before_it(source: str) -> None:
    seen = SeenText.of(source)
    for offset in range(len(source) + 1):
        assert seen.offset_in_text(offset) == len(without_unseen(source[:offset]))


def test_an_offset_in_a_joint_is_behind_the_line_before() -> None:
    seen = SeenText.of("ab \ncd\n  ef", [(2, 4, True), (6, 9, False)])
    assert seen.text == "ab cdef"
    assert [seen.offset_in_text(offset) for offset in (0, 2, 4, 5, 6, 9, 10)] == [0, 2, 3, 4, 5, 5, 6]
