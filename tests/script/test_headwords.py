"""The words of the dictionaries themselves, each alone: where our own edition has another form, and why."""

from __future__ import annotations

import pytest

from desktop.script import Edition, convert
from desktop.script.tables.dictionaries import OFFICIAL, REIMPLEMENTED, first_candidate, read_dictionary

# Reason -> the words that OpenCC 1.4 has otherwise, as our own edition has them in OpenCC's own standard. Where a
# word stands for many (克制, with whatever is around it), all keys are meant in which it is.
CHOSEN = {
    "克制 is what the Ministry's dictionary has for holding oneself back": "克制",
    "a word of grammar or of an office more often than one of its own": "一出 不准 市場准入 系上 老于",
    "系爭 is how Taiwan's courts write what is disputed": "系爭",
    "the Ministry's dictionary writes 綵 for cloth that is hung": "剪綵儀式 懸燈結綵",
    "捲 rolls: so on a screen and in a pan": "捲繞 捲軸 煎蛋捲 蛋捲",
    "困 is weak, as in 困難; 睏 only sleepy": "困乏",
    "a place: 并州": "并州 并州剪 并州故鄉",
    "折 bends: what is folded over once": "折合 折合椅",
    "a 桿 is held and swung, a 杆 stands": "揮桿 推桿 球桿",
    "改制 changes a system": "改制爲",
    "a table, no watch": "星曆表",
    "the usual spelling, which the Ministry's dictionary has too": "死胡同 胡同 花胡同 血胡同 錦胡同 鈕扣",
    "游 swims, 遊 wanders": "遊牧 遊牧區 遊牧民族",
    "藥 of an anther, as botanists write it": "花藥 花藥瓣",
    "葱葱鬱鬱 is full, not fragrant": "蔥蔥鬱鬱",
    "蒙 covers, in these words without an eye or rain beside it": "蒙昧 蒙昧不清 蒙昧無知 蒙蔽",
    "a name keeps its character": "鍾楚紅",
}
# Keys of the older package whose value is another one in OpenCC 1.4, which holds, or wrong.
OLDER_IS_WORSE = {"浮梁县", "黄梁美梦", "虽复能复", "往日無仇", "近日無仇", "游资氾滥"}


def converted(keys: list[str], config: str, edition: Edition) -> list[str]:
    return convert("\n".join(keys), config, edition).text.split("\n")


def official_keys() -> list[str]:
    names = ("STPhrases.txt", "STPhrases_GeneratedFromRegionalPhrases.txt")
    return list(dict.fromkeys(key for name in names for key in read_dictionary(name, OFFICIAL)))


def test_a_word_of_opencc_alone_is_what_opencc_makes_of_it_but_for_a_list() -> None:
    keys = official_keys()
    pairs = zip(converted(keys, "s2t", Edition.BAIJIA), converted(keys, "s2t", Edition.OFFICIAL), strict=True)
    differing = {own for own, official in pairs if own != official}
    chosen = {word for words in CHOSEN.values() for word in words.split()}
    assert {word for word in differing if "克制" not in word} == chosen - {"克制"}
    assert "克制" in differing


def test_for_taiwan_only_the_bridge_keeps_its_wood_besides() -> None:
    keys = official_keys()
    pairs = zip(converted(keys, "s2tw", Edition.BAIJIA), converted(keys, "s2tw", Edition.OFFICIAL), strict=True)
    differing = {own for own, official in pairs if own.replace("樑", "梁") != official.replace("樑", "梁")}
    allowed = {word for words in CHOSEN.values() for word in converted(words.split(), "t2tw", Edition.OFFICIAL)}
    assert {word for word in differing if "克制" not in word} <= allowed


@pytest.mark.parametrize("config", ["s2tw", "s2hk"])
def test_a_word_of_the_older_package_alone_is_nearer_to_what_that_says_than_opencc_makes_it(config: str) -> None:
    older = read_dictionary("STPhrases.txt", REIMPLEMENTED)
    keys = [key for key in older if key not in OLDER_IS_WORSE]
    said = converted(keys, config, Edition.REIMPLEMENTED)
    right = {
        edition: sum(shown == word for shown, word in zip(converted(keys, config, edition), said, strict=True))
        for edition in (Edition.BAIJIA, Edition.OFFICIAL)
    }
    assert right[Edition.BAIJIA] > right[Edition.OFFICIAL]


def test_where_the_older_package_is_worse_opencc_holds() -> None:
    keys = sorted(OLDER_IS_WORSE)
    older = read_dictionary("STPhrases.txt", REIMPLEMENTED)
    own = converted(keys, "s2t", Edition.BAIJIA)
    assert own == converted(keys, "s2t", Edition.OFFICIAL)
    assert all(first_candidate(older[key]) != word for key, word in zip(keys, own, strict=True))
