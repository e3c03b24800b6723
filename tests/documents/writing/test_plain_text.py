"""Threads written as plain text, and read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from desktop.documents import parse_document
from desktop.documents.containers.drafts import PostDraft, ThreadDraft, fact, paragraphs
from desktop.documents.document import FactKind
from desktop.documents.labels import labels_in
from desktop.documents.writing.plain_text import as_text
from desktop.documents.writing.shown import draft_as_shown
from desktop.script import AlignedText
from tests.documents.containers.random_threads import RandomThread, thread_of, threads
from tests.documents.writing.drafts import draft_of, everything

HANT = labels_in("zh-Hant")


def read_again(draft: ThreadDraft) -> RandomThread:
    return thread_of(parse_document(as_text(draft, HANT).decode(), Path("t.txt")))


@settings(max_examples=200, deadline=None)
@given(threads(comments=False))
def test_title_names_and_paragraphs_come_back(thread: RandomThread) -> None:
    assert read_again(draft_of(thread)) == thread


@settings(max_examples=100, deadline=None)
@given(threads())
def test_comments_become_paragraphs_below_the_answer_that_they_are_on(thread: RandomThread) -> None:
    again = read_again(draft_of(thread))
    assert (again.title, [post.author for post in again.posts]) == (thread.title, [p.author for p in thread.posts])
    for post, written in zip(again.posts, thread.posts, strict=True):
        assert post.paragraphs[: len(written.paragraphs)] == written.paragraphs
        words = "".join(post.paragraphs[len(written.paragraphs) :])
        assert all(f"{one.author}：{one.paragraphs[0]}" in words for one in written.comments)


@pytest.mark.parametrize("name", ["# 甲", "<b>", "作者：甲", "第一章 甲", "1. 甲", "甲。", "> 甲", "某某某" * 15])
def test_an_odd_name_comes_back(name: str) -> None:
    posts = [PostDraft(name, paragraphs("山高水長。")), PostDraft("乙", paragraphs("天地。\n早晚。"))]
    assert [post.author for post in read_again(ThreadDraft("養花難嗎", posts)).posts] == [name, "乙"]


def test_words_that_look_like_a_byline_make_no_author() -> None:
    posts = [PostDraft(name, paragraphs("他說過一句話。\n作者：丙\n我看不是。")) for name in ("甲", "乙")]
    assert [post.author for post in read_again(ThreadDraft("養花難嗎", posts)).posts] == ["甲", "乙"]


@pytest.mark.parametrize("answers", [1, 2])
@pytest.mark.parametrize("asked", ["", "問的人"])
def test_every_author_is_found_below_a_question_with_words_of_its_own(answers: int, asked: str) -> None:
    posts = [
        PostDraft(asked, paragraphs("想養花。\n養什麼？"), is_question=True),
        *(PostDraft(name, paragraphs("山高水長。")) for name in ("甲", "乙")[:answers]),
    ]
    again = read_again(ThreadDraft("養花難嗎", posts))
    assert [post.author for post in again.posts][1:] == ["甲", "乙"][:answers]
    assert again.posts[0].paragraphs == ("想養花。", "養什麼？")


def test_facts_that_plain_text_is_read_for_come_back() -> None:
    facts = (
        *fact(FactKind.TIME, "2024-01-01"),
        *fact(FactKind.EDITED, "2024-01-03"),
        *fact(FactKind.VOTES, 12),
        *fact(FactKind.PLACE, "上海"),
        *fact(FactKind.ADDRESS, "https://example.org/1"),
    )
    posts = [
        PostDraft("甲", paragraphs("山高水長。\n天地。"), facts=facts),
        PostDraft("乙", paragraphs("天地。\n早晚。")),
    ]
    document = parse_document(as_text(ThreadDraft("養花難嗎", posts), HANT).decode(), Path("t.txt"))
    assert document.answers[0].facts == facts
    assert read_again(ThreadDraft("養花難嗎", posts)).posts[0].paragraphs == ("山高水長。", "天地。")


def test_what_plain_text_has_marks_for_is_written_with_them() -> None:
    text = as_text(everything(), HANT).decode()
    for line in ("### 兩件事", "> 有人說過", ">> 又有人說", "- 山", "3. 第三", '    print("```")', "一張圖"):
        assert f"\n{line}\n" in text
    assert "\n\u3000\u3000丙 › 乙 › 丙：我不\n" in text


def test_the_same_thread_gives_the_same_bytes() -> None:
    assert as_text(everything(), HANT) == as_text(everything(), HANT)


def test_a_paragraph_that_a_program_wrapped_is_written_on_one_line() -> None:
    words = "山高水長天地早晚讀書是為了忘記也是為了記住他們說的話都在這裡" * 12
    rows = "\n".join(words[start : start + 30] for start in range(0, len(words), 30))
    source = f"養花難嗎\n\n\n甲君\n\n\n{rows}。\n\n\n乙君\n\n\n{rows}，他說。\n"
    draft = draft_as_shown(parse_document(source, Path("t.txt")), lambda _: AlignedText.identity)
    assert [post.blocks[0].words for post in draft.posts] == [f"{words}。", f"{words}，他說。"]
    assert [post.author for post in read_again(draft).posts] == ["甲君", "乙君"]
