"""How much words tell by their kind, and which tell nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.keywords.kinds import telling
from desktop.segmentation import part_of_speech

if TYPE_CHECKING:
    from desktop.segmentation import Segmenter

BAD = (
    "半个 放在 一盆 看着 台上 遭遇 利用 急切 原则上 不足 不易 可言 无事 换掉 很着急 一口 遇过 土里 看得出 两件事 "
    "凭感觉 逐渐 努力 公开 加入 导致"
)
GOOD = "普京 特朗普 北约 结盟 制裁 战略 浇水 施肥 绿萝 传感器 希拉里 杰出 通俄门 字节跳动 干燥 地震"


@pytest.mark.parametrize("word", BAD.split())
def test_what_no_reader_would_take_for_a_keyword_tells_nothing(segmenter: Segmenter, word: str) -> None:
    assert telling(word, segmenter) == 0


@pytest.mark.parametrize("word", GOOD.split())
def test_names_things_and_deeds_tell_something(segmenter: Segmenter, word: str) -> None:
    assert telling(word, segmenter) > 0


def test_a_name_tells_more_than_a_verb(segmenter: Segmenter) -> None:
    assert telling("北约", segmenter) > telling("弹劾", segmenter) > 0


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("一", "m"),
        ("普京", "ns"),
        ("弹劾", "v"),
        ("逐渐", "d"),
        ("龟缩", "v"),
        ("没有这个词", ""),
        ("", ""),
        ("\ud800", ""),
    ],
)
def test_the_part_of_speech_is_that_of_the_dictionary(word: str, tag: str) -> None:
    assert part_of_speech(word) == tag
