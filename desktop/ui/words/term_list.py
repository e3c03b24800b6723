"""The list of terms: arrows walk it, Enter lights a term, Space goes to its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desktop.ui.words.term_delegate import TermDelegate, Zone
from desktop.ui.words.term_model import TermRole

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look
    from desktop.ui.words.term_figures import TermFigures
    from desktop.ui.words.term_model import TermModel

_LIGHTING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_L})
_TURNING = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CLAIMED = frozenset({*_LIGHTING, *_TURNING, Qt.Key.Key_Space, Qt.Key.Key_I, Qt.Key.Key_Delete})


class TermList(QListView):
    """A view of a `TermModel` that is quick for any number of terms."""

    lighting = Signal(str)
    """Emitted with a term that is to be lit, or put out."""

    finding = Signal(str)
    """Emitted with a term whose next place is to be gone to."""

    tracing = Signal(str, object)
    """Emitted with a term whose places are to be listed, and the author whose, None for all."""

    turned = Signal(int)
    """Emitted with -1 or 1 when the reader goes to the view before this one, or behind it."""

    asked_for_menu = Signal(str, QPoint)
    """Emitted with a term, and the place on the screen for a menu of what can be done with it."""

    def __init__(self, model: TermModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("termList")
        self.setModel(model)
        self._delegate = TermDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        self._remembered: tuple[str | None, int] = (None, 0)

    @property
    def term(self) -> str | None:
        """The term that the keyboard is on."""
        return self.currentIndex().data(TermRole.TERM)

    def _remember(self) -> None:
        self._remembered = self.term, self.verticalScrollBar().value()

    def _recall(self) -> None:
        """Keep to the term that was current, if it is still listed."""
        term, scrolled = self._remembered
        row = self._model.row_of(term)
        if row >= 0:
            self._make_current(row)
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self._model.index(row))

    def _make_current(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(row), flag)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the list before a shortcut of the window takes them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_claimed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Light with Enter or L, put out with Delete, go on with Space, list places with I, turn with arrows."""
        key, term = Qt.Key(event.key()), self.term
        if not _is_claimed(event):
            super().keyPressEvent(event)
        elif key in _TURNING:
            self.turned.emit(_TURNING[key])
        elif term is None:
            return
        elif key in _LIGHTING or (key is Qt.Key.Key_Delete and self.currentIndex().data(TermRole.SLOT) is not None):
            self.lighting.emit(term)
        elif key is Qt.Key.Key_Space:
            self.finding.emit(term)
        elif key is Qt.Key.Key_I:
            self.tracing.emit(term, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have a term's light put on or out, as a chip's, and a bar or a count lead to the places behind it."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        super().mousePressEvent(event)
        figures: TermFigures | None = index.data(TermRole.FIGURES)
        if figures is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        term, rect = str(index.data(TermRole.TERM)), self.visualRect(index)
        match self._delegate.zone_at(rect, place, figures):
            case Zone.LIGHT | Zone.TERM:
                self.lighting.emit(term)
            case Zone.BARS:
                column = self._delegate.column_at(rect, place, figures)
                self.tracing.emit(term, None if column is None else self._model.author_at(column))
            case Zone.COUNTS:
                self.tracing.emit(term, None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave a term as the first of two clicks made it; elsewhere in a row, two clicks are two."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        figures: TermFigures | None = index.data(TermRole.FIGURES)
        if figures is None or self._delegate.zone_at(self.visualRect(index), place, figures) is not Zone.TERM:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the mouse is, or at the row that is current."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.data(TermRole.TERM) is not None:
            self.asked_for_menu.emit(str(index.data(TermRole.TERM)), place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a row be current for the keyboard to go on from."""
        super().focusInEvent(event)
        if (
            self.term is None
            and self._model.first_term >= 0
            and event.reason() is not Qt.FocusReason.MouseFocusReason
        ):
            self._make_current(self._model.first_term)
        self.viewport().update()

    def selectionCommand(  # noqa: N802 (Qt's name)
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Keep the row that the keyboard is on selected, and no other."""
        del event
        if index.data(TermRole.TERM) is None:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return QItemSelectionModel.SelectionFlag.ClearAndSelect


def _is_claimed(event: QKeyEvent) -> bool:
    keypad = Qt.KeyboardModifier.KeypadModifier
    return event.key() in _CLAIMED and event.modifiers() in (Qt.KeyboardModifier.NoModifier, keypad)
