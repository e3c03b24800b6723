"""Every place of a term with what stands around it."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import Document, Fact, FactKind
from desktop.keywords import (
    LineOrder,
    Scope,
    concordance,
    concordance_csv,
    concordance_markdown,
    find_terms,
    sorted_lines,
)
from desktop.text import Span
from tests.keywords.threads import TERMS, THREADS, thread, with_question_and_comments

if TYPE_CHECKING:
    from desktop.keywords import ConcordanceLine


def told(lines: tuple[ConcordanceLine, ...]) -> list[str]:
    return [f"{line.left}|{line.word}|{line.right}" for line in lines]


@settings(max_examples=80, deadline=None)
@given(THREADS, TERMS)
def test_the_places_are_those_of_a_search_in_each_answer(document: Document, terms: list[str]) -> None:
    for term in terms:
        expected = [
            (index, hit.span.shifted(answer.span.start))
            for index, answer in enumerate(document.answers)
            for hit in find_terms(answer.span.of(document.text), [term])
        ]
        lines = concordance(document, term, width=5)
        assert [(line.answer, line.span) for line in lines] == expected
        for line in lines:
            assert line.author == document.answers[line.answer].author
            assert document.text[: line.span.start].endswith(line.left)
            assert document.text[line.span.end :].startswith(line.right)
            assert line.word == line.span.of(document.text)
            assert max(len(line.left), len(line.right)) <= 5


def test_contexts_end_with_the_paragraph_and_at_the_width() -> None:
    document = thread(("甲", "前面。\n一二三四五會談六七八九十\n後面。"))
    assert told(concordance(document, "会谈")) == ["一二三四五|會談|六七八九十"]
    assert told(concordance(document, "会谈", width=2)) == ["四五|會談|六七"]
    assert told(concordance(document, "会谈", width=0)) == ["|會談|"]


def test_lines_of_one_paragraph_are_joined() -> None:
    document = thread(("甲", "一二三\n四會"))
    (answer,) = document.answers
    joined = replace(answer, paragraphs=(answer.span,))
    assert told(concordance(replace(document, answers=(joined,)), "三四")) == ["一二|三四|會"]


@pytest.mark.parametrize("character", ["e\u0301", "葛\U000e0100", "👨\u200d👩\u200d👧", "👍🏽", "🇹🇼", "ᄒ"])
def test_contexts_are_cut_at_whole_characters(character: str) -> None:
    document = thread(("甲", f"{character * 3}會談{character * 3}"))
    for width in range(3 * len(character) + 1):
        (line,) = concordance(document, "會談", width=width)
        whole = width // len(character)
        assert (line.left, line.right) == (character * whole, character * whole)


@given(st.text("ae\u0301\u200d\ufe0f👨🏽會🇹🇼\t\u2028", min_size=1, max_size=20), st.integers(0, 8))
def test_a_context_begins_with_no_mark_and_is_on_one_line(words: str, width: int) -> None:
    for line in concordance(thread(("甲", f"三{words}普京{words}四")), "普京", width=width):
        assert not line.left or unicodedata.category(line.left[0]) != "Mn" or len(line.left) == len(words) + 1
        assert not {"\t", "\u2028"} & {*line.left, *line.right}


def test_lines_are_sorted_by_place_author_left_and_right_context() -> None:
    lines = concordance(thread(("甲", "丙會談乙"), ("乙", "甲會談丙"), ("甲", "会會談甲，會會談。")), "會談")
    by_left, by_right = sorted_lines(lines, LineOrder.LEFT), sorted_lines(lines, LineOrder.RIGHT)
    assert [line.left for line in by_left] == ["丙", "会", "会會談甲，會", "甲"]
    assert [line.right for line in by_right] == ["。", "丙", "乙", "甲，會會談。"]
    by_author = sorted_lines(by_right, LineOrder.AUTHOR)
    assert [line.author for line in by_author] == ["甲", "甲", "甲", "乙"]
    assert sorted_lines(by_left, LineOrder.PLACE) == lines


def test_left_contexts_are_read_outwards_from_the_term() -> None:
    lines = concordance(thread(("甲", "乙丙會談"), ("乙", "甲丁會談"), ("甲", "甲丙會談")), "會談")
    assert [line.left for line in sorted_lines(lines, LineOrder.LEFT)] == ["甲丁", "乙丙", "甲丙"]


def test_question_and_comments_have_lines_when_asked_for() -> None:
    document = with_question_and_comments(thread(("問者", "會談一\n會談二"), ("甲", "會談三\n會談四")))
    assert [line.right for line in concordance(document, "會談")] == ["三"]
    everything = concordance(document, "會談", scope=Scope.QUESTION | Scope.ANSWERS | Scope.COMMENTS)
    assert [(line.author, line.answer, line.comment, line.right) for line in everything] == [
        ("問者", 0, None, "一"),
        ("丁", 0, 0, "二"),
        ("甲", 1, None, "三"),
        ("丁", 1, 0, "四"),
    ]


def with_facts(document: Document) -> Document:
    facts = (Fact(FactKind.TIME, "2026-01-02"), Fact(FactKind.ADDRESS, "https://example.org/1"))
    answers = tuple(replace(answer, facts=facts) for answer in document.answers)
    return replace(document, answers=answers)


def test_as_a_table_each_line_is_a_row() -> None:
    document = with_facts(thread(("甲", "=，會談。")))
    rows = list(csv.DictReader(io.StringIO(concordance_csv(document, concordance(document, "会谈")))))
    assert rows == [
        {
            "author": "甲",
            "left": "'=，",
            "term": "會談",
            "right": "。",
            "answer": "0",
            "comment": "",
            "start": "5",
            "end": "7",
            "time": "2026-01-02",
            "address": "https://example.org/1",
        }
    ]


def test_as_markdown_each_line_says_whose_it_is_and_the_end_where_it_is_from() -> None:
    document = with_facts(thread(("甲", "一*會談*。會談"), ("乙_丙", "會談")))
    assert concordance_markdown(document, "會談", concordance(document, "會談")) == (
        "# 會談 (3)\n\n"
        "- 一\\*<b>會談</b>\\*。會談 —— 甲 \\[1\\]\n"
        "- 一\\*會談\\*。<b>會談</b> —— 甲 \\[1\\]\n"
        "- <b>會談</b> —— 乙\\_丙 \\[2\\]\n\n"
        "\\[1\\] 甲，〈問〉，2026-01-02，https://example.org/1\\\n"
        "\\[2\\] 乙\\_丙，〈問〉，2026-01-02，https://example.org/1\n"
    )


def test_spans_are_of_the_source() -> None:
    document = thread(("甲", "會\u200b談"))
    assert [line.span for line in concordance(document, "會談")] == [Span(3, 6)]
