"""The list of names: a click on a form chooses it, a click on the name goes to its places; so do the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip

from desktop.ui.names.name_delegate import NameDelegate
from desktop.ui.names.name_model import NameRole

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look
    from desktop.ui.names.name_model import NameModel

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_GONE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class NameView(QListView):
    """A view of a `NameModel` that is quick for any number of names."""

    chosen = Signal(int, int)
    """Emitted with a row and which of its forms the reader chose."""

    visited = Signal(int, int)
    """Emitted with the row to whose next place (1), or the one before (-1), the reader wants to go."""

    refused = Signal(int)
    """Emitted with the row of what the reader says is no name, or one after all."""

    typed = Signal(str)
    """Emitted with a letter that was typed here, and is meant for the field."""

    def __init__(self, model: NameModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nameView")
        self._delegate = NameDelegate(look, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def pill_at(self, position: QPoint) -> tuple[int, int]:
        """Return the row, and which form in it, at a `position` of the viewport; -1 for none."""
        index = self.indexAt(position)
        if not index.isValid():
            return -1, -1
        pills = self._delegate.pills(self.visualRect(index), index)
        return index.row(), next((number for number, pill in enumerate(pills) if pill.contains(position)), -1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the form under the mouse, or go to the name's next place."""
        super().mouseReleaseEvent(event)
        row, form = self.pill_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or row < 0:
            return
        if form >= 0:
            self.chosen.emit(row, form)
        else:
            self.visited.emit(row, 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show over a form that it can be clicked."""
        over = self.pill_at(event.position().toPoint())[1] >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say over a name what a click does."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row, form = self.pill_at(event.pos())
            words = self.tr("Write it so in this thread") if form >= 0 else self.tr("Go to its next place")
            QToolTip.showText(event.globalPos(), words if row >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys do all that the mouse does: letters go to the field, digits choose a form."""
        index, key = self.currentIndex(), Qt.Key(event.key())
        if not index.isValid():
            super().keyPressEvent(event)
        elif key in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.visited.emit(index.row(), -1 if back else 1)
        elif key in _SIDEWAYS:
            self._choose_beside(_SIDEWAYS[key])
        elif key in _GONE:
            self.refused.emit(index.row())
        elif event.text().isdigit() and not event.modifiers() & ~_SHIFT:
            self.chosen.emit(index.row(), int(event.text()) - 1)
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & ~_SHIFT:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _choose_beside(self, by: int) -> None:
        """Choose the form beside the one that the name has, if there is one."""
        index = self.currentIndex()
        current, forms = int(index.data(NameRole.CURRENT)), len(index.data(NameRole.FORMS))
        there = current + by if current >= 0 else 0
        if 0 <= there < forms:
            self.chosen.emit(index.row(), there)
