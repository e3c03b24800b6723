"""A matrix as it is seen: its rows and columns in their order, words in the script shown, a shade for each cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.keywords import Matrix, Measure
from desktop.ui.charts.matrix.shades import step

if TYPE_CHECKING:
    from collections.abc import Sequence


class Shading(Enum):
    """Among which cells the largest one has the darkest shade."""

    ALL = auto()
    TERM = auto()
    """Those of one term: who says it most, however rare it is."""


@dataclass(frozen=True)
class HeatMap:
    """What the heat map shows. `terms` and `authors` are those of `matrix` as they are read, in the same order.

    `slots` has the lights of the terms that are lit.
    """

    matrix: Matrix
    terms: tuple[str, ...]
    authors: tuple[str, ...]
    measure: Measure = Measure.COUNT
    shading: Shading = Shading.ALL
    slots: tuple[int | None, ...] = ()

    @cached_property
    def values(self) -> Sequence[Sequence[float]]:
        """The number in each cell: a row for each term."""
        return self.matrix.counts if self.measure is Measure.COUNT else self.matrix.rates

    @cached_property
    def most(self) -> float:
        """The largest number in any cell; 0 where there is none."""
        return max((max(row, default=0) for row in self.values), default=0)

    @cached_property
    def steps(self) -> tuple[bytes, ...]:
        """The shade of each cell, from 0 to `STEPS`: a row for each term."""
        of_terms = self.shading is Shading.TERM
        return tuple(
            bytes(step(value, most) for value in row)
            for row in self.values
            for most in [max(row, default=0) if of_terms else self.most]
        )

    def number(self, term: int, author: int) -> str:
        """Return what stands in a cell: nothing where the author never says the term."""
        return number_words(self.values[term][author])

    @cached_property
    def widest(self) -> str:
        """The widest number that stands in any cell, by its characters; those of a rate are as good as even."""
        return max((number_words(value) for value in (self.most, 0.1)), key=len)

    def slot(self, term: int) -> int | None:
        """Return the light of a term, None where it isn't lit."""
        return self.slots[term] if term < len(self.slots) else None


def number_words(value: float) -> str:
    """Return a count, or a rate with one decimal, as a cell shows it; "" for nothing."""
    if not value:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.1f}" if value >= _LEAST_TENTH else "<0.1"


_LEAST_TENTH = 0.05
"""What would be rounded to nothing is said to be less than a tenth."""
