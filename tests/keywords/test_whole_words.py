"""Whole words: those places that begin and end where words do, in either script."""

from __future__ import annotations

import pytest

from desktop.keywords import NO_CONCEPTS, Searched, SearchedText, WordEnds, find_each, find_whole, segment
from desktop.script import joints_in
from desktop.segmentation import default_segmenter
from desktop.text import Span


def _paragraphs(text: str) -> list[Span]:
    spans, start = list[Span](), 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _whole(text: str, words: str, paragraphs: list[Span] | None = None) -> list[Span]:
    paragraphs = paragraphs or _paragraphs(text)
    searched = Searched(SearchedText.of(text, tuple(joints_in(text, paragraphs))))
    return find_whole(searched, words, WordEnds(text, paragraphs, default_segmenter()), NO_CONCEPTS)


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("他研究生命科學。研究生也研究生物。", "研究", 2),
        ("他研究生命科學。研究生也研究生物。", "研究生", 1),
        ("他研究生命科学。研究生也研究生物。", "研究生", 1),
        ("hello helloworld, shell hello-world", "hello", 2),
        ("café caf", "caf", 1),
    ],
)
def test_a_part_of_a_word_is_no_place(text: str, words: str, count: int) -> None:
    assert len(_whole(text, words)) == count


def test_the_places_are_those_that_tokens_begin_and_end() -> None:
    text = "中國人民銀行行長說，中國人民很行。\n人民的銀行為人民。"
    naive = set[Span]()
    for paragraph in _paragraphs(text):
        tokens = [token.span.shifted(paragraph.start) for token in segment(paragraph.of(text))]
        starts, ends = {one.start for one in tokens}, {one.end for one in tokens}
        found = find_each(Searched(SearchedText.of(text)), ["人民"], NO_CONCEPTS)[0]
        naive |= {one for one in found if one.start in starts and one.end in ends}
    assert set(_whole(text, "人民")) == naive


def test_a_word_that_is_broken_at_a_fixed_width_is_whole() -> None:
    text = "昨天下午大家聚在一起討論特朗\n普的訪問，並沒有得出結論。"
    (place,) = _whole(text, "特朗普", [Span(0, len(text))])
    assert place.of(text) == "特朗\n普"
