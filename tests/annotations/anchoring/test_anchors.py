"""Anchors: the words that find a span again."""

from __future__ import annotations

import pytest

from desktop.annotations import make_anchor
from desktop.annotations.anchoring.anchors import holds
from desktop.text import Span


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


def test_an_anchor_holds_in_its_own_text_and_only_where_the_words_agree() -> None:
    anchor = make_anchor("甲乙丙", Span(1, 2), "digest")
    assert holds(anchor, "甲乙丙", "digest")
    assert not holds(anchor, "甲乙丙", "another")
    assert not holds(anchor, "甲丙乙", "digest")
    assert not holds(anchor, "甲", "digest")
