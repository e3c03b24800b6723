"""What Zhihu's pages carry as data for their scripts: `<script id="js-initialData">`, which plain saves keep.

JSON: `initialState.entities` has `questions`, `answers`, `articles`, `comments` by their ids, with `author.name`,
`content` (HTML), `voteupCount`, `createdTime` in seconds. A list of answers there often has more than the page shows.
Keys are as in pages saved since 2017; each may be missing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from desktop.documents.containers.drafts import CommentDraft, fact
from desktop.documents.containers.pages.page import body_of
from desktop.documents.containers.pages.zhihu_text import ZhihuBlocks
from desktop.documents.document import FactKind
from desktop.documents.moments import CHINA, moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborHTMLParser

    from desktop.documents.containers.drafts import BlockDraft
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact

    Entity = dict[str, Any]

_DEEPEST = 20


@dataclass(slots=True)
class ZhihuPost:
    """A question, answer or article as one of the two places of a page has it."""

    key: str
    author: str
    blocks: tuple[BlockDraft, ...] = ()
    comments: tuple[CommentDraft, ...] = ()
    facts: tuple[Fact, ...] = ()
    title: str = ""
    question: str = ""
    """The id of the question that an answer is on."""


@dataclass(slots=True)
class ZhihuData:
    """What the data of a page hold."""

    questions: dict[str, ZhihuPost] = field(default_factory=dict[str, ZhihuPost])
    answers: dict[str, ZhihuPost] = field(default_factory=dict[str, ZhihuPost])
    articles: dict[str, ZhihuPost] = field(default_factory=dict[str, ZhihuPost])


def data_of(page: WebPage) -> ZhihuData:
    """Return what the page's data hold; nothing where there are none, or where they are broken."""
    entities = _entities(page.tree)
    comments = _comments(page, _table(entities, "comments"))
    answers = _table(entities, "answers")
    found = ZhihuData()
    for key, entity in _table(entities, "questions").items():
        found.questions[key] = _post(page, key, entity, "detail", f"https://www.zhihu.com/question/{key}")
    for key, entity in answers.items():
        question = _text(_object(entity, "question").get("id"))
        address = f"https://www.zhihu.com/question/{question}/answer/{key}" if question else ""
        post = _post(page, key, entity, "content", address)
        post.question = question
        post.title = _text(_object(entity, "question").get("title"))
        post.comments = comments.get(key, ()) or (comments.get("", ()) if len(answers) == 1 else ())
        found.answers[key] = post
    for key, entity in _table(entities, "articles").items():
        found.articles[key] = _post(page, key, entity, "content", f"https://zhuanlan.zhihu.com/p/{key}")
        found.articles[key].comments = comments.get(key, ())
    return found


def _entities(tree: LexborHTMLParser) -> Entity:
    script = tree.css_first("script#js-initialData")
    if script is None:
        return {}
    try:
        state = json.loads(script.text())
    except (ValueError, RecursionError):
        return {}
    return _object(_object(state, "initialState"), "entities")


def _post(page: WebPage, key: str, entity: Entity, content: str, address: str) -> ZhihuPost:
    author = _object(entity, "author")
    facts = (
        *fact(FactKind.TIME, moment(entity.get("createdTime", entity.get("created")), CHINA)),
        *fact(FactKind.EDITED, _edited(entity)),
        *fact(FactKind.VOTES, _digits(entity.get("voteupCount"))),
        *fact(FactKind.REPLIES, _digits(entity.get("commentCount"))),
        *fact(FactKind.ADDRESS, address),
        *fact(FactKind.PLACE, _text(entity.get("ipInfo")).removeprefix("IP 属地").strip(" :：")),
        *fact(FactKind.BADGE, _text(author.get("headline"))),
    )
    blocks = _blocks(page, entity.get(content))
    return ZhihuPost(key, _text(author.get("name")), blocks, facts=facts, title=_text(entity.get("title")))


def _edited(entity: Entity) -> str:
    """Return when it was last changed, "" where that was when it was written."""
    written, edited = (
        moment(entity.get(a, entity.get(b)), CHINA)
        for a, b in (("createdTime", "created"), ("updatedTime", "updated"))
    )
    return edited if edited != written else ""


def _comments(page: WebPage, table: dict[str, Entity]) -> dict[str, tuple[CommentDraft, ...]]:
    """Return the comments by the id of what they are on, "" where they don't say; replies follow what they answer."""
    found: dict[str, list[CommentDraft]] = {}
    inner = {_text(_object(child).get("id")) for entity in table.values() for child in _list(entity, "childComments")}
    for key, entity in table.items():
        if key in inner:
            continue
        owner = next(
            (_text(entity[name]) for name in ("answerId", "resourceId", "articleId") if entity.get(name)), ""
        )
        into = found.setdefault(owner, [])
        waiting: list[tuple[Entity, int, str]] = [(entity, 0, "")]
        while waiting:
            one, depth, above = waiting.pop()
            name = _member(one, "author")
            to = _member(one, "replyToAuthor") or _member(one, "replyAuthor") or above
            facts = (
                *fact(FactKind.TIME, moment(one.get("createdTime"), CHINA)),
                *fact(FactKind.VOTES, _digits(one.get("likeCount", one.get("voteCount")))),
            )
            into.append(CommentDraft(name, _blocks(page, one.get("content")), to if depth else "", depth, facts))
            if depth < _DEEPEST:
                waiting += ((_object(child), depth + 1, name) for child in reversed(_list(one, "childComments")))
    return {owner: tuple(comments) for owner, comments in found.items()}


def _blocks(page: WebPage, html: object) -> tuple[BlockDraft, ...]:
    return ZhihuBlocks(page).post([body_of(html)]) if isinstance(html, str) else ()


def _member(entity: Entity, key: str) -> str:
    """Return the name of a comment's author, which older pages keep in `member`."""
    author = _object(entity, key)
    return _text(_object(author, "member").get("name")) or _text(author.get("name"))


def _table(entities: Entity, key: str) -> dict[str, Entity]:
    return {
        name: found for name, entity in _object(entities, key).items() if (found := _object(cast("object", entity)))
    }


def _object(value: object, key: str = "") -> Entity:
    """Return `value`, or what it has for `key`, if that is an object; an empty one if it is anything else."""
    outer = cast("Entity", value) if isinstance(value, dict) else {}
    inner = outer.get(key) if key else outer
    return cast("Entity", inner) if isinstance(inner, dict) else {}


def _list(entity: Entity, key: str) -> list[object]:
    inner = entity.get(key)
    return cast("list[object]", inner) if isinstance(inner, list) else []


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _digits(value: object) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def merged(one: Iterable[Fact], other: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts of `one`, and those of kinds that only `other` has."""
    first = tuple(one)
    return (*first, *(fact for fact in other if all(fact.kind is not known.kind for known in first)))
