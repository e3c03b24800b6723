"""Comments in pages of Zhihu: `.CommentItemV2` until 2021, blocks with `data-id` around `.CommentContent` since."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import CommentDraft, fact
from desktop.documents.containers.pages.blocks import attribute, shown_words
from desktop.documents.containers.pages.zhihu_text import ZhihuBlocks, counted
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact

_CONTENT = ".CommentContent, .CommentItemV2-content, .CommentRichText"
_WHEN = re.compile(
    r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|(?<!\d)\d\d-\d\d(?!\d)|昨天 ?\d\d:\d\d|\d+ ?(?:分钟|小时|天|个月|年)前|刚刚"
)
_PLACE = re.compile(r"IP\s*[属屬]地\s*[:：]?\s*([^\s·・|\d回喜]{2,12})|·\s*(?!IP)([^\s·・\d回喜]{2,8})")
_HIGHEST = 12


def comments_in(page: WebPage, root: LexborNode | None, outside: str = "") -> Iterator[CommentDraft]:
    """Yield the comments within `root`, those `outside` the elements of a selector only, in the page's order."""
    depths: dict[int, tuple[int, str]] = {}
    known: set[int] = set()
    for content in root.css(_CONTENT) if root is not None else ():
        item = _item(content)
        if item is None or item.mem_id in known or (outside and _is_within(item, outside)):
            continue
        known.add(item.mem_id)
        name, to = _names(item, content)
        above = _above(item, depths)
        depth = above[0] + 1 if above else int(bool(to) or "NestComment--child" in _classes_around(item))
        depths[item.mem_id] = depth, name
        blocks = ZhihuBlocks(page).post([content])
        yield CommentDraft(name, blocks, to or (above[1] if above else ""), depth, _facts(item, content))


def _item(content: LexborNode) -> LexborNode | None:
    """Return the comment that `content` is the text of: what is one by its class or `data-id` around it."""
    node = content.parent
    for _ in range(_HIGHEST):
        if node is None:
            return None
        if "data-id" in node.attributes or "CommentItemV2" in attribute(node, "class").split():
            return node
        node = node.parent
    return None


def _above(item: LexborNode, depths: dict[int, tuple[int, str]]) -> tuple[int, str] | None:
    """Return the depth and the author of the comment that `item` lies in."""
    node = item.parent
    for _ in range(_HIGHEST):
        if node is None:
            return None
        if node.mem_id in depths:
            return depths[node.mem_id]
        node = node.parent
    return None


def _classes_around(item: LexborNode) -> str:
    return attribute(item.parent, "class")


def _is_within(node: LexborNode, selector: str) -> bool:
    name = selector.removeprefix(".")
    around = node.parent
    while around is not None:
        if name in attribute(around, "class").split():
            return True
        around = around.parent
    return False


def _names(item: LexborNode, content: LexborNode) -> tuple[str, str]:
    """Return who wrote a comment, and whom it answers: the names before its text, or one after the other."""
    names: list[str] = []
    for node in item.traverse():
        if node.mem_id == content.mem_id:
            break
        if _is_name(node) and (words := shown_words(node)):
            names.append(words)
    return (*names, "", "")[0], (*names, "", "")[1]


def _is_name(node: LexborNode) -> bool:
    """Tell whether `node` is a link to somebody, or the words that stand for somebody without a name."""
    classes = attribute(node, "class").split()
    if node.tag == "a":
        return "UserLink-link" in classes or any(part in attribute(node, "href") for part in ("/people/", "/org/"))
    return "UserLink" in classes and node.css_first("a") is None


def _facts(item: LexborNode, content: LexborNode) -> tuple[Fact, ...]:
    """Return the time, the place and the votes that stand below a comment's text, or beside its author's name."""
    time = item.css_first(".CommentItemV2-time")
    below = content.next
    words = shown_words(time) or shown_words(below)
    when = _WHEN.search(words)
    place = _PLACE.search(shown_words(below)) if below is not None else None
    like = item.css_first(".CommentItemV2-likeBtn") or (below.css_first("button:last-child") if below else None)
    return (
        *fact(FactKind.TIME, when[0] if when else words if time is not None else ""),
        *fact(FactKind.VOTES, counted(shown_words(like))),
        *fact(FactKind.PLACE, (place[1] or place[2]) if place else ""),
    )
