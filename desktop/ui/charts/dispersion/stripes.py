"""A dispersion as it is seen: a stripe for each answer, in it a lane for each lit term, with a tick at each place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.keywords import Dispersion
    from desktop.text import Span


class StripeLength(Enum):
    """How long the stripes are."""

    TRUE = auto()
    """Each as long as its answer is beside the longest."""
    EVEN = auto()
    """All as long: where in an answer, whatever its length."""


class StripeTick(NamedTuple):
    """A place of a term: which stripe, which lane of it, and which in the lane, counted from 0."""

    stripe: int
    lane: int
    number: int


@dataclass(frozen=True)
class Stripes:
    """What the dispersion shows. `terms` and `names` are those of its terms and stripes as they are read.

    `slots` has the light of each term.
    """

    dispersion: Dispersion
    terms: tuple[str, ...]
    names: tuple[str, ...]
    slots: tuple[int, ...]
    length: StripeLength = StripeLength.TRUE

    @cached_property
    def longest(self) -> int:
        """The length of the longest answer in code points."""
        return max((len(stripe.span) for stripe in self.dispersion.stripes), default=1)

    def share(self, stripe: int) -> float:
        """Return how much of the room a stripe takes: 0 < share <= 1."""
        if self.length is StripeLength.EVEN:
            return 1.0
        return len(self.dispersion.stripes[stripe].span) / self.longest

    def places(self, stripe: int, lane: int) -> tuple[Span, ...]:
        """Return where the term of a lane stands in a stripe."""
        return self.dispersion.places[stripe][lane]

    def place(self, tick: StripeTick) -> Span:
        """Return where a tick stands in the source."""
        return self.places(tick.stripe, tick.lane)[tick.number]

    def along(self, stripe: int) -> list[StripeTick]:
        """Return the ticks of a stripe in the order in which they are read."""
        return sorted(self._ticks(stripe), key=self.place)

    def _ticks(self, stripe: int) -> Iterator[StripeTick]:
        for lane in range(len(self.terms)):
            for number in range(len(self.places(stripe, lane))):
                yield StripeTick(stripe, lane, number)
