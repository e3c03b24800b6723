"""Counting content words, and joining those that are never apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.keywords import SearchedText, Term, find_terms
from desktop.keywords.joining import join_neighbours
from desktop.keywords.vocabulary import Vocabulary, ranked, vocabularies
from desktop.segmentation import Token
from desktop.text import Span
from tests.keywords.threads import thread

if TYPE_CHECKING:
    from desktop.documents import Document
    from desktop.segmentation import Segmenter


def tokens(line: str) -> list[Token]:
    """Return the words of `line`; a blank adjoins two words, a stroke keeps them apart."""
    found, end = list[Token](), 0
    for word in line.replace("|", " | ").split():
        found.append(Token(Span(end, end + len(word)), word))
        end += len(word)
    return [token for token in found if token.word != "|"]


def words(line: str) -> list[str]:
    return [token.word for token in join_neighbours([tokens(line)])[0]]


def test_words_that_always_stand_side_by_side_are_one() -> None:
    assert words("半期 考试|成绩|半期 考试") == ["半期考试", "成绩", "半期考试"]


def test_three_words_that_always_stand_together_are_one_too() -> None:
    assert words("中东 地区 战争|中东 地区 战争") == ["中东地区战争", "中东地区战争"]


def test_words_that_stand_together_only_once_or_not_always_stay_apart() -> None:
    assert words("半期 考试|成绩") == ["半期", "考试", "成绩"]
    assert words("半期 考试|半期 考试|考试") == ["半期", "考试", "半期", "考试", "考试"]
    assert words("半期|考试|半期|考试") == ["半期", "考试", "半期", "考试"]


def test_a_repeated_slogan_does_not_become_one_long_word() -> None:
    slogan = "全国 人民 团结 一心 努力 奋斗"
    assert max(map(len, words(f"{slogan}|{slogan}"))) <= 8


def test_a_joined_word_spans_its_parts() -> None:
    assert [token.span for token in join_neighbours([tokens("半期 考试|半期 考试")])[0]] == [Span(0, 4), Span(5, 9)]


def test_hits_are_those_that_a_search_finds(segmenter: Segmenter, seed: Document) -> None:
    for vocabulary in vocabularies(seed, segmenter):
        for word in vocabulary.counts:
            assert vocabulary.hits(word) == len(find_terms(vocabulary.text, [word]))


def test_a_made_up_word_that_ends_in_a_particle_does_not_count(segmenter: Segmenter) -> None:
    (vocabulary,) = vocabularies(thread(("甲", "一隻眼是空洞,一隻眼是朦朧。")), segmenter)
    assert "眼是" not in vocabulary.counts


def test_each_answer_is_segmented_by_its_own_script(segmenter: Segmenter) -> None:
    mixed = thread(("甲", "保守势力处于劣势。" * 9), ("乙", "保守勢力處於劣勢。"))
    simplified, traditional = vocabularies(mixed, segmenter)
    assert set(traditional.counts) >= {"保守势力", "劣势"}
    assert simplified.counts["劣势"] == 9


@settings(max_examples=50, deadline=None)
@given(words=st.text("著着裡里乾幹國会會談谈普京Ａa䲁𠮷,", max_size=30))
def test_every_word_that_is_counted_can_be_found(segmenter: Segmenter, words: str) -> None:
    (vocabulary,) = vocabularies(thread(("甲", words)), segmenter)
    assert all(vocabulary.hits(word) > 0 for word in vocabulary.counts)


def test_merging_adds_the_counts_and_the_texts(segmenter: Segmenter) -> None:
    parts = vocabularies(thread(("甲", "普京會談"), ("甲", "普京")), segmenter)
    merged = Vocabulary.merged(parts)
    assert (merged.counts["普京"], merged.hits("普京")) == (2, 2)
    assert merged.text == "普京會談\n普京"


def test_a_word_that_only_stands_inside_a_longer_term_is_left_out() -> None:
    def best(text: str) -> list[str]:
        scores = {"保守": 9.0, "保守势力": 3.0}
        words = Vocabulary(text, SearchedText.of(text), Counter(scores.keys()), {})
        return [term.text for term in ranked(scores, words, 5)]

    assert best("保守势力与保守势力") == ["保守势力"]
    assert best("保守势力很保守") == ["保守", "保守势力"]


def test_a_word_with_something_unseen_in_it_is_the_word_and_counted_so(segmenter: Segmenter) -> None:
    document = thread(("甲君", "自由自\u200b在最要紧。自由自在。soft\u00adware和software。"))
    (words,) = vocabularies(document, segmenter)
    assert (words.counts["自由自在"], words.counts["software"]) == (2, 2)
    assert words.term("自由自在", 1.0) == Term("自由自在", 1.0, 2)


def test_the_words_of_another_region_are_counted_with_a_term(segmenter: Segmenter) -> None:
    (words,) = vocabularies(thread(("甲君", "内存不够，记忆体也不够。")), segmenter)
    assert words.term("内存", 1.0).count == 2
