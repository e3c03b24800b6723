"""Addresses that stand in words are links, in whatever kind of file, and no more than the address is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.documents import RunKind, open_document
from desktop.documents.addresses import addresses_in
from desktop.documents.document import Run
from desktop.documents.writing.shown import draft_as_shown
from desktop.script import AlignedText
from desktop.text import Span

if TYPE_CHECKING:
    from pathlib import Path

WEB = "https://example.org/a?b=1&c=(2)"
POST = f"""作者  someone (某人) 看板  Plants
標題  [問題] 養花
時間  Fri Nov 20 20:56:38 2020
───────────────────────────────────────

看這篇：{WEB}，寫得好。

--
※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 1.2.3.4
推 other: 圖在 https://example.org/p.jpg 這裡                        11/20 21:00
"""
PLAIN = f"怎麼養花？\n\n甲\n\n\n## 見 {WEB}。\n\n- 又見（{WEB}）\n\n乙\n\n\n少澆水。\n\n常看花。\n"
WORDS = "少澆水，多曬太陽。" * 9
PAGE = f"<html><title>養花</title><article><h1>養花</h1><p>{WORDS}</p><p>看 {WEB} 這篇。</p></article>"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("看https://example.org/a這篇", ["https://example.org/a"]),
        ("（見 https://example.org/a）", ["https://example.org/a"]),
        ("(see https://example.org/a).", ["https://example.org/a"]),
        (f"{WEB}.", [WEB]),
        ("https://en.wikipedia.org/wiki/A_(b), http://x.cn:80/?", ["https://en.wikipedia.org/wiki/A_(b)", "http://x.cn:80/"]),
        ("HTTP://EXAMPLE.ORG", ["HTTP://EXAMPLE.ORG"]),
        ("https:// ftp://a.b javascript://a.b https://localhost", []),
    ],
)  # fmt: skip
def test_an_address_ends_where_the_sentence_goes_on(words: str, found: list[str]) -> None:
    runs = list(addresses_in(words, 5))
    assert [run.address for run in runs] == found
    assert [run.span.shifted(-5).of(words) for run in runs] == found


def test_what_is_a_link_or_code_already_stays_that() -> None:
    words = "https://a.org https://b.org https://c.org"
    known = [Run(Span(0, 13), RunKind.LINK, "https://z.org"), Run(Span(16, 20), RunKind.CODE)]
    assert [run.address for run in addresses_in(words, 0, known)] == ["https://c.org"]


@pytest.mark.parametrize(("name", "content"), [("a.txt", POST), ("b.txt", PLAIN), ("c.html", PAGE)])
def test_an_address_is_a_link_in_every_kind_of_file(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    document = open_document(path)
    runs = [run for answer in document.answers for run in answer.runs]
    assert {run.address for run in runs if run.kind is RunKind.LINK} == {WEB}
    assert all(run.span.of(document.text) == WEB for run in runs)
    in_comments = [run.address for answer in document.answers for one in answer.comments for run in one.runs]
    assert in_comments == (["https://example.org/p.jpg"] if content == POST else [])


def test_a_link_stands_on_its_words_where_the_mark_of_a_line_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(PLAIN, "utf-8")
    draft = draft_as_shown(open_document(path), lambda _: AlignedText.identity)
    linked = [block.words[run.start : run.end] for post in draft.posts for block in post.blocks for run in block.runs]
    assert linked == [WEB, WEB]


def test_code_has_no_links(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"# 養花\n\n## 甲\n\n`{WEB}` 與 [這裡](https://b.org)\n\n```\n{WEB}\n```\n\n## 乙\n\n好。\n", "utf-8"
    )
    runs = [run for answer in open_document(path).answers for run in answer.runs if run.kind is RunKind.LINK]
    assert [run.address for run in runs] == ["https://b.org"]
