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
_CANDIDATES, _SAMPLE = 12, 100
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6—…“”‘’\U00020000-\U0003ffff]"
)


class _Row(NamedTuple):
    """A line in columns: how far it is set in, how wide it is with that, and with what the next line begins with."""

    indent: int
    width: int
    reach: int

    def is_full(self, width: int) -> bool:
        """Tell whether what comes next would not have fitted into `width`."""
        return self.width <= width < self.reach + _SPARE


def unwrapped(text: str, lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """Return `lines` of `text` with those that a program broke at one width taken together, as many as they are.

    The words of such a line have its line feeds in them. The very same `lines` are returned where nothing was broken.
    """
    follows = [number for number, line in enumerate(lines[:-1]) if line[3] == 0]
    part = len(follows) // 3
    if part > _SAMPLE:  # most long texts were never broken
        sample = [number for start in (0, part, 2 * part) for number in follows[start : start + _SAMPLE]]
        if _full(text, lines, sample) is None:
            return lines
    full = _full(text, lines, follows)
    return _joined(text, lines, full) if full else lines


def _full(text: str, lines: Sequence[TextLine], follows: Sequence[int]) -> frozenset[int] | None:
    """Return which of the lines that others follow at once go on in those; None where no program broke them."""
    if len(follows) < 2:
        return None
    indents = {
        number: _columns(_indent(text, lines[number])) for number in {n + by for n in follows for by in (0, 1)}
    }
    counts = Counter(indents[number + 1] for number in follows)
    usual = min((indent for indent, count in counts.items() if count >= _USUAL * len(follows)), default=0)
    going_on = {
        number: _row(indents[number], lines[number].text, lines[number + 1].text)
        for number in follows
        if indents[number + 1] <= usual and not _BEGINS.match(lines[number + 1].text)
    }
    width = _likeliest(list(going_on.values()))
    full = frozenset(number for number, row in going_on.items() if row.is_full(width))
    unfinished = sum(not _ENDS.search(lines[number].text) for number in full)
    longer = sum(row.width > width for row in going_on.values())
    few = len(full) < _FEW
    if (
        len(full) < max(2, (1 if few else _FULL) * len(going_on))
        or unfinished < (1 if few else _UNFINISHED) * len(full)
        or longer > (0 if few else _LONGER) * len(going_on)
        or (few and width < _NARROWEST_OF_FEW)
    ):
        return None
    return full


def _indent(text: str, line: TextLine) -> str:
    return text[text.rfind("\n", 0, line.span.start) + 1 : line.span.start]


def _row(indent: int, words: str, following: str) -> _Row:
    unit = _UNIT.match(following)
    width = indent + _columns(words)
    return _Row(indent, width, width + (_columns(unit[0]) if unit else 2))


def _columns(words: str) -> int:
    """Return how many columns `words` take; U+FFFD none, for it was no character when the line was broken."""
    return len(words) if words.isascii() else len(words) + len(_WIDE.findall(words)) - words.count("\ufffd")


def _likeliest(rows: Sequence[_Row]) -> int:
    """Return the width at which most of `rows` are full and few are longer; 0 where none can be one."""
    counts = Counter(row.width for row in rows if _NARROWEST <= row.width <= _WIDEST)
    often = sorted(counts, key=lambda width: -sum(counts[width - less] for less in range(_SLACK)))[:_CANDIDATES]

    def fits(width: int) -> tuple[int, int]:
        return sum(row.is_full(width) for row in rows) - 4 * sum(row.width > width for row in rows), -width

    return max([*often, *sorted(counts)[-1:]], key=fits, default=0)


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
