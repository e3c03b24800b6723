"""The parts of a thread as elements that are HTML and XML alike, for pages and books.

What each part is, is said by microdata of schema.org (https://schema.org/Question, /Answer, /Comment), from which it
is read again. All words are escaped; no address but those of the web and of pictures is in an attribute.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import one_line
from desktop.documents.document import BlockKind, FactKind, RunKind
from desktop.documents.writing.marks import cells_of, pieces_of
from desktop.documents.writing.written import parted_marker, words_of_figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.documents.containers.drafts import BlockDraft, CommentDraft, PostDraft, RunDraft
    from desktop.documents.document import Fact
    from desktop.documents.labels import Labels

    PictureAddress = Callable[[str], str]
    """What gives the address of a picture by its name, "" where there is none; for "" that of an empty one."""

_SCHEMA = "https://schema.org/"
_RUNS = {RunKind.BOLD: "strong", RunKind.EMPHASIS: "em", RunKind.CODE: "code"}
_PROPERTIES = {
    FactKind.TIME: "dateCreated",
    FactKind.EDITED: "dateModified",
    FactKind.VOTES: "upvoteCount",
    FactKind.REPLIES: "commentCount",
    FactKind.ADDRESS: "url",
    FactKind.PLACE: "contentLocation",
    FactKind.FLOOR: "position",
    FactKind.STANCE: "disambiguatingDescription",
}
_OF_AUTHORS = {FactKind.BADGE: "description", FactKind.NICK: "alternateName"}
# What HTML and XML can't have; the rest of the controls are none of anybody's words either.
_NEVER = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPOKEN = re.compile(r"\w.*\w", re.DOTALL)
"""Alternative words that no reader takes for a small picture within a line."""


def text(words: str) -> str:
    """Return `words` as text or the value of an attribute."""
    return escape(_NEVER.sub("\ufffd", words))


def item(kind: str) -> str:
    """Return the attributes of an element that is one thing of a `kind` of schema.org."""
    return f'itemscope="" itemtype="{_SCHEMA}{kind}"'


def byline(name: str, facts: Sequence[Fact], labels: Labels, tag: str, to: str = "") -> str:
    """Return whose words follow, as a heading `tag`, and the facts about them."""
    of_author = [fact for fact in facts if fact.kind in _OF_AUTHORS]
    about = "".join(
        f' <span class="known" itemprop="{_OF_AUTHORS[fact.kind]}">{text(fact.words)}</span>' for fact in of_author
    )
    shown = one_line(name)
    inner = f'<span itemprop="name">{text(shown)}</span>' if shown else text(labels.unnamed)
    author = f'<span itemprop="author" {item("Person")}>{inner}{about}</span>' if shown else inner
    answered = (
        f' › <span itemprop="mentions" {item("Person")}><span itemprop="name">{text(one_line(to))}</span></span>'
        if to
        else ""
    )
    return f"<{tag}>{author}{answered}</{tag}>\n{facts_line(facts, labels)}"


def facts_line(facts: Iterable[Fact], labels: Labels, *, marked: bool = True) -> str:
    """Return what is said about a post as a line; "" for nothing. About a thread it isn't `marked` as of the post."""
    said = [_fact(fact, labels, marked=marked) for fact in facts if fact.kind in _PROPERTIES]
    return f'<p class="facts">{" · ".join(said)}</p>\n' if said else ""


def _fact(fact: Fact, labels: Labels, *, marked: bool) -> str:
    label, words = labels.facts[fact.kind], text(fact.words)
    name = f' itemprop="{_PROPERTIES[fact.kind]}"' if marked else ""
    if fact.kind is FactKind.ADDRESS:
        return f'<a{name} href="{words}">{label}</a>'
    return f"{label}{labels.colon}<span{name}>{words}</span>"


def post(draft: PostDraft, labels: Labels, picture: PictureAddress, anchor: str = "") -> str:
    """Return an answer with its comments as an element."""
    name = f' id="{anchor}"' if anchor else ""
    return (
        f'<article class="answer"{name} itemprop="suggestedAnswer" {item("Answer")}>\n'
        f"{byline(draft.author, draft.facts, labels, 'h2')}{body(draft.blocks, picture)}"
        f"{comments(draft.comments, labels, picture)}</article>\n"
    )


def comments(drafts: Sequence[CommentDraft], labels: Labels, picture: PictureAddress) -> str:
    """Return `drafts` one within the other as their depths say, "" for none."""
    if not drafts:
        return ""
    parts = [f'<section class="comments">\n<h3>{labels.comments}</h3>\n']
    deep = 0
    for draft in drafts:
        depth = min(draft.depth, deep)
        parts.append("</article>\n" * (deep - depth))
        parts.append(
            f'<article itemprop="comment" {item("Comment")}>\n'
            f"{byline(draft.author, draft.facts, labels, 'h4', draft.to)}{body(draft.blocks, picture)}"
        )
        deep = depth + 1
    return "".join([*parts, "</article>\n" * deep, "</section>\n"])


