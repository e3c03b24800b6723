"""Anchors: found again where that is certain, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import PlacementState, locate, make_anchor
from desktop.text import Span

TEXT = "甲說：今天天氣很好，我們去公園。\n乙說：可是我要上班，𠮷野家見。\n"
QUICK = settings(max_examples=60, deadline=None)
PROSE = st.text("天地玄黃宇宙洪荒。😀", max_size=120)


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_an_anchor_holds_the_quote_and_32_code_points_on_either_side() -> None:
    text = "前" * 40 + "𠮷😀" + "後" * 40
    anchor = make_anchor(text, Span(40, 42), "digest")
    assert (anchor.exact, anchor.prefix, anchor.suffix) == ("𠮷😀", "前" * 32, "後" * 32)
    assert (anchor.span, anchor.sha256) == (Span(40, 42), "digest")


def test_context_ends_where_the_text_ends() -> None:
    anchor = make_anchor("甲乙丙", Span(0, 3), "")
    assert (anchor.prefix, anchor.suffix) == ("", "")


@pytest.mark.parametrize("span", [Span(1, 1), Span(2, 4), Span(9, 12)])
def test_a_span_without_words_can_not_be_anchored(span: Span) -> None:
    with pytest.raises(ValueError, match="no words"):
        make_anchor("甲乙丙", span, "")


@QUICK
@given(PROSE.filter(bool), st.data())
def test_in_its_own_text_every_anchor_is_exact(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = locate(make_anchor(text, span, "same"), text, "same")
    assert (found.span, found.state) == (span, PlacementState.EXACT)


@QUICK
@given(PROSE, PROSE, st.data())
def test_what_is_found_in_any_other_text_are_the_very_words(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    anchor = make_anchor(f"{text}。", Span(start, data.draw(st.integers(start + 1, len(text) + 1))), "old")
    found = locate(anchor, other, "new")
    assert (found.span is None) == (found.state in {PlacementState.UNCERTAIN, PlacementState.LOST})
    assert found.span is None or found.span.of(other) == anchor.exact
    assert (found.state is PlacementState.LOST) == (anchor.exact not in other)


@QUICK
@given(PROSE)
def test_text_put_in_front_moves_an_anchor_along(insertion: str) -> None:
    span = span_of("我要上班")
    found = locate(make_anchor(TEXT, span, "old"), insertion + TEXT, "new")
    assert (found.span, found.state) == (span.shifted(len(insertion)), PlacementState.MOVED)


def test_a_digest_alone_proves_nothing_when_the_words_differ() -> None:
    anchor = make_anchor(TEXT, span_of("我要上班"), "same")
    assert locate(anchor, "別的文字", "same").state is PlacementState.LOST


def test_words_that_are_gone_are_lost() -> None:
    found = locate(make_anchor(TEXT, span_of("公園"), "old"), TEXT.replace("公園", "海邊"), "new")
    assert (found.span, found.state) == (None, PlacementState.LOST)


def test_among_copies_the_one_between_both_contexts_is_meant() -> None:
    edited = f"今天天氣很好，不是嗎？今天天氣很好。\n{TEXT}\n今天天氣很好！"
    found = locate(make_anchor(TEXT, span_of("今天天氣很好"), "old"), edited, "new")
    start = edited.index("今天天氣很好，我們")
    assert (found.span, found.state) == (Span(start, start + 6), PlacementState.MOVED)


PLANTED = {
    "the whole text twice": TEXT + TEXT,
    "copies, and the original deleted": "他問：今天天氣很好嗎？\n她答：今天天氣很好啊。",
    "only the context before agrees": "甲說：今天天氣很好。今天天氣很好。",
    "only the context after agrees": "。今天天氣很好，我們去公園。\n乙說：可是我要，今天天氣很好。",
}


@pytest.mark.parametrize("edited", PLANTED.values(), ids=PLANTED.keys())
def test_planted_duplicates_are_uncertain_and_never_guessed(edited: str) -> None:
    found = locate(make_anchor(TEXT, span_of("今天天氣很好"), "old"), edited, "new")
    assert (found.span, found.state) == (None, PlacementState.UNCERTAIN)


def test_copies_may_overlap() -> None:
    anchor = make_anchor("一二哈哈三四", Span(2, 4), "old")
    assert locate(anchor, "二哈哈哈", "new").state is PlacementState.UNCERTAIN


def test_a_short_word_found_once_needs_a_neighbour_that_it_knew() -> None:
    anchor = make_anchor("我很好，你呢", Span(2, 3), "old")
    assert locate(anchor, "他不好。", "new").state is PlacementState.UNCERTAIN
    assert locate(anchor, "你也很好。", "new").span == Span(3, 4)
    assert locate(anchor, "真好，走。", "new").span == Span(1, 2)


def test_a_text_that_was_all_quote_is_found_in_another() -> None:
    anchor = make_anchor("好", Span(0, 1), "old")
    assert locate(anchor, "不好說", "new").span == Span(1, 2)
