"""Pages that zhihuhelp (https://github.com/YaoZeyuan/zhihuhelp) writes, and those in its EPUB.

As its templates have it: `.question-title h1`, then in an outer `.answer` one `.answer` for each, with
`.author-name`, `.author-sign`, `.content`, and `.comment`, which holds no comments but 赞同, 评论, 创建时间 and
最后更新.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import BlockDraft, PostDraft, fact
from desktop.documents.containers.pages.blocks import shown_words
from desktop.documents.containers.pages.zhihu_text import ZhihuBlocks
from desktop.documents.document import BlockKind, FactKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import ThreadDraft
    from desktop.documents.containers.pages.page import WebPage
    from desktop.documents.document import Fact

_FACTS = (
    (FactKind.VOTES, re.compile(r"赞同\s*[:：]\s*(\d+)")),
    (FactKind.REPLIES, re.compile(r"评论\s*[:：]\s*(\d+)")),
    (FactKind.TIME, re.compile(r"创建时间\s*[:：]\s*(\d[\d: -]*\d)")),
    (FactKind.EDITED, re.compile(r"最后更新\s*[:：]\s*(\d[\d: -]*\d)")),
)


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the thread in a page of zhihuhelp, None for any other page.

    A page with several questions is one thread by the first one's name; the others stand above their answers.
    """
    parts = page.tree.css(".question-title h1, .answer .author-name")
    if not any(part.tag == "h1" for part in parts) or all(part.tag == "h1" for part in parts):
        return None
    titles, posts = list[str](), list[PostDraft]()
    for part in parts:
        if part.tag == "h1":
            titles.append(shown_words(part))
        elif (answer := _answer_around(part)) is not None:
            heading = (BlockDraft(titles[-1], BlockKind.HEADING),) if len(titles) > 1 and titles[-1] else ()
            blocks = ZhihuBlocks(page).post([answer.css_first(".content")])
            posts.append(PostDraft(shown_words(part), (*heading, *blocks), (), _facts(answer)))
    return page.thread(titles[0] if titles else "", posts)


def _answer_around(name: LexborNode) -> LexborNode | None:
    node = name.parent
    while node is not None and "answer" not in (node.attributes.get("class") or "").split():
        node = node.parent
    return node


def _facts(answer: LexborNode) -> tuple[Fact, ...]:
    words = " ".join(shown_words(node) for node in answer.css(".comment .info-flex-line span, .comment"))
    found = ((kind, pattern.search(words)) for kind, pattern in _FACTS)
    facts = [one for kind, match in found if match for one in fact(kind, match[1])]
    return (*facts, *fact(FactKind.BADGE, shown_words(answer.css_first(".author-sign"))))
