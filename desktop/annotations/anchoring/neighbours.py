"""What the places of other annotations say about the place of one: passages keep the company that they were in.

Without the old text, the words of a near-duplicate can be more like a quote than the passage itself, once that was
edited or deleted. Where the annotations around it have gone tells the two apart.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ASKED = 3
"""Neighbours that are asked on either side."""

_NEAR, _PART = 60, 0.5
"""A distance may have changed by so many code points, or by this part of itself, through edits in between."""


class Step(NamedTuple):
    """Where a passage began in the old text and where it begins in the new one."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Steps of passages whose places are hardly in doubt, in the order of the old text."""

    steps: tuple[Step, ...]

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Neighbours:
        """Return those of `steps` that most of the others around them agree with."""
        every = cls(tuple(sorted(steps)))
        return cls(tuple(step for step in every.steps if every.agreement(step) >= 0.5))

    def agreement(self, step: Step) -> float:
        """Return which part of the neighbours that `step` has, itself left out, went the same way; 1 without any."""
        around = self._around(step)
        return sum(_agree(step, other) for other in around) / len(around) if around else 1.0

    def _around(self, step: Step) -> Sequence[Step]:
        here = bisect_left(self.steps, step)
        after = here + (self.steps[here : here + 1] == (step,))
        return self.steps[max(0, here - _ASKED) : here] + self.steps[after : after + _ASKED]


def _agree(step: Step, other: Step) -> bool:
    apart = step.old - other.old
    return abs(step.new - other.new - apart) <= max(_NEAR, _PART * abs(apart))


NOBODY = Neighbours(())
