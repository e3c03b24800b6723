"""The name alone is the author's: what else its site wrote on that line are facts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import Fact, FactKind
from desktop.documents.layouts.facts import bare_name, facts_alone
from tests.documents.threads import parse

VOTES, TIME, PLACE, FLOOR, BADGE = (
    FactKind.VOTES,
    FactKind.TIME,
    FactKind.PLACE,
    FactKind.FLOOR,
    FactKind.BADGE,
)

NAMES: dict[str, tuple[str, list[tuple[FactKind, str]]]] = {
    "桥头的旧书摊 | 赞同 13": ("桥头的旧书摊", [(VOTES, "13")]),
    "桥头的旧书摊 | 赞同 1,389 | 2020-11-21": ("桥头的旧书摊", [(VOTES, "1389"), (TIME, "2020-11-21")]),
    "桥头的旧书摊  赞同: 13": ("桥头的旧书摊", [(VOTES, "13")]),
    "橋頭的舊書攤 · 1.2萬 人贊同了該回答": ("橋頭的舊書攤", [(VOTES, "12000")]),
    "桥头的旧书摊 点赞 7": ("桥头的旧书摊", [(VOTES, "7")]),
    "桥头的旧书摊 (2020-11-21 10:12)": ("桥头的旧书摊", [(TIME, "2020-11-21 10:12")]),
    "桥头的旧书摊 12楼 2020年11月21日": ("桥头的旧书摊", [(FLOOR, "12"), (TIME, "2020年11月21日")]),
    "桥头的旧书摊 | IP 属地：北京": ("桥头的旧书摊", [(PLACE, "北京")]),
    "桥头的旧书摊 | 店主 | 赞同 3": ("桥头的旧书摊", [(BADGE, "店主"), (VOTES, "3")]),
    "**桥头的旧书摊** | 赞同 3": ("桥头的旧书摊", [(VOTES, "3")]),
    "橋頭的舊書攤：": ("橋頭的舊書攤", []),
    "123456": ("123456", []),
    "2020-11-21": ("2020-11-21", []),
    "甲|乙": ("甲|乙", []),
    "R2-D2": ("R2-D2", []),
    "理查德 · 凯利": ("理查德 · 凯利", []),
    "Anna L.": ("Anna L.", []),
    "：": ("：", []),
}


@pytest.mark.parametrize("words", NAMES)
def test_a_name_is_bare(words: str) -> None:
    name, facts = NAMES[words]
    found = bare_name(words)
    assert (found.name, list(found.facts)) == (name, [Fact(*one) for one in facts])
    assert found.span.of(words) == name


@settings(max_examples=150, deadline=None)
@given(words=st.text(alphabet="甲乙赞同 |·:：*0123456789-()楼", min_size=1, max_size=40))
def test_a_name_is_never_empty_and_stands_where_it_says(words: str) -> None:
    found = bare_name(words)
    assert found.name
    assert found.span.of(words) == found.name


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("13 人赞同了该回答", ["13"]),
        ("发布于 2020-11-21 10:00", ["2020-11-21 10:00"]),
        ("编辑于 2020-11-21 · 赞同 3", ["2020-11-21", "3"]),
        ("#### 原链接: http://example.org/question/1", ["http://example.org/question/1"]),
        ("我有13个赞", []),
        ("2020年的事，说来话长。", []),
        ("原链接: 在桥头", []),
    ],
)
def test_a_line_of_facts_says_nothing_else(line: str, words: list[str]) -> None:
    assert [fact.words for fact in facts_alone(line)] == words


BODY = "这一段是正文，写得够长，也有标点。"


@pytest.mark.parametrize("mark", ["作者：", "## ", "## 作者: ", "楼主：", "**作者**：".replace("**", "")])
def test_an_answer_has_the_facts_of_its_name(mark: str) -> None:
    document = parse(
        f"周末去哪儿？\n\n{mark}甲君 | 赞同 13\n\n{BODY}\n\n{mark}乙君 | 赞同 5 | 2020-11-22\n\n{BODY}\n"
    )
    assert [(a.author, a.author_span and a.author_span.of(document.text)) for a in document.answers] == [
        ("甲君", "甲君"),
        ("乙君", "乙君"),
    ]
    assert [a.facts for a in document.answers] == [
        (Fact(VOTES, "13"),),
        (Fact(VOTES, "5"), Fact(TIME, "2020-11-22")),
    ]


def test_a_line_of_facts_at_either_end_of_an_answer_is_no_paragraph() -> None:
    document = parse(
        f"周末去哪儿？\n\n作者：甲君\n\n13 人赞同了该回答\n\n{BODY}\n\n发布于 2020-11-21\n\n作者：乙君\n\n赞同 7\n"
    )
    first, last = document.answers
    assert [p.of(document.text) for p in first.paragraphs] == [BODY]
    assert first.facts == (Fact(VOTES, "13"), Fact(TIME, "2020-11-21"))
    assert [p.of(document.text) for p in last.paragraphs] == ["赞同 7"], "an answer isn't emptied"


def test_a_question_that_is_repeated_above_each_answer_is_no_paragraph() -> None:
    one = "# 周末去哪儿才不算浪费？\n## 作者: {}  赞同: {}\n{}\n\n#### 原链接: http://example.org/{}\n"
    document = parse(one.format("甲君", 13, BODY, 1) + one.format("乙君", 389, BODY, 2))
    assert document.title == "周末去哪儿才不算浪费？"
    assert [(a.author, [p.of(document.text) for p in a.paragraphs]) for a in document.answers] == [
        ("甲君", [BODY]),
        ("乙君", [BODY]),
    ]
    assert [fact.words for fact in document.answers[1].facts] == ["389", "http://example.org/2"]


def test_a_transcript_s_speakers_have_no_colon() -> None:
    document = parse(f"# 座谈\n\n### 陳姐：\n\n{BODY}\n\n### 記者：\n\n{BODY}\n\n### 陳姐：\n\n{BODY}\n")
    assert [a.author for a in document.answers] == ["陳姐", "記者", "陳姐"]


def test_a_name_with_a_wide_gap_is_read_at_once_wherever_it_stands() -> None:
    gap = " " * 100  # each took a sixth of a second
    for number in range(2000):
        assert bare_name(f"王五12{gap}字{number}").name == f"王五12{gap}字{number}"
