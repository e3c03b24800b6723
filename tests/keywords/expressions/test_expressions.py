"""Regular expressions: found as `re` finds them, in either script, explained when bad, stopped in time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.keywords import (
    ExpressionError,
    ExpressionFlawKind,
    Searched,
    SearchedText,
    ShownText,
    find_expression,
)
from desktop.keywords.expressions.expressions import compiled
from desktop.script import convert, fold

_K = ExpressionFlawKind


def _searched(text: str) -> Searched:
    return Searched(SearchedText.of(text))


def _found(expression: str, text: str) -> list[str]:
    return [span.of(text) for span in find_expression(_searched(text), expression)]


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("特.普", ["特朗普"]),
        ("爱.", ["愛你"]),
        ("[爱特].", ["特朗", "愛你"]),
        ("\\d+", ["１23"]),
        ("HELLO", ["Hello"]),
        ("\\p{Han}{3}", ["特朗普"]),
        ("（.）", ["(a)"]),
        ("{a}", ["{a}"]),
        ("^特", ["特"]),
        ("(?<x>l)(?P=x)", ["ll"]),
        ("x*", []),
    ],
)
def test_it_is_blind_to_script_case_and_width(expression: str, found: list[str]) -> None:
    assert _found(expression, "特朗\u200b普 １23 Hello\n愛你 (a) {a}".replace("\u200b", "")) == found


def test_what_nobody_sees_does_not_part_what_is_found() -> None:
    assert _found("自由.在", "他自由\u200b自在") == ["自由\u200b自在"]


def test_what_is_only_shown_is_found_as_what_is_shown_so() -> None:
    text = "內存不足"
    shown = ShownText.of([(0, convert(text, "s2twp"))])
    assert shown.folded, "shown in other words"
    places = find_expression(Searched(SearchedText.of(text), (shown,)), "憶.不")
    assert [place.of(text) for place in places] == ["內存不"]


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("(a", _K.UNCLOSED_GROUP),
        ("a)", _K.UNOPENED_GROUP),
        ("[a", _K.UNCLOSED_SET),
        ("*a", _K.NOTHING_TO_REPEAT),
        ("a**", _K.NOTHING_TO_REPEAT),
        ("a\\", _K.BAD_ESCAPE),
        ("[z-a]", _K.BAD_RANGE),
        ("\\p{Foo}", _K.BAD_PROPERTY),
        ("(?P=n)", _K.BAD_REFERENCE),
        ("(?R)", _K.UNKNOWN_GROUP),
        ("(?&x)", _K.UNKNOWN_GROUP),
        ("((a{999}){999}){999}", _K.TOO_LARGE),
        ("a{99999999999999}", _K.TOO_LARGE),
        ("(" * 500 + ")" * 500, _K.TOO_LARGE),
    ],
)
def test_a_bad_one_is_explained(expression: str, kind: ExpressionFlawKind) -> None:
    with pytest.raises(ExpressionError) as raised:
        compiled(expression)
    assert raised.value.flaw.kind is kind
    assert 0 <= raised.value.flaw.offset <= len(expression)


def test_the_place_of_a_flaw_is_that_in_what_was_typed() -> None:
    with pytest.raises(ExpressionError) as raised:
        compiled("（（（*{a}[z-a]")
    assert raised.value.flaw.kind is _K.BAD_RANGE
    assert "（（（*{a}[z-a]"[raised.value.flaw.offset :].startswith(("]", "a]"))


@pytest.mark.parametrize("expression", ["(a|aa)+$", "(a+)+\\1$", "(.*)\\1{3}b(.*)\\2c"])
def test_one_that_runs_away_is_stopped(expression: str) -> None:
    with pytest.raises(ExpressionError) as raised:
        find_expression(_searched("a" * 4000 + "b"), expression, seconds=0.1)
    assert raised.value.flaw.kind is _K.RUNAWAY


def test_one_that_only_looks_as_if_it_ran_away_is_searched_for() -> None:
    text = "a" * 40 + "b"
    assert _found("(a+)+b", text) == [text]


_PLAIN = st.text("ab人1 .\n", max_size=60)
_PIECES = st.sampled_from(
    ["a", "b", "人", ".", "\\d", "\\w", "\\s", "[ab]", "[^a]", "(a|b)", "(?:人a)", "^", "$", "\\b", "a{1,2}", "a?b"]
)
_EDGES = ("^", "$", "\\b")
_EXPRESSIONS = st.lists(st.tuples(_PIECES, st.sampled_from(["", "?", "*", "+", "+?"])), min_size=1, max_size=4)


@given(_PLAIN, _EXPRESSIONS)
def test_in_plain_text_it_finds_what_python_finds(text: str, pieces: list[tuple[str, str]]) -> None:
    expression = "".join(piece + sign * (piece not in _EDGES) for piece, sign in pieces)
    try:
        wanted = re.compile(expression, re.IGNORECASE)
    except re.error:
        return
    assert fold(text) == text
    naive: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        naive += [
            (start + match.start(), start + match.end())
            for match in wanted.finditer(line)
            if match.end() > match.start()
        ]
        start += len(line) + 1
    try:
        found = find_expression(_searched(text), expression)
    except ExpressionError as error:
        assert error.flaw.kind is not _K.RUNAWAY
        return
    assert [(place.start, place.end) for place in found] == naive
