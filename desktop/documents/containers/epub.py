"""Books as EPUB: each chapter as an answer under its own title; a book of threads as the thread that it is.

https://www.w3.org/TR/epub-33/: a zip with `mimetype`, `META-INF/container.xml`, which names the package (OPF), whose
spine is the order of reading; titles of chapters are in the navigation document or, in EPUB 2, in the NCX. All of
them are read as pages are, not as XML: nothing is declared or expanded there. Names are looked up in the zip alone.
"""

from __future__ import annotations

import io
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from desktop.documents.containers.container import LARGEST_FILE, ThreadFile
from desktop.documents.containers.drafts import BlockDraft, PostDraft, ThreadDraft, fact
from desktop.documents.containers.members import CAN_FAIL, Archive, resolved
from desktop.documents.containers.pages.blocks import attribute, first_shown, shown_words
from desktop.documents.containers.pages.charset import page_text
from desktop.documents.containers.pages.forms import thread_in_page
from desktop.documents.containers.pages.page import page_of
from desktop.documents.containers.pictures import HeldPictures
from desktop.documents.document import BlockKind, FactKind
from desktop.documents.error import DocumentError, FileReason

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.pages.page import WebPage

_MOST_PAGES = 5_000
"""The pages of a book that are read."""
_CONTAINER = "META-INF/container.xml"
_KIND = b"mimetypeapplication/epub+zip"
_ENCRYPTION = "META-INF/encryption.xml"
# Fonts may be garbled, which is no protection of the words: https://www.w3.org/TR/epub-33/#sec-font-obfuscation
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", ""})


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` is a zip that says it is an EPUB, or that has the container of one."""
    if _KIND in file.start[:100]:
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(file.data) if file.member else file.path) as archive:
            return _CONTAINER in archive.namelist()
    except CAN_FAIL:
        return False


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Return the book, or the thread that it is made of. Raises DocumentError.

    The pages themselves say in which encoding they are: it is not the reader's to choose.
    """
    del encoding
    with _opened(file) as archive:
        book = _Book(archive, file)
        if book.is_protected:
            raise DocumentError(FileReason.COPY_PROTECTED, file.path)
        chapters = list(book.chapters())
        return _as_thread(book, chapters) or _as_chapters(book, chapters)


@contextmanager
def _opened(file: ThreadFile) -> Generator[Archive]:
    try:
        opened = zipfile.ZipFile(io.BytesIO(file.data))
    except CAN_FAIL as error:
        raise DocumentError(FileReason.UNREADABLE, file.path) from error
    with opened:
        yield Archive(opened, file.path)


class _Chapter(NamedTuple):
    title: str
    page: WebPage


class _Book:
    """What an EPUB says of itself, and its pages."""

    def __init__(self, archive: Archive, file: ThreadFile) -> None:
        self._archive = archive
        self._file = file
        self.shelf = HeldPictures()
        self._opf = next((attribute(root, "full-path") for root in self._elements(_CONTAINER, "rootfile")), "")
        self._items = {attribute(item, "id"): item for item in self._elements(self._opf, "item")}
        self.title = self._said("title")
        self.author = self._said("creator")
        self.address = self._said("source")
        self._names = self._spine()

    @property
    def is_protected(self) -> bool:
        """Whether pages are encrypted, so that only one vendor's program can read them."""
        for one in self._elements(_ENCRYPTION, "encrypteddata"):
            inner = {(node.tag or "").rpartition(":")[2]: node for node in one.traverse()}
            garbled = attribute(inner.get("encryptionmethod"), "algorithm") in _OF_FONTS
            if not garbled and unquote(attribute(inner.get("cipherreference"), "uri")) in self._names:
                return True
        return False

    def chapters(self) -> Iterator[_Chapter]:
        """Yield the pages in the order of reading with their titles, "" where one goes on with what is before it.

        Raises DocumentError where there are too many words.
        """
        titles = self._titles()
        left = LARGEST_FILE
        for name in self._names:
            self._file.pause()
            page = self._page(name)
            if page is not None:
                left -= len(page.decoded.text)
                if left < 0:
                    raise DocumentError(FileReason.TOO_LARGE, self._file.path)
                yield _Chapter(titles.get(name) or page.first_words("h1", "h2", "h3"), page)

    def _said(self, name: str) -> str:
        return first_shown(self._elements(self._opf, name))

    def _spine(self) -> list[str]:
        """Return the names of the pages in the order of reading, the table of contents left out."""
        items = [self._items.get(attribute(one, "idref")) for one in self._elements(self._opf, "itemref")]
        names = (
            _within(self._opf, attribute(item, "href"))
            for item in items
            if item is not None and attribute(item, "media-type") in _PAGES and not _is_contents(item)
        )
        # Each once: a spine may name the same page any number of times.
        return list(islice(dict.fromkeys(names), _MOST_PAGES))

    def _titles(self) -> dict[str, str]:
        """Return the first title that the tables of contents have for each page."""
        found: dict[str, str] = {}
        for item in self._items.values():
            name = _within(self._opf, attribute(item, "href"))
            entries = _links(self._elements(name, "nav")) if _is_contents(item) else ()
            if attribute(item, "media-type") == "application/x-dtbncx+xml":
                entries = _points(self._elements(name, "navpoint"))
            for title, address in entries:
                found.setdefault(_within(name, address), title)
        return {name: title for name, title in found.items() if title}

    def _elements(self, name: str, kind: str) -> list[LexborNode]:
        """Return the elements of a `kind`, in any namespace, in one of the book's files."""
        page = self._page(name)
        if page is None or page.tree.root is None:
            return []
        return [node for node in page.tree.root.traverse() if (node.tag or "").rpartition(":")[2] == kind]

    def _page(self, name: str) -> WebPage | None:
        data = self._archive.read(name) if name else None
        if data is None:
            return None
        shelf = self.shelf.seen_from(lambda address: self._archive.read(_within(name, address)))
        try:
            decoded = page_text(ThreadFile(self._file.path, name, data), None)
        except DocumentError:  # no words, whatever it is called
            return None
        return page_of(decoded, self._file.path, shelf)


def _is_contents(item: LexborNode) -> bool:
    return "nav" in attribute(item, "properties").split()


def _links(parts: Iterable[LexborNode]) -> Iterator[tuple[str, str]]:
    """Yield what the navigation document of EPUB 3 links to."""
    for part in parts:
        yield from ((shown_words(link), attribute(link, "href")) for link in part.css("a[href]"))


def _points(points: Iterable[LexborNode]) -> Iterator[tuple[str, str]]:
    """Yield what the NCX of EPUB 2 leads to."""
    for point in points:
        yield shown_words(point.css_first("text")), attribute(point.css_first("content"), "src")


def _within(where: str, address: str) -> str:
    """Return the name in the zip of what the file `where` calls `address`."""
    return resolved(where, unquote(address.partition("#")[0]))


def _as_thread(book: _Book, chapters: Iterable[_Chapter]) -> ThreadDraft | None:
    """Return the threads that the pages hold as one, by the question that they are on; None where there are none.

    Where the questions differ, each stands above the first of its answers.
    """
    drafts = [draft for chapter in chapters if (draft := thread_in_page(chapter.page))]
    titles = {draft.title for draft in drafts}
    if not drafts:
        return None
    posts: list[PostDraft] = []
    for one in drafts:
        first, *others = one.posts
        heading = (BlockDraft(one.title, BlockKind.HEADING),) if len(titles) > 1 and one.title else ()
        posts += [replace(first, blocks=(*heading, *first.blocks)), *others]
    title = drafts[0].title if len(titles) == 1 else book.title
    return ThreadDraft(title, posts, fact(FactKind.ADDRESS, book.address), book.shelf.pictures)


def _as_chapters(book: _Book, chapters: Iterable[_Chapter]) -> ThreadDraft:
    """Return each chapter as an answer whose author is its title, so that the sidebar is the table of contents.

    Pages without a title go on with the chapter before; before the first one they are the book's own.
    """
    posts: list[PostDraft] = []
    for chapter in chapters:
        blocks = chapter.page.blocks(chapter.page.tree.body)
        if not blocks:
            continue
        if not chapter.title and posts:
            posts[-1] = replace(posts[-1], blocks=(*posts[-1].blocks, *blocks))
            continue
        named = blocks[0].words == chapter.title and len(blocks) > 1
        posts.append(PostDraft(chapter.title or book.title, blocks[1:] if named else blocks))
    return ThreadDraft(book.title, posts, fact(FactKind.BADGE, book.author), book.shelf.pictures)
