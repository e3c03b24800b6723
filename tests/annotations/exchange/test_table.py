"""Notes as CSV: a table that Excel opens, and that computes nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Color
from desktop.annotations.exchange.table import to_csv
from desktop.documents.writing.cells import safe
from tests.annotations.exchange.parcels import as_read, as_simplified, lost, note_on


def rows(table: bytes) -> list[list[str]]:
    """Return the cells of `table` as a reader of RFC 4180 has them."""
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_there_is_a_heading_and_a_row_for_each_note() -> None:
    one, two = note_on("戰略家", "誰?", ("外交", "歷史"), Color.ROUGE), lost()
    heading, first, second = rows(to_csv(as_simplified(one, two)))
    assert heading[:6] == ["Question", "Author", "Quote", "Note", "Tags", "Colour"]
    assert first[:6] == ["为什么美国与俄罗斯会面?", "杜达特洛夫斯基", "战略家", "誰?", "外交, 歷史", "Rouge"]
    assert first[6:] == [
        one.created.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        one.modified.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        "戰略家",
        str(one.passages[0].anchor.span.start),
        str(one.passages[0].anchor.span.end),
        one.id,
    ]
    assert second[9:11] == ["", ""]


def test_it_begins_with_a_byte_order_mark_and_ends_lines_with_crlf() -> None:
    table = to_csv(as_read(note_on("死敵", "甲\n乙")))
    assert table.startswith(b"\xef\xbb\xbfQuestion,")
    assert table.endswith(b"\r\n")
    assert table.count(b"\r\n") == 2


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_made_text(first: str) -> None:
    note = f'{first}HYPERLINK("http://x","甲")'
    cell = rows(to_csv(as_read(note_on("死敵", note))))[1][3]
    assert cell.startswith("'")
    assert cell.endswith('HYPERLINK("http://x","甲")')


BEFORE = [
    " ",
    "\xa0",
    "\u200b",
    "\ufeff",
    "\u3000",
    "\u2060",
    "\xad",
    "\ufe0f",
    "\u034f",
    "\u3164",
    " \u200b\ufeff ",
    "\u200e",
]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢"])
@pytest.mark.parametrize("before", BEFORE, ids=ascii)
def test_what_nobody_sees_does_not_make_a_formula_text(before: str, sign: str) -> None:
    note = f'{before}{sign}HYPERLINK("http://x","甲")'
    cell = rows(to_csv(as_read(note_on("死敵", note))))[1][3]
    assert cell.startswith("'")
    assert cell.endswith(f'{sign}HYPERLINK("http://x","甲")')


@pytest.mark.parametrize("text", ["", " 甲=乙", "\u200b甲", "3 - 2", "“=”", " \xa0"])
def test_other_words_are_as_they_are(text: str) -> None:
    assert safe(text) == text


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters()))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters()), st.lists(st.text(st.characters(), min_size=1), max_size=3))
def test_whatever_is_in_a_note_the_table_keeps_its_shape(note: str, tags: list[str]) -> None:
    table = rows(to_csv(as_read(note_on("死敵", note, tuple(tags)), note_on("想法"))))
    assert [len(row) for row in table] == [12, 12, 12]
    assert table[2][3] == safe(note)
