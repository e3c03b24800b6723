"""Every place on a page can be explained: what stood there, which rules changed it, what else it could be."""

from __future__ import annotations

from random import Random

import pytest

from desktop.script import (
    Choice,
    Conversion,
    Correction,
    Corrections,
    Edition,
    Script,
    SourceScript,
    WordExchange,
    convert,
    explain,
    find_choices,
    other_forms,
)
from desktop.text import Span
from tests.script.reference import hard_text

SIMPLIFIED, TRADITIONAL = SourceScript.SIMPLIFIED, SourceScript.TRADITIONAL


def test_a_phrase_is_explained_as_a_whole() -> None:
    found = explain("这个后面", 3, "s2tw")
    assert (found.span, found.source, found.shown) == (Span(2, 4), "后面", "後面")
    assert found.exchanges == (WordExchange("后面", "後面", "STPhrases.txt"),)


def test_each_stage_that_changed_something_is_named_in_order() -> None:
    found = explain("扩充内存条了", 2, "s2twp")
    assert (found.span, found.shown) == (Span(2, 4), "記憶體")
    assert found.exchanges == (
        WordExchange("内", "內", "STCharacters.txt"),
        WordExchange("內存", "記憶體", "TWPhrases.txt"),
    )


def test_the_other_edition_explains_by_its_own_dictionaries() -> None:
    found = explain("扩充内存条了", 2, "s2twp", Edition.OFFICIAL)
    assert (found.source, found.shown) == ("内存条", "記憶體模組")
    assert [exchange.key for exchange in found.exchanges] == ["内存条", "內存條"]


def test_a_single_character_is_explained_by_its_table() -> None:
    found = explain("国", 0, "s2tw")
    assert found.exchanges == (WordExchange("国", "國", "STCharacters.txt"),)


@pytest.mark.parametrize("config", [None, "tw2s"])
def test_what_is_shown_as_it_is_has_nothing_to_explain(config: str | None) -> None:
    found = explain("天地", 1, config)
    assert (found.source, found.shown, found.exchanges, found.corrected) == ("地", "地", (), False)


def test_a_correction_of_the_reader_is_said_to_be_one() -> None:
    found = explain("硬着头皮干的", 4, "s2tw", corrections={"皮干": "皮幹"})
    assert (found.span, found.source, found.shown, found.corrected) == (Span(3, 5), "皮干", "皮幹", True)
    assert not explain("硬着头皮干的", 5, "s2tw", corrections={"皮干": "皮幹"}).corrected


@pytest.mark.parametrize("offset", [-1, 2])
def test_a_place_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(IndexError):
        explain("天地", offset, "tw2s")


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("config", ["t2s", "s2twp", "tw2sp", "s2hk"])
def test_every_place_is_within_its_words_and_shows_what_the_conversion_shows(config: str, edition: Edition) -> None:
    text = hard_text(config, 150, Random(config), edition)  # noqa: S311 (the same text in every run)
    aligned = convert(text, config, edition)
    for offset in range(len(text)):
        found = explain(text, offset, config, edition)
        assert found.span.start <= offset < found.span.end
        assert found.source == found.span.of(text)
        assert found.shown == aligned.to_display(found.span).of(aligned.text)
        if found.source != found.shown:
            assert found.exchanges, (offset, found)


def test_where_simplified_text_left_a_choice_the_less_usual_ones_are_told() -> None:
    aligned = convert("头皮干的国家，干部", "s2tw")
    assert aligned.text == "頭皮乾的國家，幹部"
    choices = list(find_choices(aligned, SIMPLIFIED))
    assert choices == [
        Choice(Span(2, 3), usual=False),
        Choice(Span(5, 6), usual=True),
        Choice(Span(7, 8), usual=True),
    ]
    assert other_forms("干", "乾", SIMPLIFIED) == ("幹", "干")
    assert other_forms("国", "國", SIMPLIFIED) == ()


def test_a_traditional_text_is_asked_for_its_own_choices_in_any_script() -> None:
    words = "硬著頭皮乾的"
    for config in (None, "tw2s", "t2hk"):
        choices = list(find_choices(convert(words, config), TRADITIONAL))
        assert choices == [Choice(Span(4, 5), usual=False)]
    assert other_forms("乾", "干", TRADITIONAL) == ("幹", "干")


@pytest.mark.parametrize("form", "裡裏")
def test_regional_ways_of_writing_one_form_are_no_choice(form: str) -> None:
    assert other_forms("里", form, SIMPLIFIED) == ("里",)
    assert list(find_choices(convert(form, None), TRADITIONAL)) == [Choice(Span(0, 1), usual=True)]


def test_simplified_text_shown_as_it_is_has_chosen_nothing() -> None:
    assert list(find_choices(convert("头皮干的", None), SIMPLIFIED)) == []


def test_words_of_another_vocabulary_are_no_choice_of_characters() -> None:
    aligned = convert("内存里", "s2twp")
    assert aligned.text == "記憶體裡"
    assert list(find_choices(aligned, SIMPLIFIED)) == [Choice(Span(2, 3), usual=True)]
    assert convert("数据", "s2twp", Edition.OFFICIAL).text == "資料"
    assert list(find_choices(convert("数据", "s2twp", Edition.OFFICIAL), SIMPLIFIED, Edition.OFFICIAL)) == []
    assert other_forms("据", "料", SIMPLIFIED) == ()


def test_a_conversion_holds_the_corrections_of_the_script_it_shows() -> None:
    corrections = Corrections((Correction("皮干", "皮幹", Script.TRADITIONAL),))
    traditional = Conversion("s2tw", Edition.REIMPLEMENTED, Script.TRADITIONAL, corrections)
    assert traditional.apply("头皮干的").text == "頭皮幹的"
    assert traditional.explain("头皮干的", 2).corrected
    assert Conversion("tw2s", Edition.REIMPLEMENTED, Script.SIMPLIFIED, corrections).apply("皮干").text == "皮干"
    assert Conversion(corrections=corrections).apply("皮干").text == "皮干"
