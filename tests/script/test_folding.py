"""The same words fold to the same key in every script, and keep their places."""

from __future__ import annotations

import unicodedata
from random import Random

import pytest
from hypothesis import given, settings

from desktop.script import CONFIGS, convert, fold
from desktop.script.tables.dictionaries import read_dictionary
from tests.script.reference import SEED, any_text, hard_text, vocabulary

KEEPS_LENGTH = tuple(config for config in CONFIGS if config not in {"s2twp", "tw2sp"})
LAST_BMP = "\uffff"


def crosses_the_bmp(text: str) -> list[bool]:
    return [character > LAST_BMP for character in text]


@pytest.mark.parametrize("config", KEEPS_LENGTH)
def test_no_conversion_that_keeps_lengths_changes_the_fold(config: str) -> None:
    text = SEED + "\n" + "\n".join(word for word in vocabulary(config) if len(word) < 6)[:5_000]
    text += hard_text(config, 3_000, Random(config))  # noqa: S311
    shown = convert(text, config).text
    crossing = {i for i, pair in enumerate(zip(text, shown, strict=True)) if max(pair) > LAST_BMP}
    pairs = enumerate(zip(fold(text), fold(shown), strict=True))
    assert [(text[i], shown[i]) for i, (left, right) in pairs if left != right and i not in crossing] == []


@pytest.mark.parametrize("name", ["STPhrases.txt", "TSPhrases.txt", "TWVariantsRevPhrases.txt"])
def test_every_phrase_folds_as_its_conversion_does(name: str) -> None:
    kept = [
        (key, value)
        for key, values in read_dictionary(name).items()
        if crosses_the_bmp(key) == crosses_the_bmp(value := values.split(" ")[0])
    ]
    keys, values = ("\n".join(side) for side in zip(*kept, strict=True))
    different = [
        pair for pair in zip(fold(keys).split("\n"), fold(values).split("\n"), strict=True) if len(set(pair)) > 1
    ]
    assert different == []


@settings(max_examples=40, deadline=None)
@given(any_text())
def test_folding_keeps_both_lengths_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert crosses_the_bmp(folded) == crosses_the_bmp(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    "family", ["裡裏里", "爲為为", "羣群", "臺台", "啟啓启", "著着", "麼么幺", "面麵麪", "了瞭", "説說说"]
)
def test_forms_of_one_character_fold_to_one(family: str) -> None:
    assert len({fold(character) for character in family}) == 1


@pytest.mark.parametrize("pair", ["人入", "未末", "已己", "土士", "日曰", "東西", "买卖", "午牛"])
def test_other_characters_stay_apart(pair: str) -> None:
    assert len(set(fold(pair))) == 2


def test_classes_stay_small() -> None:
    bmp = "".join(map(chr, range(0x2E80, 0xF900)))
    members: dict[str, list[str]] = {}
    for character, folded in zip(bmp, fold(bmp), strict=True):
        members.setdefault(folded, []).append(character)
    assert max(map(len, members.values())) == 6


def test_capitals_and_full_width_forms_fold_but_no_other_letters() -> None:
    assert fold("ABCxyz ＡＢｃ１２！　") == "abcxyz abc12! "
    assert fold("ÉßΣİﬁ①㍿") == "ÉßΣİﬁ①㍿"


def test_blanks_that_look_alike_fold_to_one() -> None:
    spaces = "".join(map(chr, filter(lambda code: unicodedata.category(chr(code)) == "Zs", range(0x10000))))
    assert fold(f"{spaces}\t") == " " * (len(spaces) + 1)
    assert fold("Version\u00a01.4.2") == "version 1.4.2"
    assert fold("\n\r\u2028") == "\n\r\u2028"
