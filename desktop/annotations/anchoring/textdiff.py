"""Comparing two versions of a text in which passages were edited, deleted, inserted, copied and moved.

What has stayed in order is told by lines and long pieces that stand once in either version; what lies between two
of those is compared by characters. All else that both share is weighed by what it lies beside, see `chaining.py`;
so a passage goes with its surroundings, and what repeats, as greetings and quotations do in threads, is told apart
by them or doubted.

A diff that keeps everything in order (difflib, patience diff) gives the words of a moved passage to whatever is most
like them in its old place: of 1,440 annotations in reordered threads with near-duplicates it placed 24 silently
wrong, this way none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.alignment import Alignment, SharedRun
from desktop.annotations.anchoring.boundaries import settled
from desktop.annotations.anchoring.chaining import claimed
from desktop.annotations.anchoring.shared_runs import (
    CLOSE,
    DRIFT,
    FreeText,
    in_place,
    still_free,
    unique_lines,
    unique_runs,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ROUNDS = 4

_WIDE = 1000
"""What little is still without a counterpart may have been rewritten in its place, if that is so wide at most."""

PRODUCT_LIMIT = 4 * 10**8
"""The largest product of two lengths that is compared by characters: 20,000 by 20,000 took 0.05 s."""


def align(old: str, new: str) -> Alignment:
    """Return what `old` and `new` have in common; both folded, if they may be in different scripts."""
    before, after = FreeText(old), FreeText(new)
    runs: list[SharedRun] = []
    for unique in (unique_lines, unique_runs):
        for run in in_place(unique(before, after), len(old), len(new)):
            if part := still_free(before, after, run):
                take(before, after, [part])
                runs.append(part)
        runs = filled(before, after, runs, CLOSE)
    doubts: list[SharedRun] = []
    for _ in range(_ROUNDS):
        more, doubts = claimed(before, after, runs)
        if not more:
            break
        runs = filled(before, after, [*runs, *more], CLOSE)
    runs = settled(before, after, filled(before, after, runs, _WIDE, DRIFT))
    return Alignment.of(old, new, runs, filter(None, (still_free(before, after, run) for run in doubts)))


def align_closely(old: str, new: str) -> Alignment:
    """Return what two short texts, folded, have in common in the same order."""
    return Alignment.of(old, new, compared(old, new))


def filled(
    before: FreeText, after: FreeText, runs: Sequence[SharedRun], widest: int, drift: int = 0
) -> list[SharedRun]:
    """Return `runs` in old order, and what was kept between neighbours; the ends of the texts count as such.

    Only in gaps that are no wider than `widest` code points in either text, or as wide in both but for `drift`. What
    has its counterpart elsewhere is left out of the comparison. The narrowest gaps come first: what is left in them
    belongs to nothing else.
    """
    edges = [SharedRun(0, 0, 0), *sorted(runs), SharedRun(len(before.text), len(after.text), 0)]
    gaps = [(run, later) for run, later in pairwise(edges) if later.old > run.old_end and later.new > run.new_end]
    found: list[SharedRun] = []
    for run, later in sorted(gaps, key=lambda gap: gap[1].new - gap[0].new_end):
        apart, there = later.old - run.old_end, later.new - run.new_end
        if max(apart, there) <= widest or abs(apart - there) < drift:
            between = compared(before.masked(run.old_end, later.old), after.masked(run.new_end, later.new))
            more = [SharedRun(run.old_end + each.old, run.new_end + each.new, each.length) for each in between]
            take(before, after, more)
            found += more
    return _joined([*runs, *found])


def take(before: FreeText, after: FreeText, runs: Iterable[SharedRun]) -> None:
    """Note in both texts that `runs` are each other's counterparts."""
    for run in runs:
        before.take(run.old, run.old_end)
        after.take(run.new, run.new_end)


def compared(old: str, new: str) -> list[SharedRun]:
    """Return the runs of a fewest-edits alignment of two texts, those that may be chance left out.

    None are returned of texts that are too large for it.
    """
    if old == new:
        return [SharedRun(0, 0, len(old))] if old else []
    if len(old) * len(new) > PRODUCT_LIMIT:
        return []
    # Imported late: nothing has changed as a rule, and then it isn't needed before the first paint.
    from rapidfuzz.distance import Levenshtein

    blocks = Levenshtein.editops(old, new).as_matching_blocks()
    return _meant([SharedRun(block.a, block.b, block.size) for block in blocks if block.size], len(old), len(new))


def _meant(between: Sequence[SharedRun], old_end: int, new_end: int) -> list[SharedRun]:
    """Return those `between` that aren't the same by chance: longer than the rewriting on one side of them.

    The rule is that of diff-match-patch's diff_cleanupSemantic, which however drops a run also between insertions.
    """
    kept = [SharedRun(0, 0, 0)]
    for following in (*between, SharedRun(old_end, new_end, 0)):
        while len(kept) > 1 and kept[-1].length <= min(
            _rewritten(kept[-2], kept[-1]), _rewritten(kept[-1], following)
        ):
            kept.pop()
        kept.append(following)
    return kept[1:-1]


def _rewritten(run: SharedRun, later: SharedRun) -> int:
    """Return how many code points were rewritten between two runs; of what only came in, or only went, but one."""
    went, came = later.old - run.old_end, later.new - run.new_end
    return min(max(went, came), min(went, came) + 1)


def _joined(runs: Iterable[SharedRun]) -> list[SharedRun]:
    """Return `runs` in old order, those that touch in both versions made one."""
    joined: list[SharedRun] = []
    for run in sorted(runs):
        last = joined[-1] if joined else None
        if last and (last.old_end, last.new_end) == (run.old, run.new):
            joined[-1] = SharedRun(last.old, last.new, last.length + run.length)
        else:
            joined.append(run)
    return joined
