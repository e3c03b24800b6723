"""What is dropped is copied, never moved: a source that has its file or its words moved away deletes them.

A drop is offered in one or several ways (`possibleActions`), of which the source or the keys that are held propose
one. Accepting what is proposed may be accepting a move. Where a source offers nothing but a move, the drop is
refused: whichever other action is set then, Qt answers with the one that was proposed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

    _Field = QWidget
else:
    _Field = object


def copy_only(event: QDropEvent) -> bool:
    """Take `event`, of a drag or of its drop, for a copy; False, and refused, where its source offers none."""
    if Qt.DropAction.CopyAction not in event.possibleActions():
        event.ignore()
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def has_files(event: QDropEvent) -> bool:
    """Tell whether `event` brings files of this computer."""
    return any(url.isLocalFile() for url in event.mimeData().urls())


class TakesCopies(_Field):
    """Mixed into a widget to type in: files go to the window, and words from elsewhere are copied.

    Within the field itself words may be moved, as the widget does it by itself.
    """

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words; files are for the window behind."""
        if has_files(event):
            event.ignore()
            return
        super().dragEnterEvent(event)
        self._copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take words here."""
        super().dragMoveEvent(event)
        self._copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the words where they were dropped."""
        if self._is_own(event) or copy_only(event):
            super().dropEvent(event)
            self._copy(event)

    def _copy(self, event: QDropEvent) -> None:
        if event.isAccepted() and not self._is_own(event):
            copy_only(event)

    def _is_own(self, event: QDropEvent) -> bool:
        """Tell whether the words were dragged from this field, whose drags come from it or from its viewport."""
        source = event.source()
        return source is self or (isinstance(source, QWidget) and self.isAncestorOf(source))


class Field(TakesCopies, QLineEdit):
    """A line to type in."""
