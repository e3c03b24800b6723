"""Notes as Markdown. That a parser reads back what was escaped is proved in tests/ui, where Qt has one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.annotations import Color
from desktop.annotations.exchange import ENGLISH
from desktop.annotations.exchange.markdown import escaped, paragraphs, to_markdown
from tests.annotations.exchange.parcels import as_read, as_simplified, lost, note_on
from tests.annotations.samples import with_first


def test_a_page_of_notes_reads_like_this() -> None:
    one = note_on("戰略家", "誰?\n第二行", ("外交", "歷史"), Color.ROUGE)
    two = note_on("想法😀。然而的確曾經有一個戰略家也這麼想過。\n\n特朗普總統")
    three = note_on("死敵", "第一段\n\n第二段")
    assert to_markdown(as_read(one, two, three), replace(ENGLISH, count="3 notes")) == (
        "# 爲什麼美國與俄羅斯會面?\n\n"
        "問答.txt · 3 notes\n\n"
        "## 杜達特洛夫斯基\n\n"
        "> 想法😀。然而的確曾經有一個戰略家也這麼想過。\n>\n> 特朗普總統\n\n"
        "Colour: Gamboge · 2026-01-02\n\n---\n\n"
        "> 戰略家\n\n"
        "誰?\\\n第二行\n\n"
        "Colour: Rouge · Tags: 外交, 歷史 · 2026-01-02\n\n"
        "## 建章看世界\n\n"
        "> 死敵\n\n"
        "第一段\n\n第二段\n\n"
        "Colour: Gamboge · 2026-01-02\n"
    )


def test_the_quotes_are_in_the_script_chosen_and_the_note_is_as_it_was_written() -> None:
    page = to_markdown(as_simplified(note_on("戰略家", "這是筆記")))
    assert "> 战略家\n\n這是筆記\n" in page


def test_notes_without_a_place_stand_under_a_heading_of_their_own() -> None:
    page = to_markdown(as_read(lost("還在")), replace(ENGLISH, unplaced="無處"))
    assert "## 無處\n\n> 這裏沒有的話\n\n還在\n" in page


def test_an_author_without_a_name_has_a_heading() -> None:
    nameless = with_first(note_on("建章看世界"), author="", answer=None)
    assert "## Author unnamed\n" in to_markdown(as_read(nameless))


@pytest.mark.parametrize(
    ("line", "literal"),
    [
        ("# 標題", "\\# 標題"),
        ("- 一", "\\- 一"),
        ("+ 一", "\\+ 一"),
        ("---", "\\---"),
        ("===", "\\=\\=\\="),
        ("1. 甲", "1\\. 甲"),
        ("12) 乙", "12\\) 乙"),
        ("3.14 是數", "3.14 是數"),
        ("> 引", "\\> 引"),
        ("*重* _點_ `碼`", "\\*重\\* \\_點\\_ \\`碼\\`"),
        ("[鏈](http://x)", "\\[鏈\\](http://x)"),
        ("<script>", "\\<script\\>"),
        ("&lt; &amp &", "\\&lt; &amp &"),
        ("a | b", "a \\| b"),
        ("$x$ ~~y~~", "\\$x\\$ \\~\\~y\\~\\~"),
        ("甲 %%藏%% 乙", "甲 \\%\\%藏\\%\\% 乙"),
        ("%%%", "\\%\\%\\%"),
        ("漲了 5% 或 6%", "漲了 5% 或 6%"),
        ("標題 {.hidden} {-}", "標題 \\{.hidden\\} \\{-\\}"),
        ("{::comment}", "\\{::comment\\}"),
        ("::: {.hidden}", "\\::: \\{.hidden\\}"),
        (": 釋義", "\\: 釋義"),
        ("<!-- 藏 -->", "\\<!-- 藏 --\\>"),
        ("甲[^1] ^[藏] ![[藏]] [[藏|顯]]", "甲\\[\\^1\\] \\^\\[藏\\] !\\[\\[藏\\]\\] \\[\\[藏\\|顯\\]\\]"),
        ("甲 ^塊 #標籤 ==亮==", "甲 \\^塊 \\#標籤 \\=\\=亮\\=\\="),
        ("尾\\", "尾\\\\"),
        ("    碼", "&nbsp;&nbsp;&nbsp;&nbsp;碼"),
        ("\t碼  ", "&nbsp;&nbsp;&nbsp;&nbsp;碼"),
        ("甲-乙+丙. 1. 2)", "甲-乙+丙. 1. 2)"),
    ],
)
def test_nothing_in_a_line_is_taken_for_structure(line: str, literal: str) -> None:
    assert escaped(line) == literal


def test_blank_lines_part_paragraphs_and_line_ends_are_kept() -> None:
    assert paragraphs("甲\n乙\n \t\n\n丙\n") == "甲\\\n乙\n\n丙"


def test_a_tag_that_would_turn_the_line_is_spelled_out() -> None:
    assert "Tags: \\[U+202E\\]甲 乙" in to_markdown(as_read(note_on("死敵", tags=("\u202e甲\n乙",))))
