"""Selecting many rows: what is selected is what was asked for, in runs, and soon."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QStringListModel

from desktop.ui.notes.card_column import runs_of, select_rows, selected_rows

ROWS = st.sets(st.integers(0, 40))
MANY = 20_000


@given(ROWS)
def test_runs_have_all_rows_and_a_gap_between_them(rows: set[int]) -> None:
    runs = runs_of(rows)
    assert [row for first, last in runs for row in range(first, last + 1)] == sorted(rows)
    assert all(end + 1 < start for (_, end), (start, _) in pairwise(runs))


@settings(deadline=None)
@given(ROWS, ROWS)
def test_the_rows_selected_last_are_selected_and_no_others(before: set[int], rows: set[int]) -> None:
    model = QStringListModel([str(row) for row in range(41)])
    selected = QItemSelectionModel(model)
    for each in (before, rows):
        select_rows(selected, each)
    assert selected_rows(selected) == sorted(rows)
    assert {index.row() for index in selected.selectedIndexes()} == rows


def test_of_twenty_thousand_rows_all_but_one_are_selected_at_once() -> None:
    model = QStringListModel([""] * MANY)
    selected = QItemSelectionModel(model)
    select_rows(selected, range(MANY))
    before = time.perf_counter()
    select_rows(selected, set(range(MANY)) - {7})
    assert len(selected_rows(selected)) == MANY - 1
    assert time.perf_counter() - before < 1
