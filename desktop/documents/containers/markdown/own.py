"""Threads that this program wrote as Markdown (`desktop.documents.writing.markdown`), read as they were.

Front matter says `form: baijia`, `title`, and `url`. A comment of HTML stands above each heading and says what it
heads: `<!-- question -->`, `<!-- answer -->` or, with its depth, `<!-- comment 1 -->`. `unnamed` in it says that the
heading is nobody's name, `facts` that a line of facts follows the heading. Behind `›` stands whom a comment answers.
Headings within an answer are two levels lower than they are. What follows `<!-- notes -->` or `<!-- terms -->` is a
reader's, and none of the thread.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.drafts import BlockDraft, CommentDraft, PostDraft, ThreadDraft, fact
from desktop.documents.containers.markdown.pieces import blocks_of_markdown, blocks_of_pieces
from desktop.documents.document import BlockKind, FactKind
from desktop.documents.labels import KIND_OF_LABEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.containers.markdown.front_matter import FrontMatter
    from desktop.documents.containers.markdown.pieces import MarkdownPiece
    from desktop.documents.document import Fact

FORM = "baijia"
"""What `form` is in the front matter."""
LOWERED = 2
"""By how many levels a heading within an answer is lower than it is."""
BETWEEN_FACTS, ANSWERS, COLON = " · ", " › ", "："
"""What parts two facts, a name from whom it answers, and a fact from what it is."""

_MARKER = re.compile(
    r"<!-- (?:(?P<kind>question|answer|comments|notes|terms)|comment (?P<depth>\d{1,3}))"
    r"(?P<unnamed> unnamed)?(?P<facts> facts)? -->$"
)


class _Part(NamedTuple):
    """What stands below one marker: what it is, its names, its facts, its blocks."""

    kind: str
    depth: int
    names: Sequence[str]
    facts: tuple[Fact, ...]
    blocks: tuple[BlockDraft, ...]


def of_baijia(pieces: Sequence[MarkdownPiece], front: FrontMatter | None, lines: Sequence[str]) -> ThreadDraft | None:
    """Return the thread that was written here; None for another form, or one without any marker left.

    `lines` are those that the pieces count in. Whatever somebody has added by hand is in the post above it; what is
    above the first one is the question's own text.
    """
    if front is None or front.fields.get("form") != (FORM,):
        return None
    starts = [(at, found) for at, piece in enumerate(pieces) if (found := _marker(piece, lines))]
    if not starts:
        return None
    title = next(iter(front.fields.get("title", ())), "")
    ends = [*(at for at, _ in starts[1:]), len(pieces)]
    above = blocks_of_pieces(piece for piece in pieces[: starts[0][0]] if piece.level != 1 or piece.words != title)
    comments = list[CommentDraft]()
    posts = list[PostDraft]()
    if above:
        posts.append(PostDraft("", above, comments, is_question=True))
    for (at, found), end in zip(starts, ends, strict=True):
        part = _part(found, pieces[at + 1 : end], lines)
        if part.kind in {"question", "answer"}:
            comments = list[CommentDraft]()
            posts.append(PostDraft(part.names[0], part.blocks, comments, part.facts, part.kind == "question"))
        elif part.kind in {"notes", "terms"}:
            break
        elif posts and part.kind == "comment":
            comments.append(CommentDraft(part.names[0], part.blocks, part.names[1], part.depth, part.facts))
        elif posts:
            posts[-1] = replace(posts[-1], blocks=[*posts[-1].blocks, *part.blocks])
    return ThreadDraft(title, posts, fact(FactKind.ADDRESS, next(iter(front.fields.get("url", ())), "")))


def _marker(piece: MarkdownPiece, lines: Sequence[str]) -> re.Match[str] | None:
    return _MARKER.match(lines[piece.line].strip()) if piece.kind == "html_block" else None


def _part(marker: re.Match[str], pieces: Sequence[MarkdownPiece], lines: Sequence[str]) -> _Part:
    """Return what `marker` stands above: `pieces`, of which the heading with the names is the first."""
    names, facts = ("", ""), ()
    if pieces and pieces[0].level:
        name, _, to = lines[pieces[0].line].strip().lstrip("#").partition(ANSWERS)
        names = "" if marker["unnamed"] else _words(name), _words(to)
        pieces = pieces[1:]
    if marker["facts"] and pieces:
        facts = _facts(lines[pieces[0].line])
        pieces = pieces[1:]
    blocks = tuple(_raised(block) for piece in pieces for block in piece.blocks)
    return _Part(marker["kind"] or "comment", int(marker["depth"] or 0), names, facts, blocks)


def _facts(line: str) -> tuple[Fact, ...]:
    found: tuple[Fact, ...] = ()
    for part in line.split(BETWEEN_FACTS):
        label, _, words = _words(part).partition(COLON)
        if label in KIND_OF_LABEL:
            found = (*found, *fact(KIND_OF_LABEL[label], words))
    return found


def _words(source: str) -> str:
    return " ".join(block.words for block in blocks_of_markdown(source.strip()))


def _raised(block: BlockDraft) -> BlockDraft:
    if block.kind is not BlockKind.HEADING:
        return block
    return block._replace(level=max(1, block.level - LOWERED))
