"""Where the keyboard is: what is about to hide with it gives it away first.

Hidden with it, Qt gives it to whatever is next in the order of Tab, and a screen reader tells of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


def holds_keyboard(widget: QWidget) -> bool:
    """Tell whether the keyboard is on `widget` or on something in it."""
    here = QApplication.focusWidget()
    return here is not None and (here is widget or widget.isAncestorOf(here))


def goes_down(event: QKeyEvent) -> bool:
    """Tell whether `event` is a press of the arrow that leads from a field down into what is below it."""
    return event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
