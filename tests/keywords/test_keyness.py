"""The terms by which one author differs from the others."""

from __future__ import annotations

from math import log, log2
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.keywords import Evidence, distinctive_terms, find_terms
from desktop.keywords.keyness import keyness, log_ratio
from desktop.keywords.stop_words import is_content_word
from desktop.script import convert, fold
from tests.keywords.threads import thread, with_question_and_comments

if TYPE_CHECKING:
    from desktop.documents import Document
    from desktop.segmentation import Segmenter

SIGNIFICANT = Evidence.SIGNIFICANT
COUNTS = st.integers(0, 50)


def test_keyness_is_the_log_likelihood_ratio_of_the_literature() -> None:
    """Rayson and Garside: 2 (a ln(a/E1) + b ln(b/E2)); here 2 (20 ln(20/12.5) + 5 ln(5/12.5))."""
    assert keyness(20, 1000, 5, 1000) == pytest.approx(9.6372, abs=1e-4)
    assert keyness(5, 1000, 20, 1000) == pytest.approx(-9.6372, abs=1e-4)
    assert keyness(3, 100, 30, 1000) == pytest.approx(0)


@given(COUNTS, COUNTS)
def test_keyness_is_positive_just_where_the_word_is_commoner(count: int, other: int) -> None:
    score = keyness(count, 100, other, 200)
    assert (score > 1e-9) == (count * 200 > other * 100)


@given(st.integers(1, 49), COUNTS)
def test_keyness_grows_with_the_count(count: int, other: int) -> None:
    assert keyness(count + 1, 100, other, 200) > keyness(count, 100, other, 200)


def test_what_all_authors_talk_about_sets_no_one_apart(segmenter: Segmenter) -> None:
    found = distinctive_terms(
        thread(("甲", "會談。熊貓" * 9), ("乙", "會談。海嘯" * 9), ("丙", "會談。竹子" * 9)), segmenter
    )
    assert {author: [term.text for term in terms] for author, terms in found.items()} == {
        "甲": ["熊貓"],
        "乙": ["海嘯"],
        "丙": ["竹子"],
    }


def test_the_only_author_is_compared_with_the_language_at_large(segmenter: Segmenter) -> None:
    (terms,) = distinctive_terms(thread(("甲", "熊貓與中國。" * 5)), segmenter).values()
    assert [term.text for term in terms] == ["熊貓", "中國"]


def test_all_answers_of_one_author_count_together(segmenter: Segmenter) -> None:
    found = distinctive_terms(
        thread(("甲", "熊貓在此。"), ("乙", "海嘯與地震。" * 9), ("甲", "熊貓來了。")), segmenter
    )
    assert [(term.text, term.count) for term in found["甲"]] == [("熊貓", 2)]
    assert found["甲"][0].score == pytest.approx(keyness(2, 2, 0, 18))


def test_the_seed_has_terms_for_its_authors_best_first(segmenter: Segmenter, seed: Document) -> None:
    found = distinctive_terms(seed, segmenter)
    assert list(found) == [answer.author for answer in seed.answers]
    assert [term.text for term in found["杜達特洛夫斯基"]][:3] == ["北約", "布熱津斯基", "俄羅斯"]
    for terms in found.values():
        ranks = [(term.evidence is Evidence.SUGGESTIVE, -term.score) for term in terms]
        assert ranks == sorted(ranks)
        assert all(term.score > 0 for term in terms)
        assert all(term.score >= 3.84 for term in terms if term.evidence is Evidence.SIGNIFICANT)


def test_no_term_is_a_stop_word_or_punctuation_and_what_is_significant_comes_twice(
    segmenter: Segmenter, seed: Document
) -> None:
    found = [(author, term) for author, terms in distinctive_terms(seed, segmenter).items() for term in terms]
    assert len(found) > 30
    for author, term in found:
        words = "\n".join(answer.span.of(seed.text) for answer in seed.answers if answer.author == author)
        assert is_content_word(convert(term.text, "t2s").text)
        assert term.count == len(find_terms(words, [term.text])) >= (2 if term.evidence is SIGNIFICANT else 1)


# -- against the published formulas ---------------------------------------------------------------------------------


def log_likelihood(a: int, b: int, c: int, d: int) -> float:
    """Rayson and Garside (2000), "Comparing corpora using frequency profiling", section 3: a and b of c and d."""
    e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
    return 2 * sum(observed * log(observed / expected) for observed, expected in ((a, e1), (b, e2)) if observed)


