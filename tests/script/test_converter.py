"""Conversion gives the words of either edition's own library, with an alignment that brute force confirms."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.script import CONFIGS, Edition, convert
from desktop.script.tables.editions import SEPARATORS
from desktop.text import Span
from tests.script.provenance import stretches
from tests.script.reference import (
    SEED,
    any_text,
    growing_words,
    hard_text,
    official_cases,
    oracle,
    separators,
    vocabulary,
)

KEEPS_LENGTH = tuple(config for config in CONFIGS if config not in {"s2twp", "tw2sp"})
DEFAULT, OFFICIAL = Edition.REIMPLEMENTED, Edition.OFFICIAL

every_config = pytest.mark.parametrize("config", CONFIGS)
either_edition = pytest.mark.parametrize("edition", Edition)


@every_config
def test_gives_the_words_of_the_package_on_hard_text(config: str) -> None:
    text = hard_text(config, 5_000, Random(config))  # noqa: S311 (the same text in every run)
    assert convert(text, config).text == oracle(config)(text)


@every_config
def test_gives_the_words_of_the_package_on_a_real_thread_and_on_its_simplified_form(config: str) -> None:
    simplified = convert(SEED[:1_000], "tw2s").text
    for text in (SEED[:1_000], simplified):
        assert convert(text, config).text == oracle(config)(text)


@settings(max_examples=25, deadline=None)
@given(config=st.sampled_from(CONFIGS), text=any_text())
@example(config="s2t", text="")
@example(config="s2twp", text="伯克希尔-哈撒韦")
@example(config="s2twp", text="\ud800程序员\udfff")
def test_gives_the_words_of_the_package_on_any_text(config: str, text: str) -> None:
    assert convert(text, config).text == oracle(config)(text)


def test_the_other_edition_gives_what_the_official_cases_expect() -> None:
    cases = official_cases()
    assert len(cases) > 450
    assert {config for config, _, _ in cases} == set(CONFIGS)
    wrong = [case for case in cases if convert(case[1], case[0], OFFICIAL).text != case[2]]
    assert wrong == []


def test_the_editions_differ_where_the_official_one_has_learnt_better() -> None:
    assert convert("什么", "tw2s").text == "什幺"  # why no such configuration is ever run on simplified text
    assert convert("什么", "tw2s", OFFICIAL).text == "什么"
    assert convert("什么胚胎发育", "s2tw", DEFAULT).text == "什麼胚胎髮育"
    assert convert("什么胚胎发育", "s2tw", OFFICIAL).text == "什麼胚胎發育"


def test_texts_are_cut_at_the_characters_where_the_package_cuts_them() -> None:
    everything = "".join(map(chr, range(0x10000)))
    assert "".join(re.findall(f"[{SEPARATORS}]", everything)) == "".join(separators().findall(everything))


@either_edition
@every_config
def test_segments_tile_both_texts(config: str, edition: Edition) -> None:
    aligned = convert(hard_text(config, 2_000, Random(config), edition), config, edition)  # noqa: S311
    segments = list(aligned.segments())
    assert "".join(segment.source.of(aligned.source) for segment in segments) == aligned.source
    assert "".join(segment.display.of(aligned.text) for segment in segments) == aligned.text


@pytest.mark.parametrize("config", KEEPS_LENGTH)
def test_alignment_is_the_identity_where_a_configuration_keeps_lengths(config: str) -> None:
    aligned = convert(hard_text(config, 2_000, Random(config)), config)  # noqa: S311
    assert aligned.changes == ()
    assert len(aligned.text) == len(aligned.source)


@either_edition
@pytest.mark.parametrize("config", ["s2twp", "tw2sp"])
def test_alignment_is_what_brute_force_finds_character_by_character(config: str, edition: Edition) -> None:
    random = Random(config)  # noqa: S311
    changing = growing_words(config, edition)
    seen = 0
    for _ in range(60):
        words = (changing, vocabulary(config, edition), "SQL的在一")
        parts = [random.choice(random.choice(words)) for _ in range(4)]
        piece = "".join(parts).replace("-", "")
        text, changes = stretches(piece, config, edition)
        aligned = convert(piece, config, edition)
        assert (aligned.text, list(map(tuple, aligned.changes))) == (text, changes), piece
        seen += len(changes)
    assert seen > 45


@either_edition
@every_config
def test_cutting_at_line_ends_changes_nothing(config: str, edition: Edition) -> None:
    whole = convert(SEED, config, edition)
    assert "\n".join(convert(line, config, edition).text for line in SEED.split("\n")) == whole.text


@pytest.mark.parametrize(
    ("config", "source", "shown"),
    [
        ("s2tw", "皇后的头发在发光", "皇后的頭髮在發光"),
        ("s2tw", "吃饭的人群", "吃飯的人群"),
        ("s2t", "吃饭的人群", "喫飯的人羣"),
        ("tw2s", "硬著頭皮", "硬着头皮"),
        ("tw2s", "著名", "著名"),
        ("s2hk", "里面", "裏面"),
        ("s2twp", "程序员", "程式設計師"),
        ("s2twp", "U盘", "隨身碟"),
        ("tw2sp", "隨身碟", "U盘"),
    ],
)
def test_well_known_words(config: str, source: str, shown: str) -> None:
    assert convert(source, config).text == shown


def test_a_word_that_grows_widens_only_what_lies_in_it() -> None:
    aligned = convert("扩充内存条了", "s2twp")
    assert aligned.text == "擴充記憶體條了"
    assert aligned.to_display(Span(2, 4)) == Span(2, 5)
    assert aligned.to_display(Span(3, 4)) == Span(2, 5)
    assert aligned.to_display(Span(1, 3)) == Span(1, 5)
    assert aligned.to_display(Span(4, 6)) == Span(5, 7)
    assert aligned.to_source(Span(4, 6)) == Span(2, 5)


def test_letters_that_a_longer_word_keeps_stay_one_for_one() -> None:
    aligned = convert("防SQL注入", "s2twp")
    assert aligned.text == "防SQL隱碼攻擊"
    assert aligned.to_display(Span(1, 4)) == Span(1, 4)
    assert aligned.to_display(Span(4, 5)) == Span(4, 8)


def test_a_character_that_becomes_two_is_found_by_either() -> None:
    aligned = convert("這個埠號", "tw2sp")
    assert aligned.text == "这个端口号"
    assert aligned.to_source(Span(2, 3)) == aligned.to_source(Span(3, 4)) == Span(2, 3)
    assert aligned.to_source(Span(4, 5)) == Span(3, 4)


@pytest.mark.parametrize("name", ["", "s2x", "T2S", "../config/t2s", "t2jp"])
def test_another_configuration_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a conversion"):
        convert("字", name)
