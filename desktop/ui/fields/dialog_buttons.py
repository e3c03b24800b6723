"""The buttons below a dialog that shows at once what is done in it, and the keys that take a step back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QDialog

_GAP_PX = 8


def plain_button(dialog: QDialog, name: str, words: str, act: Callable[[], object]) -> QPushButton:
    """Return a button of `dialog`, called `name`, that does `act`; Return in a field doesn't press it."""
    button = QPushButton(words, dialog)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button


def row_of(buttons: Iterable[QPushButton | None]) -> QHBoxLayout:
    """Return `buttons` in a row; None is the room between those at the left and those at the right."""
    row = QHBoxLayout()
    row.setSpacing(_GAP_PX)
    for button in buttons:
        row.addWidget(button) if button else row.addStretch()
    return row


def heed_undo_keys(dialog: QDialog, take_back: Callable[[], object], make_again: Callable[[], object]) -> None:
    """Have the keys for undo and redo do `take_back` and `make_again` while `dialog` is in front."""
    for keys, act in ((QKeySequence.StandardKey.Undo, take_back), (QKeySequence.StandardKey.Redo, make_again)):
        QShortcut(keys, dialog).activated.connect(act)
