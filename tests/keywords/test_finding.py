"""Finding terms, whichever script they and the text are in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.keywords import Hit, find_folded, find_terms
from desktop.script import fold
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
    assert find_folded(fold(text), terms) == find_terms(text, terms)


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
