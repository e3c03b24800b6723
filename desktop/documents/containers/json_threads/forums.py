"""What crawlers of forums write and what forums' own interfaces return, as threads.

- PTT: ptt-web-crawler (https://github.com/jwlin/ptt-web-crawler) and its forks: `article_title`, `author`, `content`,
  `messages` with `push_userid`.
- Discourse (https://docs.discourse.org): `/t/ID.json` with `post_stream.posts`, whose `cooked` is HTML.
- V2EX (https://www.v2ex.com/help/api): a topic and its replies, with `member.username` and `content_rendered`.
- Zhihu's answers: `data` with `author.name`, `content` in HTML, `voteup_count` and `question.title`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import CommentDraft, PostDraft, ThreadDraft, fact, paragraphs
from desktop.documents.containers.forums.ptt import (
    PttUser,
    Remark,
    body_blocks,
    comments_of,
    ptt_user,
    without_colours,
)
from desktop.documents.containers.json_threads.values import as_object, first, objects
from desktop.documents.containers.markup import blocks_of_markup
from desktop.documents.document import FactKind
from desktop.documents.moments import CHINA, moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.documents.containers.json_threads.values import JsonObject
    from desktop.documents.document import Fact


def ptt_threads(value: object) -> Iterator[ThreadDraft]:
    """Yield the posts of PTT in `value`: one, a list of them, or the crawler's `{"articles": [...]}`."""
    for article in _listed(value, "articles"):
        if "messages" in article and "article_title" in article:
            yield _ptt_thread(article)


def _ptt_thread(article: JsonObject) -> ThreadDraft:
    written = first(article, "author")
    author = ptt_user(written) or PttUser(written)
    remarks = (
        Remark(
            first(message, "push_userid"),
            first(message, "push_content").removeprefix(":").strip(),
            first(message, "push_tag"),
            first(message, "push_ipdatetime"),
        )
        for message in objects(article.get("messages"))
    )
    facts = (
        *fact(FactKind.TIME, first(article, "date")),
        *fact(FactKind.PLACE, first(article, "ip")),
        *fact(FactKind.ADDRESS, first(article, "url")),
        *author.facts,
    )
    body = without_colours(first(article, "content")).split("\n")
    post = PostDraft(author.id, body_blocks(body), comments_of(remarks), facts)
    return ThreadDraft(first(article, "article_title"), [post])


def discourse_threads(value: object) -> Iterator[ThreadDraft]:
    """Yield the topics of Discourse in `value`: the first post asks, replies to a later one are comments on it."""
    for topic in _listed(value, "topics"):
        posts = list(objects(as_object(topic.get("post_stream")).get("posts")))
        if any("cooked" in post for post in posts):
            yield ThreadDraft(first(topic, "title"), _discourse_posts(posts))


def _discourse_posts(posts: Sequence[JsonObject]) -> list[PostDraft]:
    by_number = {first(post, "post_number"): post for post in posts}
    top = first(posts[0], "post_number")
    answers: dict[str, list[CommentDraft]] = {}
    roots: dict[str, tuple[str, int]] = {}
    for number, post in by_number.items():
        replied = first(post, "reply_to_post_number")
        root, depth = roots.get(replied, (number, -1)) if replied != top else (number, -1)
        roots[number] = (root, depth + 1)
        if root == number:
            answers[number] = []
        else:
            to = first(by_number[replied], "username")
            blocks = blocks_of_markup(first(post, "cooked"))
            answers[root].append(CommentDraft(_discourse_name(post), blocks, to, depth, _discourse_facts(post)))
    return [
        PostDraft(
            _discourse_name(by_number[number]),
            blocks_of_markup(first(by_number[number], "cooked")),
            comments,
            _discourse_facts(by_number[number]),
            is_question=number == top and len(answers) > 1,
        )
        for number, comments in answers.items()
    ]


def _discourse_name(post: JsonObject) -> str:
    return first(post, "username", "name")


