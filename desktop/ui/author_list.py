"""The list of authors: the row that is chosen opens onto the page at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollBar

from desktop.ui.sidebar_delegate import SidebarDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.author_model import AuthorModel
    from desktop.ui.look import Look

_BAR_PX = 10
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class AuthorList(QListView):
    """A view of an `AuthorModel` that draws the sidebar's own edge, and its scroll bar over the rows.

    Both lie over the list so that the strip of the chosen row reaches the page.
    """

    chosen = Signal(int)
    """Emitted with the row that the reader chose."""

    def __init__(self, model: AuthorModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ringed = False
        self.setObjectName("authorList")
        self.setModel(model)
        self.setItemDelegate(SidebarDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self._bar = self._make_bar()
        self.selectionModel().currentChanged.connect(self._on_current)

    def _make_bar(self) -> QScrollBar:
        """Return a scroll bar that lies over the rows and follows the list's own, which is not shown."""
        bar, own = QScrollBar(Qt.Orientation.Vertical, self), self.verticalScrollBar()
        own.rangeChanged.connect(self._fit_bar)
        own.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(own.setValue)
        bar.hide()
        return bar

    def show_row(self, row: int) -> None:
        """Make `row` the current one, in view, without choosing it anew; -1 for none."""
        index = self.model().index(row, 0)
        if index == self.currentIndex() and self.selectionModel().isSelected(index):
            return
        selection = self.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.scrollTo(index)
        self.viewport().update()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def selectionCommand(  # noqa: N802 (Qt's name)
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Keep one row selected, whatever keys are held: there is always one answer on the page."""
        del event
        if not index.isValid():
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return QItemSelectionModel.SelectionFlag.ClearAndSelect

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the sidebar's edge but for the current row, and a ring when Tab came here."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        right, bottom = self.viewport().width() - 1, self.viewport().height()
        strip = self.visualRect(self.currentIndex())
        hairline = QColor(self._look.tokens.hairline)
        for top, end in ((0, strip.top()), (strip.bottom() + 1, bottom)) if strip.isValid() else ((0, bottom),):
            painter.fillRect(QRect(right, top, 1, max(0, end - top)), hairline)
        if self._ringed and self.hasFocus() and strip.isValid():
            painter.setPen(QPen(QColor(self._look.tokens.accent), 1))
            painter.drawRect(strip.adjusted(0, 0, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring only for those who came by keyboard."""
        self._ringed = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar at the right edge, and the current row in view."""
        super().resizeEvent(event)
        self._fit_bar()
        self.scrollTo(self.currentIndex())

    # -- following --------------------------------------------------------------------------------------------

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())
        self.viewport().update()

    def _fit_bar(self) -> None:
        own = self.verticalScrollBar()
        self._bar.setRange(own.minimum(), own.maximum())
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        self._bar.setValue(own.value())
        self._bar.setVisible(own.maximum() > own.minimum())
        self._bar.setGeometry(self.width() - _BAR_PX - 1, 0, _BAR_PX, self.height())
