"""The leading terms of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.keywords import find_terms, leading_terms
from desktop.keywords.stop_words import is_content_word
from desktop.script import convert, fold
from tests.keywords.threads import thread

if TYPE_CHECKING:
    from desktop.documents import Document
    from desktop.segmentation import Segmenter


def leading(segmenter: Segmenter, words: str, limit: int = 10) -> list[str]:
    return [term.text for term in leading_terms(thread(("甲", words)), segmenter, limit=limit)[0]]


def test_the_second_answer_of_the_seed_is_about_trump_and_his_mid_term_test(
    segmenter: Segmenter, seed: Document
) -> None:
    terms = [term.text for term in leading_terms(seed, segmenter)[1]]
    assert terms[:3] == ["特朗普", "普京", "半期考試"]
    assert {"英國", "任期"} <= set(terms)


def test_a_terms_count_is_the_number_of_hits_that_light_up(segmenter: Segmenter, seed: Document) -> None:
    for index, terms in leading_terms(seed, segmenter).items():
        words = seed.answers[index].span.of(seed.text)
        assert terms
        assert all(term.count == len(find_terms(words, [term.text])) for term in terms)


def test_a_term_is_written_as_the_answer_first_writes_it(segmenter: Segmenter, seed: Document) -> None:
    for index, terms in leading_terms(seed, segmenter).items():
        words = seed.answers[index].span.of(seed.text)
        assert all(find_terms(words, [term.text])[0].span.of(words) == term.text for term in terms)


def test_no_term_is_a_stop_word_or_punctuation(segmenter: Segmenter, seed: Document) -> None:
    terms = [term.text for found in leading_terms(seed, segmenter, limit=1000).values() for term in found]
    assert len(terms) > 100
    assert all(is_content_word(convert(term, "t2s").text) for term in terms)


def test_the_terms_of_a_document_and_of_its_simplified_conversion_are_the_same(
    segmenter: Segmenter, seed: Document, simplified_seed: Document
) -> None:
    one, other = leading_terms(seed, segmenter), leading_terms(simplified_seed, segmenter)
    for index, terms in one.items():
        assert [(fold(t.text), t.score, t.count) for t in terms] == [
            (fold(t.text), t.score, t.count) for t in other[index]
        ]
        words, simplified = (seed.answers[index].span.of(d.text) for d in (seed, simplified_seed))
        for term, twin in zip(terms, other[index], strict=True):
            spans, twins = find_terms(words, [term.text]), find_terms(simplified, [twin.text])
            assert [hit.span for hit in spans] == [hit.span for hit in twins]


def test_terms_come_best_first_and_no_more_than_asked_for(segmenter: Segmenter, seed: Document) -> None:
    for terms in leading_terms(seed, segmenter, limit=4).values():
        scores = [term.score for term in terms]
        assert scores == sorted(scores, reverse=True)
        assert len(terms) <= 4


def test_a_word_that_also_stands_inside_a_longer_term_is_a_term_beside_it(segmenter: Segmenter) -> None:
    words = "外交部長訪問外交部,外交部長離開外交部。"
    assert {"外交部", "外交部長"} <= set(leading(segmenter, words))


def test_a_short_answer_may_lead_with_words_it_uses_once(segmenter: Segmenter) -> None:
    assert set(leading(segmenter, "熊貓愛吃竹子。")) == {"熊貓", "竹子"}


def test_but_not_with_one_that_no_dictionary_has(segmenter: Segmenter) -> None:
    assert leading(segmenter, "“雙普”結盟。") == ["結盟"]
    assert leading(segmenter, "“雙普”結盟,“雙普”。") == ["雙普", "結盟"]


def test_a_long_answer_may_not(segmenter: Segmenter) -> None:
    words = "熊貓愛吃竹子。" + "嗯,好的。" * 80
    assert leading(segmenter, words) == []


@pytest.mark.parametrize("words", ["……!!", "2024", "的的的", "因為所以,但是如果。"])
def test_an_answer_without_content_has_no_leading_terms(segmenter: Segmenter, words: str) -> None:
    assert leading(segmenter, words) == []


def test_answers_of_one_name_keep_their_own_terms(segmenter: Segmenter) -> None:
    found = leading_terms(thread(("甲", "熊貓愛吃竹子。"), ("甲", "海嘯與地震。")), segmenter)
    assert [{term.text for term in terms} for terms in found.values()] == [{"熊貓", "竹子"}, {"海嘯", "地震"}]


def test_of_words_said_once_those_that_others_say_too_come_first(segmenter: Segmenter) -> None:
    words = "窗户、窗台、叶子、阳台、花盆、出租车、乘客、夜班、发财树。"
    found = leading_terms(thread(("甲", words), ("乙", "窗户和叶子。"), ("丙", "海啸。")), segmenter, limit=2)
    assert {term.text for term in found[0]} == {"窗户", "叶子"}


def test_a_long_answer_that_repeats_hardly_anything_is_left_with_terms_all_the_same(segmenter: Segmenter) -> None:
    words = "熊貓愛吃竹子，海嘯來自地震，書架擺滿詩集，咖啡配麵包，農民種稻子，律師看契約，老師教數學。"
    assert len(leading(segmenter, words + "嗯" * 120)) >= 8
