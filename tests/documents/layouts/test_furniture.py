"""Page furniture at the end is left out; the same words anywhere else are somebody's."""

from __future__ import annotations

import pytest

from desktop.text import Span
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


@pytest.mark.parametrize("banner", ["知乎 - 有问题就会有答案", "知乎", "首页 - 知乎", "豆瓣 | 小组讨论"])
def test_a_banner_above_the_question_belongs_to_nobody(banner: str) -> None:
    document = parse(f"{banner}\n\n周末去哪儿？\n\n老王\n\n\n{BODY}\n\n\n小李\n\n\n{BODY}\n")
    assert words(document) == ("周末去哪儿？", [("老王", [BODY]), ("小李", [BODY])])


@pytest.mark.parametrize("title", ["知乎上的回答可信吗？", "豆瓣 - 评分还准吗？", "知乎小史"])
def test_a_question_about_a_site_is_no_banner(title: str) -> None:
    document = parse(f"{title}\n\n老王\n\n\n{BODY}\n\n\n小李\n\n\n{BODY}\n")
    assert document.title == title


@pytest.mark.parametrize("site", [" - 知乎", "_百度贴吧", " | 豆瓣"])
def test_the_site_behind_a_title_is_no_part_of_it(site: str) -> None:
    document = parse(f"周末去哪儿？{site}\n\n老王\n\n\n{BODY}\n\n\n小李\n\n\n{BODY}\n")
    assert (document.title, document.title_span) == ("周末去哪儿？", Span(0, 6))


@pytest.mark.parametrize(
    "mark", ["本文来自 www.example.com", "更多精彩，请访问 example.net", "请收藏本站 http://example.org/"]
)
def test_a_watermark_with_an_address_goes_wherever_it_stands(mark: str) -> None:
    document = parse(f"养花\n\n老王\n\n\n{BODY}\n\n{mark}\n\n{BODY}\n\n\n小李\n\n\n{BODY}\n")
    assert words(document)[1] == [("老王", [BODY, BODY]), ("小李", [BODY])]


def test_an_address_that_a_site_put_everywhere_goes() -> None:
    body = f"\n\n旧书网 www.example.com\n\n{BODY}" * 3
    document = parse(f"养花\n\n老王\n\n\n{BODY}{body}\n\n\n小李\n\n\n{BODY}\n")
    assert words(document)[1] == [("老王", [BODY] * 4), ("小李", [BODY])]


@pytest.mark.parametrize(
    "line",
    [
        "本文来自我去年写的日记，改过两遍。",
        "见 www.example.com",
        "完",
        "这一章到这里就算是完了，全文完不完我也不知道",
        "待续",
        "更多精彩的还在后面，我慢慢说。",
    ],
)
def test_somebody_s_own_words_are_no_watermark(line: str) -> None:
    document = parse(f"养花\n\n老王\n\n\n{BODY}\n\n{line}\n\n{BODY}\n\n\n小李\n\n\n{BODY}\n")
    assert words(document)[1][0] == ("老王", [BODY, line, BODY])


def test_an_end_mark_between_answers_does_not_bring_them_together() -> None:
    document = parse(f"养花\n\n老王\n\n\n{BODY}\n\n（全文完）\n\n\n小李\n\n\n{BODY}\n\n（全文完）\n")
    assert words(document)[1] == [("老王", [BODY]), ("小李", [BODY])]
