"""Words with runs in them, cut into the pieces that a markup sets off, properly nested."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.documents.containers.drafts import BlockDraft, RunDraft


class SetOffWords(NamedTuple):
    """Some words (`start` to `end` in code points) and the runs that they are in, the outermost first."""

    start: int
    end: int
    runs: tuple[RunDraft, ...]


def pieces_of(length: int, runs: Iterable[RunDraft]) -> Iterator[SetOffWords]:
    """Yield the parts of words of `length` code points, so that within each the same runs hold.

    Of runs that overlap without one being in the other, the later is cut where the earlier ends.
    """
    kept = sorted({run for run in runs if 0 <= run.start < run.end <= length}, key=lambda run: (run.start, -run.end))
    edges = sorted({0, length, *(run.start for run in kept), *(run.end for run in kept)})
    for start, end in pairwise(edges):
        yield SetOffWords(start, end, tuple(run for run in kept if run.start <= start and end <= run.end))


def cells_of(row: BlockDraft) -> Iterator[tuple[str, list[RunDraft]]]:
    """Yield the words of each cell of a table's `row`, and the runs in it."""
    start = 0
    for words in row.words.split(" | "):
        end = start + len(words)
        within = (run for run in row.runs if run.start < end and run.end > start)
        yield (
            words,
            [run._replace(start=max(run.start, start) - start, end=min(run.end, end) - start) for run in within],
        )
        start = end + len(" | ")
