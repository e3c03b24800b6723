"""The list of authors: the row that is chosen opens onto the page at its right."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QScrollBar

from desktop.script import search_key
from desktop.ui.sidebar.author_delegate import FOLD_PX, SidebarDelegate
from desktop.ui.sidebar.author_model import AuthorModel, AuthorRole

if TYPE_CHECKING:
    from collections.abc import Generator

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look

_BAR_PX = 10
_CTRL = Qt.KeyboardModifier.ControlModifier
_RETURNS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class AuthorList(QListView):
    """A view of an `AuthorModel` that draws the sidebar's own edge, and its scroll bar over the rows.

    Both lie over the list so that the strip of the chosen row reaches the page.
    """

    chosen = Signal(int)
    """Emitted with the row that the reader chose."""

    opening = Signal(int)
    """Emitted with the row that the reader clicked, or pressed Return on."""

    folding = Signal(int, bool)
    """Emitted with a row, and whether those below it are to be listed or put away."""

    put_beside = Signal(int)
    """Emitted with the row that the reader wants on the other side: clicked, or taken by Return, with Ctrl held."""

    asked_for_menu = Signal(QPoint)
    """Emitted with where, on the screen, the reader wants to see what can be done with the row `meant`."""

    def __init__(self, model: AuthorModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ringed = False
        self._still = False
        self._typed = ""
        self._meant = QPersistentModelIndex()
        self._since_key = QElapsedTimer()
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
        self.clicked.connect(self._open)

    def _make_bar(self) -> QScrollBar:
        """Return a scroll bar that lies over the rows and follows the list's own, which is not shown."""
        bar, own = QScrollBar(Qt.Orientation.Vertical, self), self.verticalScrollBar()
        own.rangeChanged.connect(self._fit_bar)
        own.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(own.setValue)
        bar.hide()
        return bar

    @property
    def meant(self) -> int:
        """The row that a menu is about: the one that was clicked for it, else the one that is chosen; -1 for none."""
        return self._meant.row() if self._meant.isValid() else self.currentIndex().row()

    def mean(self, index: QModelIndex | None) -> None:
        """Have a menu be about a row that isn't chosen for that; None: about the one that is."""
        self._meant = QPersistentModelIndex(index or QModelIndex())
        self.viewport().update()

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

    @contextmanager
    def still(self) -> Generator[None]:
        """Take no row for chosen while rows come and go: Qt makes another one current for one that goes."""
        self._still = True
        try:
            yield
        finally:
            self._still = False

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 (Qt's name)
        """Choose the next author whose name begins as typed, else holds what is typed, in either script.

        Names are compared as they are shown and as they are written. What follows within the desktop's interval is
        typed on; the same again goes on to the next.
        """
        typed = search_key(search.lower())
        if not (typed if self._is_typing else typed.strip()):
            return
        going_on = self._is_typing and typed != self._typed
        self._typed = self._typed + typed if going_on else typed
        self._since_key.start()
        rows, here = self.model().rowCount(), self.currentIndex().row()
        first = max(0, here if going_on else here + 1)
        order = [(first + step) % rows for step in range(rows)]
        begun = (row for row in order if any(name.startswith(self._typed) for name in self._names(row)))
        held = (row for row in order if any(self._typed in name for name in self._names(row)))
        row = next(begun, next(held, None))
        if row is not None:
            self.setCurrentIndex(self.model().index(row, 0))

    @property
    def _is_typing(self) -> bool:
        """Whether a name is being typed: the last key was not long ago."""
        return self._since_key.isValid() and not self._since_key.hasExpired(QApplication.keyboardInputInterval())

    def _names(self, row: int) -> tuple[str, ...]:
        index = self.model().index(row, 0)
        if index.data(AuthorRole.WRITTEN) is None:
            return ()
        return tuple(
            search_key(str(index.data(role)).lower()) for role in (Qt.ItemDataRole.DisplayRole, AuthorRole.WRITTEN)
        )

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
        strip, beside = self.visualRect(self.currentIndex()), self.visualRect(self._beside())
        top = 0
        for open_to_page in sorted((one for one in (strip, beside) if one.isValid()), key=QRect.top):
            painter.fillRect(QRect(right, top, 1, max(0, open_to_page.top() - top)), self._hairline)
            top = open_to_page.bottom() + 1
        painter.fillRect(QRect(right, top, 1, max(0, bottom - top)), self._hairline)
        if self._meant.isValid():
            painter.setPen(QPen(QColor(self._look.tokens.second), 1))
            painter.drawRect(self.visualRect(self.model().index(self._meant.row(), 0)).adjusted(0, 0, -1, -1))
        if self._ringed and self.hasFocus() and strip.isValid():
            painter.setPen(QPen(QColor(self._look.tokens.accent), 1))
            painter.drawRect(strip.adjusted(0, 0, -1, -1))

    @property
    def _hairline(self) -> QColor:
        return QColor(self._look.tokens.hairline)

    def _has_answers(self, index: QModelIndex) -> bool:
        """Tell whether a row stands for answers, which a menu can be about without their being shown."""
        model = self.model()
        return index.isValid() and isinstance(model, AuthorModel) and bool(model.row(index.row()).answers)

    def _beside(self) -> QModelIndex:
        """Return the row of the answer on the other side."""
        model = self.model()
        return model.index(model.beside, 0) if isinstance(model, AuthorModel) else QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Right list the rows below one, and go into them; have Left go back out, and put them away.

        Return opens a row, with Ctrl on the other side.
        """
        index, key = self.currentIndex(), Qt.Key(event.key())
        if key in _RETURNS and index.isValid():
            if event.modifiers() & _CTRL:
                self.put_beside.emit(index.row())
                return
            self._open(index)
        if event.modifiers() or key not in {Qt.Key.Key_Left, Qt.Key.Key_Right} or not index.isValid():
            super().keyPressEvent(event)
            return
        unfolded = index.data(AuthorRole.UNFOLDED)
        if unfolded is not None and unfolded is not (key is Qt.Key.Key_Right):
            self.folding.emit(index.row(), not unfolded)
        elif unfolded:
            self.setCurrentIndex(self.model().index(index.row() + 1, 0))
        elif index.data(AuthorRole.BELOW) and key is Qt.Key.Key_Left:
            self.setCurrentIndex(self._above(index))

    def _above(self, index: QModelIndex) -> QModelIndex:
        """Return the row that a row is below."""
        while index.isValid() and index.data(AuthorRole.BELOW):
            index = index.siblingAtRow(index.row() - 1)
        return index

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have the angle before a name, or what stands for nobody, list the rows below or put them away.

        Ctrl puts a row on the other side. The right button means a row, for the menu, without choosing it.
        """
        place = event.position().toPoint()
        index = self.indexAt(place)
        unfolded = index.data(AuthorRole.UNFOLDED)
        on_angle = place.x() < FOLD_PX or not index.data(AuthorRole.WRITTEN)
        if unfolded is not None and on_angle and event.button() is Qt.MouseButton.LeftButton:
            self.folding.emit(index.row(), not unfolded)
        elif event.button() is Qt.MouseButton.LeftButton and event.modifiers() & _CTRL and index.isValid():
            self.put_beside.emit(index.row())
        elif event.button() is Qt.MouseButton.RightButton and self._has_answers(index):
            self.mean(index)
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the mouse is, or at the row that is chosen."""
        place = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.asked_for_menu.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring only for those who came by keyboard."""
        self._ringed = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)
        self._take_input_method()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar at the right edge, and the current row in view."""
        super().resizeEvent(event)
        self._fit_bar()
        self.scrollTo(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Return, and the letters of a name that is being typed, before a shortcut of the window does."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._claims(event):
            event.accept()
            return True
        return super().event(event)

    def _claims(self, event: QKeyEvent) -> bool:
        if event.key() in _RETURNS and event.modifiers() & _CTRL:
            return True
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        return self._is_typing and plain and event.text().isprintable() and bool(event.text())

    def _take_input_method(self) -> None:
        """Let an input method compose a name for those who came by keyboard.

        Who clicks an author reads on: there, letters must stay the window's keys, which an input method would eat. Qt
        takes it away from a list whose rows can't be edited.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self._ringed and self.hasFocus())

    # -- following --------------------------------------------------------------------------------------------

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._still:
            self.chosen.emit(current.row())
        self._take_input_method()
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.opening.emit(index.row())

    def _fit_bar(self) -> None:
        own = self.verticalScrollBar()
        self._bar.setRange(own.minimum(), own.maximum())
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        self._bar.setValue(own.value())
        self._bar.setVisible(own.maximum() > own.minimum())
        self._bar.setGeometry(self.width() - _BAR_PX - 1, 0, _BAR_PX, self.height())
