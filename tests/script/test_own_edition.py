"""Our own edition: words keep phrases apart, checked contexts win, and brute force confirms all of it."""

from __future__ import annotations

import re
from random import Random

import pytest

from desktop.script import CONFIGS, Edition, SourceScript, convert, explain, find_choices, load_tables
from desktop.script.tables.editions import whose_tables
from desktop.text import Span
from tests.script.provenance import stretches
from tests.script.reference import SEED, growing_words, vocabulary

OWN = Edition.BAIJIA
FROM_SIMPLIFIED = ("s2t", "s2tw", "s2twp", "s2hk")
TO_SIMPLIFIED = ("t2s", "tw2s", "hk2s", "tw2sp")

PROSE = re.findall(r"\w+", convert(SEED, "tw2s", Edition.OFFICIAL).text)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("这只有三个人知道", "這只有三個人知道"),
        ("一个旧版本的说明", "一個舊版本的說明"),
        ("一个中国人", "一個中國人"),
        ("论文被发表了", "論文被發表了"),
        ("问题变得更复杂", "問題變得更複雜"),
        ("此系统已经停用", "此系統已經停用"),
        ("和面试官谈了很久", "和面試官談了很久"),
    ],
)
def test_no_phrase_is_taken_across_the_edge_of_a_word(simplified: str, traditional: str) -> None:
    assert convert(simplified, "s2tw", OWN).text == traditional


def test_a_phrase_of_whole_words_still_holds() -> None:
    assert convert("他跑了三千里", "s2tw", OWN).text == "他跑了三千里"
    assert convert("皇后的头发在发光", "s2tw", OWN).text == "皇后的頭髮在發光"


@pytest.mark.parametrize("config", FROM_SIMPLIFIED)
def test_words_and_alignment_are_what_brute_force_finds(config: str) -> None:
    random = Random(config)  # noqa: S311 (the same text in every run)
    sources = (growing_words(config, OWN) or "的", vocabulary(config, OWN), PROSE, "里只发干SQL，的\U00020000")
    for _ in range(60):
        piece = "".join(random.choice(random.choice(sources)) for _ in range(4))
        aligned = convert(piece, config, OWN)
        assert (aligned.text, list(map(tuple, aligned.changes))) == stretches(piece, config, OWN), piece


@pytest.mark.parametrize("config", FROM_SIMPLIFIED)
def test_lines_that_are_remembered_read_as_they_did(config: str) -> None:
    text = "内存条里有一只猫\n" * 2 + "内存"
    first = convert(text, config, OWN)
    assert convert(text, config, OWN) == first
    assert "\n".join(convert(line, config, OWN).text for line in text.split("\n")) == first.text


def test_within_traditional_script_it_is_the_official_edition_and_shares_its_tables() -> None:
    for config in ("t2tw", "t2hk"):
        assert convert(SEED[:800], config, OWN) == convert(SEED[:800], config, Edition.OFFICIAL)
        assert load_tables(config, OWN) is load_tables(config, Edition.OFFICIAL)
    assert {config for config in CONFIGS if whose_tables(config, OWN) is OWN} == {
        *FROM_SIMPLIFIED,
        *TO_SIMPLIFIED,
    }


def test_an_explanation_names_the_words_that_were_exchanged() -> None:
    told = explain("他的头发很长", 3, "s2tw", OWN)
    assert (told.source, told.shown) == ("头发", "頭髮")
    assert told.span == Span(2, 4)
    assert [exchange.names for exchange in told.exchanges] == [
        "STPhrases.txt + STPhrases_GeneratedFromRegionalPhrases.txt"
    ]


def test_the_usual_form_of_a_choice_is_the_one_that_the_edition_takes_by_itself() -> None:
    aligned = convert("这钟签了", "s2tw", OWN)
    usual = {choice.span.start: choice.usual for choice in find_choices(aligned, SourceScript.SIMPLIFIED, OWN)}
    assert aligned.text == "這鐘簽了"
    assert (usual[1], usual[2]) == (True, True)
