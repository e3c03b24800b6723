"""Chinese as readers type it: an input method commits words, no key stands for a character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def compose(widget: QWidget, words: str) -> None:
    """Have an input method display `words` in `widget` that it has not committed yet; "" if it lets go of them."""
    QApplication.sendEvent(widget, QInputMethodEvent(words, []))


def type_words(widget: QWidget, words: str) -> None:
    """Have an input method commit `words` to `widget`."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)
