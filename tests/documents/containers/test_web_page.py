"""Any saved page opens: as one article by its own title and author, in its own encoding, and nothing of it is run."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from desktop.documents import DocumentError, FileReason, open_document
from desktop.documents.containers import pictures
from desktop.documents.containers.pages import nesting
from desktop.documents.containers.pages.nesting import bounded
from tests.documents.containers.random_threads import RandomThread, thread_of, threads
from tests.documents.containers.saved import (
    FIXTURES,
    blocks,
    facts,
    open_damaged,
    opened,
    paragraphs,
    runs,
)

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = FIXTURES / "article.html"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>花</title></head><body>{body}</body></html>"


def in_address(data: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def test_any_page_is_an_article_with_its_title_author_and_times() -> None:
    document = open_document(ARTICLE)
    (answer,) = document.answers
    assert (document.origin.container, document.title, answer.author) == ("page", "怎麼養花", "三號樓的林姐")
    assert facts(document.facts) == {"address": "https://example.org/garden/flowers"}
    assert facts(answer.facts) == {
        "time": "2024-01-02T03:04:05+08:00",
        "edited": "2024-02-02T03:04:05+08:00",
        "address": "https://example.org/garden/flowers",
    }
    assert document.sha256 == "4aa2eb5636ae9a9214ca08a45fb691fb4be9bb67a762fa8192ec637218301f3c"


def test_elements_become_blocks_and_runs() -> None:
    document = open_document(ARTICLE)
    (answer,) = document.answers
    assert blocks(document, answer) == [
        ("paragraph", 1, "澆水要少，見這一頁。"),
        ("heading", 3, "擺在哪裡"),
        ("paragraph", 1, "窗邊最好，別在風口。"),
        ("paragraph", 1, "冬天收進屋。"),
        ("quote", 1, "我外婆說："),
        ("quote", 2, "花要看人。"),
        ("item", 1, "3. 土"),
        ("item", 1, "要鬆"),
        ("item", 1, "4. 盆"),
        ("paragraph", 1, "鍵入 water --less 也行。"),
        ("code", 1, "早  澆\n    晚  不澆"),
        ("row", 1, "花 | 水"),
        ("row", 1, "蘭 | 少 些"),
        ("figure", 1, "窗邊的蘭花"),
        ("paragraph", 1, "笑一個 [微笑]，式子 a^2。"),
        ("paragraph", 1, "漢（ㄏㄢˋ）字"),
        ("paragraph", 1, "蘭"),
        ("paragraph", 1, "喜陰"),
    ]
    assert runs(document, answer) == [
        ("bold", "要少", ""),
        ("link", "這一頁", "https://example.org/garden/water"),
        ("emphasis", "別在", ""),
        ("code", "water --less", ""),
    ]


@pytest.mark.parametrize(
    ("words", "is_page"),
    [
        ("<!doctype HTML>\n<p>花", True),
        ("\ufeff \n<!-- x --><html><p>花", True),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>花</p></html>", True),
        ("<p>花</p><p>茶</p>\n", True),
        ("<meta charset='utf-8'><b>花</b>", True),
        ("<a href='https://example.org'>花</a>，<b>茶</b>與<i>書</i>。", True),
        ("怎麼養花\n\n甲\n\n用 <p> 與 <html> 寫。", False),
        ("<p> 是段落的標記。\n\n甲\n\n對。", False),
        ("<花> 是書名。", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(tmp_path: Path, words: str, *, is_page: bool) -> None:
    assert opened(tmp_path, words, "a.txt").origin.container == ("page" if is_page else "text")


PROSE = "<p>河邊的花開了，早上有人在那裡說話，也有人看書、喝茶。</p>" * 4


@pytest.mark.parametrize(
    ("written", "declared", "read"),
    [
        ("utf-8", "gb2312", "utf-8"),
        ("cp950", "big5", "cp950"),
        ("cp950", "gb2312", None),
        ("gb18030", "GBK", "gb18030"),
        ("gb18030", "utf-8", "gb18030"),
        ("gb18030", "big5", "gb18030"),
        ("utf-16", "utf-8", "utf-16"),
        ("gb18030", "no-such", "gb18030"),
        ("gb18030", "base64", "gb18030"),
    ],
)
def test_a_wrong_charset_in_the_page_does_not_garble_it(
    tmp_path: Path, written: str, declared: str, read: str | None
) -> None:
    html = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head>{PROSE}</html>'
    )
    document = opened(tmp_path, html.encode(written))
    assert paragraphs(document, document.answers[0])[0] == "河邊的花開了，早上有人在那裡說話，也有人看書、喝茶。"
    assert read is None or document.encoding == read


def test_what_only_the_page_knows_of_its_encoding_is_believed(tmp_path: Path) -> None:
    html = '<html><head><meta charset="windows-1252"></head><p>un café – voilà</p></html>'
    assert "un café – voilà" in opened(tmp_path, html.encode("cp1252")).text


def test_a_choice_of_encoding_by_hand_counts_more(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes('<html><meta charset="gbk"><p>租房</p>'.encode("gb18030"))
    assert open_document(path, "big5hkscs").text.endswith("逤滇")


def test_pictures_in_the_page_are_kept_and_no_others(tmp_path: Path) -> None:
    addresses = [
        in_address(PNG),
        in_address(PNG),
        "data:image/gif,GIF89a%00%01",
        in_address(b"<svg/>", "image/svg+xml"),
        in_address(b"<svg/>"),
        "data:image/png;base64,!!!",
        "https://example.org/a.png",
        "file:///etc/passwd",
    ]
    figures = "".join(f'<p>字</p><img alt="圖" src="{address}">' for address in addresses)
    document = opened(tmp_path, page(figures))
    found = [block.picture for block in document.answers[0].blocks if block.kind.value == "figure"]
    assert len(found) == len(addresses)
    assert found[0] == found[1] != ""
    assert [bool(name) for name in found] == [True, True, True, False, False, False, False, False]
    assert sorted(document.pictures.values()) == sorted([PNG, b"GIF89a\0\x01"])


def test_pictures_that_are_too_large_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST_PICTURE", 40)
    monkeypatch.setattr(pictures, "LARGEST_TOGETHER", 60)
    some = [PNG, PNG + bytes(30), PNG + b"1", PNG + b"2"]
    document = opened(tmp_path, page("".join(f'<p>字</p><img alt="圖" src="{in_address(one)}">' for one in some)))
    assert set(document.pictures.values()) == {PNG, PNG + b"1"}


def test_a_lazy_picture_and_its_fallback_are_one(tmp_path: Path) -> None:
    lazy = (
        '<figure><img src="data:image/svg+xml;utf8,x" data-src="https://example.org/a.jpg">'
        '<noscript><img src="https://example.org/a.jpg"></noscript><figcaption>河</figcaption></figure>'
    )
    only = '<noscript><img src="https://example.org/b.jpg" alt="橋"></noscript><noscript>請打開腳本</noscript>'
    document = opened(tmp_path, page(f"<p>字</p>{lazy}<p>字</p>{only}"))
    assert paragraphs(document, document.answers[0]) == ["字", "河", "字", "橋"]


def test_a_picture_that_singlefile_keeps_in_the_style_sheet_is_found(tmp_path: Path) -> None:
    style = f'<style>:root{{--sf-img-1: url("{in_address(PNG)}");--sf-img-2:url(x)}}</style>'
    images = "".join(
        f"<p>字</p><img alt='圖' src='data:image/svg+xml,x' style='background-image:var(--sf-img-{number})'>"
        for number in (1, 2, 1)
    )
    document = opened(tmp_path, page(style + images))
    found = [block.picture for block in document.answers[0].blocks if block.kind.value == "figure"]
    assert [document.pictures.get(name) for name in found] == [PNG, None, PNG]


HOSTILE = {
    "nested lists": "<ul><li>" * 50_000 + "花",
    "nested elements": "<div>" * 50_000 + "花" + "</div>" * 50_000,
    "nested quotes": "<blockquote>" * 50_000 + "花",
    "nested tables": "<table><tr><td>" * 20_000 + "花",
    "unknown elements": "<x>" * 50_000 + "<div>花</div>" * 20_000,
    "inline elements without end": "".join(f"<b id={n}>" for n in range(1000)) + "<p>花</p>" * 20_000,
    "links without end": '<a href="https://example.org">花' * 50_000,
    "rows of pictures": "<noscript><img></noscript>" * 30_000 + "花",
    "cells without end": "<table><tr>" + "<td>花" * 50_000,
    "nested figures": "<figure>" * 50_000 + "花",
    "nested templates": "花" + "<template>" * 50_000,
    "a long attribute": f'<p title="{"x" * 3_000_000}">花',
    "an open comment": "<p>花</p><!--" + "<p>" * 100_000,
    "stray ends": "</p></div></b>" * 50_000 + "花",
    "posts within posts": '<div itemscope itemtype="https://schema.org/Answer">' * 500 + "<p>花</p>" * 50_000,
    "answers within answers": '<div class="AnswerItem">' * 500 + '<p class="RichText">花</p>' * 50_000,
    "a title of blanks": f"<title>花{chr(0x3000) * 200_000}茶</title><p>花",
    "a number without end": f'<div class="AnswerItem"><p class="RichText">花</p><b class="VoteButton">{"9" * 9000}',
    "entities": "<p>花</p>" + "&lt;&#x0;&#xD800;&notin;" * 50_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_page_is_read_in_time_that_grows_with_its_length(tmp_path: Path, case: str) -> None:
    """It ends at all: each of these takes a parser, or a walk with recursion, minutes or its stack."""
    assert "花" in opened(tmp_path, page(HOSTILE[case])).text


def test_a_page_of_too_many_tags_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nesting, "MOST_TAGS", 20)
    with pytest.raises(DocumentError) as caught:
        opened(tmp_path, page("<p>花" * 30))
    assert caught.value.reason is FileReason.TOO_LARGE


def test_a_page_whose_depth_is_not_to_be_told_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        opened(tmp_path, page('<a title="' * 100_001 + "花"))
    assert caught.value.reason is FileReason.TOO_LARGE


@given(depth=st.integers(400, 700), before=st.text("/divb<> ", max_size=60))
def test_no_page_is_parsed_deeper_than_the_limit(depth: int, before: str) -> None:
    tree = LexborHTMLParser(nesting.bounded(f"{'</i>' * depth}{before}{'<div>' * depth}花"))
    node, levels = tree.body, 0
    while node is not None:
        node, levels = node.last_child, levels + 1
    assert levels <= nesting.DEEPEST + len(before) + len(("body", "words"))


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        opened(tmp_path, page("<script>document.write('花')</script><div> </div>"))
    assert caught.value.reason is FileReason.EMPTY


def test_nothing_in_a_page_leads_out_of_it(tmp_path: Path) -> None:
    links = "".join(
        f'<p><a href="{address}" onclick="x()">去</a></p>'
        for address in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//", "http://[", " ")
    )
    document = opened(
        tmp_path, page(f'<base href="file:///etc/">{links}<a href="passwd">去</a><iframe src="x"></iframe>')
    )
    assert [run.address for run in document.answers[0].runs if run.address] == []


def written(thread: RandomThread) -> str:
    (post,) = thread.posts
    body = "".join(f"<p>{escape(words)}</p>" for words in post.paragraphs)
    return (
        f'<!DOCTYPE html><html><head><title>{escape(thread.title)}</title><meta name="author" '
        f'content="{escape(post.author)}"></head><body><nav>首頁</nav><div><article>{body}</article></div></body></html>'
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(thread=threads(extra=" az09.&<>'\"", most_posts=1, comments=False))
def test_a_random_article_comes_back(tmp_path: Path, thread: RandomThread) -> None:
    (post,) = thread.posts
    found = thread_of(opened(tmp_path, written(thread)))
    kept = tuple(words for words in post.paragraphs if words not in {thread.title, post.author}) or post.paragraphs
    assert found.title == thread.title
    assert [one.author for one in found.posts] == [post.author]
    assert found.posts[0].paragraphs in {post.paragraphs, kept}


def test_damaged_pages_are_read_or_refused(tmp_path: Path) -> None:
    assert open_damaged(tmp_path, ARTICLE.name) > 0


def test_a_tag_of_too_many_attributes_keeps_none_and_one_with_a_long_one_keeps_it() -> None:
    many = " ".join(f"a{number}=1" for number in range(5_000))
    long = "data:image/png;base64," + "A" * 9_000
    html = f'<div {many} title="x"><p>花開了。</p></div><img src="{long}" alt="一枝">'
    assert bounded(html) == f'<div><p>花開了。</p></div><img src="{long}" alt="一枝">'
