"""Threads that a page marks as such: microdata of schema.org, questions with answers, or a discussion.

Documented at https://schema.org/Question, https://schema.org/DiscussionForumPosting and, for `itemscope` and
`itemprop`, at https://html.spec.whatwg.org/multipage/microdata.html.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import CommentDraft, PostDraft, fact
from desktop.documents.containers.pages.blocks import attribute, outermost, shown_words
from desktop.documents.containers.pages.page import without_site
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import BlockDraft, ThreadDraft
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact

_QUESTION, _ANSWER = '[itemtype$="schema.org/Question"]', '[itemtype$="schema.org/Answer"]'
_POSTING, _COMMENT = '[itemtype$="schema.org/DiscussionForumPosting"]', '[itemtype$="schema.org/Comment"]'

_DEEPEST = 20


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the thread that is marked in the page, None where none is."""
    question = page.tree.css_first(_QUESTION)
    answers = outermost(page.tree.css(_ANSWER))
    if answers:
        return _thread(page, question, answers)
    posting = page.tree.css_first(_POSTING)
    comments = posting.css(_COMMENT) if posting is not None else []
    if comments:
        around = {comment.mem_id for comment in comments}
        replies = [comment for comment in comments if not _is_within(comment, around)]
        return _thread(page, posting, replies)
    if question is not None and _blocks(page, question):
        return _thread(page, question, ())
    return None


def _thread(page: WebPage, asked: LexborNode | None, answers: Iterable[LexborNode]) -> ThreadDraft:
    title = shown_words(_own(asked, "name")) or shown_words(_own(asked, "headline")) or _title(page)
    first = [] if asked is None else [_post(page, asked, is_question=True)]
    posts = [*first, *(_post(page, answer) for answer in answers)]
    return page.thread(title, posts, fact(FactKind.ADDRESS, page.address))


def _title(page: WebPage) -> str:
    return page.meta("og:title") or page.first_words("h1") or without_site(page.first_words("title"))


def _post(page: WebPage, item: LexborNode, *, is_question: bool = False) -> PostDraft:
    comments = () if is_question and not item.css(_ANSWER) else tuple(_comments(page, item))
    return PostDraft(_author(item), _blocks(page, item), comments, _facts(page, item), is_question=is_question)


def _comments(page: WebPage, item: LexborNode) -> Iterator[CommentDraft]:
    """Yield the comments on `item` itself and those below them, in the order of the page."""
    depths: dict[int, tuple[int, str]] = {item.mem_id: (-1, "")}
    for comment in item.css(_COMMENT):
        if comment.mem_id == item.mem_id:
            continue
        around = _item_around(comment)
        if around is None or around.mem_id not in depths:
            continue
        depth, above = depths[around.mem_id]
        if depth >= _DEEPEST:
            continue
        name = _author(comment)
        depths[comment.mem_id] = depth + 1, name
        to = shown_words(_own(_own(comment, "mentions"), "name")) or above
        yield CommentDraft(name, _blocks(page, comment), to, depth + 1, _facts(page, comment))


def _own(item: LexborNode | None, name: str) -> LexborNode | None:
    """Return what `item` itself, and nothing within it that is an item of its own, has for a property."""
    if item is None:
        return None
    found = (node for node in item.css(f'[itemprop~="{name}"]') if node.mem_id != item.mem_id)
    return next((node for node in found if (around := _item_around(node)) and around.mem_id == item.mem_id), None)


def _item_around(node: LexborNode) -> LexborNode | None:
    around = node.parent
    while around is not None and "itemscope" not in around.attributes and "itemtype" not in around.attributes:
        around = around.parent
    return around


def _is_within(node: LexborNode, items: set[int]) -> bool:
    around = _item_around(node)
    return around is not None and around.mem_id in items


def _author(item: LexborNode) -> str:
    author = _own(item, "author") or _own(item, "creator")
    if author is None:
        return ""
    inner = _own(author, "name")
    return attribute(inner, "content") or shown_words(inner) or attribute(author, "content") or shown_words(author)


def _blocks(page: WebPage, item: LexborNode) -> tuple[BlockDraft, ...]:
    return page.blocks(_own(item, "text") or _own(item, "articleBody") or _own(item, "description"))


def _facts(page: WebPage, item: LexborNode) -> tuple[Fact, ...]:
    def said(name: str) -> str:
        node = _own(item, name)
        return attribute(node, "content") or attribute(node, "datetime") or shown_words(node)

    link = _own(item, "url") or _own(item, "mainEntityOfPage")
    address = attribute(link, "href") or attribute(link, "content")
    author = _own(item, "author")
    return (
        *fact(FactKind.TIME, said("dateCreated") or said("datePublished")),
        *fact(FactKind.EDITED, said("dateModified")),
        *fact(FactKind.VOTES, said("upvoteCount")),
        *fact(FactKind.REPLIES, said("commentCount")),
        *fact(FactKind.ADDRESS, page.completed(address)),
        *fact(FactKind.PLACE, said("contentLocation")),
        *fact(FactKind.FLOOR, said("position")),
        *fact(FactKind.BADGE, shown_words(_own(author, "description"))),
        *fact(FactKind.NICK, shown_words(_own(author, "alternateName"))),
        *fact(FactKind.STANCE, said("disambiguatingDescription")),
    )
