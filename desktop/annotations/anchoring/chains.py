"""How much of what two texts share speaks for one run of it: the company that it has kept.

What stands in several places of either text, as quotations and greetings do in threads, goes with what it stood
beside. So every run is weighed together with those that lie near it in both texts. Genomes, in which passages repeat,
move and mutate as well, are compared like that (Kent et al., "Evolution's cauldron", PNAS 100, 2003).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations.anchoring.alignment import Run
from desktop.annotations.anchoring.shared_runs import DRIFT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_COMPANY = 100
"""What lies on one side speaks for a run with less than so many code points: its company, not the whole text's."""

_PER_POINT = 4
"""And with less than so many for each code point of its own: a word or two may stand anywhere by chance."""

_BREAK_COST, _SHIFT_COST, _GAP_COST = 6, 1 / 3, 1 / 12
"""What takes from that: a break as such, each code point by which a distance has changed, and each one of it."""

_ASKED = 48
"""As many runs before one are asked whether they belong to it, nearest first."""


class Standing(NamedTuple):
    """What speaks for a run, in code points: its `company`, all that lies beside it, and the whole's `weight`."""

    company: float
    weight: float


def standings(runs: Sequence[Run]) -> list[Standing]:
    """Return the standing of each of `runs` among them."""
    before = _company(runs)
    after = _company([Run(-run.old_end, -run.new_end, run.length) for run in runs])
    return [_standing(run, *sides) for run, *sides in zip(runs, before, after, strict=True)]


def _standing(run: Run, before: float, after: float) -> Standing:
    most = min(_COMPANY, _PER_POINT * run.length)
    return Standing(before + after, run.length + _levelled(before, most) + _levelled(after, most))


def _company(runs: Sequence[Run]) -> list[float]:
    """Return what lies before each of `runs` in its passage, less what the distances cost."""
    company = [0.0] * len(runs)
    lanes: dict[int, list[int]] = defaultdict(list)
    for index in sorted(range(len(runs)), key=lambda i: (runs[i].old_end, runs[i].new_end)):
        run = runs[index]
        for other in _near(runs, lanes, run):
            there = _levelled(company[other] + runs[other].length, _COMPANY) - _distance(runs[other], run)
            company[index] = max(company[index], there)
        lanes[_lane(run)].append(index)
    return company


def _levelled(company: float, most: float) -> float:
    """Return `company`, ever more slowly growing towards `most`: more of it still counts for more."""
    return most * company / (most + company)


def _lane(run: Run) -> int:
    return (run.new - run.old) // DRIFT


def _near(runs: Sequence[Run], lanes: Mapping[int, list[int]], run: Run) -> Iterator[int]:
    """Yield the indices of those in `lanes` that may lie before `run` in its passage; they may overlap with it."""
    lane = _lane(run)
    for here in (lane - 1, lane, lane + 1):
        for index in reversed(lanes.get(here, ())[-_ASKED:]):
            other = runs[index]
            if run.old - other.old_end > DRIFT:
                break
            if other.old < run.old and other.new < run.new and other.new_end < run.new_end:
                yield index


def _distance(run: Run, later: Run) -> float:
    apart, there = later.old - run.old_end, later.new - run.new_end
    return _BREAK_COST + abs(apart - there) * _SHIFT_COST + max(0, apart, there) * _GAP_COST
