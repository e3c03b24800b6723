"""What a reader says of lines holds: names are added and taken back, and nothing of the text is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, SupportsIndex, overload

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import laid_out, with_naming
from desktop.documents.layouts.by_hand import LONGEST_NAME, Hindrance
from desktop.documents.naming import KnownLines, Naming, found_in, joined, said_of, undone
from desktop.documents.text_rows import TextRows
from desktop.text import Span
from tests.documents.layouts.wrapped import wrapped
from tests.documents.test_thread import TEXTS
from tests.documents.threads import TRADITIONAL, parse, words

if TYPE_CHECKING:
    from desktop.documents import Document

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
TEXT = "怎么养花？\n\n老王\n多浇水。\n\n\n小李\n少浇水，\n多晒太阳。\n\n\n\n老张\n看天气。\n看土。\n"


def rows_of(document: Document) -> TextRows:
    return TextRows(laid_out(document))


def toggled(document: Document, number: int, hour: int = 0) -> Document:
    """Return `document` after a click on line `number`, `hour` hours after noon."""
    rows = rows_of(document)
    is_name = number not in rows.names_in(document)
    said = rows.say([number], document.naming, NOON + timedelta(hours=hour), is_name=is_name)
    return with_naming(document, joined(document.naming, said))


def told(document: Document) -> list[tuple[str, list[str]]]:
    return words(document)[1]


def test_a_line_that_is_named_has_an_answer_from_the_words_below() -> None:
    document = toggled(parse(TEXT), 7)
    assert told(document)[-1] == ("看天气。", ["看土。"])


def test_a_name_that_is_none_is_words_of_the_answer_above() -> None:
    document = parse(TEXT)
    assert [author for author, _ in told(document)] == ["老王", "小李", "老张"]
    assert told(toggled(document, 3)) == [
        ("老王", ["多浇水。", "小李", "少浇水，", "多晒太阳。"]),
        ("老张", ["看天气。", "看土。"]),
    ]


def test_the_first_name_that_is_none_is_the_question_s_own_text_and_the_title_stays() -> None:
    document = toggled(parse(TEXT), 1)
    assert document.title == "怎么养花？"
    assert (document.answers[0].is_question, told(document)[0]) == (True, ("", ["老王", "多浇水。"]))


def test_without_any_name_it_is_one_text_under_its_title() -> None:
    document = parse(TEXT)
    for number in (1, 3, 6):
        document = toggled(document, number)
    assert document.is_essay
    assert document.title == "怎么养花？"
    assert len(document.answers[0].paragraphs) == 8


def test_the_title_is_a_name_where_the_reader_says_so() -> None:
    document = toggled(parse(TEXT), 0)
    assert (document.title_span, told(document)[0][0]) == (None, "怎么养花？")
    assert told(toggled(document, 0)) == told(parse(TEXT))


def test_of_two_names_in_a_row_the_one_that_was_said_last_holds() -> None:
    document = toggled(parse(TEXT), 2)  # right below a name that was only found
    assert [author for author, _ in told(document)][:2] == ["", "多浇水。"]
    assert told(document)[0] == ("", ["老王"])
    again = toggled(document, 1, hour=1)
    assert told(again)[0] == ("老王", ["多浇水。"])
    assert told(toggled(again, 1, hour=2))[1][0] == "多浇水。"


def test_the_last_line_names_nobody() -> None:
    document = parse(TEXT)
    rows = rows_of(document)
    assert [rows.hindrance(len(rows) - by) for by in (1, 2)] == [Hindrance.LAST, None]
    assert told(toggled(document, len(rows) - 1)) == told(document)


def test_the_last_line_that_is_furniture_stays_that() -> None:
    document = toggled(parse("老王\n分享到:"), 0)
    assert toggled(document, 1, hour=1).answers == document.answers


def test_a_line_with_nothing_but_furniture_below_names_nobody() -> None:
    document = parse(f"{TEXT}\n陳默\n\n—— 全文完 ——\n")
    rows = rows_of(document)
    last = next(number for number, row in enumerate(rows.rows) if row.text == "陳默")
    assert last == len(rows) - 2
    assert (rows.hindrance(last), rows.hindrance(last + 1)) == (Hindrance.LAST, Hindrance.LAST)
    assert toggled(document, last).answers == document.answers


@pytest.mark.parametrize(("long", "hindrance"), [(LONGEST_NAME, None), (LONGEST_NAME + 1, Hindrance.LONG)])
def test_a_line_as_long_as_a_paragraph_names_nobody(long: int, hindrance: Hindrance | None) -> None:
    document = parse(TEXT.replace("看天气。", "天" * long))
    rows = rows_of(document)
    assert rows.hindrance(7) is hindrance
    assert (toggled(document, 7).answers == document.answers) is (hindrance is not None)


def test_a_name_within_a_paragraph_that_a_program_broke_parts_it() -> None:
    words = "种花的人都知道浇水这件事说来容易做起来难，" * 12
    document = parse(f"怎么养花？\n\n\n老王\n\n\n{wrapped(words, 60)}\n\n\n小李\n\n\n{wrapped(words[4:], 60)}\n")
    paragraph = document.answers[0].paragraphs[0]
    assert paragraph.of(document.text).count("\n") > 4
    number = rows_of(document).at(paragraph.start)
    assert number is not None
    parted = toggled(document, number + 2)
    assert [len(answer.paragraphs) for answer in parted.answers] == [1, 1, 1]
    assert parted.answers[1].author == rows_of(document).rows[number + 2].text
    assert toggled(parted, number + 2).answers == document.answers


def test_marks_and_facts_are_cut_from_names_given_by_hand() -> None:
    document = parse("怎么养花？\n\n\n## 老王 | 赞同 12\n多浇水。这是一段话，很长。\n多看。\n")
    row = next(n for n, row in enumerate(rows_of(document).rows) if row.text.startswith("##"))
    if row in rows_of(document).names_in(document):
        document = toggled(document, row)
    document = toggled(document, row, hour=1)
    answer = next(answer for answer in document.answers if answer.author_span)
    assert (answer.author, [fact.words for fact in answer.facts]) == ("老王", ["12"])


CLICKS = st.lists(st.integers(0, 30), max_size=8)


def clicked(text: str, clicks: list[int]) -> Document:
    document = parse(text)
    rows = rows_of(document)
    for hour, click in enumerate(clicks if len(rows) else []):
        document = toggled(document, click % len(rows), hour)
    return document


@settings(max_examples=80, deadline=None)
@given(text=TEXTS, clicks=CLICKS, once=st.integers(0, 30))
def test_a_click_and_the_same_again_is_nothing(text: str, clicks: list[int], once: int) -> None:
    document = clicked(text, clicks)
    rows = rows_of(document)
    if len(rows):
        there = toggled(document, once % len(rows), 20)
        back = toggled(there, once % len(rows), 21)
        if rows.names_in(there) != rows.names_in(document):
            assert (back.answers, back.title) == (document.answers, document.title)


@settings(max_examples=80, deadline=None)
@given(text=TEXTS, clicks=CLICKS)
def test_whatever_is_said_each_author_has_words_and_no_line_is_lost(text: str, clicks: list[int]) -> None:
    before, document = parse(text), clicked(text, clicks)
    spans = [document.title_span, *(answer.author_span for answer in document.answers)]
    named = [span for span in spans if span is not None]
    parts = sorted([*named, *(answer.span for answer in document.answers)])
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert all(answer.paragraphs for answer in document.answers)
    paragraphs = [span for answer in document.answers for span in answer.paragraphs]
    seen = [
        before.title_span,
        *(span for answer in before.answers for span in (answer.author_span, *answer.paragraphs)),
    ]
    for span in seen:
        assert span is None or any(span.overlaps(other) for other in (*named, *paragraphs))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, clicks=CLICKS)
def test_all_that_was_said_taken_back_is_what_was_recognised(text: str, clicks: list[int]) -> None:
    document = clicked(text, clicks)
    rows = rows_of(document)
    for number in rows.said_in(document.naming):
        said = rows.say([number], document.naming, NOON, is_name=None)
        document = with_naming(document, joined(document.naming, said))
    assert document.answers == parse(text).answers


# -- the values -----------------------------------------------------------------------------------------------


def said(lines: list[str], number: int, *, is_name: bool | None = True, hour: int = 0, before: Naming = ()) -> Naming:
    now = NOON + timedelta(hours=hour)
    return said_of([number], KnownLines(lines), is_name=is_name, now=now, before=before)


LINES = ["題", "某甲", "一", "某甲", "二", "某甲", "三"]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (LINES, 3),
        (["題", "某甲", "一", "加", "某甲", "二", "某甲", "三"], 4),
        (["某甲", "新", *LINES], 5),
        (["題", "某甲", "二", "某甲", "三"], 1),
        (["題", "某甲", "一", "某甲", "三"], 3),
        (["題", "某甲", "加", "某甲", "減", "某甲", "乘"], 3),
        (["題", "加", "某甲", "減"], None),
        (["題", "某乙", "二"], None),
        ([], None),
    ],
    ids=[
        "same",
        "one above changed",
        "put before",
        "fewer",
        "one side",
        "all else changed",
        "elsewhere",
        "gone",
        "nothing",
    ],
)
def test_a_line_is_found_again_by_its_words_and_what_is_around_it(lines: list[str], place: int | None) -> None:
    found = found_in(said(LINES, 3), KnownLines(lines))
    assert list(found) == ([] if place is None else [place])


class CountedLines(list[str]):
    """Lines that count how often one is read."""

    reads = 0

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> str: ...
    @overload
    def __getitem__(self, key: slice, /) -> list[str]: ...
    def __getitem__(self, key: SupportsIndex | slice, /) -> str | list[str]:
        self.reads += 1
        return super().__getitem__(key)


@pytest.mark.parametrize("below", ["一樣的話", ""], ids=["equal neighbours", "others below each"])
def test_thousands_of_equal_names_are_each_looked_at_a_few_times(below: str) -> None:
    lines = [words for number in range(2_000) for words in ("匿名用戶", below or f"第{number}段話")]
    named = range(0, 4_000, 40)
    told = said_of(named, KnownLines(lines), is_name=True, now=NOON, before=())
    counted = CountedLines(lines)
    known = KnownLines(counted)
    assert set(found_in(told, known)) == set(named)
    taken_back = said_of(named, known, is_name=None, now=NOON, before=told)
    assert sorted(line.id for line in taken_back) == sorted(line.id for line in told)
    assert len({line.modified for line in taken_back}) == 1
    assert counted.reads < 3 * len(lines)


def test_a_line_that_is_found_in_an_edited_text_is_still_the_same_one() -> None:
    first = said(LINES, 3)
    edited = ["新", *LINES]
    second = said(edited, 4, is_name=False, before=first)
    assert [line.id for line in second] == [line.id for line in first]
    assert found_in(joined(first, second), KnownLines(edited))[4].is_name is False


def test_what_is_said_later_holds_whatever_a_clock_says() -> None:
    first = said(LINES, 3, hour=5)
    second = said(LINES, 3, is_name=False, before=first)
    assert joined(first, second) == joined(second, first) == second


def test_after_the_last_moment_there_is_that_one() -> None:
    last = datetime.max.replace(tzinfo=UTC)
    first = tuple(replace(line, said=last, modified=last) for line in said(LINES, 3))
    assert said(LINES, 3, is_name=False, before=first)[0].modified == last


def test_two_who_edited_the_text_each_in_their_way_speak_of_one_line() -> None:
    one, other = said(["甲", "某甲", "一"], 1), said(["乙", "某甲", "一"], 1, is_name=False, hour=1)
    both = joined(one, other)
    assert len(both) == 2
    assert found_in(both, KnownLines(["丙", "某甲", "一"]))[1].is_name is False


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from([True, False, None]), st.integers(0, 3)), max_size=9))
def test_to_join_is_the_same_in_any_order_and_as_often_as_one_likes(
    saying: list[tuple[int, bool | None, int]],
) -> None:
    parts = [said(LINES, number, is_name=is_name, hour=hour) for number, is_name, hour in saying]
    forth: Naming = ()
    back: Naming = ()
    for part in parts:
        forth = joined(forth, part)
    for part in reversed(parts):
        back = joined(part, joined(back, part))
    assert forth == back == joined(forth, back)


def test_what_was_said_is_undone_by_saying_the_former_again() -> None:
    first = said(LINES, 3)
    second = joined(first, said(LINES, 3, is_name=False, hour=1, before=first))
    back = joined(second, undone(second, first, NOON))
    assert found_in(back, KnownLines(LINES))[3].is_name is True


def test_a_thread_of_the_app_says_the_same_after_any_two_clicks() -> None:
    document = parse(TRADITIONAL)
    rows = rows_of(document)
    for number in range(0, len(rows), 7):
        there = toggled(document, number)
        if there.answers != document.answers:
            assert toggled(there, number, 1).answers == document.answers
        assert all(answer.span.start >= 0 and isinstance(answer.span, Span) for answer in there.answers)
