"""What each line of plain text is: a heading, a quote or an item by its mark, else a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.document import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.layouts.outline import TextLine

_FIRST = frozenset("#>-*+0123456789")
_HEADING = re.compile(r"#{1,6}(?=[ \t\u3000]+\S)")
_QUOTE = re.compile(r">(?:[ \t]*>)*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t\u3000]+\S")
_BULLET = re.compile(r"[-*+][ \t\u3000]+")
_NUMBER = re.compile(r"(\d{1,9})[.)][ \t\u3000]+")


def blocks_of(lines: Sequence[TextLine]) -> tuple[Block, ...]:
    """Return each of `lines` as a block: a heading (`## `), a quote (`> `), an item (`- `, `1. `), or a paragraph.

    The marks are those of CommonMark 0.31. A line stays whole: marks are part of what its author wrote.
    """
    return tuple(_marked(line) if line.text[0] in _FIRST else Block(line.span) for line in lines)


def _marked(line: TextLine) -> Block:
    """Return a line that begins as a mark can as a block."""
    if heading := _HEADING.match(line.text):
        return Block(line.span, BlockKind.HEADING, len(heading[0]))
    if quote := _QUOTE.match(line.text):
        return Block(line.span, BlockKind.QUOTE, quote[0].count(">"))
    return Block(line.span, BlockKind.ITEM if _ITEM.match(line.text) else BlockKind.PARAGRAPH)


def without_mark(line: str, kind: BlockKind) -> str:
    """Return the words of a `line` of this kind without its mark, as other containers have them.

    An item has "• " or "1. " instead. A line of marks alone stays as it is.
    """
    if kind is BlockKind.HEADING:
        words = _HEADING.sub("", line, count=1)
    elif kind is BlockKind.QUOTE:
        words = _QUOTE.sub("", line, count=1)
    elif kind is BlockKind.ITEM:
        words = _NUMBER.sub(r"\1. ", _BULLET.sub("• ", line, count=1), count=1)
    else:
        return line
    return words.strip(" \t\u3000") or line
