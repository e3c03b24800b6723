"""A thread as a book, EPUB 3 (https://www.w3.org/TR/epub-33/): a page for the question and one for each answer.

The same draft gives the same bytes: times in it are those of the thread, its number is made of what is in it.
"""

from __future__ import annotations

import io
import re
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from desktop.documents.containers.drafts import one_line
from desktop.documents.document import FactKind, fact_of
from desktop.documents.picture_kinds import kind_of_picture
from desktop.documents.writing.elements import body, byline, comments, facts_line, item, post, text
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.documents.containers.drafts import ThreadDraft
    from desktop.documents.document import Fact
    from desktop.documents.labels import Labels

_MIMETYPE = b"application/epub+zip"
_CONTAINER = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_EMPTY = "pictures/none.svg"
_EMPTY_PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n'
"""What stands for a picture that the thread doesn't hold, as each has to have a file in the book."""
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip knows: that of every file in it."""
_DAY = re.compile(r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_EARLIEST = "1980-01-01"
_MOST_AUTHORS = 50


class _Page(NamedTuple):
    """A page of the book: the name of its file, what the contents call it, and its XHTML."""

    name: str
    title: str
    markup: str


def as_epub(draft: ThreadDraft, labels: Labels) -> bytes:
    """Return `draft` as an EPUB."""
    pictures = {
        name: f"pictures/{number:04}{kind.ending}"
        for number, (name, data) in enumerate(draft.pictures.items(), 1)
        if (kind := kind_of_picture(data))
    }
    pages = list(_pages(draft, labels, pictures))
    files = {
        **{f"book/{page.name}": page.markup.encode() for page in pages},
        "book/contents.xhtml": _contents(draft, labels, pages).encode(),
        "book/thread.css": resource("styles/thread.css").read_bytes(),
        f"book/{_EMPTY}": _EMPTY_PICTURE,
        **{f"book/{place}": draft.pictures[name] for name, place in pictures.items()},
    }
    number = uuid5(NAMESPACE_URL, sha256(b"\0".join(files.values())).hexdigest())
    package = _package(draft, labels, pages, pictures, f"urn:uuid:{number}")
    return _zipped({"META-INF/container.xml": _CONTAINER, "book/package.opf": package.encode(), **files})


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of `files`, before them the type of the book, which isn't compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _FIRST_MOMENT), _MIMETYPE, zipfile.ZIP_STORED)
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_MOMENT), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


# -- pages ---------------------------------------------------------------------------------------------------


def _pages(draft: ThreadDraft, labels: Labels, pictures: Mapping[str, str]) -> Iterator[_Page]:
    title = one_line(draft.title)

    def picture(name: str) -> str:
        return pictures.get(name, "") if name else _EMPTY

    asked = next((one for one in draft.posts if one.is_question), None)
    inner = f'<header>\n<h1 itemprop="name">{text(title)}</h1>\n{facts_line(draft.facts, labels, marked=False)}'
    if asked is not None:
        inner += byline(asked.author, asked.facts, labels, "p") if asked.author or asked.facts else ""
        inner += body(asked.blocks, picture) + comments(asked.comments, labels, picture)
    yield _Page("question.xhtml", title, _page(labels, title, f"{inner}</header>\n"))
    answers = (one for one in draft.posts if not one.is_question and (one.blocks or one.comments))
    above = f'<p class="facts" itemprop="name">{text(title)}</p>\n' if title else ""
    for number, one in enumerate(answers, 1):
        name = one_line(one.author) or labels.unnamed
        yield _Page(f"answer-{number:04}.xhtml", name, _page(labels, name, above + post(one, labels, picture)))


def _page(labels: Labels, title: str, inner: str) -> str:
    return _document(labels, title, f"<main {item('Question')}>\n{inner}</main>")


def _document(labels: Labels, title: str, inner: str) -> str:
    """Return a page of XHTML; its title is never empty, as the form wants it."""
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{labels.language}" \
xml:lang="{labels.language}">
<head>
<meta charset="utf-8" />
<title>{text(title) or labels.unnamed}</title>
<link rel="stylesheet" type="text/css" href="thread.css" />
</head>
<body>
{inner}
</body>
</html>
"""


def _contents(draft: ThreadDraft, labels: Labels, pages: list[_Page]) -> str:
    rows = "".join(f'<li><a href="{page.name}">{text(page.title) or labels.asked}</a></li>\n' for page in pages)
    inner = f'<nav epub:type="toc" id="toc">\n<h1>{labels.contents}</h1>\n<ol>\n{rows}</ol>\n</nav>'
    return _document(labels, one_line(draft.title) or labels.contents, inner)


# -- what the book says of itself ----------------------------------------------------------------------------


def _package(draft: ThreadDraft, labels: Labels, pages: list[_Page], pictures: Mapping[str, str], number: str) -> str:
    found = ((place, kind_of_picture(draft.pictures[name])) for name, place in pictures.items())
    kinds = [(place, kind.media_type) for place, kind in found if kind]
    manifest = [
        '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="thread.css" media-type="text/css"/>',
        f'<item id="empty" href="{_EMPTY}" media-type="image/svg+xml"/>',
        *(
            f'<item id="page{at}" href="{one.name}" media-type="application/xhtml+xml"/>'
            for at, one in enumerate(pages)
        ),
        *(f'<item id="picture{at}" href="{one}" media-type="{kind}"/>' for at, (one, kind) in enumerate(kinds)),
    ]
    items = "\n".join(manifest)
    spine = "\n".join(f'<itemref idref="page{at}"/>' for at in range(len(pages)))
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="number" xml:lang="{labels.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="number">{number}</dc:identifier>
<dc:title>{text(one_line(draft.title)) or labels.unnamed}</dc:title>
<dc:language>{labels.language}</dc:language>
{_authors_and_source(draft)}<meta property="dcterms:modified">{_latest_day(draft)}T00:00:00Z</meta>
</metadata>
<manifest>
{items}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


def _authors_and_source(draft: ThreadDraft) -> str:
    names = dict.fromkeys(one_line(one.author) for one in draft.posts if one.author and not one.is_question)
    address = fact_of(draft.facts, FactKind.ADDRESS)
    lines = [f"<dc:creator>{text(name)}</dc:creator>\n" for name in list(names)[:_MOST_AUTHORS]]
    return "".join([*lines, *([f"<dc:source>{text(address)}</dc:source>\n"] if address else [])])


def _latest_day(draft: ThreadDraft) -> str:
    """Return the last day on which anything in `draft` was written, in ISO 8601, as far as it says."""
    days = (_DAY.search(fact.words) for one in _posts_and_comments(draft) for fact in one)
    return max((day[0] for day in days if day), default=_EARLIEST)


def _posts_and_comments(draft: ThreadDraft) -> Iterator[list[Fact]]:
    """Yield the facts about times of each post and comment."""
    kinds = {FactKind.TIME, FactKind.EDITED}
    for one in draft.posts:
        yield [fact for fact in one.facts if fact.kind in kinds]
        for comment in one.comments:
            yield [fact for fact in comment.facts if fact.kind in kinds]
