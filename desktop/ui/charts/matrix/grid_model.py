"""The matrix as a table of Qt's, from which a screen reader has its words and the keyboard its cells."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.keywords import Matrix
from desktop.ui.charts.matrix.cell_sentences import CellSentences
from desktop.ui.charts.matrix.heat_map import HeatMap

Index = QModelIndex | QPersistentModelIndex

NOTHING = HeatMap(Matrix((), (), (), ()), (), ())
"""What is shown before anything is counted."""

_NO_INDEX = QModelIndex()
_ROLES = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class GridModel(QAbstractTableModel):
    """Holds a `HeatMap`: a row for each term, a column for each author."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heat_map = NOTHING
        self.sentences = CellSentences(self)

    def show(self, heat_map: HeatMap) -> None:
        """Have `heat_map` take the place of what is held."""
        self.beginResetModel()
        self.heat_map = heat_map
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many terms there are."""
        return 0 if parent.isValid() else len(self.heat_map.terms)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802 (Qt's name)
        """Return how many authors there are."""
        return 0 if parent.isValid() else len(self.heat_map.authors)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a cell, or the sentence that says what it means."""
        if not index.isValid() or role not in _ROLES:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heat_map.number(index.row(), index.column())
        return self.sentences.cell(self.heat_map, index.row(), index.column())

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of an author or a term, or the sentence about all cells below or beside it."""
        upright = orientation is Qt.Orientation.Vertical
        names = self.heat_map.terms if upright else self.heat_map.authors
        if role not in _ROLES or not 0 <= section < len(names):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return names[section]
        return (self.sentences.term if upright else self.sentences.author)(self.heat_map, section)
