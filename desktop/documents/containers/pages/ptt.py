"""Articles of PTT's web pages (https://www.ptt.cc/bbs/BOARD/M.N.A.X.html): one article with the remarks on it.

The page is the terminal's screen in `#main-content`: `.article-meta-value` for 作者, 標題 and 時間, the words with
lines broken at 78 columns, then a `.push` for each line of a remark (`.push-tag`, `.push-userid`, `.push-content`,
`.push-ipdatetime`). Documented nowhere; PTT's source is at https://github.com/ptt/pttweb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import PostDraft, fact
from desktop.documents.containers.forums.ptt import Remark, body_blocks, comments_of
from desktop.documents.containers.pages.blocks import shown_words
from desktop.documents.document import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import ThreadDraft
    from desktop.documents.containers.pages.page import WebPage

_SKIPPED = ("article-metaline", "article-metaline-right", "push", "f2", "richcontent", "bbs-screen-top")
_NAME = re.compile(r"(\S+)\s*(?:\((.*)\))?\s*$")
_ARTICLE = re.compile(r"https?://www\.ptt\.cc/bbs/\S+\.html")
_WHEN = re.compile(r"\d\d/\d\d(?: \d\d:\d\d)?")
_SIGNATURE = "--"
_LONGEST_NAME = 100


def thread(page: WebPage) -> ThreadDraft | None:
    """Return the article in a page of PTT, None for any other page."""
    main = page.tree.css_first("#main-content")
    if main is None or main.css_first(".article-meta-value, .push") is None:
        return None
    said = {
        shown_words(line.css_first(".article-meta-tag")): shown_words(line.css_first(".article-meta-value"))
        for line in main.css(".article-metaline")
    }
    match = _NAME.match(said.get("作者", "")[:_LONGEST_NAME])
    notes = " ".join(shown_words(node) for node in main.css(".f2"))
    own = _ARTICLE.search(notes)
    facts = (
        *fact(FactKind.NICK, match[2] if match else ""),
        *fact(FactKind.TIME, said.get("時間")),
        *fact(FactKind.ADDRESS, own[0] if own else page.address),
    )
    post = PostDraft(
        match[1] if match else "", body_blocks(_screen(main).split("\n")), comments_of(_remarks(main)), facts
    )
    return page.thread(said.get("標題") or page.meta("og:title"), [post], fact(FactKind.ADDRESS, page.address))


def _screen(main: LexborNode) -> str:
    """Return the words of the article as the terminal shows them, without what the system adds."""
    pieces = [
        node.text_content or "" if node.tag == "-text" else node.text()
        for node in main.iter(include_text=True)
        if not any(name in (node.attributes.get("class") or "").split() for name in _SKIPPED)
    ]
    lines = "".join(pieces).rstrip().split("\n")
    if _SIGNATURE in lines[-8:]:
        lines = lines[: len(lines) - 1 - lines[::-1].index(_SIGNATURE)]
    return "\n".join(lines)


def _remarks(main: LexborNode) -> Iterator[Remark]:
    """Yield the lines of remarks."""
    for push in main.css(".push"):
        name = shown_words(push.css_first(".push-userid"))
        words = shown_words(push.css_first(".push-content")).removeprefix(":").strip()
        when = _WHEN.search(shown_words(push.css_first(".push-ipdatetime")))
        if name or words:
            yield Remark(name, words, shown_words(push.css_first(".push-tag")), when[0] if when else "")
