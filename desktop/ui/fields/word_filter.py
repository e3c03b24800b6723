"""The filter of a list that is narrowed by typing: what holds every word that is typed, in either script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Qt

from desktop.script import search_key

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

SEARCHED_ROLE = Qt.ItemDataRole.UserRole + 3
"""What is searched of a row: its words by `search_key`, in lower case."""

WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""The keys that walk the list while the field above it keeps the keyboard."""


class WordFilter(QSortFilterProxyModel):
    """Keeps the rows that hold every word of the query, in either script."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def look_for(self, query: str) -> None:
        """Keep what holds every word of `query`."""
        self._words = search_key(query.lower()).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether what is searched of a row holds every word."""
        searched = str(self.sourceModel().index(source_row, 0, source_parent).data(SEARCHED_ROLE))
        return all(word in searched for word in self._words)
