"""A view of a list whose rows differ in height, made for many thousands of them.

Qt's own list asks a delegate for the height of each row, one call from C++ to Python after another: for ten thousand
that is a quarter of a second, and more than a whole one while another thread computes. Here all heights come as one
list, reckoned; exactly measured are only the rows in sight. All lengths are in pixels.

Which rows are selected is said in runs, as few as can be. Qt compares each run of a new selection with each of the
old: a run for every row of ten thousand takes half a second, and to ask it for every row alone a tenth.

It is a `QListView` still, because Qt tells a screen reader of a list's rows only then; but where rows are is never
left to that class: what it does with its own layout, which stays empty, is passed over for what its base class does.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    Index = QModelIndex | QPersistentModelIndex

_ROUNDS = 4
"""So often at most the rows in sight are measured again because those above them turned out higher or lower."""
_STEP_PX = 24


class CardColumn(QListView):
    """Rows below one another, as wide as the view; who derives from it says how high they are."""

    settled = Signal()
    """Emitted when the rows in sight are where they are to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tops = [0]
        self._hovered = -1
        self._measuring = False
        self._kept = 0
        # Scrolling is ours: the view would scroll by heights that are only about right.
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def reckoned_heights(self) -> Sequence[int]:
        """Return about how high each row is."""
        raise NotImplementedError

    def measure(self, index: QModelIndex) -> bool:
        """Measure a row that is in sight; tell whether it is of another height than `reckoned_heights` said."""
        raise NotImplementedError

    # -- laying out -------------------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:  # noqa: N802 (Qt's name)
        """Put every row where it is about to be, and those in sight exactly there."""
        bar = self.verticalScrollBar()
        here = bar.value()
        self._stack()
        QAbstractItemView.doItemsLayout(self)
        self.measure_seen()
        bar.setValue(here)  # which what was only reckoned may have moved

    def reset(self) -> None:
        """Show other rows."""
        self._kept = 0
        super().reset()

    def updateGeometries(self) -> None:  # noqa: N802 (Qt's name)
        """Tell the scroll bar how much there is."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(_STEP_PX)
        bar.setPageStep(height)
        bar.setRange(0, max(self._end, self._kept))
        QAbstractItemView.updateGeometries(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 (Qt's name)
        """Scroll, and measure what comes into sight."""
        QAbstractItemView.scrollContentsBy(self, dx, dy)
        self.measure_seen()
        if self._kept > self.verticalOffset():
            self._keep_end(self.verticalOffset())

    def measure_seen(self) -> None:
        """Measure the rows in sight; those below move by the difference."""
        if self._measuring or not self.isVisible() or not self._has_model:
            return
        self._measuring = True
        for _ in range(_ROUNDS):
            # Each of them, not up to the first that differs.
            if not any([self.measure(index) for index in self._seen()]):  # noqa: C419
                break
            self._stack()
            self.updateGeometries()
            self.viewport().update()
        self._measuring = False
        self.settled.emit()

    @contextmanager
    def end_held(self) -> Generator[None]:
        """Leave what is in sight where it is while rows become lower, up to the last: until it is scrolled."""
        self._kept = self.verticalOffset()
        yield
        self.measure_seen()
        self._keep_end(self._kept)

    def _keep_end(self, offset: int) -> None:
        """Allow scrolling down to `offset`, also where the rows end before."""
        self._kept = offset if offset > self._end else 0
        self.updateGeometries()

    @property
    def _end(self) -> int:
        """How far the rows can be scrolled."""
        return max(0, self._tops[-1] - self.viewport().height())

    @contextmanager
    def held(self, index: QModelIndex) -> Generator[None]:
        """Keep a row where it is in sight while others change their heights, as far as the rows can be scrolled."""
        kept = QPersistentModelIndex(index)
        before = self.visualRect(index).top()
        yield
        for _ in range(_ROUNDS if kept.isValid() else 0):
            self.executeDelayedItemsLayout()
            self.measure_seen()
            moved = self.visualRect(kept).top() - before
            if not moved:
                break
            self.verticalScrollBar().setValue(self.verticalOffset() + moved)

    def bring_into_view(self, index: QModelIndex) -> None:
        """Scroll until a row is seen, however the rows on the way turn out when they are measured."""
        for _ in range(_ROUNDS if index.isValid() else 0):
            self.scrollTo(index)
            if self.viewport().rect().contains(self.visualRect(index)):
                break

    def _stack(self) -> None:
        # Qt lays out while it sets a view up, before there is anything in it.
        self._tops = [0, *accumulate(self.reckoned_heights())] if self._has_model else [0]

    @property
    def _has_model(self) -> bool:
        # The stub says that there always is one.
        return isinstance(cast("object", self.model()), QAbstractItemModel)

    def _seen(self) -> Iterator[QModelIndex]:
        """Yield the rows in sight."""
        top = self.verticalOffset()
        return self._rows_between(top, top + self.viewport().height())

    def _rows_between(self, top: int, bottom: int) -> Iterator[QModelIndex]:
        """Yield the rows of which some part is between two heights of the column."""
        row, rows = self._row_at(max(0, top)), min(len(self._tops) - 1, self.model().rowCount())
        while row < rows and self._tops[row] < bottom:
            yield self.model().index(row, 0)
            row += 1

    def _row_at(self, height: int) -> int:
        """Return the row at a height of the column; below the last one, the number of rows."""
        return bisect_right(self._tops, height) - 1

    # -- what Qt asks of a view -------------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 (Qt's name)
        """Return where a row is in the viewport."""
        self.executeDelayedItemsLayout()
        row = index.row() if index.isValid() else -1
        if not 0 <= row < len(self._tops) - 1:
            return QRect()
        top, bottom = self._tops[row], self._tops[row + 1]
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), bottom - top)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 (Qt's name)
        """Return the row at a point of the viewport; no index where there is none."""
        self.executeDelayedItemsLayout()
        height = point.y() + self.verticalOffset()
        return self.model().index(self._row_at(height), 0) if 0 <= height < self._tops[-1] else QModelIndex()

    def scrollTo(  # noqa: N802 (Qt's name)
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002 (the only one)
    ) -> None:
        """Scroll as little as brings a row into sight, from its upper end where it is higher than the view."""
        if not index.isValid():
            return
        place, bar = self.visualRect(index), self.verticalScrollBar()
        below = place.bottom() + 1 - self.viewport().height()
        if place.top() < 0:
            bar.setValue(bar.value() + place.top())
        elif below > 0:
            bar.setValue(bar.value() + min(below, place.top()))

    def moveCursor(  # noqa: N802 (Qt's name)
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the row that a key leads to; one that is disabled is passed over."""
        self.executeDelayedItemsLayout()
        move, last, row = QAbstractItemView.CursorAction, self.model().rowCount() - 1, self.currentIndex().row()
        if row < 0:
            return self._enabled(0, 1)
        match action:
            case move.MoveUp | move.MovePrevious:
                return self._enabled(row - 1, -1)
            case move.MoveDown | move.MoveNext:
                return self._enabled(row + 1, 1)
            case move.MoveHome:
                return self._enabled(0, 1)
            case move.MoveEnd:
                return self._enabled(last, -1)
            case move.MovePageUp:
                return self._enabled(min(row - 1, self._row_at(max(0, self._tops[row] - self._page))), -1)
            case move.MovePageDown:
                return self._enabled(max(row + 1, min(last, self._row_at(self._tops[row] + self._page))), 1)
            case _:
                return self.currentIndex()

    @property
    def _page(self) -> int:
        return self.viewport().height()

    def _enabled(self, row: int, step: int) -> QModelIndex:
        """Return the first row from `row` on, by `step`, that is enabled; failing that, the first the other way."""
        for way in (step, -step):
            index = self.model().index(row, 0)
            while index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEnabled:
                index = self.model().index(index.row() + way, 0)
            if index.isValid():
                return index
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 (Qt's name)
        """Choose the rows that a rectangle of the viewport touches."""
        area = rect.normalized().translated(0, self.verticalOffset())
        rows = list(self._rows_between(area.top(), area.bottom() + 1))
        self.selectionModel().select(QItemSelection(rows[0], rows[-1]) if rows else QItemSelection(), command)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:  # noqa: N802 (Qt's name)
        """Return what to paint anew when a selection changes: all that is in sight."""
        return QRegion(self.viewport().rect())

    def horizontalOffset(self) -> int:  # noqa: N802 (Qt's name)
        """Return 0: a row is as wide as the view."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 (Qt's name)
        """Return how far the column is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:  # noqa: N802 (Qt's name)
        """Return False: the model leaves out what is not shown."""
        return False

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802 (Qt's name)
        """Lay out anew: words that change are of another height."""
        QAbstractItemView.dataChanged(self, first, last, roles)
        self.scheduleDelayedItemsLayout()

    # -- events -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out in the new width; not here, for that may show the scroll bar, and so on without an end."""
        if event.size().height() != event.oldSize().height():
            self._kept = 0
        QAbstractItemView.resizeEvent(self, event)
        self.scheduleDelayedItemsLayout()

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice which row the mouse is over."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            self._hover(self.indexAt(event.position().toPoint()).row())
        elif event.type() is QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Have the delegate paint the rows in sight."""
        self.executeDelayedItemsLayout()
        self.measure_seen()
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        painter.setClipRect(event.rect())
        self.initViewItemOption(option)
        plain = option.state
        top = event.rect().top() + self.verticalOffset()
        for index in self._rows_between(top, top + event.rect().height()):
            option.rect = self.visualRect(index)
            option.state = plain | self._state_of(index)
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def _state_of(self, index: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_None
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if index.row() == self._hovered:
            state |= QStyle.StateFlag.State_MouseOver
        return state


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
