"""Where one passage ends and the next begins, when the characters between them fit either.

When a sentence was cut out between two others, the full stop before the cut and the one at its end are the same; a
comparison by characters may keep either. People cut where sentences end. So of the places where the cut may as well
have been, the one that the punctuation speaks for is believed, as in the cleanupSemanticLossless of diff-match-patch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations.anchoring.alignment import SharedRun

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.annotations.anchoring.shared_runs import FreeText

_ENDS = ("，,、；;：:", "。！？!?…”」』）)", "\n")
"""What ends a clause, a sentence, a line."""

_FURTHEST = 40
"""A cut is moved by so many code points at most."""


def settled(before: FreeText, after: FreeText, runs: Iterable[SharedRun]) -> list[SharedRun]:
    """Return `runs` with the cuts between them moved to where sentences end, as far as the same characters allow."""
    by_old = _slid(before, after, sorted(runs))
    mirrored = sorted(SharedRun(run.new, run.old, run.length) for run in by_old)
    return [SharedRun(run.new, run.old, run.length) for run in _slid(after, before, mirrored)]


def _slid(here: FreeText, there: FreeText, runs: list[SharedRun]) -> list[SharedRun]:
    """Return `runs` with the cuts moved between those that touch in the text `here`, its side being called old."""
    for index in range(len(runs) - 1):
        run, later = runs[index], runs[index + 1]
        if run.old_end != later.old or run.new_end == later.new:
            continue
        by = _best(here, there, run, later)
        if by:
            _exchange(there, run, later, by)
            runs[index] = SharedRun(run.old, run.new, run.length + by)
            runs[index + 1] = SharedRun(later.old + by, later.new + by, later.length - by)
    return runs


def _best(here: FreeText, there: FreeText, run: SharedRun, later: SharedRun) -> int:
    """Return by how much the cut between `run` and `later` is best moved."""
    cut = run.old_end
    least, most = 0, 0
    while -least < min(run.length - 1, _FURTHEST) and _fits(here, there, cut + least - 1, later.new + least - 1):
        least -= 1
    while most < min(later.length - 1, _FURTHEST) and _fits(here, there, cut + most, run.new_end + most):
        most += 1
    return max(range(least, most + 1), key=lambda by: (_strength(here.text, cut + by), -abs(by)))


def _fits(here: FreeText, there: FreeText, old: int, new: int) -> bool:
    """Tell whether the code point at `new` is free, and the same as that at `old`."""
    return there.is_free(new, new + 1) and here.text[old] == there.text[new]


def is_edge(text: str, place: int) -> bool:
    """Tell whether a sentence or a line ends before `place`, or a line at it; so do the ends of `text`."""
    return place <= 0 or place >= len(text) or _strength(text, place) > 1 or text[place] == "\n"


def is_parted(text: str, place: int) -> bool:
    """Tell whether words end at `place`: a mark stands before it or after it; so do the ends of `text`."""
    return is_edge(text, place) or _strength(text, place) > 0 or _strength(text, place + 1) > 0


def _strength(text: str, cut: int) -> int:
    """Return how strongly `text` is divided before `cut`."""
    return next((rank for rank, ends in enumerate(_ENDS, 1) if text[cut - 1] in ends), 0)


def _exchange(there: FreeText, run: SharedRun, later: SharedRun, by: int) -> None:
    """Note in the other text that `by` code points went from `later` to `run`, or the other way if it is negative."""
    if by > 0:
        there.take(run.new_end, run.new_end + by)
        there.release(later.new, later.new + by)
    else:
        there.take(later.new + by, later.new)
        there.release(run.new_end + by, run.new_end)