def _discourse_facts(post: JsonObject) -> tuple[Fact, ...]:
    name, written, changed = (first(post, key) for key in ("name", "created_at", "updated_at"))
    return (
        *fact(FactKind.FLOOR, first(post, "post_number")),
        *fact(FactKind.TIME, written),
        *(fact(FactKind.EDITED, changed) if changed != written else ()),
        *fact(FactKind.VOTES, _likes(post)),
        *fact(FactKind.REPLIES, first(post, "reply_count")),
        *fact(FactKind.BADGE, first(post, "user_title")),
        *(fact(FactKind.NICK, name) if name != first(post, "username") else ()),
    )


def _likes(post: JsonObject) -> str:
    summaries = objects(post.get("actions_summary"))
    return next((first(one, "count") for one in summaries if one.get("id") == _LIKE), "") or first(post, "like_count")


_LIKE = 2
"""What Discourse numbers the action by, in `actions_summary`."""


def v2ex_threads(value: object) -> Iterator[ThreadDraft]:
    """Yield the topic of V2EX in `value`: `{"topic": ..., "replies": [...]}`, or a list of replies or the topic.

    The second version of the interface wraps what it returns in `result`.
    """
    source = as_object(value)
    replies: object = source.get("replies", source.get("result", value))
    topic = as_object(source.get("topic")) or (source if "title" in source else {})
    found = [one for one in objects(replies) if "member" in one]
    if not topic and found and "title" in found[0]:
        topic, found = found[0], found[1:]
    if not found and "member" not in topic:
        return
    posts = [_v2ex_post(topic, is_question=bool(found))] if topic else []
    yield ThreadDraft(first(topic, "title"), [*posts, *(_v2ex_post(one) for one in found)])


def _v2ex_post(post: JsonObject, *, is_question: bool = False) -> PostDraft:
    rendered = first(post, "content_rendered")
    blocks = blocks_of_markup(rendered) if rendered else paragraphs(first(post, "content"))
    facts = (
        *fact(FactKind.FLOOR, first(post, "floor", "no")),
        *fact(FactKind.TIME, moment(post.get("created"))),
        *fact(FactKind.VOTES, first(post, "thanks", "likes")),
        *fact(FactKind.ADDRESS, first(post, "url")),
    )
    return PostDraft(first(post, "member.username"), blocks, facts=facts, is_question=is_question)


def zhihu_threads(value: object) -> Iterator[ThreadDraft]:
    """Yield the questions of Zhihu in `value`, whose answers are in `data`, in a list, or one alone."""
    titles: dict[str, list[PostDraft]] = {}
    for entry in _listed(value, "data", "answers"):
        answer = as_object(entry.get("target")) or entry
        if "content" in answer and "name" in as_object(answer.get("author")):
            title = first(answer, "question.title", "question.name", "title")
            titles.setdefault(title, []).append(_zhihu_post(answer))
    yield from (ThreadDraft(title, posts) for title, posts in titles.items())


def _zhihu_post(answer: JsonObject) -> PostDraft:
    facts = (
        *fact(FactKind.TIME, moment(answer.get("created_time"), CHINA)),
        *fact(FactKind.EDITED, moment(answer.get("updated_time"), CHINA)),
        *fact(FactKind.VOTES, first(answer, "voteup_count")),
        *fact(FactKind.REPLIES, first(answer, "comment_count")),
        *fact(FactKind.ADDRESS, _zhihu_address(answer)),
        *fact(FactKind.BADGE, first(answer, "author.headline")),
    )
    comments = [
        CommentDraft(first(one, "author.name", "author.member.name"), blocks_of_markup(first(one, "content")))
        for one in objects(answer.get("comments"))
    ]
    return PostDraft(first(answer, "author.name"), blocks_of_markup(first(answer, "content")), comments, facts)


def _zhihu_address(answer: JsonObject) -> str:
    """Return where an answer stands; what the interface calls its `url` is the interface's own."""
    question, number = first(answer, "question.id"), first(answer, "id")
    if question and number:
        return f"https://www.zhihu.com/question/{question}/answer/{number}"
    return first(answer, "url")


def _listed(value: object, *keys: str) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a list, of the list that one of `keys` of an object has, or the object itself."""
    source = as_object(value)
    inner = next((source[key] for key in keys if isinstance(source.get(key), list)), None)
    if inner is not None:
        yield from objects(inner)
    elif source:
        yield source
    else:
        yield from objects(value)
