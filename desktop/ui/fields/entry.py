"""A line to type into that says when it is done with, before any shortcut of the window can take its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.fields.composing import Composition
from desktop.ui.fields.dropping import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryField(Field):
    """A line edit whose Return, Shift+Return and Escape are signals.

    Escape is claimed from shortcuts: here it leaves the field, whatever it does in the rest of the window.
    """

    accepted = Signal(str)
    """Emitted with the text for Return."""

    turned_back = Signal()
    """Emitted for Shift+Return."""

    cancelled = Signal()
    """Emitted for Escape."""

    abandoned = Signal()
    """Emitted when the keyboard went to another widget of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composition = Composition(self)

    def event(self, event: QEvent) -> bool:
        """Claim Escape before a shortcut takes it."""
        if isinstance(event, QKeyEvent) and _claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the keys that end or repeat an entry into signals."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.turned_back.emit()
        elif key in _ENTER:
            self.accepted.emit(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard left, unless a menu or another window has only borrowed it."""
        super().focusOutEvent(event)
        borrowed = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in borrowed:
            self.abandoned.emit()


def _claims(event: QKeyEvent) -> bool:
    """Tell whether this is the question if Escape is a shortcut or a key for the field."""
    return event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape
