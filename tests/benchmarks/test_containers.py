"""Opening threads of some megabytes in each form, beside a plain read of the same bytes.

Run by hand: `python -m pytest tests/benchmarks/test_containers.py -p no:cacheprovider -s`. `plain` is what
`json.loads` takes, what decoding takes for a text, and for Markdown what markdown-it takes; the ratio is of the two.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.encoding import decode
from desktop.documents.containers.table import container_of
from tests.documents.containers.random_threads import RandomPost
from tests.documents.containers.tieba_databases import database

if TYPE_CHECKING:
    from collections.abc import Callable

_BYTES = 5_000_000
_SENTENCE = "早上去河邊走一圈，回來煮一碗麵，剩下的時間看書。傍晚和鄰居下兩盤棋，輸了就請他喝茶。"
_COUNT = _BYTES // len(_SENTENCE.encode())


def _markdown() -> str:
    answers = (
        f"## 甲{number}\n\n**{_SENTENCE[:9]}**{_SENTENCE[9:]}[這裡](https://example.org/{number})。\n\n{_SENTENCE}\n\n"
        for number in range(_COUNT // 2)
    )
    return "# 週末怎麼安排？\n\n" + "".join(answers)


def _ptt() -> str:
    remarks = "".join(f"推 user{number}: {_SENTENCE[:30]}   11/21 10:14\n" for number in range(_COUNT // 2))
    body = f"{_SENTENCE[:39]}\n{_SENTENCE[39:]}\n\n" * (_COUNT // 2)
    return (
        f"作者  cat1 (貓)\n標題  [問卦] 睡\n時間  Tue Mar  4 02:11:09 2025\n\n{body}--\n※ 發信站: 批踢踢\n{remarks}"
    )


def _chat() -> str:
    return "消息对象:群\n\n" + "".join(
        f"2020-11-21 10:12:33 甲{number % 50}({10000 + number % 50})\n{_SENTENCE}\n\n" for number in range(_COUNT)
    )


def _json() -> str:
    messages = [
        {
            "push_tag": "推",
            "push_userid": f"user{number}",
            "push_content": f": {_SENTENCE[:30]}",
            "push_ipdatetime": "",
        }
        for number in range(_COUNT)
    ]
    article: dict[str, object] = {"article_title": "睡", "author": "cat1 (貓)", "content": _SENTENCE}
    return json.dumps({**article, "messages": messages}, ensure_ascii=False)


def _discourse() -> str:
    posts = [
        {"post_number": number, "username": f"user{number}", "cooked": f"<p>{_SENTENCE}</p><p><b>{_SENTENCE}</b></p>"}
        for number in range(_COUNT // 2)
    ]
    return json.dumps({"title": "睡", "post_stream": {"posts": posts}}, ensure_ascii=False)


FORMS: dict[str, tuple[Callable[[], str], Callable[[bytes], object]]] = {
    "markdown": (_markdown, lambda data: MarkdownIt("commonmark").parse(data.decode())),
    "ptt": (_ptt, decode),
    "chat": (_chat, decode),
    "json (PTT)": (_json, json.loads),
    "json (Discourse)": (_discourse, json.loads),
}


def _took(call: Callable[[], object]) -> float:
    """Return the least of three times, in seconds."""
    times: list[float] = []
    for _ in range(3):
        started = time.perf_counter()
        call()
        times.append(time.perf_counter() - started)
    return min(times)


def _open(data: bytes) -> None:
    file = ThreadFile(Path("thread"), "thread.md", data)
    container_of(file).read(file, None)


def _say(form: str, data: bytes, plain: float) -> None:
    whole = _took(lambda: _open(data))
    ratio = whole / plain
    sys.stdout.write(
        f"\n{form:18} {len(data) / 1e6:4.1f} MB  open {whole:5.2f} s  plain {plain:5.3f} s  ratio {ratio:5.1f}"
    )


@pytest.mark.parametrize("form", FORMS)
def test_opening_a_large_thread(form: str) -> None:
    """Print how long opening takes, and a plain read of the same bytes."""
    write, plainly = FORMS[form]
    data = write().encode()
    _say(form, data, _took(lambda: plainly(data)))


def test_opening_a_large_database() -> None:
    """Print the same for Tieba's database, beside reading the file's bytes as text."""
    data = database([RandomPost(f"甲{number}", (_SENTENCE,)) for number in range(_COUNT // 2)])
    _say("tieba", data, _took(lambda: data.decode("latin-1")))
    sys.stdout.write("\n")
