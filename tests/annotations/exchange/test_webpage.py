"""Notes as a web page: it needs nothing else, nothing in it is markup of others, and it can be imported."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Annotation, Color, Passage
from desktop.annotations.exchange import ExportForm, collection
from desktop.annotations.exchange.collection import to_script
from desktop.annotations.exchange.webpage import embedded_json, style, to_html
from tests.annotations.exchange.parcels import (
    DOCUMENT,
    as_read,
    as_simplified,
    by_id,
    exported,
    lost,
    note_on,
    plan,
)
from tests.annotations.samples import NOON, with_further

EVIL = '</script><script>alert(1)</script><img src="http://evil/x.png" onerror="alert(1)"> & \u202e'


class Outline(HTMLParser):
    """What a browser would see of a page: its elements, whether they are closed in order, and its words."""

    VOID = frozenset({"meta", "br", "img", "link", "input", "hr", "base", "source", "embed"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.setdefault(self._open[-1] if self._open else "", []).append(data)


def outline(*annotations: Annotation) -> Outline:
    return Outline(exported(ExportForm.HTML, *annotations).decode())


def test_a_passage_its_note_its_tags_and_its_colour_can_be_read() -> None:
    page = outline(note_on("戰略家", "誰?\n第二行", ("外交",), Color.ROUGE))
    assert page.words["h1"] == ["爲什麼美國與俄羅斯會面?"]
    assert page.words["h2"] == ["杜達特洛夫斯基"]
    assert page.words["mark"] == ["戰略家"]
    assert page.words["div"] == ["誰?\n第二行"]
    assert page.words["span"] == ["Rouge", "外交"]
    assert ("article", {"class": "rouge"}) in page.elements


def test_each_further_passage_and_one_without_a_place_say_whose_they_are() -> None:
    linked = with_further(note_on("死敵"), Passage(note_on("戰略家").passages[0].anchor, author="杜達特洛夫斯基"))
    page = outline(linked, lost())
    assert page.words["h2"] == ["建章看世界", "Without a place in the text"]
    assert page.words["mark"] == ["死敵", "戰略家", "這裏沒有的話"]
    assert page.words["p"] == ["問答.txt", "杜達特洛夫斯基", "杜達特洛夫斯基"]
    assert [classes.get("class") for tag, classes in page.elements if tag == "section"] == ["answer", "unplaced"]


def test_on_paper_a_line_tells_the_words_from_the_note_where_the_wash_is_not_printed() -> None:
    sheet = style()
    printed = sheet[sheet.index("@media print") :]
    assert "text-decoration: underline" in printed


@pytest.mark.parametrize(("language", "face"), [("zh-Hant", "Noto Serif TC"), ("zh-Hans", "Noto Serif SC")])
def test_each_script_has_the_shapes_of_its_region(language: str, face: str) -> None:
    note = note_on("死敵")
    read = as_read(note) if language == "zh-Hant" else as_simplified(note)
    page = to_html(read, collection(DOCUMENT, by_id(note), NOON))
    assert f'<html lang="{language}">' in page
    rule = page[page.index(":root:lang(zh-Hans)") :] if language == "zh-Hans" else page
    assert rule[rule.index("--serif:") :].startswith(f'--serif: "{face}"')


def test_it_asks_for_nothing_from_elsewhere() -> None:
    page = exported(ExportForm.HTML, note_on("死敵", EVIL)).decode()
    names = {name for _, attributes in Outline(page).elements for name in attributes}
    assert names == {"lang", "charset", "http-equiv", "content", "name", "class", "type", "id"}
    assert not re.search(r"url\(|@import", page)
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_it_has_both_themes_and_a_form_for_the_printer() -> None:
    page = exported(ExportForm.HTML, note_on("死敵")).decode()
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert '<html lang="zh-Hant">' in page


@pytest.mark.parametrize("where", ["note", "tag"])
def test_markup_in_what_a_reader_wrote_is_words(where: str) -> None:
    evil = note_on("死敵", EVIL) if where == "note" else note_on("死敵", tags=(EVIL,))
    plain, page = outline(note_on("死敵", "無害", ("無害",))), outline(evil)
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in plain.elements}
    assert EVIL.replace("\u202e", "[U+202E]") in page.words["div" if where == "note" else "span"]


def test_no_mark_of_direction_is_anywhere_in_the_page() -> None:
    page = exported(ExportForm.HTML, note_on("死敵", "甲\u202e乙\u2066", ("\u200f",)), lost("\u061c"))
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", page.decode())


def test_the_page_restores_what_was_exported() -> None:
    notes = note_on("戰略家", EVIL, ("外交", "=1"), Color.ROUGE), note_on("死敵"), note_on("想法😀", "\ud83d")
    assert by_id(*plan(exported(ExportForm.HTML, *notes)).new) == by_id(*notes)


def test_a_page_that_a_browser_saved_with_other_line_ends_restores_too() -> None:
    note = note_on("死敵", "甲\n乙")
    assert plan(exported(ExportForm.HTML, note).replace(b"\n", b"\r\n")).new == (note,)


@settings(max_examples=80, deadline=None)
@given(st.recursive(st.text(st.characters()), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_a_script_is_the_same_json_and_ends_no_script(value: object) -> None:
    script = to_script({"v": value})
    assert not set(script) & set("<>&\u2028\u2029\u202e")
    script.encode()
    assert json.loads(script) == {"v": value}


def test_another_page_holds_nothing_of_ours() -> None:
    assert embedded_json(b"<!DOCTYPE html><p>&lt;script type=&quot;application/json&quot;</p>") is None
    assert embedded_json(b'<script type="application/json" id="baijia-annotations">{}') is None
