"""Pages saved as MHTML: the page of the message, in its encoding, with the pictures that came with it."""

from __future__ import annotations

import base64
import quopri
from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.documents import DocumentError, FileReason, open_document
from tests.documents.containers.random_threads import RandomThread, thread_of, threads
from tests.documents.containers.saved import FIXTURES, open_damaged, opened, outline

if TYPE_CHECKING:
    from pathlib import Path

FIXTURE = FIXTURES / "v2ex.mhtml"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def message(html: bytes, charset: str = "utf-8", more: str = "") -> bytes:
    """Return the page `html` as Chrome writes it, with the parts `more`."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.v2ex.com/t/12\r\nSubject: x\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="----Edge--1----"\r\n\r\n\r\n'
        f"------Edge--1----\r\nContent-Type: text/html; charset={charset}\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.v2ex.com/t/12\r\n\r\n"
    )
    body = quopri.encodestring(html).replace(b"\n", b"\r\n")
    return head.encode() + body + f"\r\n{more}------Edge--1------\r\n".encode()


def picture(headers: str) -> str:
    coded = base64.encodebytes(PNG).decode().replace("\n", "\r\n")
    kind = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64"
    return f"------Edge--1----\r\n{kind}\r\n{headers}\r\n\r\n{coded}\r\n"


def test_a_page_saved_by_chrome() -> None:
    document = open_document(FIXTURE)
    assert document.origin.container == "mhtml"
    assert outline(document) == [
        "title 周末怎么安排",
        "  address: https://www.v2ex.com/t/12",
        "asked linjie",
        "  time: 2024-01-02 03:04:05 +08:00",
        "  address: https://www.v2ex.com/t/12",
        "  paragraph 1 求建议。",
        "  figure 1 河边",
        "answer laozhou",
        "  floor: 1",
        "  address: https://www.v2ex.com/t/12#r_501",
        "  paragraph 1 钓鱼。",
    ]
    (figure,) = (block for answer in document.answers for block in answer.blocks if block.kind.value == "figure")
    assert document.pictures[figure.picture] == PNG
    assert document.sha256 == "e3ee7e5c58a8792170decedab0d5395c1159e136330be1555bfcaa5ef24a344e"


@pytest.mark.parametrize(
    ("headers", "source"),
    [
        ("Content-Location: https://www.v2ex.com/i/a.png", "https://www.v2ex.com/i/a.png"),
        ("Content-Location: https://www.v2ex.com/i/a.png", "/i/a.png"),
        ("Content-Location: https://www.v2ex.com/i/\r\n a.png", "https://www.v2ex.com/i/a.png"),
        ("Content-ID: <a@b>", "cid:a@b"),
    ],
)
def test_a_picture_is_found_by_its_place_or_its_id(tmp_path: Path, headers: str, source: str) -> None:
    html = f'<html><p>字</p><img alt="圖" src="{source}"></html>'
    document = opened(tmp_path, message(html.encode(), more=picture(headers)), "a.mht")
    assert list(document.pictures.values()) == [PNG]


def test_the_encoding_that_the_message_says_is_believed_where_it_fits(tmp_path: Path) -> None:
    html = "<html><p>un café</p></html>".encode("cp1252")
    assert "un café" in opened(tmp_path, message(html, "windows-1252"), "a.mht").text
    html = ("<html>" + "<p>河邊的花開了，有人在那裡說話。</p>" * 5).encode("cp950")
    assert "河邊的花開了" in opened(tmp_path, message(html, "gb2312"), "b.mht").text


HOSTILE = {
    "parts within parts": b"MIME-Version: 1.0\n"
    + b"".join(b'Content-Type: multipart/related; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)),
    "no end": message(b"<html><p>\xe8\x8a\xb1")[:-60],
    "no page": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    b"Content-Type: image/png\n\n.\n--x--",
    "no such encoding": message("<html><p>花".encode(), "no-such-\x01"),
    "broken base64": message(
        "<html><p>花<img src='cid:a'>".encode(), more=picture("Content-ID: <a>").replace("iVBOR", "iV\x00OR=")
    ),
    "many parts": message("<html><p>花".encode(), more=picture("Content-ID: <a>") * 5000),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_message_is_read_or_refused(tmp_path: Path, case: str) -> None:
    try:
        document = opened(tmp_path, HOSTILE[case], "a.mht")
    except DocumentError as error:
        assert error.reason in {FileReason.UNREADABLE, FileReason.EMPTY}
    else:
        assert "花" in document.text


def test_a_text_that_speaks_of_mime_is_a_text(tmp_path: Path) -> None:
    words = "郵件的開頭\n\nMIME-Version: 1.0\nContent-Type: multipart/related\n"
    assert opened(tmp_path, words, "a.txt").origin.container == "text"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(thread=threads(" az09.&<=", comments=False))
def test_a_random_thread_comes_back(tmp_path: Path, thread: RandomThread) -> None:
    def reply(number: int, name: str, words: tuple[str, ...]) -> str:
        body = "<br>".join(map(escape, words))
        who = f"<strong><a>{escape(name)}</a></strong>"
        return f"<div class=cell id=r_{number}>{who}<i class=reply_content>{body}</i></div>"

    replies = "".join(reply(number, post.author, post.paragraphs) for number, post in enumerate(thread.posts))
    html = f"<html><div class=header><h1>{escape(thread.title)}</h1></div>{replies}</html>"
    assert thread_of(opened(tmp_path, message(html.encode()), "a.mht")) == thread


def test_damaged_messages_are_read_or_refused(tmp_path: Path) -> None:
    assert open_damaged(tmp_path, FIXTURE.name) > 0
