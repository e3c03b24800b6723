"""The runs that the free text of two versions shares: those that stand once in either, and all of some length.

Free is what has no counterpart yet in the other version.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.alignment import SharedRun

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 6
"""Code points of a piece that is looked for by itself: shorter ones recur by chance."""

LONG = 32
"""Code points of a piece that is no phrase any more, and longer than most quotations."""

_OFTEN = 8
"""A piece that stands more often than this says nothing about a place."""

_LINE = re.compile(r"[^\s][^\n]{7,}")

TAKEN = "\0"
"""What stands for a code point that has its counterpart, in a text where only the others matter."""

DRIFT = 300
"""By so many code points the distance of two runs of one passage may differ between the versions."""

CLOSE = 40
"""So few code points between two runs are what was edited there, even if they are like something elsewhere."""

_STRIDE = 32


class FreeText:
    """A text, and which of its code points are free, that is, have no counterpart yet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._free = bytearray(b"\1") * len(text)

    def take(self, start: int, end: int) -> None:
        """Note that the code points from `start` to `end` have their counterparts."""
        self._free[start:end] = bytes(end - start)

    def release(self, start: int, end: int) -> None:
        """Note that the code points from `start` to `end` have none any more."""
        self._free[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether all code points from `start` to `end` are free; nothing is free beyond the text."""
        return start >= 0 and end <= len(self.text) and self._free.find(0, start, end) < 0

    def free_from(self, place: int) -> int:
        """Return the first free place at or after `place`; the end of the text when there is none."""
        start = self._free.find(1, place)
        return len(self.text) if start < 0 else start

    def free_until(self, place: int) -> int:
        """Return where the free text ends in which `place` lies; `place` itself if it isn't free."""
        end = self._free.find(0, place)
        return len(self.text) if end < 0 else end

    def masked(self, start: int, end: int) -> str:
        """Return the text from `start` to `end` with TAKEN for every code point that isn't free."""
        if self.is_free(start, end):
            return self.text[start:end]
        pairs = zip(self.text[start:end], self._free[start:end], strict=True)
        return "".join(character if free else TAKEN for character, free in pairs)

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Yield where free text begins and ends."""
        start = self.free_from(0)
        while start < len(self.text):
            end = self.free_until(start)
            yield start, end
            start = self.free_from(end)

    def lines(self) -> dict[str, int]:
        """Return where each line begins, its indentation left out, that the whole text holds once."""
        return _once((match.group(), match.start()) for match in _LINE.finditer(self.text))

    def rare_pieces(self) -> dict[str, int]:
        """Return where each piece of LONG code points begins that the free text holds once."""
        return _once(self._pieces(LONG))

    def pieces(self) -> dict[str, list[int]]:
        """Return where each piece of SEED code points begins in free text, unless it stands there too often."""
        places: dict[str, list[int]] = {}
        for piece, place in self._pieces(SEED):
            places.setdefault(piece, []).append(place)
        return {piece: found for piece, found in places.items() if len(found) <= _OFTEN}

    def _pieces(self, size: int) -> Iterator[tuple[str, int]]:
        for start, end in self.gaps():
            for place in range(start, end - size + 1):
                yield self.text[place : place + size], place


def _once(found: Iterator[tuple[str, int]]) -> dict[str, int]:
    places: dict[str, int] = {}
    for piece, place in found:
        places[piece] = -1 if piece in places else place
    return {piece: place for piece, place in places.items() if place >= 0}


def unique_lines(before: FreeText, after: FreeText) -> list[SharedRun]:
    """Return the lines that both versions hold once, in old order."""
    there = after.lines()
    return [SharedRun(start, there[line], len(line)) for line, start in before.lines().items() if line in there]


def unique_runs(before: FreeText, after: FreeText) -> list[SharedRun]:
    """Return the free runs, in old order, around long pieces that the free text of both versions holds once."""
    there = after.rare_pieces()
    runs: list[SharedRun] = []
    for piece, old in before.rare_pieces().items():
        new = there.get(piece, -1)
        last = runs[-1] if runs else SharedRun(0, 0, 0)
        if new >= 0 and (old >= last.old_end or new - old != last.new - last.old):
            runs.append(
                _grown_back(before, after, SharedRun(old, new, _length(before, after, SharedRun(old, new, LONG))))
            )
    return runs


def all_runs(before: FreeText, after: FreeText) -> Iterator[SharedRun]:
    """Yield every free run of SEED code points or more, as far as it goes, but of what stands all over the text."""
    there = after.pieces()
    for start, end in before.gaps():
        for old in range(start, end - SEED + 1):
            for new in there.get(before.text[old : old + SEED], ()):
                if old == start or before.text[old - 1] != after.text[new - 1] or not after.is_free(new - 1, new):
                    yield SharedRun(old, new, _length(before, after, SharedRun(old, new, SEED)))


def in_place(runs: list[SharedRun], old_end: int, new_end: int) -> list[SharedRun]:
    """Return those of `runs`, in old order, that lie close to the one before or after them in both texts.

    The ends of the texts, `old_end` and `new_end`, count as neighbours. What has moved is left out: where a line or
    a piece stands once, a copy may have taken the place of what was edited.
    """
    edges = [SharedRun(0, 0, 0), *runs, SharedRun(old_end, new_end, 0)]
    beside = [_is_close(run, later) for run, later in pairwise(edges)]
    return [run for run, before, after in zip(runs, beside, beside[1:], strict=False) if before or after]


def still_free(before: FreeText, after: FreeText, run: SharedRun) -> SharedRun | None:
    """Return the longest part of `run` that is free on both sides; None if it is shorter than SEED."""
    return max(_free_parts(before, after, run), key=lambda part: part.length, default=None)


def _free_parts(before: FreeText, after: FreeText, run: SharedRun) -> Iterator[SharedRun]:
    start = 0
    while start < run.length:
        old, new = run.old + start, run.new + start
        ahead = max(before.free_from(old) - old, after.free_from(new) - new)
        if ahead:
            start += ahead
            continue
        end = min(before.free_until(old) - run.old, after.free_until(new) - run.new, run.length)
        if end - start >= SEED:
            yield SharedRun(old, new, end - start)
        start = end


def _is_close(run: SharedRun, later: SharedRun) -> bool:
    return 0 <= later.old - run.old_end <= CLOSE and 0 <= later.new - run.new_end <= CLOSE


def _grown_back(before: FreeText, after: FreeText, run: SharedRun) -> SharedRun:
    """Return `run` with the free code points before it that are the same."""
    old, new = run.old, run.new
    while (
        before.is_free(old - 1, old) and after.is_free(new - 1, new) and before.text[old - 1] == after.text[new - 1]
    ):
        old, new = old - 1, new - 1
    return SharedRun(old, new, run.old_end - old)


def _length(before: FreeText, after: FreeText, run: SharedRun) -> int:
    """Return how long the free run is that begins with `run`."""
    most = min(before.free_until(run.old_end) - run.old, after.free_until(run.new_end) - run.new)
    here, there, length = before.text, after.text, run.length
    while length < most:
        size = min(_STRIDE, most - length)
        old, new = run.old + length, run.new + length
        if here[old : old + size] != there[new : new + size]:
            return length + next(i for i in range(size) if here[old + i] != there[new + i])
        length += size
    return length
