"""From any target to the words that it means."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.annotations.exchange.selectors import as_several, has_type, quote_of
from desktop.annotations.form.fields import FormError
from desktop.text import Span
from tests.annotations.exchange.parcels import quoting

POSITION = {"type": "TextPositionSelector", "start": 40, "end": 43}
FRAGMENT = {"type": "FragmentSelector", "value": "p=3"}
OUTER = quoting("美俄結盟?這還真是一個想法,結盟", prefix="甲", suffix="乙")


def refined(outer: dict[str, Any], inner: object) -> dict[str, Any]:
    return outer | {"refinedBy": inner}


@pytest.mark.parametrize(
    ("selector", "exact", "prefix", "suffix"),
    [
        (quoting("結盟", prefix="前", suffix="後"), "結盟", "前", "後"),
        (quoting("結盟", prefix=None), "結盟", "", ""),
        ([FRAGMENT, POSITION, quoting("結盟")], "結盟", "", ""),
        ([quoting("一"), quoting("二")], "一", "", ""),
        ({"type": ["TextQuoteSelector", "x:Other"], "exact": "結盟"}, "結盟", "", ""),
        (refined(FRAGMENT, quoting("結盟")), "結盟", "", ""),
        (refined(FRAGMENT, refined(FRAGMENT, [POSITION, quoting("結盟")])), "結盟", "", ""),
        (refined(POSITION, quoting("結盟")), "結盟", "", ""),
        (refined(OUTER, quoting("想法")), "想法", "甲美俄結盟?這還真是一個", ",結盟乙"),
        (refined(OUTER, quoting("結盟", prefix=",")), "結盟", "甲美俄結盟?這還真是一個想法,", "乙"),
        (refined(OUTER, POSITION | {"start": 0, "end": 4}), "美俄結盟", "甲", "?這還真是一個想法,結盟乙"),
        (refined(OUTER, quoting("結盟")), OUTER["exact"], "甲", "乙"),
        (refined(OUTER, quoting("不在")), OUTER["exact"], "甲", "乙"),
        (refined(OUTER, POSITION), OUTER["exact"], "甲", "乙"),
        (refined(OUTER, FRAGMENT), OUTER["exact"], "甲", "乙"),
    ],
    ids=[
        *("a quote", "no context", "the quote of a list", "the first of two", "one of several types"),
        *("a fragment refined", "refined twice", "a position refined", "a quote within", "a quote told by context"),
        *("a position within", "two places within", "not within", "beyond the quote", "by what is no text"),
    ],
)
def test_the_words_are_made_out(selector: object, exact: str, prefix: str, suffix: str) -> None:
    quote = quote_of(selector)
    assert (quote.exact, quote.prefix, quote.suffix, quote.sha256) == (exact, prefix, suffix, "")


@pytest.mark.parametrize(
    "selector",
    [
        None,
        [],
        {},
        7,
        "x",
        [None],
        POSITION,
        FRAGMENT,
        quoting(""),
        quoting(" \n"),
        quoting(7),
        {**OUTER, "prefix": 7},
    ],
    ids=str,
)
def test_what_makes_out_no_words_is_refused(selector: object) -> None:
    with pytest.raises(FormError):
        quote_of(selector)


@pytest.mark.parametrize(
    ("position", "span"),
    [(POSITION, Span(40, 43)), (POSITION | {"end": 40}, Span(0, 0)), (POSITION | {"end": 2**60}, Span(0, 0))],
    ids=["as it came", "empty", "beyond what numbers can be"],
)
def test_a_position_is_kept_as_it_came_if_it_makes_sense(position: dict[str, Any], span: Span) -> None:
    assert quote_of([position, quoting("結盟")]).span == span


def test_of_a_long_context_the_nearest_is_kept() -> None:
    quote = quote_of(quoting("結盟", prefix="遠" * 40 + "近" * 32, suffix="近" * 32 + "遠" * 40))
    assert quote.prefix == quote.suffix == "近" * 32


def test_json_ld_means_one_by_a_list_of_one() -> None:
    assert as_several(None) == []
    assert as_several("x") == ["x"]
    assert as_several(["x", None]) == ["x", None]
    assert has_type({"type": "Annotation"}, "Annotation")
    assert has_type({"type": ["x:Y", "Annotation"]}, "Annotation")
    assert not has_type({"type": {"Annotation": 1}}, "Annotation")
    assert not has_type("Annotation", "Annotation")
