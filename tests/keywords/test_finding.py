"""Finding terms, whichever script they and the text are in."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.keywords import Hit, Searched, SearchedText, ShownText, find_in, find_terms
from desktop.script import convert, fold, search_key
from desktop.text import Span

# Both scripts of a few characters, cases, widths, an astral character, and characters special to `re`.
MIXED = st.text("國国會会著着裡里AaA.*(|\\ 𠮷美", max_size=40)
TERMS = st.lists(st.text("國国會会著着Aa.*|𠮷美 ", max_size=3), max_size=6)


def by_brute_force(text: str, terms: list[str]) -> list[Hit]:
    folded, hits, position = fold(text), list[Hit](), 0
    wanted = [(fold(term.strip()), term) for term in terms if term.strip()]
    while position < len(text):
        here = [(len(key), -rank) for rank, (key, _) in enumerate(wanted) if folded.startswith(key, position)]
        length, rank = max(here, default=(1, None))
        if rank is not None:
            hits.append(Hit(Span(position, position + length), wanted[-rank][1]))
        position += length
    return hits


@settings(max_examples=60, deadline=None)
@given(MIXED, TERMS)
def test_hits_are_those_of_a_search_at_every_place(text: str, terms: list[str]) -> None:
    assert find_terms(text, terms) == by_brute_force(text, terms)


@settings(max_examples=50, deadline=None)
@given(MIXED, TERMS)
def test_a_text_that_was_folded_before_gives_the_same_hits(text: str, terms: list[str]) -> None:
    assert find_in(Searched(SearchedText.of(text)), terms) == find_terms(text, terms)


def test_a_simplified_term_is_found_in_traditional_text_and_the_reverse() -> None:
    assert find_terms("與會談無關", ["会谈"]) == [Hit(Span(1, 3), "会谈")]
    assert find_terms("与会谈无关", ["會談"]) == [Hit(Span(1, 3), "會談")]


def test_the_longest_term_wins_and_hits_never_overlap() -> None:
    assert find_terms("北京大學生", ["北京", "大學生", "北京大學"]) == [Hit(Span(0, 4), "北京大學")]


def test_blanks_around_a_term_do_not_count_and_blank_terms_find_nothing() -> None:
    assert find_terms("見 普京", ["普京 ", "", " ", "\u3000"]) == [Hit(Span(2, 4), "普京 ")]
    assert find_terms("見 普京", []) == []


def test_of_terms_that_are_one_word_in_two_scripts_the_first_stands_for_both() -> None:
    assert [hit.term for hit in find_terms("国國", ["國", "国"])] == ["國", "國"]


# -- what a region calls it, what is shown, and what nobody sees ---------------------------------------------------


def found(text: str, term: str, shown: tuple[ShownText, ...] = ()) -> list[str]:
    """Return the words of `text` at the places of `term`."""
    return [hit.span.of(text) for hit in find_in(Searched(SearchedText.of(text), shown), [term])]


@pytest.mark.parametrize("term", ["記憶體", "内存", "內存", "记忆体"])
def test_the_words_of_another_region_are_found_wherever_they_stand(term: str) -> None:
    assert found("内存不够，再加記憶體。", term) == ["内存", "記憶體"]


def test_a_part_of_a_phrase_is_no_word_of_another_region() -> None:
    assert found("内存不够", "憶體") == []
    assert found("宏伟", "巨集") == []


def test_words_of_ones_own_come_before_the_forms_of_another_term() -> None:
    hits = find_terms("内存和記憶體", ["記憶體", "内存"])
    assert [(hit.span, hit.term) for hit in hits] == [(Span(0, 2), "内存"), (Span(3, 6), "記憶體")]


@pytest.mark.parametrize("name", ["自由自在", "葛城", "software"])
def test_words_are_found_twice_through_what_nobody_sees(name: str) -> None:
    text = "自由自\u200b在，葛\U000e0100城，soft\u00adware；自由自在，葛城，Software。"
    seen = [
        words.replace("\u200b", "").replace("\u00ad", "").replace("\U000e0100", "") for words in found(text, name)
    ]
    assert [words.lower() for words in seen] == [name, name]
    assert found(text, "葛城")[0] == "葛\U000e0100城"


def test_a_term_that_has_something_unseen_in_it_is_found_too() -> None:
    assert found("自由自在", "自由\u200b自在") == ["自由自在"]
    assert found("自由自在", "\u200b") == []


def as_shown(text: str, config: str, corrections: dict[str, str] | None = None) -> ShownText:
    """Return `text`, in paragraphs that line feeds part, as a configuration shows it."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = zip(starts, text.split("\n"), strict=True)
    return ShownText.of((start, convert(line, config, corrections=corrections)) for start, line in lines)


def test_what_is_shown_is_found_as_the_source_words_that_are_shown_so() -> None:
    text = "甲。\n换一条内存。\n乙。"
    shown = (as_shown(text, "s2twp"),)
    assert found(text, "憶體", shown) == ["内存"]
    assert found(text, "條記憶", shown) == ["条内存"]
    assert found(text, "甲乙", shown) == []
    assert found(text, "內存", shown) == ["内存"], "and once only"


def test_what_the_reader_corrected_is_found_as_it_is_shown() -> None:
    text = "川普見普京。\n川普走了。"
    shown = (as_shown(text, "t2tw", {"普京": "普丁"}),)
    assert found(text, "普丁", shown) == ["普京"]
    assert found(text, "普京", shown) == ["普京"]


def test_only_paragraphs_that_read_otherwise_are_kept() -> None:
    assert as_shown("甲。\n换一条内存。\n头发。", "s2twp").folded.count("\n") == 0
    assert as_shown("头发和面条\n网络", "s2tw").parts == ()


@settings(max_examples=60, deadline=None)
@given(
    st.text("内存记忆体网络视频的国\n\u200bab", max_size=40),
    st.text("內存記憶體网络视频的国ab", min_size=1, max_size=4),
)
def test_places_come_in_order_and_apart_and_all_that_is_shown_is_among_them(text: str, term: str) -> None:
    shown = as_shown(text, "s2twp")
    spans = [hit.span for hit in find_in(Searched(SearchedText.of(text), (shown,)), [term])]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    for start, aligned, words in shown.parts:
        place = words.folded.find(search_key(term))
        if place >= 0:
            there = aligned.to_source(words.seen.to_source(Span(place, place + len(term)))).shifted(start)
            assert any(there.overlaps(span) for span in spans)
