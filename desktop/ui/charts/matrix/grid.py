"""The matrix on the screen: a table of Qt's that is painted whole, by the mouse and by keys alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip

from desktop.ui.charts.fonts import NAME_PX, NUMBER_PX
from desktop.ui.charts.laid_out import LaidOutWords
from desktop.ui.charts.matrix.grid_headers import GridHeader
from desktop.ui.charts.matrix.grid_model import GridModel, Index
from desktop.ui.charts.matrix.grid_paint import (
    ROW_PX,
    Columns,
    Grid,
    columns_for,
    paint_numbers,
    paint_shades,
    terms_width,
)
from desktop.ui.look.theme import wear
from desktop.ui.look.tooltip import as_tooltip

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPoint
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.charts.matrix.cell_sentences import CellSentences
    from desktop.ui.charts.matrix.heat_map import HeatMap
    from desktop.ui.look.look import Look

_FRAME_PX = 2
_PLAIN = (
    "QTableView {{ border: none; border-radius: 0; }}"
    "QTableCornerButton::section {{ background: {page}; border: none; border-bottom: 1px solid {hairline};"
    " border-right: 1px solid {hairline}; }}"
    "QAbstractScrollArea::corner {{ background: {page}; border: none; }}"
)


class Cell(NamedTuple):
    """A cell of the matrix: the numbers of its term and of its author as they are shown."""

    term: int
    author: int


class GridKey(NamedTuple):
    """A key that the table takes for itself while it has the keyboard."""

    key: Qt.Key
    shift: bool = False


PLACES, LIGHT, VISIT = GridKey(Qt.Key.Key_Return), GridKey(Qt.Key.Key_L), GridKey(Qt.Key.Key_G)
SORT_TERMS, SORT_AUTHORS = GridKey(Qt.Key.Key_S), GridKey(Qt.Key.Key_S, shift=True)
UNSORT, MEASURE = GridKey(Qt.Key.Key_T), GridKey(Qt.Key.Key_P)
_KEYS = frozenset({PLACES, LIGHT, VISIT, SORT_TERMS, SORT_AUTHORS, UNSORT, MEASURE})


class GridTable(QTableView):
    """Shows a `HeatMap`; the current cell has a frame, and the keys act on it."""

    acted = Signal(object, object)
    """Emitted with a `GridKey` and the `Cell` that it is for."""

    asked_for_menu = Signal(object, object)
    """Emitted with a `Cell` and the place on the screen where a menu for it was asked for."""

    left = Signal()
    """Emitted for Escape."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = GridModel(self)
        self._texts = LaidOutWords(look.interface_font(NUMBER_PX))
        self.columns = Columns(1, stacked=False, height=1)
        self.setObjectName("matrixTable")
        self.terms = GridHeader(Qt.Orientation.Vertical, self._grid, look, self)
        self.authors = GridHeader(Qt.Orientation.Horizontal, self._grid, look, self)
        self.setVerticalHeader(self.terms)
        self.setHorizontalHeader(self.authors)
        self.setModel(self._grid)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)
        for header, click, double_click in ((self.terms, SORT_AUTHORS, LIGHT), (self.authors, SORT_TERMS, VISIT)):
            header.asked.connect(partial(self._act_on, header, click))
            header.visited.connect(partial(self._act_on, header, double_click))

    @property
    def heat_map(self) -> HeatMap:
        """What is shown."""
        return self._grid.heat_map

    @property
    def sentences(self) -> CellSentences:
        """What explains the cells."""
        return self._grid.sentences

    @property
    def cell(self) -> Cell | None:
        """The current cell."""
        index = self.currentIndex()
        return Cell(index.row(), index.column()) if index.isValid() else None

    def show_map(self, heat_map: HeatMap, *, terms_by: int | None = None, authors_by: int | None = None) -> None:
        """Show `heat_map`; `terms_by` is the number of the author that terms go by, `authors_by` of the term.

        The current cell stays that of its term and author, wherever they go.
        """
        before, cell = self.heat_map, self.cell
        kept = _kept(before, heat_map, cell)
        self.terms.sorting, self.authors.sorting = authors_by, terms_by
        if heat_map.measure is not before.measure:
            self._texts = LaidOutWords(self._texts.font)
        self._grid.show(heat_map)
        self.size_columns()
        if kept is not None:
            self.go_to(kept)

    def show_lights(self, heat_map: HeatMap) -> None:
        """Show `heat_map`, which is what is shown but for its lights."""
        self._grid.heat_map = heat_map
        for part in (self, self.terms, self.authors):
            part.viewport().update()

    def go_to(self, cell: Cell) -> None:
        """Make `cell` the current one, in sight."""
        index = self._grid.index(cell.term, cell.author)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def dress(self) -> None:
        """Wear the theme and the fonts as they are now."""
        tokens = self._look.tokens
        wear(self, _PLAIN.format(page=tokens.page, hairline=tokens.hairline))
        self._texts = LaidOutWords(self._look.interface_font(NUMBER_PX))
        for header in (self.terms, self.authors):
            header.texts = LaidOutWords(self._look.frame_font(NAME_PX))
        self.size_columns()
        self.viewport().update()

    def size_columns(self) -> None:
        """Give rows and columns their sizes, by the room that there is."""
        font = self._look.frame_font(NAME_PX)
        left = terms_width(self.heat_map.terms, font)
        bar = self.verticalScrollBar().sizeHint().width()
        self.columns = columns = columns_for(self.heat_map.authors, font, self.width() - left - bar)
        self.authors.stacked = columns.stacked
        self.authors.setDefaultSectionSize(columns.width)
        self.terms.setDefaultSectionSize(ROW_PX)
        self.terms.setFixedWidth(left)
        self.authors.setFixedHeight(columns.height)
        self.updateGeometries()

    def _placed(self) -> Grid:
        """Return where the cells are on the viewport now."""
        left, top = self.authors.sectionViewportPosition(0), self.terms.sectionViewportPosition(0)
        return Grid(left, top, self.columns.width, ROW_PX)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells of which something has to be painted."""
        painter, tokens, heat_map = QPainter(self.viewport()), self._look.tokens, self.heat_map
        painter.fillRect(event.rect(), QColor(tokens.page))
        if not heat_map.terms or not heat_map.authors:
            return
        grid = self._placed()
        rows, columns = grid.within(event.rect(), len(heat_map.terms), len(heat_map.authors))
        paint_shades(painter, heat_map, grid, tokens, rows, columns)
        paint_numbers(painter, heat_map, grid, self._texts, tokens, rows, columns)
        cell = self.cell
        if cell is not None:
            self._paint_frame(painter, grid.cell(*cell))

    def _paint_frame(self, painter: QPainter, place: QRect) -> None:
        """Paint the frame of the current cell: of accent while the keyboard is here."""
        tokens = self._look.tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, inset in ((tokens.page, 1), (tokens.accent if self.hasFocus() else tokens.second, 0)):
            pen = QPen(QColor(color), _FRAME_PX)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(place.adjusted(1 + inset, 1 + inset, -2 - inset, -2 - inset))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 (Qt's name)
        """Paint the two cells, and the heads of their rows and columns, anew."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.terms.viewport().update()
        self.authors.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns as much room as there is."""
        super().resizeEvent(event)
        self.size_columns()

    def event(self, event: QEvent) -> bool:
        """Take keys that are commands of the window elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current cell, or leave."""
        key = _pressed(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _KEYS and self.cell is not None:
            self.acted.emit(key, self.cell)
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape or _pressed(event) in _KEYS

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the cell under the mouse, or for the current one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.go_to(Cell(index.row(), index.column()))
            place = event.pos() if by_mouse else self.visualRect(index).center()
            self.asked_for_menu.emit(self.cell, self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what the number of a cell means."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _tell(self, place: QPoint, on_screen: QPoint) -> None:
        index = self.indexAt(place)
        words = str(index.data(Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""
        QToolTip.showText(on_screen, as_tooltip(words), self.viewport(), self.visualRect(index))

    def _act_on(self, header: GridHeader, key: GridKey, number: int) -> None:
        """Do what `key` does for the name `number` of a header."""
        self.acted.emit(key, Cell(number, 0) if header is self.terms else Cell(0, number))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.acted.emit(PLACES, Cell(index.row(), index.column()))


def _pressed(event: QKeyEvent) -> GridKey | None:
    """Return the key without those of the keypad and Shift; None where another one is held."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    return GridKey(key, bool(modifiers))


def _kept(before: HeatMap, after: HeatMap, cell: Cell | None) -> Cell | None:
    """Return where the term and the author of `cell` are in another map; the first cell if they are in none."""
    if not after.matrix.terms or not after.matrix.authors:
        return None
    if cell is None:
        return Cell(0, 0)
    term, author = before.matrix.terms[cell.term], before.matrix.authors[cell.author]
    terms, authors = after.matrix.terms, after.matrix.authors
    return Cell(terms.index(term) if term in terms else 0, authors.index(author) if author in authors else 0)
