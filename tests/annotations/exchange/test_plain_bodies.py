"""The bodies of other programs as a note and tags."""

from __future__ import annotations

import time
from typing import Any

import pytest

from desktop.annotations.exchange.plain_bodies import plain_text, read_any_bodies


def text(value: str, **fields: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, **fields}


TAG = text("外交", purpose="tagging")
PICTURE = {"type": "Image", "id": "https://example.org/x.png"}


@pytest.mark.parametrize(
    ("item", "note", "tags"),
    [
        ({}, "", ()),
        ({"bodyValue": "存疑"}, "存疑", ()),
        ({"body": text("存疑")}, "存疑", ()),
        ({"body": text("**存疑**", format="text/markdown")}, "**存疑**", ()),
        ({"body": text("<p>存<b>疑</b></p><p>再&nbsp;查</p>", format="text/html")}, "存疑\n再 查", ()),
        ({"body": text("存疑", purpose="describing")}, "存疑", ()),
        ({"body": [TAG, text("一"), text(" "), text("二"), TAG]}, "一\n\n二", ("外交",)),
        ({"body": [text(" 外交 ", purpose="tagging")]}, "", ("外交",)),
        ({"body": "https://example.org/reply"}, "", ()),
        ({"body": [7, None, text("存疑")]}, "存疑", ()),
        ({"body": {"type": "TextualBody", "value": 7}, "bodyValue": 7}, "", ()),
    ],
    ids=str,
)
def test_texts_become_the_note_and_tags_the_tags(item: dict[str, Any], note: str, tags: tuple[str, ...]) -> None:
    assert read_any_bodies(item)[:2] == (note, tags)


def test_a_body_that_is_no_text_is_kept() -> None:
    assert read_any_bodies({"body": [PICTURE, text("存疑"), "https://example.org/"]})[2] == {
        "other": [PICTURE, "https://example.org/"]
    }


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<script>alert(1)</script>", "alert(1)"),
        ("a < b &lt;c&gt;", "a < b <c>"),
        ("<ul><li>一</li> <li>二</li></ul>三<br/>四", "一\n二\n三\n四"),
        ("<![if x]><!-- y -->甲<p", "甲<p"),
    ],
)
def test_html_loses_its_tags(markup: str, words: str) -> None:
    assert plain_text(markup) == words


@pytest.mark.parametrize("evil", ["<" * 200_000, "<a " * 100_000, "&#" * 100_000, "</p>" * 100_000])
def test_no_markup_takes_long(evil: str) -> None:
    before = time.perf_counter()
    plain_text(evil)
    assert time.perf_counter() - before < 2
