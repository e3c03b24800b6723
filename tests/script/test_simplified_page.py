"""A simplified page of our own edition: the only traditional characters on it are those that simplified text has too.

Where it differs from OpenCC 1.4, and why, is the list of what it leaves out (`tables.editions`): the cases below.
"""

from __future__ import annotations

import pytest

from desktop.script import Edition, convert
from desktop.script.tables.dictionaries import OFFICIAL, first_candidate, read_dictionary
from desktop.script.tables.editions import read_chain
from tests.script.reference import vocabulary

OWN = Edition.BAIJIA
CONFIGS = ("t2s", "tw2s", "hk2s")

# The rule: a character that has a simplified form stays only in a word of the dictionaries, and only these do, which
# are written so in simplified text too: 乾坤 has another word in it than 餅乾, and names are what people are called.
MAY_STAY = {
    "乾": "of heaven: 乾坤, 乾隆, 康乾盛世, places and years",
    "於": "a surname (於崇文), 樊於期, and sighs",
    "徵": "a note of music (宮商角徵羽), 魏徵",
    "祕": "a surname, and in old names",
    "氾": "a surname, 氾水",
    "昇": "in names: 畢昇",
    "吒": "哪吒",
    "麽": "tiny: 幺麽",
    "蒐": "a hunt of old: 春蒐",
    "脩": "dried meat: 束脩",
    "釐": "of the blessing: 祝釐",
    "剋": "to scold: 挨剋",
    "陞": "in a name: 楊聯陞",
    "扞": "扞格",
    "劄": "目劄",
    "薹": "蒜薹",
    "袷": "袷袢",
    "谿": "谿工",
    "濛": "of a mountain: 八濛山",
}


def left_over(text: str) -> set[str]:
    """Return the characters of `text` that have a simplified form."""
    forms = {**read_dictionary("TSCharactersExt.txt", OFFICIAL), **read_dictionary("TSCharacters.txt", OFFICIAL)}
    return {character for character in text if first_candidate(forms.get(character, character)) != character} - {" "}


def test_each_that_may_stay_does_in_some_word() -> None:
    shown = "".join(convert("\n".join(vocabulary(config, OWN)), config, OWN).text for config in CONFIGS)
    assert MAY_STAY.keys() - left_over(shown) == set()


@pytest.mark.parametrize("config", CONFIGS)
def test_of_all_words_of_the_dictionaries_only_listed_ones_keep_a_character(config: str) -> None:
    shown = convert("\n".join(vocabulary(config, OWN)), config, OWN).text
    assert left_over(shown) <= MAY_STAY.keys()


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("由於單身的人多", "由于单身的人多"),
        ("關於戲劇", "关于戏剧"),
        ("屬於穆斯林", "属于穆斯林"),
        ("善於潛水", "善于潜水"),
        ("等於其一半", "等于其一半"),
        ("徵調民兵", "征调民兵"),
        ("特徵音", "特征音"),
        ("主角徵選", "主角征选"),
        ("改變徵稅辦法", "改变征税办法"),
        ("李祕書", "李秘书"),
        ("餅乾造型", "饼干造型"),
        ("健康乾燥", "健康干燥"),
        ("不可貲計", "不可赀计"),
    ],
)
def test_where_words_only_meet_no_character_is_left(config: str, source: str, shown: str) -> None:
    assert convert(source, config, OWN).text == shown


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize(
    "words",
    ["乾隆 乾隆", "乾坤 乾坤", "康乾盛世 康乾盛世", "瞭望 瞭望", "宮商角徵羽 宫商角徵羽", "魏徵 魏徵", "畢昇 毕昇"],
)
def test_words_that_are_written_so_in_either_script_stay(config: str, words: str) -> None:
    source, shown = words.split(" ")
    assert convert(source, config, OWN).text == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("原著小說和土著", "原著小说和土著"),
        ("他的專著", "他的专著"),
        ("看著他的名著", "看着他的名著"),
        ("沉著地穿著", "沉着地穿着"),
    ],
)
def test_what_was_written_is_no_sign_of_a_verb(source: str, shown: str) -> None:
    assert convert(source, "tw2s", OWN).text == shown


def test_nothing_that_is_left_out_or_added_is_dead() -> None:
    official = read_dictionary("TSPhrases.txt", OFFICIAL)
    tiers = [tier for link in read_chain("tw2s", OWN).links for tier in link.tiers]
    left_out = {key for tier in tiers for key in tier.without}
    assert left_out
    assert left_out <= official.keys()
    works = {key for tier in tiers for key in tier.kept if "著" in key}
    assert all("着" in convert(key, "tw2s", Edition.OFFICIAL).text for key in works)
