"""Which of the runs that two texts share are believed, which are doubted.

What stands in several places of either text, as quotations and greetings do in threads, goes with what it stood
beside. So every run is weighed together with those that lie near it in both texts. Genomes, in which passages repeat,
move and mutate as well, are compared like that (Kent et al., "Evolution's cauldron", PNAS 100, 2003).

The run that most speaks for is believed first, and what it takes no other can have. A run is doubted when another
would be nearly as good for the same words, or when little but itself speaks for it and it looks like a quotation:
a few words from amid a sentence in another, or words that stood elsewhere with more of what is now around them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations.anchoring.alignment import SharedRun
from desktop.annotations.anchoring.boundaries import is_edge, is_parted
from desktop.annotations.anchoring.shared_runs import DRIFT, all_runs, still_free

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.annotations.anchoring.shared_runs import FreeText

_MOST_BESIDE = 100
"""What lies on one side speaks for a run with less than so many code points: only its surroundings do, not all."""

_PER_POINT = 4
"""And with less than so many for each code point of its own: a word or two may stand anywhere by chance."""

_BREAK_COST, _SHIFT_COST, _GAP_COST = 6, 1 / 3, 1 / 12
"""What takes from that: a break as such, each code point by which a distance has changed, and each one of it."""

_ASKED = 48
"""As many runs before one are asked whether they belong to it, nearest first."""

_NEARLY = 0.9
"""From this part of its weight on, another run is nearly as good as one."""

_ALONE = 20
"""With less than this beside it, in code points, a run stands alone."""

_FEW_WORDS = 12
"""Up to so many code points may be a quotation from amid a sentence."""

_CELL = 16
"""Code points of a text that are searched for rivals together."""


class RunSupport(NamedTuple):
    """What speaks for a run, in code points: all that lies `beside` it, and the `weight` of the whole."""

    beside: float
    weight: float


def run_supports(runs: Sequence[SharedRun]) -> list[RunSupport]:
    """Return what speaks for each of `runs` among them."""
    before = _beside(runs)
    after = _beside([SharedRun(-run.old_end, -run.new_end, run.length) for run in runs])
    return [_support(run, *sides) for run, *sides in zip(runs, before, after, strict=True)]


def _support(run: SharedRun, before: float, after: float) -> RunSupport:
    most = min(_MOST_BESIDE, _PER_POINT * run.length)
    return RunSupport(before + after, run.length + _levelled(before, most) + _levelled(after, most))


def _beside(runs: Sequence[SharedRun]) -> list[float]:
    """Return what lies before each of `runs` in its passage, less what the distances cost."""
    beside = [0.0] * len(runs)
    lanes: dict[int, list[int]] = defaultdict(list)
    for index in sorted(range(len(runs)), key=lambda i: (runs[i].old_end, runs[i].new_end)):
        run = runs[index]
        for other in _near(runs, lanes, run):
            there = _levelled(beside[other] + runs[other].length, _MOST_BESIDE) - _distance(runs[other], run)
            beside[index] = max(beside[index], there)
        lanes[_lane(run)].append(index)
    return beside


def _levelled(beside: float, most: float) -> float:
    """Return `beside`, ever more slowly growing towards `most`: more of it still counts for more."""
    return most * beside / (most + beside)


def _lane(run: SharedRun) -> int:
    return (run.new - run.old) // DRIFT


def _near(runs: Sequence[SharedRun], lanes: Mapping[int, list[int]], run: SharedRun) -> Iterator[int]:
    """Yield the indices of those in `lanes` that may lie before `run` in its passage; they may overlap with it."""
    lane = _lane(run)
    for here in (lane - 1, lane, lane + 1):
        for index in reversed(lanes.get(here, ())[-_ASKED:]):
            other = runs[index]
            if run.old - other.old_end > DRIFT:
                break
            if other.old < run.old and other.new < run.new and other.new_end < run.new_end:
                yield index


def _distance(run: SharedRun, later: SharedRun) -> float:
    apart, there = later.old - run.old_end, later.new - run.new_end
    return _BREAK_COST + abs(apart - there) * _SHIFT_COST + max(0, apart, there) * _GAP_COST


def claimed(before: FreeText, after: FreeText, runs: Sequence[SharedRun]) -> tuple[list[SharedRun], list[SharedRun]]:
    """Take of the free text what is believed beside `runs`; return it, and the runs that are doubted."""
    found = list(all_runs(before, after))
    support = run_supports([*runs, *found])[len(runs) :]
    rivals = _Rivals(found, [each.weight for each in support])
    claims: list[SharedRun] = []
    doubts: list[SharedRun] = []
    for index in sorted(range(len(found)), key=lambda i: -support[i].weight):
        run = still_free(before, after, found[index])
        if not run:
            continue
        is_alone = support[index].beside < _ALONE
        if (is_alone and _is_quoted(before, after, found[index], run)) or rivals.has(index, before, after):
            doubts.append(run)
        else:
            before.take(run.old, run.old_end)
            after.take(run.new, run.new_end)
            claims.append(run)
    return claims, doubts


def _is_quoted(before: FreeText, after: FreeText, whole: SharedRun, free: SharedRun) -> bool:
    """Tell whether `free`, which is left of the run `whole`, looks like words that were copied rather than moved."""
    if free.length <= _FEW_WORDS and not _is_whole(before, after, free):
        return True
    return _is_anothers(before, after, whole)


def _is_whole(before: FreeText, after: FreeText, run: SharedRun) -> bool:
    """Tell whether in both texts `run` begins or ends where a sentence does, or is all between two marks."""
    starts, ends = (
        ((before.text, run.old), (after.text, run.new)),
        ((before.text, run.old_end), (after.text, run.new_end)),
    )
    if all(is_edge(*place) for place in starts) or all(is_edge(*place) for place in ends):
        return True
    return all(is_parted(*place) for place in (*starts, *ends))


def _is_anothers(before: FreeText, after: FreeText, run: SharedRun) -> bool:
    """Tell whether elsewhere in the old text one more character beside `run` is as it is in the new one."""
    here, there = before.text, after.text
    words = there[run.new : run.new_end]
    earlier, later = there[max(0, run.new - 1) : run.new], there[run.new_end : run.new_end + 1]
    if earlier.isalnum() and here[max(0, run.old - 1) : run.old] != earlier and earlier + words in here:
        return True
    return later.isalnum() and here[run.old_end : run.old_end + 1] != later and words + later in here


class _Rivals:
    """Runs with their weights, by the cells of either text in which they lie."""

    def __init__(self, runs: Sequence[SharedRun], weights: Sequence[float]) -> None:
        self._runs, self._weights = runs, weights
        self._cells: dict[tuple[bool, int], list[int]] = defaultdict(list)
        for index, run in enumerate(runs):
            for is_old in (True, False):
                start = run.old if is_old else run.new
                for cell in range(start // _CELL, (start + run.length - 1) // _CELL + 1):
                    self._cells[is_old, cell].append(index)

    def has(self, index: int, before: FreeText, after: FreeText) -> bool:
        """Tell whether a run that is free still is nearly as good as the one of this index for half of its words."""
        return any(still_free(before, after, self._runs[other]) for other in self._of(index))

    def _of(self, index: int) -> Iterator[int]:
        """Yield the runs that weigh nearly as much and share half of the run in one of the texts."""
        run, least = self._runs[index], self._weights[index] * _NEARLY
        half = run.length // 2
        for is_old in (True, False):
            middle = (run.old if is_old else run.new) + half
            for other in self._cells.get((is_old, middle // _CELL), ()):
                if (
                    self._weights[other] >= least
                    and other != index
                    and _shared(run, self._runs[other], is_old) >= half
                ):
                    yield other


def _shared(run: SharedRun, other: SharedRun, is_old: bool) -> int:
    """Return how many code points both runs cover in one of the texts."""
    start, there = (run.old, other.old) if is_old else (run.new, other.new)
    return min(start + run.length, there + other.length) - max(start, there)
