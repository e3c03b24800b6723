"""Who uses which term how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from desktop.keywords import (
    Measure,
    Scope,
    Searched,
    ShownText,
    authors_by,
    concordance,
    find_each,
    find_in,
    find_terms,
    finding,
    matrix,
    matrix_csv,
    terms_by,
    written_text,
)
from desktop.script import convert
from tests.keywords.threads import TERMS, THREADS, thread, with_question_and_comments

if TYPE_CHECKING:
    from desktop.documents import Document

TWO = thread(("甲", "會談與會談。"), ("乙", "会谈"), ("甲", "制裁，會談"))


def naive(document: Document, author: str, term: str) -> int:
    """Return how often `find_terms` has `term`, asked for alone, in the answers of `author`, one by one."""
    own = [answer.span.of(document.text) for answer in document.answers if answer.author == author]
    return sum(len(find_terms(words, [term])) for words in own)


@settings(max_examples=80, deadline=None)
@given(THREADS, TERMS)
def test_counts_are_those_of_a_naive_count(document: Document, terms: list[str]) -> None:
    found = matrix(document, terms)
    assert found.terms == tuple(terms)
    assert found.authors == tuple(dict.fromkeys(answer.author for answer in document.answers))
    assert found.counts == tuple(tuple(naive(document, author, term) for author in found.authors) for term in terms)


@settings(max_examples=120, deadline=None)
@given(THREADS, TERMS)
def test_very_many_terms_are_counted_as_a_few_are(document: Document, terms: list[str]) -> None:
    many = [*terms, *(f"甲{number}" for number in range(finding.MANY))]
    assert matrix(document, many).counts[: len(terms)] == matrix(document, terms).counts


@settings(max_examples=80, deadline=None)
@given(THREADS, TERMS)
def test_counts_with_all_that_is_shown_are_those_of_a_search_there(document: Document, terms: list[str]) -> None:
    paragraphs = [paragraph for answer in document.answers for paragraph in answer.paragraphs]
    shown = ShownText.of((span.start, convert(span.of(document.text), "s2twp")) for span in paragraphs)
    searched = Searched(written_text(document), (shown,))
    assert find_each(searched, terms) == [[hit.span for hit in find_in(searched, [term])] for term in terms]
    counted = matrix(document, terms, searched=searched)
    for term, row in zip(terms, counted.counts, strict=True):
        lines = concordance(document, term, searched=searched)
        assert row == tuple(sum(line.author == author for line in lines) for author in counted.authors)


def test_all_answers_of_an_author_count_together_in_either_script() -> None:
    found = matrix(TWO, ["會談", "制裁", "冷戰"])
    assert (found.authors, found.counts) == (("甲", "乙"), ((3, 1), (1, 0), (0, 0)))
    assert (found.total(0), found.users(0), found.users(1), found.users(2)) == (4, 2, 1, 0)


def test_a_term_inside_another_is_counted_there_too() -> None:
    found = matrix(thread(("甲", "俄羅斯總統和俄羅斯")), ["俄羅斯", "俄羅斯總統", "總統"])
    assert found.counts == ((2,), (1,), (1,))


def test_rates_are_per_thousand_characters_that_are_seen() -> None:
    found = matrix(thread(("甲", "會談\u200b。\n\n甲乙丙丁戊己庚")), ["會談"])
    assert found.lengths == (10,)
    assert found.rates == ((100.0,),)


def test_question_and_comments_are_counted_when_asked_for_and_only_then() -> None:
    document = with_question_and_comments(thread(("問者", "會談\n會談"), ("甲", "會談\n會談，會談")))
    assert matrix(document, ["會談"]).authors == ("甲",)
    assert matrix(document, ["會談"]).counts == ((1,),)
    everything = matrix(document, ["會談"], scope=Scope.QUESTION | Scope.ANSWERS | Scope.COMMENTS)
    assert (everything.authors, everything.counts) == (("問者", "丁", "甲"), ((1, 3, 1),))
    assert matrix(document, ["會談"], scope=Scope.COMMENTS).counts == ((3,),)


def test_either_axis_is_sorted_by_counts_or_by_rates() -> None:
    found = matrix(thread(("甲", "會談制裁制裁" + "。" * 94), ("乙", "會談會談")), ["會談", "制裁", "冷戰"])
    assert terms_by(found).terms == ("會談", "制裁", "冷戰")
    assert terms_by(found, 0).terms == ("制裁", "會談", "冷戰")
    assert terms_by(found, 0).counts == ((2, 0), (1, 2), (0, 0))
    assert authors_by(found).authors == ("甲", "乙")
    assert authors_by(found, measure=Measure.RATE).authors == ("乙", "甲")
    assert authors_by(found, 0).counts == ((2, 1), (0, 2), (0, 0))
    assert authors_by(found, 0).lengths == (4, 100)


def test_a_thread_without_answers_has_a_matrix_without_columns() -> None:
    assert matrix(thread(), ["會談"]).counts == ((),)
    assert matrix(TWO, []).counts == ()


def test_as_a_table_it_has_a_row_for_each_term_and_how_much_each_wrote() -> None:
    found = matrix(thread(("甲", "會談=會談"), ("=乙", "制裁")), ["會談", "=會"])
    assert matrix_csv(found) == "term,甲,'=乙\r\n會談,2,0\r\n'=會,1,0\r\ncharacters,5,2\r\n"
    assert matrix_csv(found, rates=True).splitlines()[1] == "會談,400.000,0.000"
