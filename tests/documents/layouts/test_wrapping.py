"""Paragraphs broken at a fixed width are whole again; what nobody broke stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.script import joined
from tests.documents.layouts.wrapped import wrapped
from tests.documents.threads import SIMPLIFIED, TRADITIONAL, Habit, Words, parse, words

THREADS = {"traditional": words(parse(TRADITIONAL)), "simplified": words(parse(SIMPLIFIED))}
ENGLISH: Words = (
    "How do you spend a weekend?",
    [
        (
            "The bookseller",
            [
                "I open the stall at dawn and carry the books out one pile after the other, which takes an hour, "
                "and when it rains I carry them all back in again and make a pot of tea for whoever got wet outside.",
                "Short.",
            ],
        ),
        (
            "Anna L.",
            [
                "Nobody believes me when I say that I sleep until noon, yet it is true, and after that there is "
                "nothing left to do but to walk along the river with the dog and to look at the boats for sale there."
            ],
        ),
    ],
)
HABITS = {
    "the seed's": Habit(),
    "set in, without blank lines": Habit(above=1, below=1, between=0),
    "bylines": Habit(above=1, below=0, mark="作者："),
    "headings": Habit(above=1, below=1, title_mark="# ", mark="## "),
}


def broken(thread: Words, width: int, indent: str = "") -> Words:
    title, answers = thread
    return title, [(author, [wrapped(p, width, indent) for p in paragraphs]) for author, paragraphs in answers]


def read(text: str) -> Words:
    """Return what is read of a text, each paragraph on one line."""
    title, answers = words(parse(text))
    return title, [(author, [joined(paragraph).text for paragraph in paragraphs]) for author, paragraphs in answers]


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("script", THREADS)
@pytest.mark.parametrize("width", [34, 60, 72, 78, 80])
def test_a_thread_that_was_broken_is_whole_again(width: int, script: str, habit: str) -> None:
    indent = "" if HABITS[habit].between else "\u3000\u3000"
    thread = broken(THREADS[script], width, indent)
    assert read(HABITS[habit].write(thread)) == THREADS[script]


@settings(max_examples=40, deadline=None)
@given(
    width=st.integers(48, 100),
    habit=st.sampled_from(list(HABITS.values())),
    script=st.sampled_from(sorted(THREADS)),
    ending=st.sampled_from(["\n", "\r\n", " \n"]),
)
def test_it_is_whole_again_at_any_width(width: int, habit: Habit, script: str, ending: str) -> None:
    thread = broken(THREADS[script], width, "" if habit.between else "\u3000\u3000")
    assert read(habit.write(thread).replace("\n", ending)) == THREADS[script]


@pytest.mark.parametrize("width", [50, 65, 72])
def test_between_latin_words_a_blank_is_read(width: int) -> None:
    assert read(Habit().write(broken(ENGLISH, width))) == ENGLISH


def test_a_few_lines_are_enough_where_all_of_them_say_so() -> None:
    first, last = (
        "橋頭的舊書攤天一亮就開張，老闆把書一摞一摞搬出來",
        "擺好，擺到中午才算擺完。有人來翻書，他就說翻書要輕",
    )
    document = parse(
        f"週末去哪兒？\n\n甲君\n\n\n{first}，再一摞一\n{last}，買不買\n都不要緊。\n\n好。\n\n\n乙君\n\n\n睡到自然醒。\n"
    )
    assert read(document.text)[1] == [
        ("甲君", [f"{first}，再一摞一{last}，買不買都不要緊。", "好。"]),
        ("乙君", ["睡到自然醒。"]),
    ]


VERSE = "两个黄鹂鸣翠柳\n一行白鹭上青天\n窗含西岭千秋雪\n门泊东吴万里船"
UNBROKEN = {
    "verse": VERSE,
    "verse with marks": "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n" * 4,
    "lines that end where sentences do": "\n".join(
        f"第{n}天，桥头的旧书摊天一亮就开张，老板把书一摞一摞地搬出来。" for n in range(12)
    ),
    "a list": "\n".join(f"- 桥头的旧书摊天一亮就开张，老板把书一摞一摞地搬出来{n}" for n in range(12)),
    "numbered lines": "\n".join(f"{n}. 桥头的旧书摊天一亮就开张，老板把书一摞一摞地搬出来" for n in range(12)),
    "lines of many lengths": "\n".join(
        "桥头的旧书摊天一亮就开张，老板把书一摞一摞地搬出来摆好"[: 9 + n] for n in range(18)
    ),
    "two lines": "桥头的旧书摊天一亮就开张，老板把书一摞一摞地搬出来摆好\n"
    "有人来翻书，他就说翻书要轻，买不买都不要紧，他不在乎",
}


@pytest.mark.parametrize("case", UNBROKEN)
def test_lines_that_nobody_broke_stay_lines(case: str) -> None:
    text = f"问题？\n\n作者：甲君\n\n{UNBROKEN[case]}\n"
    assert words(parse(text))[1] == [("甲君", UNBROKEN[case].splitlines())]


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
def test_the_shipped_threads_have_no_joints(text: str) -> None:
    document = parse(text)
    assert not any("\n" in p.of(document.text) for answer in document.answers for p in answer.paragraphs)
