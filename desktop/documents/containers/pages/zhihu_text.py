"""What Zhihu's own elements are to a reader, and how it writes times, numbers and addresses.

Seen in its pages and in what its editor makes: formulas (`span.ztext-math[data-tex]`, `img[eeimg]`), cards of links
(`a.LinkCard`, `a[data-draft-type=link-card]`), notes (`sup[data-draft-type=reference]`), words that its search links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from desktop.documents.amounts import amount_in
from desktop.documents.containers.drafts import one_line
from desktop.documents.containers.pages.blocks import ElementBlocks, attribute, shown_words
from desktop.documents.document import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import BlockDraft
    from desktop.documents.containers.pages.blocks import Attributes
    from desktop.documents.containers.pages.page import WebPage

_TIME = re.compile(
    r"(发布于|發佈於|發布於|编辑于|編輯於|修改于|Posted|Edited)\D{0,6}(\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d)?)"
)
_PLACE = re.compile(r"IP\s*(?:属地|屬地|归属地)?\s*[:：]?\s*([^\s·・|,，]{2,12})")
_EDITED = ("编辑", "編輯", "修改", "Edited")
_OF_THE_SITE = re.compile(
    r"ADLinkCard|EduCard|MCNLinkCard|ReferenceList-backLink|RichText-CatalogBar|VideoCard-layout"
)


class ZhihuBlocks(ElementBlocks):
    """Writes a text that Zhihu's editor made."""

    def __init__(self, page: WebPage) -> None:
        super().__init__(page.shelf, page.address or "https://www.zhihu.com/")
        self._notes: dict[str, str] = {}
        self._has_notes = False

    def post(self, roots: Iterable[LexborNode | None]) -> tuple[BlockDraft, ...]:
        """Return what is within `roots` as the blocks of a post, its notes at the end if they are nowhere else."""
        for root in roots:
            self.write(root)
        if not self._has_notes:
            for mark, words in self._notes.items():
                self.writer.end_block()
                self.writer.words(f"{mark} {words}")
        return self.blocks

    def special(self, tag: str, node: LexborNode, attributes: Attributes) -> bool:
        """Write formulas as TeX and cards as the link that they are; remember notes; leave out Zhihu's own links."""
        classes = attributes.get("class") or ""
        if _OF_THE_SITE.search(classes):
            return True
        if tex := attributes.get("data-tex"):
            self.writer.words(tex)
            return True
        if tag == "a":
            return self._card(node, attributes, classes)
        if tag == "sup" and attributes.get("data-draft-type") == "reference":
            note = " ".join(filter(None, (attributes.get("data-text"), attributes.get("data-url"))))
            self._notes[shown_words(node)] = one_line(note)
        self._has_notes = self._has_notes or (tag == "ol" and "ReferenceList" in classes)
        return False

    def link(self, address: str) -> str:
        """Return where `address` leads behind Zhihu's own page of warning."""
        whole = super().link(address)
        if "link.zhihu.com" not in whole:
            return whole
        try:
            return parse_qs(urlsplit(whole).query).get("target", [whole])[0]
        except ValueError:
            return whole

    def _card(self, node: LexborNode, attributes: Attributes, classes: str) -> bool:
        if "RichContent-EntityWord" in classes:
            self.writer.words(node.text())
            return True
        if "LinkCard" not in classes and attributes.get("data-draft-type") != "link-card":
            return False
        title = shown_words(node.css_first(".LinkCard-title")) or attributes.get("data-text") or node.text()
        self.writer.end_block()
        self.writer.begin_run(RunKind.LINK, self.link(attributes.get("href") or ""))
        self.writer.words(title)
        self.writer.end_run()
        self.writer.end_block()
        return True


def counted(words: str) -> str:
    """Return the first number in `words` in digits: "1,234" is 1234, "1.2 万" is 12000; "" where there is none."""
    amount = amount_in(words)
    return "" if amount is None else str(amount)


def times(words: str) -> tuple[str, str, str]:
    """Return when a post was written, when edited, and from where, out of what Zhihu writes below it; "" for each."""
    written = edited = ""
    for verb, when in _TIME.findall(words):
        if verb in _EDITED or verb.startswith(_EDITED):
            edited = edited or when
        else:
            written = written or when
    place = _PLACE.search(words)
    return written, edited, place[1] if place else ""


def itemprop(node: LexborNode, name: str) -> str:
    """Return what the first `meta` within `node` says for the property `name`, "" where there is none."""
    return attribute(node.css_first(f'meta[itemprop="{name}"]'), "content")
