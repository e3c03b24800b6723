"""What a reader said of the lines of a plain text: which are authors' names, and which are none.

A line is known by its words, by which of several equal ones it is, and by the words around it, never by its place
alone: so it is found again in a text that was edited. What is said of a line that is gone is kept, for it may come
back. Two who said something of one line are brought together by the time: the later holds.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CONTEXT = 32
"""The code points of the lines above and below that are kept with a line."""

_DIGITS = 32
_AT_LEAST = timedelta(microseconds=1)

_LAST = datetime.max.replace(tzinfo=UTC)


def _no_extra() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line of which a reader has said whether it is an author's name."""

    id: str
    """The same on every machine where this was said of this line of this text."""
    words: str
    """All of the line, without indentation and trailing spaces."""
    above: str
    """The end of the line above that isn't blank, "" for none."""
    below: str
    """The beginning of the line below that isn't blank, "" for none."""
    number: int
    """Which of the lines with these words it is, from 0."""
    count: int
    """How many lines had these words."""
    is_name: bool | None
    """Whether it is a name; None: that is left to the layout again."""
    said: datetime
    """When a reader said so, with a time zone: of two names in a row, the one that was said later holds."""
    modified: datetime
    """When this was last changed, be it by taking a step back; not before `said`."""
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)
    """What a later version of the app says of it besides, as JSON."""


Naming = tuple[NamedLine, ...]
"""All that was said of the lines of one text, in the order of the ids, each of which is there once."""


def joined(one: Naming, other: Naming) -> Naming:
    """Return what both say; of one line what was said later holds, whoever asks and in whatever order."""
    if not other or one is other:
        return one
    found = {line.id: line for line in one}
    for line in other:
        known = found.get(line.id)
        if known is None or _precedence(known) < _precedence(line):
            found[line.id] = line
    together = tuple(found[key] for key in sorted(found))
    return one if together == one else together


class KnownLines:
    """All lines of a text that aren't blank, in which one is found quickly though thousands have the same words."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._equal: dict[str, _EqualLines] = {}

    @cached_property
    def _numbers(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for number, words in enumerate(self._lines):
            found.setdefault(words, []).append(number)
        return found

    def found(self, line: NamedLine) -> int | None:
        """Return which line something was said of as `line` is; None for none."""
        equal = self._equal_to(line.words)
        index = equal.nearest_to(line)
        return None if index is None else equal.numbers[index]

    def told(self, number: int, moment: datetime, *, is_name: bool | None) -> NamedLine:
        """Return what is said of line `number` at a `moment`, as if nothing had been said of it before."""
        words, numbers = self._lines[number], self._numbers[self._lines[number]]
        above, below = self._around(number)
        which = bisect_left(numbers, number)
        about = "\n".join((words, above, below, str(which), str(len(numbers))))
        digest = sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        return NamedLine(digest, words, above, below, which, len(numbers), is_name, moment, moment)

    def _equal_to(self, words: str) -> _EqualLines:
        if words not in self._equal:
            numbers = self._numbers.get(words, ())
            self._equal[words] = _EqualLines(numbers, [self._around(number) for number in numbers])
        return self._equal[words]

    def _around(self, number: int) -> tuple[str, str]:
        above = self._lines[number - 1][-CONTEXT:] if number else ""
        below = self._lines[number + 1][:CONTEXT] if number + 1 < len(self._lines) else ""
        return above, below


class _EqualLines:
    """The lines with the same words: their `numbers` in the text, and which of them stand below and above what."""

    def __init__(self, numbers: Sequence[int], around: Sequence[tuple[str, str]]) -> None:
        self.numbers = numbers
        self._between: dict[tuple[str, str], list[int]] = {}
        self._below: dict[str, list[int]] = {}
        self._above: dict[str, list[int]] = {}
        for index, (above, below) in enumerate(around):
            self._between.setdefault((above, below), []).append(index)
            self._below.setdefault(above, []).append(index)
            self._above.setdefault(below, []).append(index)

    def nearest_to(self, line: NamedLine) -> int | None:
        """Return which of these is `line`; None for none.

        It is the one between the same neighbours, else one beside the same neighbour, of several the nearest in
        number; where there is none, that of the same number, but only if there are as many as there were.
        """
        between = self._between.get((line.above, line.below))
        sides = (between,) if between else (self._below.get(line.above), self._above.get(line.below))
        found = [_nearest(side, line.number) for side in sides if side]
        if found:
            return min(found, key=lambda index: (abs(index - line.number), index))
        return min(line.number, line.count - 1) if 0 < len(self.numbers) == line.count else None


def _nearest(indices: Sequence[int], wanted: int) -> int:
    """Return which of `indices`, which rise, is nearest to the one `wanted`; of two the first."""
    place = bisect_left(indices, wanted)
    return min(indices[max(0, place - 1) : place + 1], key=lambda index: (abs(index - wanted), index))


def said_of(
    numbers: Iterable[int], lines: KnownLines, *, is_name: bool | None, now: datetime, before: Naming
) -> Naming:
    """Return what is said `now` of the lines with these numbers, in their order.

    It is later than whatever was said `before`: a clock may be behind that of another machine. A line of which
    something was said before keeps the id that it had.
    """
    known = found_in(before, lines)
    moment = moment_after((line.modified for line in before), now)

    def said(number: int) -> NamedLine:
        line, earlier = lines.told(number, moment, is_name=is_name), known.get(number)
        return line if earlier is None else replace(line, id=earlier.id, extra=earlier.extra)

    return tuple(map(said, numbers))


def found_in(naming: Naming, lines: KnownLines) -> Mapping[int, NamedLine]:
    """Return by number which lines something was said of, the latest of each; what is taken back is there too."""
    found: dict[int, NamedLine] = {}
    for line in sorted(naming, key=_precedence):
        place = lines.found(line)
        if place is not None:
            found[place] = line
    return found


def _precedence(line: NamedLine) -> tuple[Any, ...]:
    """Return what the later of two has more of; where the clocks agree, anything that all machines agree on."""
    return (
        line.modified,
        line.said,
        repr(line.is_name),
        line.id,
        line.words,
        line.number,
        repr(sorted(line.extra.items())),
    )


def holding(naming: Naming) -> Naming:
    """Return what of `naming` isn't taken back: whoever said nothing else has said nothing."""
    return tuple(line for line in naming if line.is_name is not None)


def undone(naming: Naming, lines: Iterable[NamedLine], now: datetime) -> Naming:
    """Return `lines`, which were said once, as they are to be said `now` to hold again, after all in `naming`."""
    moment = moment_after((line.modified for line in naming), now)
    return tuple(replace(line, modified=moment) for line in lines)


def moment_after(said: Iterable[datetime], now: datetime) -> datetime:
    """Return `now`, or a moment after all when something was `said`, whichever is later."""
    latest = max(said, default=None)
    return (
        now.astimezone(UTC)
        if latest is None
        else max(now.astimezone(UTC), min(latest, _LAST - _AT_LEAST) + _AT_LEAST)
    )
