"""The layout of books and novels: chapters under their headings, which stand in volumes or don't.

A chapter is an answer whose author is its heading, so that the sidebar is the table of contents. The volume that it
is in is what it is known as.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.document import Fact, FactKind
from desktop.documents.layouts.outline import (
    CHAPTER_UNITS,
    Heading,
    Outline,
    may_head_chapter,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.layouts.outline import TextLine

_FEWEST = 2
_NUMERAL = "零〇○一二三四五六七八九十百千两兩廿卅0-9０-９"
_VOLUMES = frozenset("卷部集篇")
_GAP = r"[\s　:：.．、·—\-(（《]"
_NUMBERED = re.compile(
    rf"(?:正文\s*)?(?:第\s*[{_NUMERAL}]{{1,9}}\s*(?P<unit>[{CHAPTER_UNITS}])|(?P<volume>卷)[{_NUMERAL}]{{1,4}})"
)
_AROUND = re.compile(
    rf"(?:序|序言|序章|前言|引子|引言|楔子|尾声|尾聲|后记|後記|终章|終章|番外\S{{0,4}}|附录|附錄|结局|結局|大结局|大結局)(?:{_GAP}.*)?"
)
_SENTENCE = re.compile(r"[。；，,;]|[：:…]$")
_MOST_BEFORE = 0.5
"""The share of the lines that can stand above the first chapter."""


class _Mark(NamedTuple):
    """A line that begins as a heading does: its unit, "" for a part without a number; whether a gap follows that."""

    line: int
    unit: str
    label: str
    apart: bool


def chapters(lines: Sequence[TextLine]) -> Outline | None:
    """Return the outline of a text in chapters, None for any other.

    Two headings with different numbers must have words below, and most of the text must lie below the first. Where a
    heading goes on without a gap behind its number (`第一章桃园`), there must be five.
    """
    marks = _marks(lines)
    if len(marks) < _FEWEST:
        return None
    found, volumes = _with_words_below(marks, len(lines))
    numbered = {mark.label for mark in found if mark.unit}
    if len(numbered) < _FEWEST or found[0].line > _MOST_BEFORE * len(lines):
        return None
    authors = tuple(_heading(lines, mark, volumes.get(mark.line)) for mark in found)
    return Outline(title_of(lines, authors), authors, frozenset(volumes.values()))


def _marks(lines: Sequence[TextLine]) -> list[_Mark]:
    likely = [number for number, line in enumerate(lines) if may_head_chapter(line)]
    marks = [mark for number in likely if (mark := _mark(number, lines[number].text)) is not None]
    joined = [mark for mark in marks if not mark.apart]
    if len(joined) >= 5 and _in_order(joined):
        return marks
    return [mark for mark in marks if mark.apart]


def _mark(number: int, words: str) -> _Mark | None:
    if match := _NUMBERED.match(words):
        rest = words[match.end() :]
        if _SENTENCE.search(rest):
            return None
        unit = match["unit"] or match["volume"]
        return _Mark(number, unit, match[0], not rest or re.match(_GAP, rest) is not None)
    if _AROUND.fullmatch(words) and not _SENTENCE.search(words):
        return _Mark(number, "", words, apart=True)
    return None


def _in_order(marks: Sequence[_Mark]) -> bool:
    """Tell whether hardly two in a row of `marks` have one number: somebody's 第一次 comes twice, no chapter does."""
    repeated = sum(one.label == other.label for one, other in pairwise(marks))
    return repeated * 10 <= len(marks) and len({mark.unit for mark in marks}) <= 3


def _with_words_below(marks: Sequence[_Mark], count: int) -> tuple[list[_Mark], dict[int, int]]:
    """Return the headings that have words below, and by the line of each in a volume, that volume's line.

    Of headings in a row the last is the chapter's, and the first of them that is a volume's is that for all that
    follow. A row without one is a list of contents, which is no heading.
    """
    found: list[_Mark] = []
    volumes: dict[int, int] = {}
    volume: _Mark | None = None
    held: list[_Mark] = []
    for mark, following in zip(marks, [*(mark.line for mark in marks[1:]), count], strict=True):
        if mark.line + 1 == following:
            held.append(mark)
            continue
        if held and held[-1].line + 1 == mark.line and held[-1].unit in _VOLUMES and mark.unit != held[-1].unit:
            volume = held[-1]
        elif mark.unit in _VOLUMES:
            volume = None
        held = []
        found.append(mark)
        if volume is not None:
            volumes[mark.line] = volume.line
    return found, volumes


def _heading(lines: Sequence[TextLine], mark: _Mark, volume: int | None) -> Heading:
    facts = () if volume is None else (Fact(FactKind.BADGE, " ".join(lines[volume].text.split())),)
    return Heading.in_line(mark.line, lines[mark.line])._replace(facts=facts)
