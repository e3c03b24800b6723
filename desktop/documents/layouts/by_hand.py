"""The outline of a text after a reader has said of some lines whether they are authors' names.

What the layout found stays wherever nothing was said. Every author needs a line below that names none, so of two
names in a row one gives way: the one that was only found to the one that a reader named, and of two that readers
named the earlier to the later. What can be no name at all is told by `hindrance`. A line that gives way, or is none,
is words of the answer above.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.document import FactKind
from desktop.documents.layouts.marked import named_by_mark
from desktop.documents.layouts.outline import Heading, Outline, title_of
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.documents.layouts.outline import TextLine
    from desktop.documents.naming import NamedLine

_start = attrgetter("span.start")


LONGEST_NAME = 200
"""The code points of a line that can be a name, with marks and facts beside it: as many as a list of lines shows."""


class Hindrance(Enum):
    """Why a line can be nobody's name: it is the LAST one, page furniture apart, or as LONG as a paragraph."""

    LAST = "last"
    LONG = "long"


class Outlined(NamedTuple):
    """The lines of a text, those of one paragraph taken together, and which of them are title and names."""

    lines: Sequence[TextLine]
    outline: Outline


def hindrance(row: TextLine, lines: Sequence[TextLine]) -> Hindrance | None:
    """Return why a `row` can't be a name where a text has `lines`, which leave out furniture; None where it can."""
    if len(row.text) > LONGEST_NAME:
        return Hindrance.LONG
    return Hindrance.LAST if not lines or lines[-1].span.end <= row.span.end else None


def as_said(text: str, rows: Sequence[TextLine], found: Outlined, told: Mapping[int, NamedLine]) -> Outlined:
    """Return what was `found` in `text` as a reader has it, who has `told` something of some `rows`.

    Those are all lines that aren't blank; what was told last of them is there by their numbers.
    """
    said = {number: line for number, line in told.items() if line.is_name is not None}
    if not said:
        return found
    named = [number for number, line in said.items() if line.is_name and not hindrance(rows[number], found.lines)]
    lines = _with_lines_of_their_own(text, rows, found.lines, named)
    numbers = {line.span.start: number for number, line in enumerate(lines)}
    by_hand = {numbers[rows[number].span.start]: said[number] for number in named}
    none = {rows[number].span.start for number, line in said.items() if not line.is_name}
    names = {
        numbers[start]: author._replace(line=numbers[start])
        for author in found.outline.authors
        if (start := found.lines[author.line].span.start) not in none
    }
    names |= {number: named_by_mark(number, lines[number]) for number in by_hand}
    authors = tuple(names[number] for number in sorted(_with_words_below(names, by_hand, len(lines))))
    others = frozenset(numbers[found.lines[number].span.start] for number in found.outline.others)
    apart = frozenset(_still_apart(others, lines, authors))
    return Outlined(lines, Outline(_title(found.outline.title, lines, authors), authors, apart))


def _title(found: Heading | None, lines: Sequence[TextLine], authors: Sequence[Heading]) -> Heading | None:
    """Return the title that was `found` unless it is a name by now; else the one that the first line is now."""
    is_first = found is not None and lines[0].span.contains(found.span)
    if is_first and not (authors and authors[0].line == 0):
        return found
    return title_of(lines, authors)


def _with_lines_of_their_own(
    text: str, rows: Sequence[TextLine], lines: Sequence[TextLine], named: Iterable[int]
) -> list[TextLine]:
    """Return `lines` where each of the rows `named` is a line by itself.

    One that was taken for furniture comes back; a paragraph of several rows is parted there.
    """
    made = list(lines)
    for number in sorted(named):
        row = rows[number]
        place = bisect_right(made, row.span.start, key=_start) - 1
        if place >= 0 and made[place].span.contains(row.span):
            made[place : place + 1] = _parted(text, rows, made[place], number)
        else:
            made.insert(place + 1, row)
    return made


def _parted(text: str, rows: Sequence[TextLine], line: TextLine, number: int) -> Iterator[TextLine]:
    """Yield what stands in a `line` of several rows before row `number`, that row, and what stands behind it."""
    row = rows[number]
    if line.span.start < row.span.start:
        yield _between(text, line, line.span.start, rows[number - 1].span.end)
    yield row
    if row.span.end < line.span.end:
        yield _between(text, line, rows[number + 1].span.start, line.span.end)


def _between(text: str, line: TextLine, start: int, end: int) -> TextLine:
    span = Span(start, end)
    above = line.above if start == line.span.start else 0
    return line._replace(text=span.of(text), span=span, above=above, below=line.below if end == line.span.end else 0)


def _with_words_below(names: Iterable[int], by_hand: Mapping[int, NamedLine], count: int) -> set[int]:
    """Return which of the lines numbered `names` are names: what was said last is heeded first."""
    kept: set[int] = set()
    said = sorted(by_hand, key=lambda number: (by_hand[number].said, by_hand[number].id), reverse=True)
    for number in (*said, *names):
        if number + 1 < count and number - 1 not in kept and number + 1 not in kept:
            kept.add(number)
    return kept


def _still_apart(others: Iterable[int], lines: Sequence[TextLine], authors: Sequence[Heading]) -> Iterator[int]:
    """Yield which of the lines that were told in an author's facts still are; the rest are somebody's words."""
    told = {fact.words for author in authors for fact in author.facts if fact.kind is FactKind.BADGE}
    named = {author.line for author in authors}
    for number in others:
        if number not in named and number - 1 not in named and " ".join(lines[number].text.split()) in told:
            yield number
