"""A thread as plain text: the question, and each answer below its author's name, in UTF-8.

Plain text shows its authors by its layout alone, so what is written is read again, by the rules by which it will be
opened, and of several ways to lay it out the first is taken that gives the same thread. Runs and pictures are lost,
and comments become paragraphs of the answer that they are on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.drafts import one_line
from desktop.documents.document import BlockKind, FactKind
from desktop.documents.layouts.table import structure_of
from desktop.documents.writing.written import parted_marker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.documents.containers.drafts import BlockDraft, CommentDraft, PostDraft, ThreadDraft
    from desktop.documents.document import Fact
    from desktop.documents.labels import Labels

_GAP = "\n\n"
_WIDE_GAP = "\n\n\n\n"
_BYLINE = re.compile(r"\W*(?:作者|答主|回答者|[楼樓层層]主)\s*[:：]|#")
_INDENT = "\u3000"
_TOLD = frozenset({
    FactKind.TIME, FactKind.EDITED, FactKind.VOTES, FactKind.REPLIES, FactKind.ADDRESS, FactKind.PLACE
})  # fmt: skip
"""The facts that plain text is read for."""


class _Layout(NamedTuple):
    """A way to lay out a thread: what is before a name, what is before the title, and which facts are told."""

    name: str
    title: str
    facts: frozenset[FactKind]


_LAYOUTS = tuple(
    _Layout(name, title, facts)
    for facts, name, title in product((_TOLD, frozenset[FactKind]()), ("作者：", "", "## "), ("", "標題：", "# "))
)


def as_text(draft: ThreadDraft, labels: Labels) -> bytes:
    """Return `draft` as a text file; its title, names and paragraphs are read again where any layout allows that."""
    draft = _with_question_named(draft, labels)
    tried = ((one, _text(one, labels, layout)) for one in (draft, _guarded(draft)) for layout in _LAYOUTS)
    found = next((text for one, text in tried if _is_read_again(text, one, labels)), None)
    return (found if found is not None else _text(draft, labels, _LAYOUTS[0])).encode()


def _guarded(draft: ThreadDraft) -> ThreadDraft:
    """Return `draft` with the lines of posts that say who writes as quotes: a name among the words is no author."""

    def guarded(block: BlockDraft) -> BlockDraft:
        return block._replace(kind=BlockKind.QUOTE) if _BYLINE.match(block.words) else block

    return replace(draft, posts=[replace(post, blocks=[*map(guarded, post.blocks)]) for post in draft.posts])


def _with_question_named(draft: ThreadDraft, labels: Labels) -> ThreadDraft:
    """Return `draft` with somebody named above the question's own text, where the text would not be told otherwise.

    A name far below the title is only believed where there is another one.
    """
    asked = [post for post in draft.posts if post.is_question and (post.blocks or post.comments)]
    answers = [post for post in draft.posts if not post.is_question]
    if not asked or (len(answers) != 1 and not any(post.author for post in asked)):
        return draft
    named = [replace(post, author=post.author or labels.asked) if post.is_question else post for post in draft.posts]
    return replace(draft, posts=named)


def _text(draft: ThreadDraft, labels: Labels, layout: _Layout) -> str:
    parts = [f"{layout.title}{one_line(draft.title)}"] if draft.title else []
    for post in draft.posts:
        lines = list(_lines(post, labels))
        head = f"{layout.name}{one_line(post.author)}" if post.author else ""
        told = _told(post.facts, labels, layout) if head else []
        if lines:
            parts.append(_GAP.join([*([head] if head else []), *told, *lines]))
    return _WIDE_GAP.join(parts) + "\n"


def _told(facts: Iterable[Fact], labels: Labels, layout: _Layout) -> list[str]:
    """Return the facts on one line, an address on a line of its own."""
    chosen = [fact for fact in facts if fact.kind in layout.facts]
    short = labels.said(fact for fact in chosen if fact.kind is not FactKind.ADDRESS)
    return [
        *([" · ".join(short)] if short else []),
        *labels.said(fact for fact in chosen if fact.kind is FactKind.ADDRESS),
    ]


def _lines(post: PostDraft, labels: Labels) -> Iterator[str]:
    """Yield the paragraphs of a post, and of the comments on it."""
    for block in post.blocks:
        yield from _block(block)
    if post.comments:
        yield f"{labels.comments}{labels.colon}"
    for comment in post.comments:
        yield from _comment(comment, labels)


def _comment(comment: CommentDraft, labels: Labels) -> Iterator[str]:
    """Yield a comment, indented by how many it is below; its names stand before its first line."""
    indent = _INDENT * (comment.depth + 1)
    names = " › ".join(filter(None, (one_line(comment.author), one_line(comment.to))))
    first = f"{names}{labels.colon}" if names else ""
    for block in comment.blocks:
        for line in _block(block):
            yield f"{indent}{first}{line}"
            first = ""


def _block(block: BlockDraft) -> Iterator[str]:
    """Yield the lines of a block with the marks that plain text has for its kind."""
    words = block.words
    match block.kind:
        case BlockKind.HEADING:
            yield f"{'#' * max(3, min(block.level, 6))} {words}"
        case BlockKind.QUOTE:
            yield f"{'>' * max(block.level, 1)} {words}"
        case BlockKind.ITEM:
            mark, rest = parted_marker(words)
            yield f"- {rest}" if mark == "• " else words
        case BlockKind.CODE:
            yield from words.split("\n")
        case _:
            yield words


def _is_read_again(text: str, draft: ThreadDraft, labels: Labels) -> bool:
    """Tell whether `text` is read as the thread `draft`: its title, its authors, and each paragraph under its own."""
    found = structure_of(text, "")
    title = found.title.words if found.title else ""
    read = [(answer.author, [span.of(text) for span in answer.paragraphs]) for answer in found.answers]
    meant = [(one_line(post.author), [line.strip(_EDGES) for line in _lines(post, labels)]) for post in draft.posts]
    return title == one_line(draft.title) and read == [(author, lines) for author, lines in meant if lines]


_EDGES = " \t\u3000\u200b\u2060\ufeff"
