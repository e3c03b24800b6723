"""What containers find becomes one text in which everything has its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import BlockKind, DocumentError, Fact, FactKind, FileReason, RunKind
from desktop.documents.containers import composing
from desktop.documents.containers.composing import compose, recomposed
from desktop.documents.containers.container import Extract, ThreadFile
from desktop.documents.containers.drafts import (
    NO_WORDS,
    BlockDraft,
    BlockWriter,
    CommentDraft,
    PostDraft,
    RunDraft,
    ThreadDraft,
    fact,
    one_line,
    paragraphs,
)
from tests.documents.containers.random_threads import RandomThread, threads

FILE = ThreadFile(Path("/養花.html"))


def written(*calls: tuple[str, str]) -> tuple[BlockDraft, ...]:
    writer = BlockWriter()
    for name, words in calls:
        getattr(writer, name)(words)
    return writer.blocks


def test_everything_stands_on_one_text_parted_by_blank_lines() -> None:
    comment = CommentDraft("乙", paragraphs("同意。"), to="甲", depth=1, facts=fact(FactKind.VOTES, 3))
    post = PostDraft("甲", paragraphs("少澆水。\n\n多曬太陽。"), (comment,), fact(FactKind.TIME, "昨天"))
    found = compose(ThreadDraft("怎麼養花？", (post,)), FILE)
    assert found.text == "怎麼養花？\n\n甲\n\n少澆水。\n\n多曬太陽。\n\n乙\n\n同意。"
    (answer,) = found.answers
    (reply,) = answer.comments
    assert answer.author_span is not None
    assert reply.author_span is not None
    assert [span.of(found.text) for span in (answer.author_span, *answer.paragraphs)] == [
        "甲",
        "少澆水。",
        "多曬太陽。",
    ]
    assert (reply.author_span.of(found.text), reply.span.of(found.text)) == ("乙", "同意。")
    assert (reply.to, reply.depth, reply.facts) == ("甲", 1, (Fact(FactKind.VOTES, "3"),))
    assert answer.span.of(found.text) == "少澆水。\n\n多曬太陽。"
    assert answer.extent.of(found.text).endswith("乙\n\n同意。")


def test_the_name_of_the_file_stands_in_for_a_title() -> None:
    found = compose(ThreadDraft(" ", (PostDraft("", paragraphs("花。")),)), FILE)
    assert (found.title, found.title_span, found.text) == ("養花", None, "花。")


def test_a_draft_without_words_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        compose(ThreadDraft("怎麼養花？", (PostDraft("甲", ()),)), FILE)
    assert caught.value.reason is FileReason.EMPTY


def test_a_draft_of_too_many_blocks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "MOST_BLOCKS", 2)
    with pytest.raises(DocumentError) as caught:
        compose(ThreadDraft("", (PostDraft("甲", paragraphs("一\n二\n三")),)), FILE)
    assert caught.value.reason is FileReason.TOO_LARGE


def test_a_post_of_which_only_the_comments_are_there_is_kept() -> None:
    found = compose(ThreadDraft("", (PostDraft("甲", (), (CommentDraft("乙", paragraphs("可惜")),)),)), FILE)
    assert found.text == f"甲\n\n{NO_WORDS}\n\n乙\n\n可惜"


def test_white_space_collapses_and_a_line_break_between_han_goes() -> None:
    assert (
        written(("words", "  \u3000早上去 河邊\n  走一圈，\nthen\nhome \n "))[0].words
        == "早上去 河邊走一圈， then home"
    )


def test_runs_are_kept_where_their_words_are() -> None:
    writer = BlockWriter()
    writer.words("去 ")
    writer.begin_run(RunKind.BOLD)
    writer.words(" 河邊 ")
    writer.begin_run(RunKind.LINK, "https://example.org/a")
    writer.words("走走")
    writer.end_run()
    writer.end_run()
    writer.words("。")
    (block,) = writer.blocks
    assert block.words == "去 河邊 走走。"
    assert block.runs == (
        RunDraft(2, 7, RunKind.BOLD),
        RunDraft(5, 7, RunKind.LINK, "https://example.org/a"),
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/a", ""])
def test_a_link_to_anywhere_but_the_web_is_none(address: str) -> None:
    writer = BlockWriter()
    writer.begin_run(RunKind.LINK, address)
    writer.words("這裡")
    assert writer.blocks == (BlockDraft("這裡"),)


def test_a_run_that_is_open_goes_on_in_the_next_block() -> None:
    writer = BlockWriter()
    writer.begin_run(RunKind.BOLD)
    writer.words("一")
    writer.end_block()
    writer.words("二")
    writer.end_run()
    assert [block.runs for block in writer.blocks] == [(RunDraft(0, 1, RunKind.BOLD),)] * 2


def test_blocks_are_of_the_kind_that_was_begun_and_the_first_has_the_marker() -> None:
    writer = BlockWriter()
    writer.begin(BlockKind.ITEM, marker="• ")
    writer.words("花")
    writer.end_block()
    writer.words("茶")
    writer.end()
    writer.words("完")
    assert writer.blocks == (BlockDraft("• 花", BlockKind.ITEM), BlockDraft("茶", BlockKind.ITEM), BlockDraft("完"))


def test_code_keeps_its_white_space_and_figures_their_words() -> None:
    code, figure, bare = written(("code", "if a:\n\n\tb  \n"), ("figure", " 一枝\n花 "), ("figure", ""))
    assert (code.words, code.kind) == ("if a:\n    b", BlockKind.CODE)
    assert (figure.words, figure.kind, bare.words) == ("一枝 花", BlockKind.FIGURE, NO_WORDS)


def test_each_line_of_code_is_a_paragraph_of_one_block() -> None:
    found = compose(ThreadDraft("", (PostDraft("甲", (BlockDraft("a\n  b", BlockKind.CODE),)),)), FILE)
    (answer,) = found.answers
    assert [span.of(found.text) for span in answer.paragraphs] == ["a", "  b"]
    assert [block.span.of(found.text) for block in answer.blocks] == ["a\n  b"]


@pytest.mark.parametrize("words", ["", "  ", "\u3000\n", None])
def test_there_is_no_fact_without_words(words: str | None) -> None:
    assert fact(FactKind.TIME, words) == ()


def test_an_address_is_one_of_the_web_or_none() -> None:
    assert fact(FactKind.ADDRESS, "file:///etc/passwd") == ()


@given(words=st.text(st.characters(codec=None), max_size=80))
def test_no_word_breaks_the_text_in_two(words: str) -> None:
    writer = BlockWriter()
    writer.begin_run(RunKind.BOLD)
    writer.words(words)
    for block in writer.blocks:
        assert len(block.words.splitlines()) == 1
        assert block.words == one_line(block.words)
        assert all(0 <= run.start < run.end <= len(block.words) for run in block.runs)
        block.words.encode()


def _composed(thread: RandomThread) -> Extract:
    posts = [
        PostDraft(
            post.author,
            [BlockDraft(words) for words in post.paragraphs],
            [CommentDraft(one.author, [BlockDraft(words) for words in one.paragraphs]) for one in post.comments],
        )
        for post in thread.posts
    ]
    return compose(ThreadDraft(thread.title, posts), FILE)


@given(thread=threads())
def test_spans_follow_one_another_in_the_order_of_the_text(thread: RandomThread) -> None:
    found = _composed(thread)
    end = found.title_span.end if found.title_span else 0
    for answer in found.answers:
        for part in (answer, *answer.comments):
            assert part.author_span is not None
            assert end < part.author_span.start < part.author_span.end < part.span.start < part.span.end
            assert (part.paragraphs[0].start, part.paragraphs[-1].end) == (part.span.start, part.span.end)
            end = part.span.end
        assert (answer.extent.start, answer.extent.end) == (answer.span.start, end)


def test_of_an_older_text_the_answers_are_those_of_authors_that_are_known() -> None:
    old = "怎麼養花？\n\n甲\n\n少澆水。\n\n丙\n\n看。\n\n乙\n\n常說話。\n\n多曬。"
    found = recomposed(old, {"甲", "乙"}, "utf-8", "怎麼養花？")
    assert [(answer.author, answer.span.of(old)) for answer in found.answers] == [
        ("甲", "少澆水。\n\n丙\n\n看。"),
        ("乙", "常說話。\n\n多曬。"),
    ]


@given(thread=threads(comments=False))
def test_a_text_that_was_composed_shows_its_answers_to_whoever_knows_the_authors(thread: RandomThread) -> None:
    found = _composed(thread)
    authors = {answer.author for answer in found.answers}
    lines = {span.of(found.text) for answer in found.answers for span in answer.paragraphs}
    if authors & (lines | {found.title}):
        return
    again = recomposed(found.text, authors, "utf-8", found.title)
    assert [(a.author, a.span, a.paragraphs) for a in again.answers] == [
        (a.author, a.span, a.paragraphs) for a in found.answers
    ]


@pytest.mark.parametrize("kind", [FactKind.VOTES, FactKind.REPLIES])
@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("1.2 万", "12000"),
        ("3.4K", "3400"),
        ("1,389", "1389"),
        (0, "0"),
        ("-3", "-3"),
        ("赞同", None),
        ("9" * 99, None),
    ],
)
def test_how_many_is_a_number_in_digits(kind: FactKind, words: object, digits: str | None) -> None:
    assert fact(kind, words) == ((Fact(kind, digits),) if digits is not None else ())


@pytest.mark.parametrize(
    ("to", "depth", "kept"),
    [("陽台", 0, ""), ("阳台", 0, ""), ("陽台", 1, "陽台"), ("乙", 0, "乙"), ("", 0, "")],
)
def test_a_comment_on_the_answer_itself_names_nobody(to: str, depth: int, kept: str) -> None:
    comment = CommentDraft("丙", paragraphs("同意。"), to=to, depth=depth)
    found = compose(
        ThreadDraft("問", [PostDraft("陽台", paragraphs("話。"), (comment,))]), ThreadFile(Path("a.json"))
    )
    assert found.answers[0].comments[0].to == kept
