"""Threads that are written and opened again: the same thread comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents import open_document
from desktop.documents.containers.drafts import BlockDraft, PostDraft, ThreadDraft, paragraphs
from desktop.documents.document import BlockKind, Fact, FactKind, RunKind
from desktop.documents.writing.forms import written
from desktop.documents.writing.shown import draft_as_shown
from desktop.documents.writing.written import ThreadForm
from desktop.script import AlignedText
from tests.documents.containers.random_threads import RandomThread, thread_of, threads
from tests.documents.writing.drafts import PICTURE, draft_of, everything
from tests.documents.writing.random_blocks import blocks as random_blocks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.documents import Answer, Comment, Document

STRUCTURED = (ThreadForm.MARKDOWN, ThreadForm.HTML, ThreadForm.EPUB)
"""The forms in which nothing of a thread is lost."""
SEVERAL = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def opened(draft: ThreadDraft, form: ThreadForm, folder: Path) -> Document:
    path = folder / f"t{form}"
    path.write_bytes(written(draft, form, "zh-Hant"))
    return open_document(path)


def as_it_is(_words: str) -> Callable[[str], AlignedText]:
    """Show words in the script that they are written in."""
    return AlignedText.identity


def blocks(document: Document, part: Answer | Comment) -> list[tuple[str, BlockKind, int, bytes]]:
    """Return the blocks of an answer or comment: words, kind, level and picture."""
    return [
        (block.span.of(document.text), block.kind, block.level, document.pictures.get(block.picture, b""))
        for block in part.blocks
    ]


@pytest.mark.parametrize("form", ThreadForm)
@SEVERAL
@given(thread=threads(comments=False))
def test_title_names_and_paragraphs_come_back(form: ThreadForm, thread: RandomThread, tmp_path: Path) -> None:
    assert thread_of(opened(draft_of(thread), form, tmp_path)) == thread


@pytest.mark.parametrize("form", STRUCTURED)
@SEVERAL
@given(thread=threads(extra=" *_`#[]()<>&|~$\\!-+=:'\"{}%^@"))
def test_words_full_of_marks_come_back_with_their_comments(
    form: ThreadForm, thread: RandomThread, tmp_path: Path
) -> None:
    assert thread_of(opened(draft_of(thread), form, tmp_path)) == thread


@pytest.mark.parametrize("form", STRUCTURED)
@pytest.mark.parametrize(
    "name", ["# x", "<b>", "甲 › 乙", "- 甲", "1. 甲", "*甲*", "甲 · 乙", "&amp;", "`甲`", "甲 #"]
)
def test_a_name_that_looks_like_markup_comes_back(form: ThreadForm, name: str, tmp_path: Path) -> None:
    posts = [PostDraft(name, paragraphs(name)), PostDraft("乙", paragraphs("山高水長。"))]
    document = opened(ThreadDraft(name, posts), form, tmp_path)
    assert document.title == name
    assert [answer.author for answer in document.answers] == [name, "乙"]
    assert document.answers[0].span.of(document.text) == name


@pytest.mark.parametrize("form", STRUCTURED)
def test_everything_that_a_thread_can_have_comes_back(form: ThreadForm, tmp_path: Path) -> None:
    draft = everything()
    document = opened(draft, form, tmp_path)
    assert document.title == draft.title
    assert [(one.author, one.is_question) for one in document.answers] == [
        ("問的人", True),
        ("# 甲君", False),
        ("<b>乙君</b>", False),
    ]
    answer = document.answers[1]
    assert set(answer.facts) == set(draft.posts[1].facts)
    assert blocks(document, answer) == [
        (one.words, one.kind, one.level, PICTURE if one.picture else b"") for one in draft.posts[1].blocks
    ]
    assert [(run.span.of(document.text), run.kind, run.address) for run in answer.runs] == [
        (block.words[run.start : run.end], run.kind, run.address)
        for block in draft.posts[1].blocks
        for run in block.runs
    ]
    assert [(one.author, one.to, one.depth, one.facts) for one in answer.comments] == [
        (one.author, one.to, one.depth, tuple(one.facts)) for one in draft.posts[1].comments
    ]


@pytest.mark.parametrize("form", STRUCTURED)
def test_what_was_opened_and_written_again_is_the_same_file(form: ThreadForm, tmp_path: Path) -> None:
    first = written(everything(), form, "zh-Hant")
    document = opened(everything(), form, tmp_path)
    second = written(draft_as_shown(document, as_it_is), form, "zh-Hant")
    (tmp_path / f"second{form}").write_bytes(second)
    again = open_document(tmp_path / f"second{form}")
    assert (again.text, again.answers, again.facts) == (document.text, document.answers, document.facts)
    assert len(second) == len(first)  # pictures are called otherwise


@pytest.mark.parametrize("form", STRUCTURED)
def test_the_address_of_a_thread_comes_back(form: ThreadForm, tmp_path: Path) -> None:
    assert opened(everything(), form, tmp_path).facts == (Fact(FactKind.ADDRESS, "https://example.org/q"),)


@pytest.mark.parametrize("form", STRUCTURED)
def test_an_answer_by_nobody_stays_one(form: ThreadForm, tmp_path: Path) -> None:
    posts = [PostDraft("", paragraphs("山高水長。")), PostDraft("乙", paragraphs("天地。"))]
    document = opened(ThreadDraft("養花難嗎", posts), form, tmp_path)
    assert [answer.author for answer in document.answers] == ["", "乙"]


def runs(document: Document, part: Answer) -> list[tuple[str, RunKind, str]]:
    return [(run.span.of(document.text).strip(), run.kind, run.address) for run in part.runs]


@pytest.mark.parametrize("form", STRUCTURED)
@settings(SEVERAL, max_examples=150)
@given(written_blocks=st.lists(random_blocks(), min_size=1, max_size=6))
def test_blocks_of_every_kind_come_back(form: ThreadForm, written_blocks: list[BlockDraft], tmp_path: Path) -> None:
    posts = [PostDraft("甲", written_blocks), PostDraft("乙", paragraphs("天地。"))]
    document = opened(ThreadDraft("養花難嗎", posts), form, tmp_path)
    answer = document.answers[0]
    assert blocks(document, answer) == [(one.words, one.kind, one.level, b"") for one in written_blocks]
    assert runs(document, answer) == [
        (words, run.kind, run.address)
        for block in written_blocks
        for run in block.runs
        if (words := block.words[run.start : run.end].strip())
    ]


def test_what_somebody_added_to_a_written_file_is_not_lost(tmp_path: Path) -> None:
    text = written(everything(), ThreadForm.MARKDOWN, "zh-Hant").decode()
    text = text.replace("<!-- question -->", "上面加的。\n\n<!-- question -->")
    text = text.replace("### 評論", "### 評論\n\n中間加的。") + "\n下面加的。\n"
    path = tmp_path / "t.md"
    path.write_text(text, "utf-8")
    document = open_document(path)
    said = [answer.span.of(document.text) for answer in document.answers]
    assert said[0] == "上面加的。"
    assert said[2].endswith("中間加的。")
    assert said[3].endswith("下面加的。")
    assert len(document.answers[2].comments) == 4


def test_without_its_markers_a_written_file_is_read_by_its_headings(tmp_path: Path) -> None:
    posts = [PostDraft(name, paragraphs("山高水長。")) for name in ("甲", "乙")]
    text = written(ThreadDraft("養花難嗎", posts), ThreadForm.MARKDOWN, "zh-Hant").decode()
    path = tmp_path / "t.md"
    path.write_text(text.replace("<!-- answer -->\n", ""), "utf-8")
    assert [answer.author for answer in open_document(path).answers] == ["甲", "乙"]
