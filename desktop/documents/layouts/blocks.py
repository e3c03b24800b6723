"""What a line of plain text is besides a paragraph, by the marks that Markdown gave it and that people type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.document import Block, BlockKind

if TYPE_CHECKING:
    from desktop.documents.layouts.outline import TextLine

_FIRST = frozenset("#>-*+0123456789")
_HEADING = re.compile(r"#{1,6}(?=[ \t\u3000]+\S)")
_QUOTE = re.compile(r">(?:[ \t]*>)*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t\u3000]+\S")


def block_of(line: TextLine) -> Block:
    """Return `line` as a block: a heading (`## `), a quote (`> `), an item (`- `, `1. `), else a paragraph.

    The marks are those of CommonMark 0.31. The line stays whole: marks are part of what its author wrote.
    """
    if line.text[0] not in _FIRST:
        return Block(line.span)
    if heading := _HEADING.match(line.text):
        return Block(line.span, BlockKind.HEADING, len(heading[0]))
    if quote := _QUOTE.match(line.text):
        return Block(line.span, BlockKind.QUOTE, quote[0].count(">"))
    return Block(line.span, BlockKind.ITEM if _ITEM.match(line.text) else BlockKind.PARAGRAPH)
