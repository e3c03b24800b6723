"""Questions of Stack Exchange sites: `.question`, `.answer[data-answerid]`, `.comments-list`.

The classes are those of its own stylesheet, https://stackoverflow.design, and of its pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import CommentDraft, PostDraft, fact
from desktop.documents.containers.pages.blocks import attribute, outermost, shown_words
from desktop.documents.containers.pages.page import without_site
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import ThreadDraft
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the question in a page of Stack Exchange, None for any other page."""
    question = page.tree.css_first("#question, .question[data-questionid]")
    answers = outermost(page.tree.css(".answer[data-answerid]"))
    if question is None or question.css_first(".js-post-body, .s-prose, .post-text") is None:
        return None
    title = page.first_words("#question-header h1", "h1[itemprop=name]") or without_site(page.first_words("title"))
    posts = [_post(page, question, is_question=True), *(_post(page, answer) for answer in answers)]
    return page.thread(title, posts, fact(FactKind.ADDRESS, page.address))


def _post(page: WebPage, post: LexborNode, *, is_question: bool = False) -> PostDraft:
    body = post.css_first(".js-post-body, .s-prose, .post-text")
    comments = tuple(_comments(page, post))
    return PostDraft(_author(post), page.blocks(body), comments, _facts(page, post), is_question=is_question)


def _author(post: LexborNode) -> str:
    """Return who wrote a post: the last of the signatures, since an editor's stands before the author's."""
    marked = post.css(".post-signature [itemprop=author] [itemprop=name], .post-signature [itemprop=author] a")
    signed = post.css(".post-signature.owner .user-details a") or post.css(".post-signature .user-details a")
    names = [shown_words(node) for node in (*marked, *reversed(signed))]
    details = post.css(".post-signature .user-details")
    return next(filter(None, names), shown_words(details[-1]) if details else "")


def _comments(page: WebPage, post: LexborNode) -> Iterator[CommentDraft]:
    for comment in post.css(".comments-list .comment"):
        time = comment.css_first(".comment-date [title]")
        facts = (
            *fact(FactKind.TIME, attribute(time, "title").split(",")[0]),
            *fact(FactKind.VOTES, shown_words(comment.css_first(".comment-score"))),
        )
        name = shown_words(comment.css_first(".comment-user"))
        yield CommentDraft(name, page.blocks(comment.css_first(".comment-copy")), facts=facts)


def _facts(page: WebPage, post: LexborNode) -> tuple[Fact, ...]:
    votes = post.css_first(".js-vote-count")
    times = post.css(".post-signature .user-action-time [title]")
    share = post.css_first("a.js-share-link")
    return (
        *fact(FactKind.TIME, attribute(times[-1], "title") if times else ""),
        *fact(FactKind.EDITED, attribute(times[0], "title") if len(times) > 1 else ""),
        *fact(FactKind.VOTES, attribute(votes, "data-value") or shown_words(votes)),
        *fact(FactKind.ADDRESS, page.completed(attribute(share, "href")) if share is not None else ""),
    )
