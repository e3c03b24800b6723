"""What was copied off Zhihu's page of a question, in either script: people's words, and none of the page's."""

from __future__ import annotations

from random import Random

import pytest

from desktop.documents import FactKind, fact_of
from desktop.script import convert
from tests.documents.threads import parse

PAGE = """首页
知乎知学堂
发现
等你来答
怎么养活一盆绿植？
关注问题~写回答
怎么养活一盆绿植？
租的房子朝北，浇水总是浇多。
显示全部 ~
关注者
1,234
被浏览
567,890
关注问题~写回答
~邀请回答
~好问题 12
~34 条评论
~分享
~
123 个回答
默认排序
老王
~
植物学博士，花匠
关注
1,203 人赞同了该回答
先看土干不干。

干了再浇。
分享一下我的经验。

编辑于 2020-03-01 12:34
~赞同 1203~
~56 条评论
~分享
~收藏
~喜欢
收起~
小李
谢邀。换个朝南的房子。
别浇了。

发布于 2021-04-05 08:00・IP 属地北京
~赞同 7~ ~添加评论 ~分享 ~收藏 ~喜欢 收起~
半亩地
13 人赞同了该回答

开花店的来答。

发布于 2022-01-01 00:00·著作权归作者所有，未经许可不得转载
~赞同 13~
~添加评论
~分享
~收藏
~喜欢
收起~
查看全部 123 个回答
关于作者
老王
植物学博士
回答
12
""".replace("~", "\u200b")
ANSWERS = [
    ("", ["租的房子朝北，浇水总是浇多。"]),
    ("老王", ["先看土干不干。", "干了再浇。", "分享一下我的经验。"]),
    ("小李", ["谢邀。换个朝南的房子。", "别浇了。"]),
    ("半亩地", ["开花店的来答。"]),
]
SCRIPTS = ("", "s2t", "s2twp")


def shown(words: str, config: str) -> str:
    return convert(words, config).text if config else words


@pytest.mark.parametrize("config", SCRIPTS)
def test_the_buttons_of_the_page_tell_who_wrote_what(config: str) -> None:
    document = parse(shown(PAGE, config))
    assert document.title == shown("怎么养活一盆绿植？", config)
    found = [(a.author, [p.of(document.text) for p in a.paragraphs]) for a in document.answers]
    first, *answers = found
    assert first[1][-1] == shown(ANSWERS[0][1][0], config)
    assert answers == [
        (shown(author, config), [shown(line, config) for line in words]) for author, words in ANSWERS[1:]
    ]


@pytest.mark.parametrize("config", SCRIPTS)
def test_what_the_page_says_of_an_answer_are_facts(config: str) -> None:
    _, wang, li, florist = parse(shown(PAGE, config)).answers
    said = [
        [fact_of(one.facts, kind) for kind in (FactKind.VOTES, FactKind.TIME, FactKind.EDITED, FactKind.REPLIES)]
        for one in (wang, li, florist)
    ]
    assert said == [
        ["1203", "", "2020-03-01 12:34", "56"],
        ["7", "2021-04-05 08:00", "", ""],
        ["13", "2022-01-01 00:00", "", ""],
    ]
    assert fact_of(wang.facts, FactKind.BADGE) == shown("植物学博士，花匠", config)
    assert fact_of(li.facts, FactKind.PLACE) == "北京"


ONE = """老王
植物学博士
1,203 人赞同了该回答
先看土干不干。

干了再浇。

编辑于 2020-03-01 12:34
赞同 1203
56 条评论
分享
收藏
喜欢
收起
"""


@pytest.mark.parametrize("above", ["", "怎么养活一盆绿植？\n", "怎么养活一盆绿植？\n\n\n"])
def test_one_answer_alone_is_its_author_s(above: str) -> None:
    document = parse(above + ONE)
    [answer] = document.answers
    assert answer.author == "老王"
    assert [p.of(document.text) for p in answer.paragraphs] == ["先看土干不干。", "干了再浇。"]
    assert (document.title_span is not None) == bool(above)


def test_what_the_site_adds_to_a_copied_answer_is_nobody_s_words() -> None:
    document = parse(
        "作者：老王\n链接：https://www.zhihu.com/question/1/answer/2\n来源：知乎\n"
        "著作权归作者所有。商业转载请联系作者获得授权，非商业转载请注明出处。\n\n先看土干不干。\n\n干了再浇。\n"
    )
    [answer] = document.answers
    assert answer.author == "老王"
    assert [p.of(document.text) for p in answer.paragraphs] == ["先看土干不干。", "干了再浇。"]
    assert fact_of(answer.facts, FactKind.ADDRESS) == "https://www.zhihu.com/question/1/answer/2"


def test_blank_lines_between_all_lines_change_nothing() -> None:
    document = parse(PAGE.replace("\n", "\n\n"))
    assert [answer.author for answer in document.answers[1:]] == [author for author, _ in ANSWERS[1:]]


def test_a_thread_that_only_has_such_words_in_it_is_read_as_ever() -> None:
    body = "这一段是正文，写得够长，也有标点。"
    text = f"怎么养花？\n\n老王\n\n\n分享\n\n{body}\n\n喜欢\n\n\n小李\n\n\n收藏\n\n{body}\n\n编辑于 2020-03-01\n"
    document = parse(text)
    assert [answer.author for answer in document.answers] == ["老王", "小李"]
    assert document.answers[0].paragraphs[0].of(document.text) == "分享"


def test_lines_in_any_order_are_read() -> None:
    lines, order = PAGE.split("\n"), Random(5)  # noqa: S311 (no secret)
    for _ in range(300):
        text = order.choice(["\n", "\n\n"]).join(order.choices(lines, k=order.randrange(1, 60)))
        assert all(answer.paragraphs for answer in parse(text).answers)
