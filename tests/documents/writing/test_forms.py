"""Threads written as Markdown, HTML and EPUB: whole, escaped, the same every time."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest
from hypothesis import given, settings

from desktop.documents.containers.drafts import BlockDraft, PostDraft, RunDraft, ThreadDraft, paragraphs
from desktop.documents.document import BlockKind, RunKind
from desktop.documents.writing.forms import written
from desktop.documents.writing.markdown_words import marked_words
from desktop.documents.writing.written import ThreadForm
from tests.documents.containers.random_threads import RandomThread, threads
from tests.documents.writing.drafts import PICTURE, draft_of, everything

HOSTILE = "</script><script>alert(1)</script>\"'&\0\x08\u202e](javascript:x) `"


def page_of(draft: ThreadDraft, language: str = "zh-Hant") -> ET.Element:
    """Return a thread as an HTML page, read as XML, which it is as well."""
    page = written(draft, ThreadForm.HTML, language).decode()
    return ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 (our own)


def book_of(draft: ThreadDraft) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(written(draft, ThreadForm.EPUB, "zh-Hans")))


def hostile() -> ThreadDraft:
    """Return a thread every word of which would be markup, if it were not escaped."""
    block = BlockDraft(HOSTILE, runs=(RunDraft(3, 9, RunKind.LINK, 'https://e.org/"onclick="x'),))
    return ThreadDraft(HOSTILE, [PostDraft(HOSTILE, [block, *paragraphs(HOSTILE)])])


@pytest.mark.parametrize("form", ThreadForm)
def test_the_same_thread_gives_the_same_bytes(form: ThreadForm) -> None:
    assert written(everything(), form, "zh-Hant") == written(everything(), form, "zh-Hant")


@pytest.mark.parametrize("form", ThreadForm)
def test_a_thread_without_words_is_written_too(form: ThreadForm) -> None:
    assert written(ThreadDraft("", []), form, "zh-Hans") is not None


@pytest.mark.parametrize("form", ThreadForm)
def test_what_no_file_can_have_is_replaced(form: ThreadForm) -> None:
    draft = ThreadDraft("\ud800問", [PostDraft("甲\ud801", paragraphs("山\0水"))])
    assert written(draft, form, "zh-Hans")


@settings(max_examples=50, deadline=None)
@given(threads())
def test_pages_and_books_are_well_formed(thread: RandomThread) -> None:
    draft = draft_of(thread)
    names = [post.author for post in thread.posts]
    headings = list(page_of(draft).iter("h2"))
    assert ["".join(heading.itertext()) for heading in headings] == names
    with book_of(draft) as book:
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf", ".xml")):
                ET.fromstring(book.read(name))  # noqa: S314 (our own)


@pytest.mark.parametrize(("language", "label"), [("zh-Hant", "贊同：12"), ("zh-Hans", "赞同：12")])
def test_a_page_says_its_language_and_facts_in_it(language: str, label: str) -> None:
    page = page_of(everything(), language)
    assert page.get("lang") == language
    assert label in "".join(page.itertext())


def test_a_page_has_no_script_and_takes_nothing_from_elsewhere() -> None:
    page = page_of(hostile())
    assert {element.tag for element in page.iter()} & {"script", "iframe", "object", "form", "input"} == set()
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert all(element.get("src", "data:").startswith("data:") for element in page.iter())
    policy = next(element.get("content", "") for element in page.iter("meta") if element.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


def test_words_in_a_page_are_only_words() -> None:
    words = "".join(page_of(hostile()).itertext())
    assert words.count("<script>alert(1)</script>") == 5
    assert words.isprintable() or "\u202e" in words


def test_a_figure_has_its_picture_within_the_page_or_its_words_in_a_frame() -> None:
    held, missing = page_of(everything()).iter("figure")
    assert [one.get("src", "")[:22] for one in held.iter("img")] == ["data:image/png;base64,"]
    assert [one.get("alt") for one in held.iter("img")] == ["一張圖"]
    assert "".join(missing.itertext()).strip() == "不在這裡的圖"


def test_comments_lie_one_within_the_other() -> None:
    article = next(one for one in page_of(everything()).iter("section"))
    first, second = article.findall("article")
    assert "".join(first.findall("h4")[0].itertext()) == "乙 › 丙"
    assert "".join(first.findall("article")[0].findall("h4")[0].itertext()) == "丙 › 乙 › 丙"
    assert "".join(second.findall("h4")[0].itertext()) == "戊"


def test_a_book_begins_with_its_type_as_it_is() -> None:
    data = written(everything(), ThreadForm.EPUB, "zh-Hant")
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert book.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_a_book_lists_every_file_that_is_in_it_and_none_else() -> None:
    with book_of(everything()) as book:
        package = ET.fromstring(book.read("book/package.opf"))  # noqa: S314 (our own)
        listed = [element.get("href") for element in package.iter("{http://www.idpf.org/2007/opf}item")]
        inside = {name.removeprefix("book/") for name in book.namelist() if name.startswith("book/")}
        assert sorted(filter(None, listed)) == sorted(inside - {"package.opf"})
        assert book.read("book/pictures/0001.png") == PICTURE


def test_a_book_says_title_language_and_authors() -> None:
    with book_of(everything()) as book:
        package = ET.fromstring(book.read("book/package.opf"))  # noqa: S314 (our own)
    core = "{http://purl.org/dc/elements/1.1/}"
    said = {
        name: [element.text for element in package.iter(core + name)] for name in ("title", "language", "creator")
    }
    assert said == {
        "title": ["養花 # 難嗎？<i>"],
        "language": ["zh-Hans"],
        "creator": ["# 甲君", "<b>乙君</b>"],
    }


def test_the_contents_of_a_book_lead_to_each_answer() -> None:
    with book_of(everything()) as book:
        nav = book.read("book/contents.xhtml").decode()
        names = re.findall(r'<a href="([^"]+)">([^<]*)</a>', nav)
        assert [title for _, title in names][1:] == ["# 甲君", "&lt;b&gt;乙君&lt;/b&gt;"]
        assert all(f"book/{name}" in book.namelist() for name, _ in names)


def test_the_front_matter_of_markdown_has_the_title_as_it_is() -> None:
    title = '養花: "難" # 嗎 --- [x]'
    text = written(ThreadDraft(title, [PostDraft("甲", paragraphs("山"))]), ThreadForm.MARKDOWN, "zh-Hant").decode()
    line = next(line for line in text.split("\n") if line.startswith("title: "))
    assert json.loads(line.removeprefix("title: ")) == title


@pytest.mark.parametrize(
    ("words", "runs", "expected"),
    [
        ("山水", [(0, 1, RunKind.BOLD)], "**山**水"),
        ("「山」水", [(0, 3, RunKind.BOLD)], "<strong>「山」</strong>水"),
        ("山 水", [(0, 2, RunKind.EMPHASIS)], "*山* 水"),
        ("山水天", [(0, 3, RunKind.BOLD), (1, 2, RunKind.EMPHASIS)], "**山<em>水</em>天**"),
        ("a`b", [(0, 3, RunKind.CODE)], "``a`b``"),
        ("`", [(0, 1, RunKind.CODE)], "`` ` ``"),
        ("好!山", [(2, 3, RunKind.LINK)], "好\\![山]()"),
        ("1. 山", [], "1\\. 山"),
        ("- 山", [(2, 3, RunKind.BOLD)], "\\- **山**"),
        ("*山*", [], "\\*山\\*"),
    ],
)
def test_words_are_set_off_in_markdown(words: str, runs: list[tuple[int, int, RunKind]], expected: str) -> None:
    assert marked_words(words, [RunDraft(*run) for run in runs]) == expected


def test_lists_that_are_not_one_are_parted_in_markdown() -> None:
    items = [BlockDraft(words, BlockKind.ITEM) for words in ("1. 山", "2. 水", "1. 天", "• 地")]
    text = written(ThreadDraft("", [PostDraft("", items)]), ThreadForm.MARKDOWN, "zh-Hant").decode()
    assert "1. 山\n2. 水\n\n<!-- -->\n\n1. 天\n\n<!-- -->\n\n- 地" in text