def body(blocks: Sequence[BlockDraft], picture: PictureAddress) -> str:
    """Return the words of a post as an element, "" for none."""
    inner = "".join(_elements(blocks, picture))
    return f'<div class="words" itemprop="text">\n{inner}</div>\n' if inner else ""


# -- blocks --------------------------------------------------------------------------------------------------


def _elements(blocks: Iterable[BlockDraft], picture: PictureAddress) -> Iterator[str]:
    """Yield the elements of `blocks`; what holds several (lists, tables) is begun and ended as they come."""
    lists = _Lists()
    rows = False
    for block in blocks:
        if block.kind is not BlockKind.ITEM:
            yield lists.up_to(0)
        if (block.kind is BlockKind.ROW) is not rows:
            rows = not rows
            yield "<table>\n" if rows else "</table>\n"
        yield lists.item(block) if block.kind is BlockKind.ITEM else _element(block, picture)
    yield lists.up_to(0) + ("</table>\n" if rows else "")


def _element(block: BlockDraft, picture: PictureAddress) -> str:
    words = marked_words(block.words, block.runs)
    match block.kind:
        case BlockKind.HEADING:
            tag = f"h{max(1, min(block.level, 6))}"
            return f"<{tag}>{words}</{tag}>\n"
        case BlockKind.QUOTE:
            level = max(block.level, 1)
            return f"{'<blockquote>' * level}<p>{words}</p>{'</blockquote>' * level}\n"
        case BlockKind.CODE:
            return f"<pre><code>{text(block.words)}</code></pre>\n"
        case BlockKind.ROW:
            return f"<tr>{''.join(f'<td>{marked_words(*cell)}</td>' for cell in cells_of(block))}</tr>\n"
        case BlockKind.FIGURE:
            return _figure(block, picture(block.picture) if block.picture else "", picture(""))
        case _:
            return f"<p>{words}</p>\n"


def _figure(block: BlockDraft, address: str, empty: str) -> str:
    """Return a figure: its picture with its words for those who don't see it, else the words alone, in a frame.

    An `empty` picture says then that it is a figure.
    """
    words = text(words_of_figure(block))
    if address and _SPOKEN.fullmatch(words):
        return f'<figure><img alt="{words}" src="{address}" /></figure>\n'
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    kind = "" if address else ' class="missing"'
    return f'<figure{kind}><img alt="" src="{address or empty}" />{caption}</figure>\n'


class _Lists:
    """The lists that are open, each with an item that is; what begins and ends them as items come."""

    def __init__(self) -> None:
        self._tags: list[str] = []

    def up_to(self, level: int) -> str:
        """Return what ends the lists deeper than `level`."""
        ended = self._tags[level:]
        del self._tags[level:]
        return "".join(f"</li></{tag}>\n" for tag in reversed(ended))

    def item(self, block: BlockDraft) -> str:
        """Return the beginning of an item, without its mark; one without a mark goes on with the one before it."""
        mark, _ = parted_marker(block.words)
        words = marked_words(block.words, block.runs, len(mark))
        if not mark:
            return f"<p>{words}</p>\n"
        level = max(1, min(block.level, len(self._tags) + 1))
        tag = "ul" if mark == "• " else "ol"
        closing = self.up_to(level)
        value = "" if tag == "ul" else f' value="{int(mark[:-2])}"'
        if len(self._tags) == level and self._tags[-1] == tag:
            return f"{closing}</li>\n<li{value}>{words}"
        closing += self.up_to(level - 1)
        self._tags.append(tag)
        return f"{closing}<{tag}>\n<li{value}>{words}"


def marked_words(words: str, runs: Iterable[RunDraft], start: int = 0) -> str:
    """Return `words` from code point `start` on as text, with the `runs` in them as elements."""
    return "".join(_marked(words, piece.start, piece.end, piece.runs, start) for piece in pieces_of(len(words), runs))


def _marked(words: str, start: int, end: int, runs: Sequence[RunDraft], first: int) -> str:
    piece = text(words[max(start, first) : end])
    if not piece:
        return ""
    for run in reversed(runs):
        if run.kind is RunKind.LINK:
            piece = f'<a href="{text(run.address)}">{piece}</a>'
        else:
            piece = f"<{_RUNS[run.kind]}>{piece}</{_RUNS[run.kind]}>"
    return piece
