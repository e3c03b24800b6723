"""Where corrected words stand: many are found as few are, and what is known of a line is kept for the same ones."""

from __future__ import annotations

import re
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.script import Edition, convert
from desktop.script.tables.correcting import correction_finder
from desktop.text import Span

# More words than are looked for by one alternation; none of them is made of what the texts below have.
MANY = {f"{chr(first)}{chr(first + 1)}": "多" for first in range(0x4E10, 0x4E60)}
LETTERS = "的一里头发钟表\n😀a|[]^-\\"


@given(st.text(LETTERS, max_size=30), st.lists(st.text(LETTERS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_many_words_are_found_where_an_alternation_finds_them(text: str, words: list[str]) -> None:
    few, many = dict.fromkeys(words, "少"), MANY | dict.fromkeys(words, "少")
    alternation = re.compile("|".join(map(re.escape, sorted(many, key=len, reverse=True))))
    expected = [Span(*hit.span()) for hit in alternation.finditer(text)]
    assert list(correction_finder(many).places(text)) == expected
    assert list(correction_finder(few).places(text)) == expected


def test_the_finder_is_the_same_for_the_same_corrections() -> None:
    assert correction_finder({"头": "頭"}) is correction_finder({"头": "頭"})
    assert correction_finder({"头": "頭"}) is not correction_finder({"头": "首"})
    fixed = MappingProxyType({"头": "頭"})
    assert correction_finder(fixed) is correction_finder(fixed)


@pytest.mark.parametrize("edition", Edition)
def test_other_corrections_of_the_same_words_show_other_words(edition: Edition) -> None:
    text = "头发长了\n头发白了"
    for shown in ("頭法", "首髮", "頭髮髮"):
        for corrections in ({"头发": shown}, MANY | {"头发": shown}):
            for _ in range(2):
                told = convert(text, "s2tw", edition, corrections)
                assert told.text == f"{shown}長了\n{shown}白了"
                assert told.to_display(Span(5, 7)).of(told.text) == shown
    assert convert(text, "s2tw", edition).text == "頭髮長了\n頭髮白了"


@pytest.mark.parametrize("edition", Edition)
def test_words_across_lines_are_found_too(edition: Edition) -> None:
    assert convert("头发\n发白", "s2tw", edition, {"发\n发": "髮。發"}).text == "頭髮。發白"
