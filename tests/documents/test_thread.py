"""A thread keeps its text, its digest and every line; its spans are in order and exact."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import Document, ThreadOrigin, open_document, parse_document
from desktop.documents.layouts.furniture import without_furniture
from desktop.documents.layouts.outline import text_lines
from desktop.text import Span
from tests.documents.threads import SIMPLIFIED, TRADITIONAL, parse, words

ROWS = [
    "",
    "",
    "\u3000",
    "老王",
    "小李",
    "作者：老张",
    "# 浇水",
    "## 老赵",
    "第一步",
    "分享到:",
    "怎么养花？",
    "\u3000这一段是正文，写得够长。 ",
    "\u2028",
    "𠮷野家",
]
TEXTS = st.lists(st.sampled_from(ROWS), max_size=24).map("\n".join) | st.text(max_size=60)


def named(document: Document) -> list[Span]:
    spans = [document.title_span, *(answer.author_span for answer in document.answers)]
    return [span for span in spans if span is not None]


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_every_line_is_the_title_a_name_or_one_paragraph(text: str) -> None:
    document = parse(text)
    paragraphs = [span for answer in document.answers for span in answer.paragraphs]
    lines = without_furniture(text_lines(document.text))
    for line in lines:
        names = [span for span in named(document) if line.span.contains(span)]
        says_title_again = document.title_span is not None and line.text == lines[0].text
        assert len(names) + paragraphs.count(line.span) == 1 or says_title_again


@settings(max_examples=50, deadline=None)
@given(text=TEXTS)
def test_spans_are_in_order_and_an_answer_is_as_long_as_its_paragraphs(text: str) -> None:
    document = parse(text)
    spans = sorted([*named(document), *(answer.span for answer in document.answers)])
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for answer in document.answers:
        assert answer.paragraphs
        assert answer.span == Span(answer.paragraphs[0].start, answer.paragraphs[-1].end)
        assert answer.author_span is None or answer.author_span.of(document.text) == answer.author


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_reading_the_text_of_a_thread_gives_the_thread(text: str) -> None:
    document = parse(text)
    assert parse(document.text) == document


@pytest.mark.parametrize("text", [TRADITIONAL, SIMPLIFIED])
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_are_lf_whatever_the_file_has(text: str, ending: str) -> None:
    document = parse(text.replace("\n", ending))
    assert document == parse(text)
    assert document.text == text


def test_the_digest_is_of_the_text_and_blind_to_its_encoding() -> None:
    one = parse_document(TRADITIONAL, Path("a.txt"), "utf-8")
    other = parse_document(TRADITIONAL, Path("b.txt"), "big5hkscs")
    assert one.sha256 == other.sha256 == sha256(TRADITIONAL.encode()).hexdigest()
    assert (other.encoding, other.path) == ("big5hkscs", Path("b.txt"))


def test_the_title_stands_where_its_span_says() -> None:
    document = parse("# 养花\n\n## 老王\n正文。")
    assert (document.title, document.title_span) == ("养花", Span(2, 4))


def test_a_name_that_the_disk_can_not_spell_is_shown_with_a_substitute() -> None:
    assert parse_document("正文。", Path("\udce9\udce9tude.txt")).title == "\ufffd\ufffdtude"


def test_a_blank_text_has_no_answers() -> None:
    assert words(parse("\n \u3000\n")) == ("houseplants", [])


def test_a_thread_says_by_which_container_it_was_read_and_from_where(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SIMPLIFIED, "utf-8")
    assert open_document(path).origin == ThreadOrigin(path, "text")
    assert parse_document(SIMPLIFIED, path).origin == ThreadOrigin(path, "text")


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_every_paragraph_lies_in_one_block(text: str) -> None:
    for answer in parse(text).answers:
        assert tuple(block.span for block in answer.blocks) == answer.paragraphs


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_the_question_s_own_text_is_first_and_by_nobody(text: str) -> None:
    document = parse(text)
    questions = [index for index, answer in enumerate(document.answers) if answer.is_question]
    assert questions == ([0] if document.answers and not document.answers[0].author else [])
