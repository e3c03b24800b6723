"""What is seen of a matrix, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from desktop.keywords import Matrix, Measure
from desktop.ui.charts.matrix.arranging import AxisKey, AxisOrder, MatrixOrder, arranged
from desktop.ui.charts.matrix.grid_paint import Grid
from desktop.ui.charts.matrix.heat_map import HeatMap, Shading, number_words
from desktop.ui.charts.matrix.shades import STEPS, step

if TYPE_CHECKING:
    from collections.abc import Sequence

_RANKS = ("會談", "北約", "制裁", "乙", "甲")
THREE = Matrix(("北約", "制裁", "會談"), ("甲", "乙"), ((1, 4), (3, 0), (2, 2)), (100, 2000))


def shown(measure: Measure = Measure.COUNT, shading: Shading = Shading.ALL) -> HeatMap:
    return HeatMap(THREE, THREE.terms, THREE.authors, measure, shading)


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    terms, authors = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    row = st.tuples(*[st.integers(0, 9)] * authors)
    counts = tuple(draw(row) for _ in range(terms))
    lengths = draw(st.tuples(*[st.integers(1, 5000)] * authors))
    return Matrix(tuple(f"t{n}" for n in range(terms)), tuple(f"a{n}" for n in range(authors)), counts, lengths)


def test_shades_go_by_the_largest_of_all_or_of_each_term() -> None:
    assert [row[-1] for row in shown().steps] == [STEPS, 0, step(2, 4)]
    assert [max(row) for row in shown(shading=Shading.TERM).steps] == [STEPS] * 3


def test_rates_are_shown_with_one_decimal_and_nothing_as_nothing() -> None:
    rates = shown(Measure.RATE)
    assert [rates.number(0, 0), rates.number(0, 1), rates.number(1, 1)] == ["10.0", "2.0", ""]
    assert rates.most == 30.0
    assert number_words(0.01) == "<0.1"


@given(matrices(), st.sampled_from(Measure), st.integers(0, 5))
def test_terms_by_an_author_are_as_a_plain_sort_has_them(matrix: Matrix, measure: Measure, author: int) -> None:
    author %= len(matrix.authors)
    order = MatrixOrder(terms=AxisOrder(AxisKey.USE, matrix.authors[author]), measure=measure)
    made = arranged(matrix, order, str)
    numbers: Sequence[Sequence[float]] = matrix.counts if measure is Measure.COUNT else matrix.rates
    used = {term: row[author] for term, row in zip(matrix.terms, numbers, strict=True)}
    assert [used[term] for term in made.terms] == sorted(used.values(), reverse=True)
    assert made.authors == matrix.authors


@given(matrices(), st.integers(0, 5), st.integers(0, 5))
def test_both_axes_hold_together_and_no_number_leaves_its_names(matrix: Matrix, term: int, author: int) -> None:
    term, author = term % len(matrix.terms), author % len(matrix.authors)
    by_author = AxisOrder(AxisKey.USE, matrix.authors[author])
    by_term = AxisOrder(AxisKey.USE, matrix.terms[term])
    made = arranged(matrix, MatrixOrder(by_author, by_term), str)
    for row, name in zip(made.counts, made.terms, strict=True):
        for count, person in zip(row, made.authors, strict=True):
            assert count == matrix.counts[matrix.terms.index(name)][matrix.authors.index(person)]
    assert list(made.counts[made.terms.index(matrix.terms[term])]) == sorted(matrix.counts[term], reverse=True)


def test_names_are_sorted_by_what_ranks_them_and_a_key_that_is_gone_counts_as_all() -> None:
    by_name = arranged(THREE, MatrixOrder(AxisOrder(AxisKey.NAME), AxisOrder(AxisKey.NAME)), _RANKS.index)
    assert (by_name.terms, by_name.authors) == (("會談", "北約", "制裁"), ("乙", "甲"))
    gone = arranged(THREE, MatrixOrder(terms=AxisOrder(AxisKey.USE, "丁")), str)
    assert gone.terms == ("北約", "會談", "制裁")


@given(st.integers(-200, 200), st.integers(-200, 200), st.integers(1, 150), st.integers(1, 150))
def test_exactly_the_cells_in_sight_are_painted(left: int, top: int, wide: int, high: int) -> None:
    grid, room = Grid(-35, -50, 60, 28), QRect(left, top, wide, high)
    rows, columns = grid.within(room, 3, 2)
    meeting = {(row, column) for row in range(3) for column in range(2) if grid.cell(row, column).intersects(room)}
    assert {(row, column) for row in rows for column in columns} == meeting
