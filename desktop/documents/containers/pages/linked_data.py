"""Threads that a page describes as data: JSON-LD of schema.org, `QAPage` and `DiscussionForumPosting`.

Documented at https://schema.org/QAPage and https://schema.org/DiscussionForumPosting; many question sites and forums
write it for search engines. Text may hold HTML.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from desktop.documents.containers.drafts import CommentDraft, PostDraft, fact, one_line, paragraphs
from desktop.documents.containers.pages.page import body_of, without_site
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.documents.containers.drafts import BlockDraft, ThreadDraft
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact

    Thing = dict[str, Any]

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\w{1,8}|[a-zA-Z]{2,8});")
_DEEPEST = 20
_MOST_THINGS = 200_000


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the thread that the page's data describe, None where they describe none."""
    for thing in things(page):
        if is_a(thing, "QAPage"):
            return next((_question(page, main) for main in _things(thing.get("mainEntity"))), None)
        if is_a(thing, "Question") and (thing.get("acceptedAnswer") or thing.get("suggestedAnswer")):
            return _question(page, thing)
        if is_a(thing, "DiscussionForumPosting"):
            return _discussion(page, thing)
    return None


def things(page: WebPage) -> Iterator[Thing]:
    """Yield what the page's data describe, each thing of a list or a graph by itself; nothing from broken data."""
    for script in page.tree.css('script[type="application/ld+json"]'):
        try:
            value = json.loads(script.text())
        except (ValueError, RecursionError):
            continue
        for thing in _things(value):
            yield thing
            yield from _things(thing.get("@graph"))


def is_a(thing: Thing, *kinds: str) -> bool:
    """Tell whether `thing` is of one of `kinds`."""
    said = thing.get("@type")
    types = cast("list[object]", said) if isinstance(said, list) else [said]
    return any(isinstance(one, str) and one.rpartition("/")[2] in kinds for one in types)


def name_in(value: object) -> str:
    """Return the name that a property says, of a person or as bare words; the first of several."""
    if isinstance(value, str):
        return "" if value.startswith(("http://", "https://")) else one_line(value)
    return next((name_in(thing.get("name")) for thing in _things(value)), "")


def text_in(value: object) -> str:
    """Return `value` if it is words or a number."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _question(page: WebPage, question: Thing) -> ThreadDraft:
    given = [*_things(question.get("acceptedAnswer")), *_things(question.get("suggestedAnswer"))]
    asked = _post(page, question, is_question=True)
    title = one_line(text_in(question.get("name"))) or _title(page)
    posts = [asked] if asked.blocks and [block.words for block in asked.blocks] != [title] else []
    return page.thread(
        title, [*posts, *(_post(page, answer) for answer in given)], fact(FactKind.ADDRESS, page.address)
    )


def _discussion(page: WebPage, posting: Thing) -> ThreadDraft:
    """Return a discussion: what is said in reply to it are answers, what is said on those are comments."""
    replies = [_post(page, reply) for reply in _things(posting.get("comment"))]
    title = one_line(text_in(posting.get("headline") or posting.get("name"))) or _title(page)
    first = _post(page, {**posting, "comment": None}, is_question=True)
    return page.thread(title, [first, *replies], fact(FactKind.ADDRESS, page.address))


def _title(page: WebPage) -> str:
    return page.meta("og:title") or page.first_words("h1") or without_site(page.first_words("title"))


def _post(page: WebPage, thing: Thing, *, is_question: bool = False) -> PostDraft:
    comments = tuple(_comments(page, _things(thing.get("comment"))))
    return PostDraft(
        name_in(thing.get("author")), _blocks(page, thing), comments, _facts(thing), is_question=is_question
    )


def _comments(page: WebPage, roots: Iterable[Thing]) -> Iterator[CommentDraft]:
    """Yield `roots` and what is said below each, in the order of reading."""
    waiting = [(thing, 0, "") for thing in reversed(list(roots))]
    while waiting:
        thing, depth, above = waiting.pop()
        name = name_in(thing.get("author"))
        yield CommentDraft(name, _blocks(page, thing), above, depth, _facts(thing))
        if depth < _DEEPEST:
            below = list(_things(thing.get("comment")))
            waiting += ((reply, depth + 1, name) for reply in reversed(below))


def _blocks(page: WebPage, thing: Thing) -> tuple[BlockDraft, ...]:
    words = text_in(thing.get("text") or thing.get("articleBody") or thing.get("description"))
    if not _MARKUP.search(words):
        return paragraphs(words)
    # Line breaks of plain words with some markup among them are meant as such.
    bare = not re.search(r"<(?:p|br|div|ul|ol|pre|h\d|blockquote|table)\b", words, re.IGNORECASE)
    return page.blocks(body_of(words.replace("\n", "<br>") if bare else words))


def _facts(thing: Thing) -> tuple[Fact, ...]:
    return (
        *fact(FactKind.TIME, text_in(thing.get("dateCreated") or thing.get("datePublished"))),
        *fact(FactKind.EDITED, text_in(thing.get("dateModified"))),
        *fact(FactKind.VOTES, text_in(thing.get("upvoteCount"))),
        *fact(FactKind.REPLIES, text_in(thing.get("commentCount"))),
        *fact(FactKind.ADDRESS, text_in(thing.get("url"))),
    )


def _things(value: object) -> Iterator[Thing]:
    """Yield the objects in `value`, which is one or a list of them."""
    for one in cast("list[object]", value)[:_MOST_THINGS] if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield cast("Thing", one)
