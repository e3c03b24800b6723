"""Articles of PTT's web pages (https://www.ptt.cc/bbs/BOARD/M.N.A.X.html): one article with the remarks on it.

The page is the terminal's screen in `#main-content`: `.article-meta-value` for 作者, 標題 and 時間, the words with
lines broken at 78 columns, then a `.push` for each line of a remark (`.push-tag`, `.push-userid`, `.push-content`,
`.push-ipdatetime`). Documented nowhere; PTT's source is at https://github.com/ptt/pttweb.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import BlockWriter, CommentDraft, PostDraft, fact, paragraphs
from desktop.documents.containers.pages.blocks import shown_words
from desktop.documents.document import BlockKind, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborNode

    from desktop.documents.containers.drafts import BlockDraft, ThreadDraft
    from desktop.documents.containers.pages.page import WebPage

_SKIPPED = ("article-metaline", "article-metaline-right", "push", "f2", "richcontent", "bbs-screen-top")
_NAME = re.compile(r"(\S+)\s*(?:\((.*)\))?\s*$")
_ARTICLE = re.compile(r"https?://www\.ptt\.cc/bbs/\S+\.html")
_WHEN = re.compile(r"\d\d/\d\d(?: \d\d:\d\d)?")
_SIGNATURE = "--"
_LONGEST_NAME = 100
# Lines are broken at 78 columns, words that don't fit go to the next line; a shorter line was ended by its author.
_FULL = 68
_WIDE = frozenset({"W", "F", "A"})


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
    post = PostDraft(match[1] if match else "", _blocks(_screen(main)), tuple(_remarks(main)), facts)
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


def _blocks(screen: str) -> tuple[BlockDraft, ...]:
    """Return the paragraphs of a text whose lines were broken by the terminal; lines of `: ` are quotes."""
    writer = BlockWriter()
    for line in _joined(screen.split("\n")):
        quoted = re.match(r"(?:: ?)+", line)
        if quoted:
            writer.begin(BlockKind.QUOTE, quoted[0].count(":"))
        writer.words(line[quoted.end() :] if quoted else line)
        writer.end_block()
        if quoted:
            writer.end()
    return writer.blocks


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield `lines`, those that follow a full one joined to it."""
    pieces: list[str] = []
    for line in lines:
        if pieces and (not line.strip() or line.startswith((":", " ", "\u3000")) or _width(pieces[-1]) < _FULL):
            yield "\n".join(pieces)
            pieces = []
        pieces.append(line)
    yield "\n".join(pieces)


def _width(line: str) -> int:
    """Return how many columns a terminal shows `line` in."""
    return sum(2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in line.rstrip())


def _remarks(main: LexborNode) -> Iterator[CommentDraft]:
    """Yield the remarks; lines by one person in a row are one."""
    for name, group in groupby(main.css(".push"), lambda push: shown_words(push.css_first(".push-userid"))):
        lines = list(group)
        words = "\n".join(shown_words(line.css_first(".push-content")).removeprefix(":").strip() for line in lines)
        when = _WHEN.search(shown_words(lines[0].css_first(".push-ipdatetime")))
        facts = (
            *fact(FactKind.STANCE, shown_words(lines[0].css_first(".push-tag"))),
            *fact(FactKind.TIME, when[0] if when else ""),
        )
        if name or words:
            yield CommentDraft(name, paragraphs(words), facts=facts)
