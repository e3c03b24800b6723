"""A converted text with the exact map between its code points and those of its source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class LengthChange(NamedTuple):
    """A stretch whose length changes: source code points s0..s1 are shown as display code points d0..d1.

    Neither side of a conversion is ever empty, so that every code point has a counterpart; the display side is where
    lines are joined (`desktop.script.joints`), for nothing is read there.
    """

    s0: int
    s1: int
    d0: int
    d1: int

    def shifted(self, source: int, display: int) -> LengthChange:
        """Return this change moved by `source` and `display` code points."""
        return LengthChange(self.s0 + source, self.s1 + source, self.d0 + display, self.d1 + display)


class AlignedSegment(NamedTuple):
    """Two spans that show the same words; 1:1 when they are equally long, else they match only as a whole."""

    source: Span
    display: Span


@dataclass(frozen=True, slots=True)
class AlignedText:
    """What `source` reads as after a conversion: `text`, and the map both ways.

    `changes` are the stretches whose length changes, in text order, never touching a code point twice; everything
    between them is 1:1, moved by the difference that the changes before it have made. A span that ends inside a
    change widens to the whole change, nowhere else; so for every span that isn't empty `to_source(to_display(span))`
    contains it, but for what is not read at its ends. An empty span stays empty; inside a change it falls back to
    where the change starts. All maps are monotone. Offsets run from 0 to the length of their text; one beyond that
    moves with the end.
    """

    source: str
    text: str
    changes: tuple[LengthChange, ...] = ()

    @classmethod
    def identity(cls, text: str) -> AlignedText:
        """Return `text` shown as it is."""
        return cls(text, text)

    def to_display(self, span: Span) -> Span:
        """Return where the code points `span` of the source stand in `text`."""
        return _span_across(self.changes, span, _SOURCE, _DISPLAY)

    def to_source(self, span: Span) -> Span:
        """Return which code points of the source are shown at the code points `span` of `text`."""
        return _span_across(self.changes, span, _DISPLAY, _SOURCE)

    def offset_to_display(self, offset: int) -> int:
        """Return the place in `text` of the source offset `offset`; inside a change, the change's start."""
        return _across(self.changes, offset, _SOURCE, _DISPLAY)

    def offset_to_source(self, offset: int) -> int:
        """Return the place in the source of the offset `offset` in `text`; inside a change, the change's start."""
        return _across(self.changes, offset, _DISPLAY, _SOURCE)

    def segments(self) -> Iterator[AlignedSegment]:
        """Yield segments that tile both texts in order: the changes, and the 1:1 runs between them."""
        source = display = 0
        for change in self.changes:
            if source < change.s0:
                yield AlignedSegment(Span(source, change.s0), Span(display, change.d0))
            yield AlignedSegment(Span(change.s0, change.s1), Span(change.d0, change.d1))
            source, display = change.s1, change.d1
        if source < len(self.source):
            yield AlignedSegment(Span(source, len(self.source)), Span(display, len(self.text)))


def concatenated(parts: Sequence[AlignedText]) -> AlignedText:
    """Return `parts`, which are converted each by itself, as one text."""
    changes: list[LengthChange] = []
    source = display = 0
    for part in parts:
        changes += (change.shifted(source, display) for change in part.changes)
        source += len(part.source)
        display += len(part.text)
    return AlignedText("".join(part.source for part in parts), "".join(part.text for part in parts), tuple(changes))


def compose(first: Sequence[LengthChange], second: Sequence[LengthChange]) -> list[LengthChange]:
    """Return the changes of two conversions made one after the other.

    The display side of `first` is the source side of `second`. Blocks that share a code point there become one;
    where the lengths are equal again in the end, the stretch is 1:1 and no change is left, unless something in it is
    not read.
    """
    if not second:
        return list(first)
    unread = {change.d0: change for change in first if change.d0 == change.d1}
    composed: list[LengthChange] = []
    for start, end in _hulls([*(change[_DISPLAY:] for change in first), *(change[:_DISPLAY] for change in second)]):
        if start == end:
            place = _across(second, start, _SOURCE, _DISPLAY)
            composed.append(LengthChange(unread[start].s0, unread[start].s1, place, place))
            continue
        change = LengthChange(
            _across(first, start, _DISPLAY, _SOURCE),
            _across(first, end, _DISPLAY, _SOURCE, widen=True),
            _across(second, start, _SOURCE, _DISPLAY),
            _across(second, end, _SOURCE, _DISPLAY, widen=True),
        )
        if change.s1 - change.s0 != change.d1 - change.d0 or any(start < place < end for place in unread):
            composed.append(change)
    return composed


# Where the start of either side stands in a LengthChange; its end comes next.
_SOURCE, _DISPLAY = 0, 2


def _span_across(changes: Sequence[LengthChange], span: Span, here: int, there: int) -> Span:
    start = _across(changes, span.start, here, there)
    return Span(start, _across(changes, span.end, here, there, widen=True) if span else start)


def _across(changes: Sequence[LengthChange], offset: int, here: int, there: int, *, widen: bool = False) -> int:
    """Return `offset` of side `here` on side `there`; inside a change its start, or its end if asked to `widen`.

    Where nothing is read, that is the place behind it, or before it if asked to `widen`: a word ends there.
    """
    bisect = bisect_left if widen else bisect_right
    rank = bisect(changes, offset, key=itemgetter(here)) - 1
    if rank < 0:
        return offset
    change = changes[rank]
    if offset >= change[here + 1]:
        return offset - change[here + 1] + change[there + 1]
    return change[there + 1] if widen and offset > change[here] else change[there]


def _hulls(ranges: Iterable[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Return the ranges in order, those that overlap joined; ranges that only touch stay apart."""
    hulls: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if hulls and start < hulls[-1][1]:
            hulls[-1] = (hulls[-1][0], max(end, hulls[-1][1]))
        else:
            hulls.append((start, end))
    return hulls
