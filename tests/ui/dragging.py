"""Dragging something over a widget and letting it go there, as Qt does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

SHIFT, NONE, LEFT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def drag_over(widget: QWidget, mime: QMimeData, actions: Qt.DropAction, *, shift: bool = False) -> Qt.DropAction:
    """Drag `mime` over `widget` and let it go there as Qt does; return what the source is told to have come of it."""
    place, keys = widget.rect().center(), SHIFT if shift else NONE
    enter = QDragEnterEvent(place, actions, mime, LEFT, keys)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return Qt.DropAction.IgnoreAction
    move = QDragMoveEvent(place, actions, mime, LEFT, keys)
    move.setDropAction(enter.dropAction())
    move.accept()
    QApplication.sendEvent(widget, move)
    if not move.isAccepted():
        return Qt.DropAction.IgnoreAction
    drop = QDropEvent(place, actions, mime, LEFT, keys)
    QApplication.sendEvent(widget, drop)
    return drop.dropAction() if drop.isAccepted() else Qt.DropAction.IgnoreAction
