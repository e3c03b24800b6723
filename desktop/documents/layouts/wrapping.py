"""Paragraphs whose lines were broken at a fixed width: found by evidence over the whole text, and taken as one each.

No line is joined to the next because of itself. In a text that a program has wrapped, line lengths pile up just under
one width, the next word would not have fitted in, and most of those lines end inside a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.layouts.outline import TextLine

_NARROWEST, _WIDEST = 30, 200
"""In columns, of which an ideograph has two: verse is narrower, and nothing that a program wraps is wider."""
_FEW = 8
_NARROWEST_OF_FEW = 48
"""How wide the lines must be where there are few: rows of a table or couplets can be of one length, too."""
_SLACK, _SPARE = 4, 2
"""How much narrower than others most full lines are, and how much room may be left in one: a blank, half an
ideograph, or a mark that hangs."""
_USUAL = 0.2
"""The share of lines that are set in as little as those within paragraphs are; the first of each may be more."""
_FULL, _UNFINISHED, _LONGER = 0.5, 0.6, 0.02
"""The shares: of lines that another follows, those that are full; of these, those that end inside a sentence; of all
lines, those that are longer than any that was broken: headings, addresses."""

_ENDS = re.compile(r"[。！？!?….;；：:”」』\"')）】》]$")
_BEGINS = re.compile(r"[#>*+|=-]|\d{1,3}[.)、．]|[「『“\"(（【《]?第.{1,4}[回章节節卷]|[一二三四五六七八九十]{1,3}、")
# What can't be parted: a word of letters, or a character with the marks that may not begin a line.
_UNIT = re.compile(r"[!-~]+|[「『“‘（《【(]*.[，。、！？；：」』”’）》】…—]*")
_CANDIDATES, _SAMPLE = 12, 1_000
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6—…“”‘’\U00020000-\U0003ffff]"
)
_PADDING = re.compile(r"[^\S\n]*")


class _Row(NamedTuple):
    """A line in columns: how far it is indented, and how wide it is with that."""

    indent: int
    width: int


def unwrapped(text: str, lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """Return `lines` of `text` with those that a program broke at one width taken together, as many as they are.

    The words of such a line have its line feeds in them. The very same `lines` are returned where nothing was broken.
    """
    follows = [number for number, line in enumerate(lines[:-1]) if line.below == 0]
    if len(follows) < 2:
        return lines
    rows = {number: _row(text, lines[number]) for number in {*follows, *(number + 1 for number in follows)}}
    indents = Counter(rows[number + 1].indent for number in follows)
    usual = min((indent for indent, count in indents.items() if count >= _USUAL * len(follows)), default=0)
    going_on = [
        number for number in follows if rows[number + 1].indent <= usual and not _BEGINS.match(lines[number + 1].text)
    ]
    width = _width(lines, rows, going_on)
    if width is None:
        return lines
    full = frozenset(number for number in going_on if _is_full(lines, rows, number, width))
    return list(_joined(text, lines, full)) if full else lines


def _row(text: str, line: TextLine) -> _Row:
    start = text.rfind("\n", 0, line.span.start) + 1
    indent = _columns(text[start : line.span.start])
    return _Row(indent, indent + _columns(line.text))


def _columns(words: str) -> int:
    return len(words) if words.isascii() else len(words) + len(_WIDE.findall(words))


def _width(lines: Sequence[TextLine], rows: dict[int, _Row], going_on: Sequence[int]) -> int | None:
    """Return the width at which a program broke the lines; None where no program did."""
    widths = [rows[number].width for number in going_on if _NARROWEST <= rows[number].width <= _WIDEST]
    if len(widths) < 2:
        return None
    width = _likeliest(lines, rows, going_on[:_SAMPLE], widths)
    full = [number for number in going_on if _is_full(lines, rows, number, width)]
    unfinished = sum(not _ENDS.search(lines[number].text) for number in full)
    few = len(full) < _FEW
    longer = sum(row.width > width for row in rows.values())
    if (
        len(full) < max(2, (1 if few else _FULL) * len(going_on))
        or unfinished < (1 if few else _UNFINISHED) * len(full)
        or longer > (0 if few else _LONGER) * len(rows)
        or (few and width < _NARROWEST_OF_FEW)
    ):
        return None
    return width


def _likeliest(
    lines: Sequence[TextLine], rows: dict[int, _Row], going_on: Sequence[int], widths: Sequence[int]
) -> int:
    """Return the one of `widths` at which most lines are full and few are longer."""
    counts = Counter(widths)
    often = sorted(counts, key=lambda width: -sum(counts[width - less] for less in range(_SLACK)))[:_CANDIDATES]

    def fits(width: int) -> tuple[int, int]:
        full = sum(_is_full(lines, rows, number, width) for number in going_on)
        longer = sum(rows[number].width > width for number in going_on)
        return full - 4 * longer, -width

    return max({*often, max(widths)}, key=fits)


def _is_full(lines: Sequence[TextLine], rows: dict[int, _Row], number: int, width: int) -> bool:
    """Tell whether what the next line begins with would not have fitted into a line."""
    here = rows[number].width
    if not here <= width:
        return False
    unit = _UNIT.match(lines[number + 1].text)
    return here + (_columns(unit[0]) if unit else 2) > width - _SPARE


def _joined(text: str, lines: Sequence[TextLine], full: frozenset[int]) -> list[TextLine]:
    found: list[TextLine] = []
    starts = [number for number in range(len(lines)) if number - 1 not in full]
    for first, after in pairwise([*starts, len(lines)]):
        line, last = lines[first], lines[after - 1]
        if after - first > 1:
            span = Span(line.span.start, last.span.end)
            line = line._replace(text=span.of(text), span=span, below=last.below)
        found.append(line)
    return found
