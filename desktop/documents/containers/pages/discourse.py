"""Topics of Discourse forums: the page that its application draws, and the one for browsers without scripts.

Its templates are at https://github.com/discourse/discourse: `.topic-post` with `article[data-post-id]`, `.names`,
`.cooked`; and `.crawler-post` with microdata (app/views/topics/show.html.erb).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import PostDraft, fact
from desktop.documents.containers.pages.blocks import attribute, first_shown, outermost, shown_words
from desktop.documents.containers.pages.page import without_site
from desktop.documents.document import FactKind
from desktop.documents.moments import moment

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import ThreadDraft
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact

_FURNITURE = (
    ".cooked .lightbox .meta, .cooked .quote-controls, .cooked .badge-notification, .cooked .clicks, "
    ".cooked a.anchor, .cooked .codeblock-button-wrapper, .cooked-selection-barrier"
)
_NAMES = ".names .username a, .names .first a, .names a, .creator [itemprop=name], .creator a, [itemprop=author]"


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the topic in a page of Discourse, None for any other page."""
    articles = page.tree.css(".topic-post article[data-post-id]") or page.tree.css("article[data-post-id]")
    posts = outermost(articles or page.tree.css(".crawler-post"))
    if not posts:
        return None
    for node in page.tree.css(_FURNITURE):
        node.decompose()
    title = page.first_words("#topic-title h1 .fancy-title", ".fancy-title", "#topic-title h1 a", "#topic-title h1")
    title = title or page.meta("og:title") or without_site(page.first_words("title"))
    drafts = [_post(page, post) for post in posts]
    return page.thread(title, drafts, fact(FactKind.ADDRESS, page.address))


def _post(page: WebPage, post: LexborNode) -> PostDraft:
    floor = _floor(post)
    body = post.css_first(".cooked, .post[itemprop=text], .post[itemprop=articleBody], .post")
    return PostDraft(
        first_shown(post.css(_NAMES)), page.blocks(body), (), _facts(page, post, floor), is_question=floor == "1"
    )


def _floor(post: LexborNode) -> str:
    said = attribute(post, "data-post-number") or shown_words(
        post.css_first(".crawler-post-infos [itemprop=position]")
    )
    match = re.search(r"\d+", said or attribute(post, "id"))
    return match[0] if match else ""


def _facts(page: WebPage, post: LexborNode, floor: str) -> tuple[Fact, ...]:
    likes = shown_words(post.css_first(".like-count, .post-likes, .likes"))
    count = re.search(r"\d+", likes)
    link = post.css_first("a.post-date, .post-date a, a.post-number")
    topic = re.sub(r"(/t/[^?#]*?/\d+)(?:/\d+)?/?(?:[?#].*)?$", r"\1", page.address)
    address = page.completed(attribute(link, "href") or attribute(link, "data-share-url"))
    return (
        *fact(FactKind.FLOOR, floor),
        *fact(FactKind.TIME, _time(post)),
        *fact(FactKind.VOTES, count[0] if count else ""),
        *fact(FactKind.ADDRESS, address or (f"{topic}/{floor}" if topic and floor else "")),
        *fact(FactKind.BADGE, shown_words(post.css_first(".names .user-title"))),
    )


def _time(post: LexborNode) -> str:
    """Return when a post was written: its own time, or that of a relative date in milliseconds since 1970."""
    time = post.css_first("time[datetime]")
    if time is not None:
        return attribute(time, "datetime")
    date = post.css_first(".relative-date[data-time]")
    stamp = attribute(date, "data-time")
    written = moment(int(stamp)) if re.fullmatch(r"\d{1,15}", stamp) else ""
    return written or attribute(date, "title") or shown_words(date)
