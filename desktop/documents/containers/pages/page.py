"""A page of the web as it lies on disk: its tree, where it was, and the pictures that came with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from desktop.documents.containers.drafts import ThreadDraft, is_web_address, one_line
from desktop.documents.containers.pages.blocks import ElementBlocks, attribute, shown_words
from desktop.documents.containers.pages.nesting import TooManyTagsError, bounded, without_empty_tags
from desktop.documents.containers.pictures import HeldPictures
from desktop.documents.error import DocumentError, FileReason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.container import Decoded
    from desktop.documents.containers.drafts import BlockDraft, PostDraft
    from desktop.documents.document import Fact

# https://github.com/gildas-lormeau/SingleFile: a comment at the head of the page, "url:" and "saved date:" below it.
_SAVED_FROM = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)")
# What browsers write when they save a page: "<!-- saved from url=(0029)https://example.org/ -->".
_MARK_OF_THE_WEB = re.compile(r"<!--\s*saved from url=\(\d{4}\)(\S+)\s*-->")
# SingleFile keeps a picture that a page has twice in its style sheet: `:root{--sf-img-1:url("data:...")}`.
_GROUPED = re.compile(r"""(--sf-img-\d+)\s*:\s*url\(\s*["']?(data:image/[^"')]+)""")
_HEAD = 4096
_LONGEST_SITE = 60
_SITE = re.compile(r"\s+[-–—|_·•»]\s+[^-–—|·•»]{1,40}$")


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page that was parsed."""

    tree: LexborHTMLParser
    address: str
    """Where it was on the web, "" where it doesn't say."""
    decoded: Decoded
    shelf: HeldPictures = field(default_factory=HeldPictures)

    def blocks(self, *nodes: LexborNode | None) -> tuple[BlockDraft, ...]:
        """Return what is within `nodes`, one after the other."""
        writer = ElementBlocks(self.shelf, self.address)
        for node in nodes:
            writer.write(node)
        return writer.blocks

    def completed(self, address: str) -> str:
        """Return `address` as it is when the page is not there, "" for none."""
        try:
            return urljoin(self.address, address) if address else ""
        except ValueError:
            return ""

    def first_words(self, *selectors: str) -> str:
        """Return the words of the first element that one of `selectors` finds and that has some."""
        found = (shown_words(node) for selector in selectors for node in self.tree.css(selector)[:3])
        return next(filter(None, found), "")

    def meta(self, *names: str) -> str:
        """Return what the page's head says under the first of the `names` that it has."""
        nodes = (self.tree.css_first(f'meta[property="{name}"], meta[name="{name}"]') for name in names)
        return next(filter(None, (one_line(attribute(node, "content")) for node in nodes)), "")

    def thread(self, title: str, posts: Sequence[PostDraft], facts: Iterable[Fact] = ()) -> ThreadDraft:
        """Return a thread that was found in this page."""
        pictures, decoded = self.shelf.pictures, self.decoded
        return ThreadDraft(title, posts, tuple(facts), pictures, decoded.encoding, decoded.unreadable)


def page_of(decoded: Decoded, path: Path, shelf: HeldPictures | None = None, address: str = "") -> WebPage:
    """Return the page whose text `decoded` is; `shelf` has the pictures that came with it.

    `path` is the file to name in a DocumentError, which is raised where the page is too large.
    """
    html = without_empty_tags(decoded.text) if _is_xhtml(decoded.text[:_HEAD]) else decoded.text
    try:
        html = bounded(html)
    except TooManyTagsError as error:
        raise DocumentError(FileReason.TOO_LARGE, path) from error
    tree = LexborHTMLParser(html)
    shelf = shelf or HeldPictures()
    if "--sf-img-" in decoded.text:
        shelf.call(dict(_GROUPED.findall(decoded.text)))
    return WebPage(tree, address or _address(decoded.text[:_HEAD], tree), decoded, shelf)


def body_of(html: str) -> LexborNode | None:
    """Return the body of a piece of a page; None for one that is too large to be parsed."""
    try:
        return LexborHTMLParser(bounded(html)).body
    except TooManyTagsError:
        return None


def without_site(title: str) -> str:
    """Return the `title` of a page without the site's name behind it: "養花 - 知乎" is "養花"."""
    tail = max(len(title) - _LONGEST_SITE, 0)
    return (title[:tail] + _SITE.sub("", title[tail:])).strip() or title


def _is_xhtml(head: str) -> bool:
    return head.lstrip("\ufeff \n").startswith("<?xml") or 'xmlns="http://www.w3.org/1999/xhtml"' in head


def _address(head: str, tree: LexborHTMLParser) -> str:
    """Return the page's address by whoever saved it, else by itself."""
    saved = _SAVED_FROM.search(head) or _MARK_OF_THE_WEB.search(head)
    candidates = [
        unescape(saved[1]) if saved else "",
        attribute(tree.css_first('link[rel="canonical"]'), "href"),
        attribute(tree.css_first('meta[property="og:url"]'), "content"),
        attribute(tree.css_first("base[href]"), "href"),
    ]
    return next(filter(is_web_address, candidates), "")
