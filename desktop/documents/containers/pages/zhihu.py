"""Saved pages of Zhihu: a question with answers, one answer, or an article; by SingleFile, a browser, or a script.

Zhihu's own elements are documented nowhere; these are the ones that savers rely on: `.AnswerItem` with `data-zop`
(JSON: authorName, itemId, title), `meta[itemprop]` of schema.org, `.QuestionHeader-title`, `.RichText`,
`.CommentItemV2` (until 2021) and `[data-id]` with `.CommentContent` (since); `.Post-Title` of an article. The data
for the page's scripts are another source: of each answer, whichever has more of its words is kept.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from desktop.documents.containers.drafts import PostDraft, fact, one_line
from desktop.documents.containers.pages.blocks import attribute, outermost, shown_words
from desktop.documents.containers.pages.zhihu_comments import comments_in
from desktop.documents.containers.pages.zhihu_data import ZhihuPost, data_of, merged
from desktop.documents.containers.pages.zhihu_text import ZhihuBlocks, counted, itemprop, times
from desktop.documents.document import FactKind
from desktop.documents.moments import CHINA, moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import BlockDraft, ThreadDraft
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.containers.pages.zhihu_data import ZhihuData
    from desktop.documents.document import Fact

# The head of a page says how many messages wait for whoever saved it: "(3 封私信 / 12 条消息) 標題 - 知乎".
_WAITING = re.compile(r"^\s*\(\d+\s*(?:封私信|条消息|條消息)[^)]*\)\s*|^\s*\(\d+[^)]*(?:消息|私信)\)\s*")
_SITE = re.compile(r"\s*-\s*知乎\s*$")
_QUESTION = re.compile(r"zhihu\.com/question/(\d+)")


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the thread of a page of Zhihu, None for any other page."""
    data = data_of(page)
    items = outermost(page.tree.css(".AnswerItem"))
    if items or data.answers:
        return _question(page, items, data)
    if page.tree.css_first(".Post-RichText, .Post-RichTextContainer") or data.articles:
        return _article(page, data)
    return None


def _question(page: WebPage, items: Iterable[LexborNode], data: ZhihuData) -> ThreadDraft:
    shown = [_shown_answer(page, item) for item in items]
    answers = _both(shown, data.answers)
    key = _question_key(page, answers, data)
    known = data.questions.get(key)
    title = (
        page.first_words(".QuestionHeader-title")
        or next((post.title for post in answers if post.title), "")
        or (known.title if known else "")
        or _title_of_head(page)
    )
    asked = _asked(page, known)
    address = f"https://www.zhihu.com/question/{key}" if key else page.address
    others = _others(page, answers)
    posts = [_draft(post, others.get(post.key, ())) for post in answers]
    return page.thread(title, [*asked, *posts], fact(FactKind.ADDRESS, address))


def _draft(post: ZhihuPost, comments: Iterable[Any] = ()) -> PostDraft:
    return PostDraft(post.author, post.blocks, post.comments or tuple(comments), post.facts)


def _asked(page: WebPage, known: ZhihuPost | None) -> list[PostDraft]:
    """Return the question's own text as a post, if it has one."""
    node = page.tree.css_first(".QuestionRichText .RichText, .QuestionRichText, .QuestionHeader-detail .RichText")
    shown = ZhihuBlocks(page).post([node])
    blocks = max(shown, known.blocks if known else (), key=_length)
    if not blocks:
        return []
    return [PostDraft(known.author if known else "", blocks, (), known.facts if known else (), is_question=True)]


def _both(shown: Iterable[ZhihuPost], saved: dict[str, ZhihuPost]) -> list[ZhihuPost]:
    """Return the answers as the page shows them, completed by its data, then those that only the data have."""
    answers: dict[str, ZhihuPost] = {}
    for number, post in enumerate(shown):
        key = post.key or f"#{number}"
        known = answers.get(key)
        answers[key] = post if known is None else _fuller(known, post)
    for key, post in saved.items():
        answers[key] = _fuller(answers[key], post) if key in answers else post
    return list(answers.values())


def _fuller(shown: ZhihuPost, other: ZhihuPost) -> ZhihuPost:
    """Return what two sources say of one answer: the longer text, the more comments, all facts."""
    return ZhihuPost(
        shown.key,
        shown.author or other.author,
        max(shown.blocks, other.blocks, key=_length),
        max(shown.comments, other.comments, key=len),
        merged(other.facts, shown.facts),
        shown.title or other.title,
        shown.question or other.question,
    )


def _length(blocks: tuple[BlockDraft, ...]) -> int:
    return sum(len(block.words) for block in blocks)


def _question_key(page: WebPage, answers: Iterable[ZhihuPost], data: ZhihuData) -> str:
    """Return the id of the question that the page is of, "" where it doesn't say."""
    inner = page.tree.css_first('.QuestionPage meta[itemprop="url"], .QuestionHeader meta[itemprop="url"]')
    match = _QUESTION.search(page.address) or _QUESTION.search(attribute(inner, "content"))
    if match:
        return match[1]
    return next((post.question for post in answers if post.question), next(iter(data.questions), ""))


