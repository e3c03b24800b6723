"""Which rows of a list are selected, in as few parts as can be.

Qt holds a selection as runs of rows, and compares each of a new one with each of the old: a part for every row of ten
thousand takes half a second, and to ask it for every row alone a tenth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel

if TYPE_CHECKING:
    from collections.abc import Iterable


def selected_rows(selected: QItemSelectionModel) -> list[int]:
    """Return the rows in the runs that are selected, ascending; among them may be some that can't be."""
    return sorted(row for run in selected.selection().toList() for row in range(run.top(), run.bottom() + 1))


def select_rows(selected: QItemSelectionModel, rows: Iterable[int]) -> None:
    """Select `rows` and no others."""
    model, selection = selected.model(), QItemSelection()
    for first, last in runs_of(rows):
        selection.select(model.index(first, 0), model.index(last, 0))
    selected.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def runs_of(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of neighbours among `rows`, in order."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
