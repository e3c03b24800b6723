"""What a reader said of the lines of a plain text: which are authors' names, and which are none.

A line is known by its words, by which of several equal ones it is, and by the words around it, never by its place
alone: so it is found again in a text that was edited. What is said of a line that is gone is kept, for it may come
back. Two who said something of one line are brought together by the time: the later holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

CONTEXT = 32
"""The code points of the lines above and below that are kept with a line."""

_DIGITS = 32
_AT_LEAST = timedelta(microseconds=1)


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


def said_of(number: int, lines: Sequence[str], *, is_name: bool | None, now: datetime, before: Naming) -> NamedLine:
    """Return what is said `now` of line `number` of `lines`, which are all of a text's that aren't blank.

    It is later than whatever was said `before`: a clock may be behind that of another machine. One of which something
    was said before keeps the id that it had.
    """
    known = _latest_of(number, lines, before)
    line = _line(number, lines, is_name, _after(before, now))
    return line if known is None else replace(line, id=known.id, extra=known.extra)


def found_in(naming: Naming, lines: Sequence[str]) -> Mapping[int, NamedLine]:
    """Return by number which of `lines` something was said of, the latest of each; what is taken back is there too.

    `lines` are all lines of a text that aren't blank. A line is among several equal ones the one between the same
    neighbours; where none is, the one of the same number, but only if there are as many as there were.
    """
    wanted = {line.words for line in naming}
    places: dict[str, list[int]] = {}
    for number, words in enumerate(lines):
        if words in wanted:
            places.setdefault(words, []).append(number)
    found: dict[int, NamedLine] = {}
    for line in sorted(naming, key=_precedence):
        place = _place_of(line, lines, places.get(line.words, ()))
        if place is not None:
            found[place] = line
    return found


def _place_of(line: NamedLine, lines: Sequence[str], places: Sequence[int]) -> int | None:
    """Return which of `places`, where `lines` have the words of `line`, is that line; None for none."""

    def likeness(candidate: tuple[int, int]) -> tuple[int, int]:
        index, number = candidate
        above, below = _around(number, lines)
        return (above == line.above) + (below == line.below), -abs(index - line.number)

    if not places:
        return None
    best = max(enumerate(places), key=likeness)
    return best[1] if likeness(best)[0] or len(places) == line.count else None


def _latest_of(number: int, lines: Sequence[str], naming: Naming) -> NamedLine | None:
    """Return what was said last of line `number`, None where nothing was."""
    return found_in(tuple(line for line in naming if line.words == lines[number]), lines).get(number)


def _line(number: int, lines: Sequence[str], is_name: bool | None, now: datetime) -> NamedLine:
    words = lines[number]
    equal = [index for index, other in enumerate(lines) if other == words]
    above, below = _around(number, lines)
    which = equal.index(number)
    told = "\n".join((words, above, below, str(which), str(len(equal))))
    digest = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return NamedLine(digest, words, above, below, which, len(equal), is_name, now, now)


def _around(number: int, lines: Sequence[str]) -> tuple[str, str]:
    above = lines[number - 1][-CONTEXT:] if number else ""
    below = lines[number + 1][:CONTEXT] if number + 1 < len(lines) else ""
    return above, below


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


def undone(naming: Naming, lines: Iterable[NamedLine], now: datetime) -> Naming:
    """Return `lines`, which were said once, as they are to be said `now` to hold again, after all in `naming`."""
    moment = _after(naming, now)
    return tuple(replace(line, modified=moment) for line in lines)


def _after(naming: Naming, now: datetime) -> datetime:
    """Return `now`, or a moment after all that was said, whichever is later."""
    return max((now.astimezone(UTC), *(line.modified + _AT_LEAST for line in naming)))
