"""Chapters of a book are its answers, under headings of every usual kind; volumes are what they are known as."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import Fact, FactKind
from tests.documents.threads import parse, words

BODY = "桥头的旧书摊天一亮就开张，老板把书一摞一摞搬出来。"
MORE = "他说翻书要轻，买不买都不要紧。"


def written(headings: list[str], head: str = "", gap: str = "\n\n", tail: str = "") -> str:
    return head + gap.join(f"{heading}{gap}　　{BODY}\n　　{MORE}{tail}" for heading in headings) + "\n"


KINDS = {
    "回": ["第一回 旧书摊前三人相遇 石桥头上一雨成河", "第二回 张老板怒打算盘 李先生巧借油伞", "第一百零三回 雨住"],
    "章 with digits": ["第1章 开张(1)", "第2章 开张(2)", "第3章 收摊"],
    "章 alone": ["第一章", "第二章", "第十章"],
    "章 with a colon": ["第一章：开张", "第二章：收摊", "尾声"],
    "节": ["第一節 開張", "第二節 收攤", "後記"],
    "卷": ["卷一 春", "卷二 夏", "卷三 秋"],
    "a prologue": ["楔子", "第一章 开张", "第二章 收摊", "番外一"],
    "without a gap": ["第一章开张", "第二章收摊", "第三章下雨", "第四章借伞", "第五章还伞"],
    "of thirty characters": [
        f"第{number}章 {'桥头的旧书摊天一亮就开张'[:12]} {'老板把书一摞一摞搬出来'[:11]}" for number in "一二三"
    ],
}


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n"])
@pytest.mark.parametrize("kind", KINDS)
def test_chapters_are_answers(kind: str, gap: str) -> None:
    document = parse(written(KINDS[kind], "《旧书摊》陈某\n\n", gap))
    assert words(document) == ("《旧书摊》陈某", [(heading, [BODY, MORE]) for heading in KINDS[kind]])


@pytest.mark.parametrize("mark", ["(本章完)", "（本章完）", "【本章完】", "本章完", "（未完待续）", "---END---"])
def test_an_end_mark_is_nobody_s_name_and_no_paragraph(mark: str) -> None:
    document = parse(written(KINDS["章 with digits"], gap="\n \n", tail=f"\n \n{mark}"))
    assert words(document)[1] == [(heading, [BODY, MORE]) for heading in KINDS["章 with digits"]]


def test_the_volume_is_told_of_each_chapter_in_it() -> None:
    text = written(["第一卷 春\n\n第一章 开张", "第二章 下雨", "第二卷 夏\n\n第一章 借伞"], "旧书摊\n\n")
    document = parse(text)
    assert [(a.author, a.facts) for a in document.answers] == [
        ("第一章 开张", (Fact(FactKind.BADGE, "第一卷 春"),)),
        ("第二章 下雨", (Fact(FactKind.BADGE, "第一卷 春"),)),
        ("第一章 借伞", (Fact(FactKind.BADGE, "第二卷 夏"),)),
    ]
    assert all(len(a.paragraphs) == 2 for a in document.answers)


def test_a_volume_with_words_of_its_own_is_an_answer() -> None:
    document = parse(written(["第一卷 春", "第一章 开张", "第二章 下雨"], "旧书摊\n\n"))
    assert [a.author for a in document.answers] == ["第一卷 春", "第一章 开张", "第二章 下雨"]


def test_a_list_of_contents_is_no_row_of_chapters() -> None:
    headings = KINDS["章 with digits"]
    document = parse(written(headings, "旧书摊\n\n目录\n\n" + "\n".join(headings) + "\n\n"))
    assert words(document)[1] == [
        ("", ["目录", *headings]),
        *((heading, [BODY, MORE]) for heading in headings),
    ]


def test_the_head_of_a_book_gives_its_title() -> None:
    document = parse(written(KINDS["章 alone"], "书名：旧书摊\n作者：陈某\n\n"))
    assert document.title == "旧书摊"
    assert [a.author for a in document.answers] == ["", *KINDS["章 alone"]]


@pytest.mark.parametrize(
    "line", ["第一章讲的是开张，我最喜欢。", "第一次去是下雨天", "第二次就放晴了", "第三节课我睡着了", "序号", "后来"]
)
def test_somebody_s_sentence_is_no_heading(line: str) -> None:
    text = f"问题？\n\n甲君\n\n\n{BODY}\n\n{line}\n\n{MORE}\n\n\n乙君\n\n\n{BODY}\n\n{line}\n\n{MORE}\n"
    assert [a.author for a in parse(text).answers] == ["甲君", "乙君"]


@settings(max_examples=40, deadline=None)
@given(
    unit=st.sampled_from("回章节"),
    titles=st.lists(st.text("春夏秋冬书摊雨桥 ", min_size=1, max_size=18).map(str.strip), min_size=2, max_size=9),
    gap=st.sampled_from(["\n", "\n\n", "\n\n\n"]),
)
def test_any_book_gives_its_chapters(unit: str, titles: list[str], gap: str) -> None:
    headings = [f"第{number}{unit} {title}".strip() for number, title in enumerate(titles, 1)]
    document = parse(written(headings, "旧书摊\n\n", gap))
    assert words(document) == ("旧书摊", [(heading, [BODY, MORE]) for heading in headings])
