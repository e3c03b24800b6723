"""What each paragraph of a page is, where an answer has more than plain paragraphs, and which words are set off.

The shapes of a page are in the order of its paragraphs, as `PageText.paragraphs` has them: those of the answer, then
of each comment that is unfolded its author's name, where the text has it, and its paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.documents import Answer, Block, Comment, Run
    from desktop.session import PageText
    from desktop.text import Span

_LOWEST = 6
_DEEPEST = 8
_MARKER = re.compile(r"(?:[•◦▪‣*+-]|\d{1,9}[.)])[ \t\u3000]+|\d{1,9}\u3001")


class Shape(NamedTuple):
    """What a paragraph is. `depth` counts the comments that it is below, -1 in the answer itself.

    `level` is the block's. `begins` and `ends` tell of the first and the last paragraph that stand together, as those
    of a block of code or of a list; `closes` of the last of a comment. `marker` is what an item hangs by, "" where it
    has none.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    depth: int = -1
    begins: bool = True
    ends: bool = True
    closes: bool = False
    is_name: bool = False
    marker: str = ""
    picture: str = ""


PLAIN = Shape()


@dataclass(frozen=True, slots=True)
class PageStructure:
    """The shapes of a page's paragraphs, its comments by the number of the paragraph they begin with, and its runs.

    `own` is how many of the paragraphs are the answer's. `runs` are of the source.
    """

    shapes: Sequence[Shape]
    comments: dict[int, Comment]
    own: int
    runs: Sequence[Run]


def structure_of(answer: Answer, text: str, *, unfolded: bool) -> PageStructure:
    """Return what stands on the page of `answer`, whose words are in `text`, with its comments where `unfolded`."""
    shapes = list(_shapes(answer.paragraphs, answer.blocks, text, -1))
    own = len(shapes)
    comments: dict[int, Comment] = {}
    said = answer.comments if unfolded else ()
    for comment in said:
        comments[len(shapes)] = comment
        depth = min(comment.depth, _DEEPEST)
        if comment.author_span is not None:
            shapes.append(Shape(depth=depth, is_name=True))
        shapes += _shapes(comment.paragraphs, comment.blocks, text, depth)
    return PageStructure(
        shapes, comments, own, (*answer.runs, *chain.from_iterable(comment.runs for comment in said))
    )


def pieces_of(structure: PageStructure, page: PageText) -> Iterator[tuple[Shape, str]]:
    """Yield each paragraph's shape with its words on the page."""
    yield from zip(structure.shapes, page.text.split("\n"), strict=True)


def _shapes(paragraphs: Sequence[Span], blocks: Sequence[Block], text: str, depth: int) -> Iterator[Shape]:
    """Yield the shapes of the paragraphs of one post."""
    held = list(_blocks(paragraphs, blocks))
    last = len(paragraphs) - 1
    for number, (paragraph, block) in enumerate(zip(paragraphs, held, strict=True)):
        before = held[number - 1] if number else None
        behind = held[number + 1] if number < last else None
        kind = block.kind if block is not None else BlockKind.PARAGRAPH
        if kind is BlockKind.PARAGRAPH and depth < 0:
            yield PLAIN
            continue
        words = paragraph.of(text) if kind in (BlockKind.ITEM, BlockKind.HEADING) else ""
        found = _MARKER.match(words) if kind is BlockKind.ITEM else None
        yield Shape(
            kind,
            # A heading whose mark is in the words keeps their size: `## ` is large enough.
            _LOWEST if words.startswith("#") else (block.level if block is not None else 1),
            depth,
            not _together(before, block),
            not _together(block, behind),
            closes=depth >= 0 and number == last,
            marker=found[0] if found else "",
            picture=block.picture if block is not None else "",
        )


def _together(one: Block | None, other: Block | None) -> bool:
    """Tell whether the paragraphs of two blocks that follow each other stand together."""
    if one is None or other is None or one.kind is not other.kind:
        return False
    if one.kind is BlockKind.CODE:
        return one is other
    return one.kind is not BlockKind.PARAGRAPH


def _blocks(paragraphs: Sequence[Span], blocks: Sequence[Block]) -> Iterator[Block | None]:
    """Yield the block that each of `paragraphs` lies in."""
    index = 0
    for paragraph in paragraphs:
        while index < len(blocks) and blocks[index].span.end < paragraph.end:
            index += 1
        yield blocks[index] if index < len(blocks) and blocks[index].span.start <= paragraph.start else None
