"""Comparing two versions of a text in which passages were edited, deleted, inserted, copied and moved.

What has stayed in order is told by lines and long pieces that stand once in either version; what lies between two
of those is compared by characters. All else that both share is weighed by the company it has kept, see `chains.py`;
so a passage goes with its surroundings, and what repeats, as greetings and quotations do in threads, is told apart
by them or doubted.

A diff that keeps everything in order (difflib, patience diff) gives the words of a moved passage to whatever is most
like them in its old place: of 1,440 annotations in reordered threads with near-duplicates it placed 24 silently
wrong, this way none.
"""

from __future__ import annotations

from desktop.annotations.anchoring.alignment import Alignment, Run
from desktop.annotations.anchoring.boundaries import settled
from desktop.annotations.anchoring.claiming import claimed
from desktop.annotations.anchoring.filling import compared, filled, take
from desktop.annotations.anchoring.free_text import FreeText
from desktop.annotations.anchoring.shared_runs import CLOSE, DRIFT, in_place, still_free, unique_lines, unique_runs

_ROUNDS = 4

_WIDE = 1000
"""What little is still without a counterpart may have been rewritten in its place, if that is so wide at most."""


def align(old: str, new: str) -> Alignment:
    """Return what `old` and `new` have in common; both folded, if they may be in different scripts."""
    before, after = FreeText(old), FreeText(new)
    runs: list[Run] = []
    for unique in (unique_lines, unique_runs):
        for run in in_place(unique(before, after), len(old), len(new)):
            if part := still_free(before, after, run):
                take(before, after, [part])
                runs.append(part)
        runs = filled(before, after, runs, CLOSE)
    doubts: list[Run] = []
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
