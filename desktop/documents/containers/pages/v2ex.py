"""Topics of V2EX: `.header h1`, `.topic_content`, and a `.cell` with the id `r_N` for each reply.

Its page is documented nowhere; these are the classes that its user scripts rely on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import PostDraft, fact
from desktop.documents.containers.pages.blocks import ElementBlocks, attribute, first_shown, outermost, shown_words
from desktop.documents.containers.pages.page import without_site
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import BlockDraft, ThreadDraft
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact

_THANKS = re.compile(r"(?:♥|❤️?|感谢|感謝)\s*(\d+)")


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the topic in a page of V2EX, None for any other page."""
    cells = outermost(page.tree.css('.cell[id^="r_"]'))
    replies = [node for node in cells if node.css_first(".reply_content") is not None]
    content = page.tree.css_first(".topic_content")
    header = page.tree.css_first("#Main .header h1, .header h1")
    if header is None or (not replies and content is None):
        return None
    title = shown_words(header) or without_site(page.first_words("title"))
    posts = [_topic(page, header), *(_reply(page, reply) for reply in replies)]
    return page.thread(title, posts, fact(FactKind.ADDRESS, page.address))


def _topic(page: WebPage, header: LexborNode) -> PostDraft:
    around = header.parent
    author, time = "", ""
    if around is not None:
        names = around.css('small a[href*="/member/"], .gray a[href*="/member/"]')
        author = first_shown(names)
        shown = around.css_first("small span[title], .gray span[title]")
        time = attribute(shown, "title") or shown_words(shown)
    writer = ElementBlocks(page.shelf, page.address)
    for part in page.tree.css(".topic_content"):
        writer.write(part)
    facts = (*fact(FactKind.TIME, time), *fact(FactKind.ADDRESS, page.address))
    return PostDraft(author, writer.blocks, (), facts, is_question=True)


def _reply(page: WebPage, reply: LexborNode) -> PostDraft:
    names = reply.css('strong a[href*="/member/"], a.dark[href*="/member/"], strong a')
    author = first_shown(names)
    return PostDraft(author, _blocks(page, reply), (), _facts(page, reply))


def _blocks(page: WebPage, reply: LexborNode) -> tuple[BlockDraft, ...]:
    return page.blocks(reply.css_first(".reply_content"))


def _facts(page: WebPage, reply: LexborNode) -> tuple[Fact, ...]:
    ago = reply.css_first(".ago")
    small = " ".join(shown_words(node) for node in reply.css(".small, .fade"))
    thanks = _THANKS.search(small)
    heart = reply.css_first('img[src*="heart"]')
    beside = shown_words(heart.parent) if heart is not None else ""
    votes = thanks[1] if thanks else beside if beside.isdecimal() else ""
    base = page.address.split("#")[0]
    return (
        *fact(FactKind.FLOOR, shown_words(reply.css_first(".no"))),
        *fact(FactKind.TIME, attribute(ago, "title") or shown_words(ago)),
        *fact(FactKind.VOTES, votes),
        *fact(FactKind.ADDRESS, f"{base}#{attribute(reply, 'id')}" if base else ""),
        *fact(FactKind.BADGE, shown_words(reply.css_first(".badge"))),
    )
