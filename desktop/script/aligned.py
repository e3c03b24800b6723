"""A converted text with the exact map between its code points and those of its source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Block(NamedTuple):
    """A stretch whose length changes: source code points s0..s1 are shown as display code points d0..d1.

    Neither side is ever empty, so that every code point has a counterpart.
    """

    s0: int
    s1: int
    d0: int
    d1: int

    def shifted(self, source: int, display: int) -> Block:
        """Return this block moved by `source` and `display` code points."""
        return Block(self.s0 + source, self.s1 + source, self.d0 + display, self.d1 + display)


class Segment(NamedTuple):
    """Two spans that show the same words; 1:1 when they are equally long, else they match only as a whole."""

    source: Span
    display: Span


@dataclass(frozen=True, slots=True)
class AlignedText:
    """What `source` reads as after a conversion: `text`, and the map both ways.

    `blocks` are the stretches whose length changes, in text order, never touching a code point twice; everything
    between them is 1:1, moved by the difference that the blocks before it have made. A span that ends inside a
    block widens to the whole block, nowhere else; so for every span that isn't empty `to_source(to_display(span))`
    contains it. An empty span stays empty; inside a block it falls back to where the block starts. All maps are
    monotone. Offsets run from 0 to the length of their text; one beyond that moves with the end.
    """

    source: str
    text: str
    blocks: tuple[Block, ...] = ()

    @classmethod
    def identity(cls, text: str) -> AlignedText:
        """Return `text` shown as it is."""
        return cls(text, text)

    def to_display(self, span: Span) -> Span:
        """Return where the code points `span` of the source stand in `text`."""
        return _span_across(self.blocks, span, _SOURCE, _DISPLAY)

    def to_source(self, span: Span) -> Span:
        """Return which code points of the source are shown at the code points `span` of `text`."""
        return _span_across(self.blocks, span, _DISPLAY, _SOURCE)

    def offset_to_display(self, offset: int) -> int:
        """Return the place in `text` of the source offset `offset`; inside a block, the block's start."""
        return _across(self.blocks, offset, _SOURCE, _DISPLAY)

    def offset_to_source(self, offset: int) -> int:
        """Return the place in the source of the offset `offset` in `text`; inside a block, the block's start."""
        return _across(self.blocks, offset, _DISPLAY, _SOURCE)

    def segments(self) -> Iterator[Segment]:
        """Yield segments that tile both texts in order: the blocks, and the 1:1 runs between them."""
        source = display = 0
        for block in self.blocks:
            if source < block.s0:
                yield Segment(Span(source, block.s0), Span(display, block.d0))
            yield Segment(Span(block.s0, block.s1), Span(block.d0, block.d1))
            source, display = block.s1, block.d1
        if source < len(self.source):
            yield Segment(Span(source, len(self.source)), Span(display, len(self.text)))


def compose(first: Sequence[Block], second: Sequence[Block]) -> list[Block]:
    """Return the blocks of two conversions made one after the other.

    The display side of `first` is the source side of `second`. Blocks that share a code point there become one;
    where the lengths are equal again in the end, the stretch is 1:1 and no block is left.
    """
    if not second:
        return list(first)
    composed = (
        Block(
            _across(first, start, _DISPLAY, _SOURCE),
            _across(first, end, _DISPLAY, _SOURCE),
            _across(second, start, _SOURCE, _DISPLAY),
            _across(second, end, _SOURCE, _DISPLAY),
        )
        for start, end in _hulls([*(block[_DISPLAY:] for block in first), *(block[:_DISPLAY] for block in second)])
    )
    return [block for block in composed if block.s1 - block.s0 != block.d1 - block.d0]


# Where the start of either side stands in a Block; its end comes next.
_SOURCE, _DISPLAY = 0, 2


def _span_across(blocks: Sequence[Block], span: Span, here: int, there: int) -> Span:
    start = _across(blocks, span.start, here, there)
    return Span(start, _across(blocks, span.end, here, there, widen=True) if span else start)


def _across(blocks: Sequence[Block], offset: int, here: int, there: int, *, widen: bool = False) -> int:
    """Return `offset` of side `here` on side `there`; inside a block its start, or its end if asked to `widen`."""
    rank = bisect_right(blocks, offset, key=itemgetter(here)) - 1
    if rank < 0:
        return offset
    block = blocks[rank]
    if offset >= block[here + 1]:
        return offset - block[here + 1] + block[there + 1]
    return block[there + 1] if widen and offset > block[here] else block[there]


def _hulls(ranges: Iterable[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Return the ranges in order, those that overlap joined; ranges that only touch stay apart."""
    hulls: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if hulls and start < hulls[-1][1]:
            hulls[-1] = (hulls[-1][0], max(end, hulls[-1][1]))
        else:
            hulls.append((start, end))
    return hulls
