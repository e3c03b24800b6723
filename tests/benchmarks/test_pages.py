"""What opening a saved page costs, beside a bare parse of the same bytes: `pytest tests/benchmarks/test_pages.py -s`.

The aim is three times that. The pages have 5 MB: one of 2,500 answers, one of a few answers with pictures in it.
"""

from __future__ import annotations

import base64
import json
import time
from html import escape
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from desktop.documents import open_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZE = 5_000_000
ROUNDS = 5
PARAGRAPH = (
    "<p data-pid='x'>早上去<b>河邊</b>走一圈，見<a href='https://example.org/a'>這張地圖</a>，"
    "再回來吃飯。說明作者的看法，並且舉出幾個例子來支持它，這樣的一段話大約有這麼長。</p>"
)


def answer(number: int, body: str) -> str:
    zop = escape(json.dumps({"authorName": f"甲{number}", "itemId": number}))
    return (
        f"<div class='List-item'><div class='ContentItem AnswerItem' data-zop='{zop}'><div class='AuthorInfo'>"
        f"<meta itemprop='name' content='甲{number}'></div><div class='RichContent'><div class='RichContent-inner'>"
        f"<span class='RichText ztext'>{body}</span></div></div><div class='ContentItem-time'>发布于 2024-01-02</div>"
        f"<button class='VoteButton VoteButton--up' aria-label='赞同 {number}'><svg></svg></button></div></div>"
    )


def of_words() -> str:
    one = answer(0, PARAGRAPH * 6)
    count = SIZE // len(one.encode())
    return "".join(answer(number, PARAGRAPH * 6) for number in range(count))


def of_pictures() -> str:
    picture = base64.b64encode(b"\xff\xd8\xff" + bytes(150_000)).decode()
    body = f"{PARAGRAPH * 20}<figure><img src='data:image/jpeg;base64,{picture}'></figure>"
    style = f"<style>{'.css-1x2y3z{color:#123456;margin:0 auto}' * 20_000}</style>"
    return style + "".join(answer(number, body) for number in range(20))


def best(what: Callable[[], object]) -> float:
    def once() -> float:
        start = time.perf_counter()
        what()
        return time.perf_counter() - start

    return min(once() for _ in range(ROUNDS))


@pytest.mark.parametrize("made", [of_words, of_pictures], ids=lambda made: made.__name__)
def test_a_page_of_five_megabytes(tmp_path: Path, made: Callable[[], str]) -> None:
    path = tmp_path / "saved.html"
    title = "<h1 class='QuestionHeader-title'>週末怎麼安排？</h1>"
    path.write_bytes(f"<!DOCTYPE html><html><body>{title}{made()}</body></html>".encode())
    data = path.read_bytes()
    bare, ours = best(lambda: LexborHTMLParser(data)), best(lambda: open_document(path))
    document = open_document(path)
    print(  # noqa: T201
        f"\n{made.__name__}: {len(data) / 1e6:.1f} MB, {len(document.answers)} answers: "
        f"parse {bare * 1000:.0f} ms, open {ours * 1000:.0f} ms, {ours / bare:.1f} times"
    )
