"""The runs that free text of two versions shares: those that stand once in either, and all of some length."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.alignment import Run
from desktop.annotations.anchoring.free_text import LONG, SEED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.annotations.anchoring.free_text import FreeText

DRIFT = 300
"""By so many code points the distance of two runs of one passage may differ between the versions."""

CLOSE = 40
"""So few code points between two runs are what was edited there, even if they are like something elsewhere."""

_STRIDE = 32


def unique_lines(before: FreeText, after: FreeText) -> list[Run]:
    """Return the lines that both versions hold once, in old order."""
    there = after.lines()
    return [Run(start, there[line], len(line)) for line, start in before.lines().items() if line in there]


def unique_runs(before: FreeText, after: FreeText) -> list[Run]:
    """Return the free runs, in old order, around long pieces that the free text of both versions holds once."""
    there = after.rare_pieces()
    runs: list[Run] = []
    for piece, old in before.rare_pieces().items():
        new = there.get(piece, -1)
        last = runs[-1] if runs else Run(0, 0, 0)
        if new >= 0 and (old >= last.old_end or new - old != last.new - last.old):
            runs.append(_grown_back(before, after, Run(old, new, _length(before, after, Run(old, new, LONG)))))
    return runs


def all_runs(before: FreeText, after: FreeText) -> Iterator[Run]:
    """Yield every free run of SEED code points or more, as far as it goes, but of what stands all over the text."""
    there = after.pieces()
    for start, end in before.gaps():
        for old in range(start, end - SEED + 1):
            for new in there.get(before.text[old : old + SEED], ()):
                if old == start or before.text[old - 1] != after.text[new - 1] or not after.is_free(new - 1, new):
                    yield Run(old, new, _length(before, after, Run(old, new, SEED)))


def in_place(runs: list[Run], old_end: int, new_end: int) -> list[Run]:
    """Return those of `runs`, in old order, that lie close to the one before or after them in both texts.

    The ends of the texts, `old_end` and `new_end`, count as neighbours. What has moved is left out: where a line or
    a piece stands once, a copy may have taken the place of what was edited.
    """
    edges = [Run(0, 0, 0), *runs, Run(old_end, new_end, 0)]
    beside = [_is_close(run, later) for run, later in pairwise(edges)]
    return [run for run, before, after in zip(runs, beside, beside[1:], strict=False) if before or after]


def still_free(before: FreeText, after: FreeText, run: Run) -> Run | None:
    """Return the longest part of `run` that is free on both sides; None if it is shorter than SEED."""
    return max(_free_parts(before, after, run), key=lambda part: part.length, default=None)


def _free_parts(before: FreeText, after: FreeText, run: Run) -> Iterator[Run]:
    start = 0
    while start < run.length:
        old, new = run.old + start, run.new + start
        ahead = max(before.free_from(old) - old, after.free_from(new) - new)
        if ahead:
            start += ahead
            continue
        end = min(before.free_until(old) - run.old, after.free_until(new) - run.new, run.length)
        if end - start >= SEED:
            yield Run(old, new, end - start)
        start = end


def _is_close(run: Run, later: Run) -> bool:
    return 0 <= later.old - run.old_end <= CLOSE and 0 <= later.new - run.new_end <= CLOSE


def _grown_back(before: FreeText, after: FreeText, run: Run) -> Run:
    """Return `run` with the free code points before it that are the same."""
    old, new = run.old, run.new
    while (
        before.is_free(old - 1, old) and after.is_free(new - 1, new) and before.text[old - 1] == after.text[new - 1]
    ):
        old, new = old - 1, new - 1
    return Run(old, new, run.old_end - old)


def _length(before: FreeText, after: FreeText, run: Run) -> int:
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
