"""The terms by which one author differs from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.keywords import distinctive_terms, find_terms
from desktop.keywords.keyness import keyness
from desktop.keywords.stop_words import is_content_word
from desktop.script import convert, fold
from tests.keywords.threads import thread

if TYPE_CHECKING:
    from desktop.documents import Document
    from desktop.segmentation import Segmenter

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
    assert [term.text for term in found["杜達特洛夫斯基"]][:3] == ["北約", "加入", "布熱津斯基"]
    for terms in found.values():
        scores = [term.score for term in terms]
        assert scores == sorted(scores, reverse=True)
        assert all(score >= 3.84 for score in scores)


def test_no_term_is_a_stop_word_or_punctuation_and_each_comes_twice(segmenter: Segmenter, seed: Document) -> None:
    found = [(author, term) for author, terms in distinctive_terms(seed, segmenter).items() for term in terms]
    assert len(found) > 30
    for author, term in found:
        words = "\n".join(answer.span.of(seed.text) for answer in seed.answers if answer.author == author)
        assert is_content_word(convert(term.text, "t2s").text)
        assert term.count == len(find_terms(words, [term.text])) >= 2


def test_the_terms_of_a_document_and_of_its_simplified_conversion_are_the_same(
    segmenter: Segmenter, seed: Document, simplified_seed: Document
) -> None:
    one, other = distinctive_terms(seed, segmenter), distinctive_terms(simplified_seed, segmenter)
    for author, terms in one.items():
        assert [(fold(t.text), t.score) for t in terms] == [(fold(t.text), t.score) for t in other[author]]
