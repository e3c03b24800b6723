"""The page of an answer with its comments: what is shown maps to the source and back, in several scripts at once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.containers.drafts import BlockDraft, CommentDraft, PostDraft, ThreadDraft
from desktop.script import Conversion
from desktop.session import PageText
from desktop.text import Span
from tests.session.commented import document_of

WORDS = st.lists(
    st.sampled_from(["内存", "博客", "U盘", "軟體", "記憶體", "部落格", "😀", "𠮷", "甲", "，", "a", "\u202e"]),
    min_size=1,
    max_size=6,
).map("".join)
BLOCKS = st.lists(WORDS.map(BlockDraft), min_size=1, max_size=3)
COMMENTS = st.lists(
    st.builds(CommentDraft, st.sampled_from(["", "李后来", "內存"]), BLOCKS, st.just(""), st.integers(0, 3)),
    max_size=3,
)
CONFIGS = st.sampled_from([None, "s2twp", "tw2sp"])


@settings(max_examples=200, deadline=None)
@given(BLOCKS, COMMENTS, st.data())
def test_what_is_shown_of_words_leads_back_to_them_wherever_they_are(
    blocks: list[BlockDraft], comments: list[CommentDraft], data: st.DataObject
) -> None:
    document = document_of(ThreadDraft("問", [PostDraft("某甲", blocks, comments)]))
    paragraphs = [paragraph for part in document.answers[0].parts() for paragraph in part.paragraphs]
    configs = data.draw(st.lists(CONFIGS, min_size=len(paragraphs), max_size=len(paragraphs)))
    page = PageText(document.text, paragraphs, tuple(map(Conversion, configs)))
    assert len(page.paragraphs) == len(paragraphs)
    assert page.text.count("\n") == len(paragraphs) - 1
    offsets = [offset for paragraph in paragraphs for offset in range(paragraph.start, paragraph.end)]
    ends = sorted(data.draw(st.sampled_from(offsets)) for _ in range(2))
    span = Span(ends[0], ends[1] + 1)
    place = page.to_page(span)
    assert place is not None
    back = page.to_source(place)
    assert back is not None
    assert back.contains(span)
    assert page.to_page(back) == place
    for offset in offsets:
        caret = page.offset_to_page(offset)
        assert page.offset_to_source(caret) <= offset
        assert page.offset_to_page(page.offset_to_source(caret)) == caret


@settings(max_examples=50, deadline=None)
@given(BLOCKS, COMMENTS)
def test_nothing_of_what_is_folded_is_on_the_page(blocks: list[BlockDraft], comments: list[CommentDraft]) -> None:
    document = document_of(ThreadDraft("問", [PostDraft("某甲", blocks, comments)]))
    answer = document.answers[0]
    page = PageText(document.text, answer.paragraphs, Conversion())
    for comment in answer.comments:
        assert page.to_page(comment.span) is None
        assert page.offset_to_page(comment.span.start) == len(page.text)
