"""Books as EPUB: chapters stand in the sidebar as authors do; a book made of a thread is that thread."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.documents import DocumentError, FileReason, open_document
from desktop.documents.containers import epub, members
from tests.documents.containers.random_threads import RandomThread, thread_of, threads
from tests.documents.containers.saved import FIXTURES, facts, names, open_damaged, opened, outline, paragraphs
from tests.documents.containers.test_site_pages import zhihuhelp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FIXTURE = FIXTURES / "book.epub"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)


def xhtml(body: str, title: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>{title}</title><script/></head><body>{body}</body></html>"
    )


def package(pages: Sequence[str], more: str = "", title: str = "河邊的書", author: str = "河邊的老周") -> str:
    items = "".join(
        f'<item id="c{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(pages)))
    said = f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{said}<meta name="cover" content="i"/></metadata>'
        f'<manifest>{items}{more}</manifest><spine toc="ncx">{spine}</spine></package>'
    )


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return a zip of `files` as EPUB has it: its kind first, not compressed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        for name, content in {"META-INF/container.xml": CONTAINER, **files}.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def book(pages: Mapping[str, str], more: str = "", files: Mapping[str, bytes | str] | None = None) -> bytes:
    named = {f"OEBPS/{name}": content for name, content in pages.items()}
    return zipped({"OEBPS/content.opf": package(list(pages), more), **named, **(files or {})})


def made_book() -> bytes:
    """Return what the fixture holds."""
    nav = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    links = '<li><a href="text/1.xhtml">第一回　出門</a></li><li><a href="text/2%20b.xhtml#top">第二回　回家</a></li>'
    pages = {
        "cover.xhtml": xhtml('<img src="images/cover.png" alt="封面"/>'),
        "text/1.xhtml": xhtml(
            '<h1>第一回　出門</h1><p>早上去<b>河邊</b><a id="p1"/>走。</p><p><span/>遇見林姐。</p>'
        ),
        "text/2 b.xhtml": xhtml(
            '<h2>第二回　回家</h2><p>吃飯。</p><figure><img src="../images/cover.png"/></figure>'
        ),
        "text/3.xhtml": xhtml("<p>再睡覺。</p>"),
        "text/4.xhtml": xhtml("<h3>後記</h3><p>謝謝。</p>"),
    }
    files: dict[str, bytes | str] = {
        "OEBPS/nav.xhtml": xhtml(f'<nav epub:type="toc"><ol>{links}</ol></nav>'),
        "OEBPS/images/cover.png": PNG,
    }
    return book(pages, nav, files)


def test_chapters_are_answers_under_their_titles() -> None:
    document = open_document(FIXTURE)
    assert document.origin.container == "epub"
    assert outline(document) == [
        "title 河邊的書",
        "  badge: 河邊的老周",
        "answer 河邊的書",
        "  figure 1 封面",
        "answer 第一回　出門",
        "  paragraph 1 早上去河邊走。",
        "  paragraph 1 遇見林姐。",
        "answer 第二回　回家",
        "  paragraph 1 吃飯。",
        "  figure 1 ▣",
        "  paragraph 1 再睡覺。",
        "answer 後記",
        "  paragraph 1 謝謝。",
    ]
    assert list(document.pictures.values()) == [PNG]
    assert document.sha256 == "3c476b5adb3ad0d634bfbd86b3679c4dfd98a9e40c61513bdb7406c51e0c0475"


def test_titles_of_chapters_come_from_the_ncx_of_older_books(tmp_path: Path) -> None:
    ncx = (
        '<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint id="a"><navLabel>'
        '<text>序</text></navLabel><content src="1.html"/><navPoint id="b"><navLabel><text>一</text></navLabel>'
        '<content src="2.html#x"/></navPoint></navPoint></navMap></ncx>'
    )
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    pages = {"1.html": xhtml("<p>甲。</p>"), "2.html": xhtml("<p>乙。</p>")}
    document = opened(tmp_path, book(pages, item, {"OEBPS/toc.ncx": ncx}), "a.epub")
    assert names(document) == ["序", "一"]


def test_a_book_of_one_thread_is_that_thread(tmp_path: Path) -> None:
    page = (FIXTURES / "zhihuhelp.html").read_text("utf-8")
    document = opened(tmp_path, book({"info.xhtml": xhtml("<p>由助手製作</p>"), "q.xhtml": page}), "a.epub")
    assert (document.title, names(document)) == ("周末怎么安排才不算浪费？", ["河边的老周", "三号楼的林姐"])
    assert facts(document.answers[1].facts) == {"votes": "389"}


def test_a_book_of_several_questions_names_each_above_its_answers(tmp_path: Path) -> None:
    page = (FIXTURES / "zhihuhelp.html").read_text("utf-8")
    other = page.replace("周末怎么安排才不算浪费？", "怎么养花？")
    document = opened(tmp_path, book({"1.xhtml": page, "2.xhtml": other}), "a.epub")
    assert (document.title, len(document.answers)) == ("河邊的書", 4)
    assert paragraphs(document, document.answers[2])[0] == "怎么养花？"


def refused(folder: Path, data: bytes) -> FileReason:
    with pytest.raises(DocumentError) as caught:
        opened(folder, data, "a.epub")
    return caught.value.reason


def encryption(algorithm: str, name: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<enc:EncryptedData xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
        f'<enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData><enc:CipherReference URI="{name}"/>'
        "</enc:CipherData></enc:EncryptedData></encryption>"
    )


def test_a_protected_book_is_refused_in_a_sentence(tmp_path: Path) -> None:
    page = {"1.xhtml": xhtml("<p>花。</p>")}
    aes = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/1.xhtml")
    assert refused(tmp_path, book(page, files={"META-INF/encryption.xml": aes})) is FileReason.COPY_PROTECTED


def test_a_book_whose_fonts_alone_are_garbled_opens(tmp_path: Path) -> None:
    page = {"1.xhtml": xhtml("<p>花。</p>")}
    fonts = encryption("http://www.idpf.org/2008/embedding", "OEBPS/font.otf")
    assert "花。" in opened(tmp_path, book(page, files={"META-INF/encryption.xml": fonts}), "a.epub").text


def test_a_bomb_is_refused_before_it_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MOST_BYTES", 1 << 20)
    pages = {f"{number}.xhtml": xhtml("<p>花</p>" * 20_000) for number in range(20)}
    assert refused(tmp_path, book(pages)) is FileReason.TOO_LARGE


def test_a_book_of_too_many_words_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "LARGEST_FILE", 1000)
    assert refused(tmp_path, book({"1.xhtml": xhtml("花" * 1000)})) is FileReason.TOO_LARGE


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE: dict[str, bytes] = {
    "billion laughs": book(
        {"1.xhtml": f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "花">{LAUGHS}]><html><p>花 &l11;</p></html>'}
    ),
    "an external entity": book(
        {"1.xhtml": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>花 &e;</p>'}
    ),
    "names out of the zip": book(
        {
            "../../etc/passwd": "x",
            "1.xhtml": xhtml('<p>花</p><img src="../../../etc/passwd"/><img src="/etc/passwd"/>'),
        }
    ),
    "nested elements": book({"1.xhtml": xhtml("<div>" * 50_000 + "花")}),
    "elements without end": book({"1.xhtml": xhtml("<x/>" * 50_000 + "花")}),
    "a broken package": zipped({"OEBPS/content.opf": "<package><manifest><item id="}),
    "no package": zipped({}),
    "a spine without pages": zipped({"OEBPS/content.opf": package(["1.xhtml"])}),
    "a page that is no text": zipped({"OEBPS/content.opf": package(["1.xhtml"]), "OEBPS/1.xhtml": bytes(500)}),
    "no words": book({"1.xhtml": xhtml("")}),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_book_is_read_or_refused(tmp_path: Path, case: str) -> None:
    try:
        document = opened(tmp_path, HOSTILE[case], "a.epub")
    except DocumentError as error:
        assert error.reason in {FileReason.EMPTY, FileReason.UNREADABLE}
    else:
        assert "花" in document.text
        assert "root:" not in document.text
        assert len(document.text) < 1000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(thread=threads(" az09.&<>", comments=False))
def test_random_chapters_come_back(tmp_path: Path, thread: RandomThread) -> None:
    pages = {
        f"{number}.xhtml": xhtml(
            f"<h1>{escape(post.author)}</h1>{''.join(f'<p>{escape(words)}</p>' for words in post.paragraphs)}"
        )
        for number, post in enumerate(thread.posts)
    }
    named = {f"OEBPS/{name}": page for name, page in pages.items()}
    data = zipped({"OEBPS/content.opf": package(list(pages), title=thread.title), **named})
    assert thread_of(opened(tmp_path, data, "a.epub")) == thread


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(thread=threads(" az09.&<>", comments=False))
def test_a_random_thread_in_a_book_comes_back(tmp_path: Path, thread: RandomThread) -> None:
    assert thread_of(opened(tmp_path, book({"1.xhtml": zhihuhelp(thread)}), "a.epub")) == thread


def test_damaged_books_are_read_or_refused(tmp_path: Path) -> None:
    assert open_damaged(tmp_path, FIXTURE.name) > 0


def test_the_fixture_is_what_is_described_here() -> None:
    with zipfile.ZipFile(FIXTURE) as kept, zipfile.ZipFile(io.BytesIO(made_book())) as made:
        assert {name: kept.read(name) for name in kept.namelist()} == {
            name: made.read(name) for name in made.namelist()
        }


def test_a_page_that_the_spine_names_again_and_again_is_read_once(tmp_path: Path) -> None:
    data = book({"一": "<p>開頭的話。</p>", "二": "<p>結尾的話。</p>"})
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        files = {info.filename: old.read(info) for info in old.infolist()}
    name = next(name for name in files if name.endswith(".opf"))
    files[name] = files[name].replace(b'<itemref idref="c0"/>', b'<itemref idref="c0"/>' * 500)
    path = tmp_path / "again.epub"
    with zipfile.ZipFile(path, "w") as new:
        for each, content in files.items():
            new.writestr(each, content)
    assert open_document(path).text.count("開頭的話。") == 1