def contingency(a: int, b: int, c: int, d: int) -> float:
    """Dunning (1993), "Accurate methods for the statistics of surprise and coincidence": -2 log λ of two shares."""

    def likelihood(p: float, k: int, n: int) -> float:
        return (k * log(p) if k else 0.0) + ((n - k) * log(1 - p) if n - k else 0.0)

    p, p1, p2 = (a + b) / (c + d), a / c, b / d
    return 2 * (likelihood(p1, a, c) + likelihood(p2, b, d) - likelihood(p, a, c) - likelihood(p, b, d))


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1000, 5000), st.integers(1000, 50_000))
def test_keyness_is_the_published_figure(a: int, b: int, c: int, d: int) -> None:
    assert abs(keyness(a, c, b, d)) == pytest.approx(log_likelihood(a, b, c, d), abs=1e-6)
    # The figure of two cells is that of all four but for the words that are another one, which are nearly all.
    assert abs(keyness(a, c, b, d)) == pytest.approx(contingency(a, b, c, d), rel=0.1, abs=0.1)


def test_the_effect_size_is_hardies_log_ratio() -> None:
    """Hardie (2014): a share that is twice the other is 1, sixteen times 4; a count of 0 is taken for one half."""
    assert log_ratio(20, 1000, 10, 1000) == pytest.approx(1)
    assert log_ratio(160, 10_000, 1, 1000) == pytest.approx(4)
    assert log_ratio(10, 1000, 20, 1000) == pytest.approx(-1)
    assert log_ratio(4, 1000, 0, 1000) == pytest.approx(3)


def test_a_term_says_how_much_more_often_it_is_and_who_else_uses_it(segmenter: Segmenter) -> None:
    found = distinctive_terms(
        thread(("甲", "熊貓與海嘯。" * 8), ("乙", "海嘯與地震。" * 8), ("丙", "竹子，竹子，熊貓。" * 2)), segmenter
    )
    (panda,) = (term for term in found["甲"] if term.text == "熊貓")
    assert panda.log_ratio == pytest.approx(log2((8 / 16) / (2 / 22)))
    assert (panda.count, panda.answers, panda.evidence) == (8, 2, SIGNIFICANT)


# -- short threads --------------------------------------------------------------------------------------------------


def test_where_statistics_can_say_nothing_there_are_terms_that_say_so(segmenter: Segmenter) -> None:
    found = distinctive_terms(thread(("甲", "熊貓愛吃竹子。"), ("乙", "海嘯來自地震。")), segmenter)
    assert {author: {term.text for term in terms} for author, terms in found.items()} == {
        "甲": {"熊貓", "竹子"},
        "乙": {"海嘯", "地震"},
    }
    assert {term.evidence for terms in found.values() for term in terms} == {Evidence.SUGGESTIVE}


def test_what_the_statistics_say_comes_first_and_the_rest_fills_up_to_eight(segmenter: Segmenter) -> None:
    few = "書架、咖啡、房租、定價、店員、貨源、庫存、地圖、燈光、收銀機。"
    found = distinctive_terms(thread(("甲", "熊貓。" * 9 + few), ("乙", "海嘯，地震。" * 9)), segmenter)
    evidence = [term.evidence for term in found["甲"]]
    assert found["甲"][0].text == "熊貓"
    assert evidence == [SIGNIFICANT, *[Evidence.SUGGESTIVE] * 7]
    assert len(distinctive_terms(thread(("甲", few), ("乙", "海嘯。")), segmenter, limit=3)["甲"]) == 3


def test_the_question_is_nobodys_answer(segmenter: Segmenter) -> None:
    document = with_question_and_comments(thread(("問者", "熊貓\n熊貓"), ("甲", "海嘯與地震\n竹子")))
    assert list(distinctive_terms(document, segmenter)) == ["甲"]


def test_the_words_of_one_concept_are_one_term(segmenter: Segmenter) -> None:
    found = distinctive_terms(
        thread(("甲", "川普說話，特朗普說話。川普。"), ("乙", "海嘯與地震。" * 9), ("丙", "竹子。" * 9)), segmenter
    )
    assert [(term.text, term.count) for term in found["甲"]][:1] == [("川普", 3)]


def test_the_terms_of_a_document_and_of_its_simplified_conversion_are_the_same(
    segmenter: Segmenter, seed: Document, simplified_seed: Document
) -> None:
    one, other = distinctive_terms(seed, segmenter), distinctive_terms(simplified_seed, segmenter)
    for author, terms in one.items():
        assert [(fold(t.text), t.score) for t in terms] == [(fold(t.text), t.score) for t in other[author]]
