"""The words that came and went."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.comparison.words import Fate, word_changes
from desktop.script import fold

KEPT, CAME, WENT = Fate.KEPT, Fate.CAME, Fate.WENT


def told(old: str, new: str) -> list[tuple[Fate, str]]:
    return [(piece.fate, piece.words) for piece in word_changes(old, new)]


def test_nothing_changed() -> None:
    assert told("筆記很重要。", "筆記很重要。") == [(KEPT, "筆記很重要。")]
    assert told("", "") == []


def test_words_that_came_and_words_that_went() -> None:
    assert told("我只在書上畫線,讓書說話。", "我只在書上畫紅線,讓書說話。") == [
        (KEPT, "我只在書上畫"),
        (CAME, "紅"),
        (KEPT, "線,讓書說話。"),
    ]
    assert told("我只在書上畫紅線,讓書說話。", "我只在書上畫線,讓書說話。")[1] == (WENT, "紅")


def test_what_went_stands_before_what_came_in_its_place() -> None:
    pieces = told("他在一九八四年到了北京大學讀書", "他在一九九六年到了北京大學讀書")
    assert [fate for fate, _ in pieces] == [KEPT, WENT, CAME, KEPT]


def test_words_with_gaps_between_them_change_as_a_whole() -> None:
    assert told("I have a cat at home.", "I have a car at home.") == [
        (KEPT, "I have a "),
        (WENT, "cat"),
        (CAME, "car"),
        (KEPT, " at home."),
    ]


def test_paragraphs_that_came_and_went() -> None:
    assert told("一段話。\n二段話。\n三段話。", "一段話。\n三段話。\n四段話,新的。") == [
        (KEPT, "一段話。\n"),
        (WENT, "二段話。\n"),
        (KEPT, "三段話。\n"),
        (CAME, "四段話,新的。"),
    ]


def test_another_script_is_no_change_and_the_words_are_as_they_are_now() -> None:
    assert told("這些筆記後來軟體", "这些笔记后来软体") == [(KEPT, "这些笔记后来软体")]


def test_what_is_too_long_went_and_came_as_a_whole() -> None:
    old, new = "甲" * 30_000, "甲" * 29_999 + "乙"
    assert told(old, new) == [(WENT, f"{old}\n"), (CAME, new)]


_TEXTS = st.text(st.sampled_from("甲乙丙丁後后a b\n"), max_size=60)


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _TEXTS)
def test_both_texts_can_be_read_off_it(old: str, new: str) -> None:
    pieces = word_changes(old, new)
    assert "".join(piece.words for piece in pieces if piece.fate is not WENT).rstrip("\n") == new.rstrip("\n")
    before = "".join(piece.words for piece in pieces if piece.fate is not CAME)
    assert fold(before).rstrip("\n") == fold(old).rstrip("\n")
    assert all(piece.words for piece in pieces)
    assert all(one.fate is not other.fate for one, other in itertools.pairwise(pieces))
