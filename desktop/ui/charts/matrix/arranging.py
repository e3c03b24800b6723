"""In which order the matrix has its terms and its authors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from desktop.keywords import Matrix, Measure, authors_by, terms_by

if TYPE_CHECKING:
    from collections.abc import Callable


class AxisKey(Enum):
    """What an axis of the matrix goes by."""

    GIVEN = auto()
    """Terms the most telling first, authors as they come in the thread."""
    NAME = auto()
    """As a dictionary of the interface's language orders them: by strokes, by pinyin or by letters."""
    USE = auto()
    """Most used first: by all together, or by the one that `key` names."""


class AxisOrder(NamedTuple):
    """How an axis is sorted; `key` is the term or author of the other axis by whose cells, "" for all of them."""

    by: AxisKey = AxisKey.GIVEN
    key: str = ""


AS_GIVEN = AxisOrder()


@dataclass(frozen=True, slots=True)
class MatrixOrder:
    """How a matrix is sorted: what its terms and what its authors go by, and which numbers count for that."""

    terms: AxisOrder = AS_GIVEN
    authors: AxisOrder = AS_GIVEN
    measure: Measure = Measure.COUNT


def arranged(matrix: Matrix, order: MatrixOrder, rank: Callable[[str], object]) -> Matrix:
    """Return `matrix` in order. `rank` is what names are compared by. A key that isn't there any more counts as all.

    Terms by the use of one author and authors by that of one term hold together.
    """
    terms, authors, measure = order.terms, order.authors, order.measure
    if terms.by is AxisKey.NAME:
        matrix = matrix.reordered(terms=_by_name(matrix.terms, rank))
    elif terms.by is AxisKey.USE:
        matrix = terms_by(matrix, _index(matrix.authors, terms.key), measure)
    if authors.by is AxisKey.NAME:
        matrix = matrix.reordered(authors=_by_name(matrix.authors, rank))
    elif authors.by is AxisKey.USE:
        matrix = authors_by(matrix, _index(matrix.terms, authors.key), measure)
    return matrix


def _by_name(names: tuple[str, ...], rank: Callable[[str], object]) -> list[int]:
    ranks = [rank(name) for name in names]
    return sorted(range(len(names)), key=lambda index: ranks[index])  # type: ignore[arg-type,return-value]


def _index(names: tuple[str, ...], key: str) -> int | None:
    return names.index(key) if key in names else None