def _shown_answer(page: WebPage, item: LexborNode) -> ZhihuPost:
    zop = _zop(item)
    key = str(zop.get("itemId") or attribute(item, "name"))
    address = _answer_address(page, item, key)
    match = _QUESTION.search(address)
    texts = item.css(".RichContent-inner .RichText") or item.css('[itemprop="text"], .RichText')
    content = next((node for node in texts if "CommentContent" not in attribute(node, "class")), None)
    return ZhihuPost(
        key,
        _author(item, one_line(str(zop.get("authorName") or ""))),
        ZhihuBlocks(page).post([content]),
        tuple(comments_in(page, item)),
        _shown_facts(item, address),
        one_line(str(zop.get("title") or "")),
        match[1] if match else "",
    )


def _zop(item: LexborNode) -> dict[str, Any]:
    try:
        value = json.loads(attribute(item, "data-zop"))
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _author(item: LexborNode, named: str) -> str:
    author = item.css_first(".AuthorInfo")
    inner = itemprop(author, "name") if author is not None else ""
    return named or inner or shown_words(item.css_first(".AuthorInfo-name, .UserLink-link"))


def _answer_address(page: WebPage, item: LexborNode, key: str) -> str:
    own = next(
        (
            attribute(node, "content")
            for node in item.css('meta[itemprop="url"]')
            if "/answer/" in attribute(node, "content")
        ),
        "",
    )
    question = _QUESTION.search(page.address)
    if own or not question or not key.isdecimal():
        return f"https:{own}" if own.startswith("//") else own
    return f"https://www.zhihu.com/question/{question[1]}/answer/{key}"


def _shown_facts(item: LexborNode, address: str) -> tuple[Fact, ...]:
    """Return what a page shows around a post: times, votes, its address, what its author is known as."""
    written, edited, place = times(" ".join(shown_words(node) for node in item.css(".ContentItem-time")))
    button = item.css_first(".VoteButton--up, .VoteButton")
    votes = itemprop(item, "upvoteCount") or counted(attribute(button, "aria-label") or shown_words(button))
    talk = next((words for words in map(shown_words, item.css("button")) if "评论" in words or "評論" in words), "")
    created, modified = (moment(itemprop(item, name), CHINA) for name in ("dateCreated", "dateModified"))
    changed = modified if modified != created else ""
    return (
        *fact(FactKind.TIME, written or created or moment(itemprop(item, "datePublished"), CHINA)),
        *fact(FactKind.EDITED, edited or changed),
        *fact(FactKind.VOTES, counted(votes)),
        *fact(FactKind.REPLIES, counted(itemprop(item, "commentCount") or talk)),
        *fact(FactKind.ADDRESS, address),
        *fact(FactKind.PLACE, place),
        *fact(FactKind.BADGE, shown_words(item.css_first(".AuthorInfo-badgeText, .AuthorInfo-detail"))),
    )


def _others(page: WebPage, answers: list[ZhihuPost]) -> dict[str, Iterable[Any]]:
    """Return the comments that a dialog shows beside the answers, by the key of the answer that they are on.

    They are on the only answer there is, else on the one that has as many comments as the dialog's title says.
    """
    comments = tuple(comments_in(page, page.tree.body, outside=".AnswerItem"))
    if not comments:
        return {}
    if len(answers) == 1:
        return {answers[0].key: comments}
    said = counted(_dialog_title(page))
    fitting = [
        post for post in answers if said and any(f.kind is FactKind.REPLIES and f.words == said for f in post.facts)
    ]
    return {fitting[0].key: comments} if len(fitting) == 1 else {}


def _dialog_title(page: WebPage) -> str:
    """Return how many comments a dialog says that there are, as "29 条评论"."""
    dialog = page.tree.css_first(".Modal-content, .CommentTopbar, .Modal")
    said = re.search(r"\d[\d,]* ?[条條][评評][论論]", shown_words(dialog))
    return said[0] if said else ""


def _article(page: WebPage, data: ZhihuData) -> ThreadDraft:
    root = page.tree.css_first(".Post-Main, article, .Post-content") or page.tree.body
    node = page.tree.css_first(".Post-RichText, .Post-RichTextContainer .RichText, .Post-RichTextContainer")
    known = next(iter(data.articles.values()), None)
    author = page.first_words(".Post-Author .AuthorInfo-name", ".AuthorInfo-name", ".UserLink-link")
    post = ZhihuPost("", author, ZhihuBlocks(page).post([node]))
    if root is not None:
        post.facts = _shown_facts(root, page.address)
        post.comments = tuple(comments_in(page, page.tree.body))
    if known is not None:
        post = _fuller(post, known)
    title = page.first_words(".Post-Title") or (known.title if known else "") or _title_of_head(page)
    return page.thread(title, [_draft(post)], fact(FactKind.ADDRESS, page.address))


def _title_of_head(page: WebPage) -> str:
    return _SITE.sub("", _WAITING.sub("", page.meta("og:title") or page.first_words("title")))
