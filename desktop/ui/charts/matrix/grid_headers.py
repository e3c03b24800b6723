"""The names of the authors above the matrix and the terms at its left, which stay in sight when it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip

from desktop.ui.charts.laid_out import LaidOutWords
from desktop.ui.charts.matrix.grid_paint import paint_author, paint_term
from desktop.ui.look.tooltip import as_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QTableView

    from desktop.ui.charts.matrix.grid_model import GridModel
    from desktop.ui.look.look import Look


class GridHeader(QHeaderView):
    """The row of authors or the column of terms, painted whole. A click on a name has the other axis go by it."""

    asked = Signal(int)
    """Emitted with the number of the name that was clicked."""

    visited = Signal(int)
    """Emitted with the number of the name that was double-clicked."""

    def __init__(self, orientation: Qt.Orientation, model: GridModel, look: Look, table: QTableView) -> None:
        super().__init__(orientation, table)
        self._grid = model
        self._look = look
        self._table = table
        self.sorting: int | None = None
        """The number of the name that the other axis goes by."""
        self.stacked = False
        self.texts = LaidOutWords(self.font())
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)

    @property
    def is_of_terms(self) -> bool:
        """Tell whether this is the column at the left."""
        return self.orientation() is Qt.Orientation.Vertical

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names in sight, that of the current cell on a ground of its own, and the line at the edge."""
        painter, tokens = QPainter(self.viewport()), self._look.tokens
        painter.fillRect(event.rect(), QColor(tokens.page))
        current = self._current()
        for number in self._in(event.rect()):
            place = self._place(number)
            if number == current:
                painter.fillRect(place, QColor(tokens.raised))
            self._paint_name(painter, number, place)
        edge = QRect(self.viewport().rect())
        if self.is_of_terms:
            edge.setLeft(edge.right())
        else:
            edge.setTop(edge.bottom())
        painter.fillRect(edge, QColor(tokens.hairline))

    def _paint_name(self, painter: QPainter, number: int, place: QRect) -> None:
        heat_map, tokens, sorting = self._grid.heat_map, self._look.tokens, number == self.sorting
        if self.is_of_terms:
            paint_term(painter, heat_map, number, place, self.texts.font, tokens, sorting=sorting)
        else:
            name = heat_map.authors[number]
            paint_author(painter, name, place, self.texts, tokens, stacked=self.stacked, sorting=sorting)

    def _current(self) -> int:
        index = self._table.currentIndex()
        return index.row() if self.is_of_terms else index.column()

    def _place(self, number: int) -> QRect:
        start, size = self.sectionViewportPosition(number), self.sectionSize(number)
        room = self.viewport().rect()
        return QRect(0, start, room.width(), size) if self.is_of_terms else QRect(start, 0, size, room.height())

    def _in(self, room: QRect) -> range:
        """Return the numbers of the names of which something is in `room`."""
        first, last = (room.top(), room.bottom()) if self.is_of_terms else (room.left(), room.right())
        start, end = self.logicalIndexAt(max(0, first)), self.logicalIndexAt(last)
        return range(max(0, start), self.count() if end < 0 else end + 1)

    def _at(self, event: QMouseEvent | QHelpEvent) -> int:
        return self.logicalIndexAt(event.position().toPoint() if not isinstance(event, QHelpEvent) else event.pos())

    # -- Qt ---------------------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Have the other axis go by the name that is clicked."""
        super().mouseReleaseEvent(event)
        number = self._at(event)
        if (
            event.button() is Qt.MouseButton.LeftButton
            and number >= 0
            and self.viewport().rect().contains(event.position().toPoint())
        ):
            self.asked.emit(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to whom or what was double-clicked."""
        number = self._at(event)
        if event.button() is Qt.MouseButton.LeftButton and number >= 0:
            self.visited.emit(number)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what all cells of a name come to, and what a click does."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        number = self._at(event)
        words = ""
        if number >= 0:
            sentences = self._grid.sentences
            told = (sentences.term if self.is_of_terms else sentences.author)(self._grid.heat_map, number)
            words = f"{told}\n{self._hint(number)}"
        QToolTip.showText(event.globalPos(), as_tooltip(words), self.viewport(), self._place(max(0, number)))
        return True

    def _hint(self, number: int) -> str:
        heat_map = self._grid.heat_map
        if self.is_of_terms:
            words = self.tr("Click: the authors by how much they say {term}. Double click: light it, or put it out.")
            return words.format(term=heat_map.terms[number])
        words = self.tr("Click: the terms by how much {author} says them. Double click: go to what they wrote.")
        return words.format(author=heat_map.authors[number])
