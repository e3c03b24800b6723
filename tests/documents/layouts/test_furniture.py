"""Page furniture at the end is left out; the same words anywhere else are somebody's."""

from __future__ import annotations

import pytest

from tests.documents.threads import TRADITIONAL, parse, words

BODY = "这一段是正文，写得够长，也有标点。"


def last_words(tail: str) -> str:
    document = parse(f"养花\n\n老王\n\n\n{BODY}\n\n\n小李\n\n\n{BODY}\n\n{tail}")
    return words(document)[1][-1][1][-1]


@pytest.mark.parametrize(
    "tail",
    [
        "分享到:",
        "分享到：微信 微博",
        "分享到 ：",
        "相關文章:",
        "相关文章",
        "\u3000返回顶部",
        "分享到:\n\n\n相關文章:",
    ],
)
def test_furniture_at_the_end_belongs_to_nobody(tail: str) -> None:
    assert last_words(tail) == BODY


@pytest.mark.parametrize(
    "tail",
    [
        "分享到这里，谢谢大家。",
        "相关问题我在别处答过。",
        "相關文章" * 20,
        "我常去返回顶部",
        "分享到:\n《养花手记》",
    ],
)
def test_words_that_only_begin_alike_stay(tail: str) -> None:
    assert last_words(tail) == tail.splitlines()[-1]


def test_furniture_in_the_middle_stays() -> None:
    document = parse(f"养花\n\n老王\n\n\n分享到:\n\n{BODY}\n\n\n小李\n\n\n{BODY}")
    assert words(document)[1][0] == ("老王", ["分享到:", BODY])


def test_a_text_of_nothing_but_furniture_is_not_emptied() -> None:
    assert words(parse("分享到:\n\n相关文章:"))[1] == [("houseplants", ["分享到:"])]


def test_the_seed_ends_with_an_answer() -> None:
    assert words(parse(TRADITIONAL))[1][-1][1][-1].endswith("特朗普是為了他的總統寶座。")
