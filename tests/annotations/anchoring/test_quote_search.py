"""Searching by words: copies, likenesses, and how like they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations.anchoring.candidates import PRODUCT_LIMIT, Candidate, FoldedQuote, weighed
from desktop.annotations.anchoring.quote_search import QuoteSearch
from desktop.text import Span

QUICK = settings(max_examples=80, deadline=None)
PROSE = st.text("天地玄黃", max_size=60)


def found(words: FoldedQuote, text: str) -> list[str]:
    return [candidate.span.of(text) for candidate in QuoteSearch(text, [words]).candidates(words)]


@QUICK
@given(PROSE, st.text("天地玄黃", min_size=1, max_size=5), PROSE)
def test_every_copy_is_found_however_short(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    words = FoldedQuote(quote, before[-32:], after[:32])
    copies = {copy.span.start for copy in QuoteSearch(text, [words]).copies(words)}
    stands = [start for start in range(len(text)) if text.startswith(quote, start)]
    assert copies <= set(stands)
    assert all(any(abs(start - copy) < len(quote) for copy in copies) for start in stands) or len(copies) >= 16
    assert len(before) in copies or any(text.startswith(quote, copy) for copy in copies)


@QUICK
@given(PROSE, PROSE, PROSE, PROSE)
def test_candidates_come_likeliest_first_and_lie_in_the_text(text: str, quote: str, prefix: str, suffix: str) -> None:
    words = FoldedQuote(quote, prefix, suffix)
    candidates = QuoteSearch(text, [words]).candidates(words)
    scores = [candidate.score for candidate in candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert all(candidate.span.end <= len(text) for candidate in candidates)


def test_a_reworded_quote_is_found_by_its_context_and_ends_where_its_words_end() -> None:
    words = FoldedQuote("我們去公園走走", "今天的天氣很好，", "，你看怎麼樣？")
    assert found(words, "丙：今天的天氣很好，我們到公園裡走走，你看怎麼樣？丁")[0] == "我們到公園裡走走"


def test_a_quote_is_found_by_itself_where_its_context_is_gone() -> None:
    words = FoldedQuote("我們應該去公園裡面走一走", "今天的天氣很好，", "，你看怎麼樣？")
    assert found(words, "完全不相干的話。我們應當去公園裡面走一走！又是別的話。")[0] == "我們應當去公園裡面走一走"


def test_of_thousands_of_copies_those_are_weighed_that_the_context_leads_to() -> None:
    text = "他說了什麼" * 5000 + "天地玄黃他說宇宙洪荒" + "他說了什麼" * 5000
    words = FoldedQuote("他說", "天地玄黃", "宇宙洪荒")
    best = QuoteSearch(text, [words]).candidates(words)[0]
    assert (best.span.start, best.score) == (25004, 1.0)


@pytest.mark.parametrize(
    "words", [FoldedQuote("", "", ""), FoldedQuote("", "前文在此", "後文在此"), FoldedQuote("\ud800", "a", "")]
)
def test_what_no_program_of_ours_would_write_is_not_found_and_does_no_harm(words: FoldedQuote) -> None:
    assert not [c for c in QuoteSearch("前文在此後文在此", [words]).candidates(words) if c.is_likely]


def test_very_long_quotes_are_compared_by_what_they_have_in_common() -> None:
    line = "這是第{}行，每一行都不一樣，所以它在文中只出現一次。\n"
    quote = "".join(line.format(number) for number in range(1000))
    assert len(quote) ** 2 > PRODUCT_LIMIT
    edited = quote.replace("第500行，每一行都不一樣", "第五百行與眾不同")
    assert 0.99 < weighed(FoldedQuote(quote, "", ""), edited, Span(0, len(edited))).quote < 1


def test_a_quote_without_context_is_judged_by_its_words_alone() -> None:
    assert Candidate(Span(0, 1), 0.8, None, None).score == pytest.approx(0.8)
    assert Candidate(Span(0, 1), 0.8, None, None).is_likely


@pytest.mark.parametrize(
    ("quote", "before", "after", "likely"),
    [(1.0, 1.0, 0.0, True), (1.0, 0.4, 0.4, False), (0.4, 1.0, 1.0, False), (0.6, 0.7, 0.6, False)],
    ids=["one context", "neither context", "other words", "all a bit"],
)
def test_words_and_a_context_must_hold(quote: float, before: float, after: float, likely: bool) -> None:
    assert Candidate(Span(0, 1), quote, before, after).is_likely is likely
