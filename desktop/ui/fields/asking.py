"""Asking for a few words: one field in a small dialog, and what is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.ui.fields.entry import EntryField

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.look.look import Look

_WIDTH_PX, _MARGIN_PX, _SPACING_PX = 340, 20, 12


class WordsDialog(QDialog):
    """Asks for words below a `sentence`, with `words` to begin with; the button `act` has them `taken`.

    It stays open where `taken` returns False, which has said why by then.
    """

    def __init__(
        self, title: str, sentence: str, act: str, taken: Callable[[str], bool], look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._taken = taken
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("wordsDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH_PX)
        label = QLabel(sentence, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.field = EntryField(self)
        self.field.setObjectName("wordsAsked")
        self.field.setAccessibleName(sentence)
        self.field.setFont(look.frame_font())
        self.field.accepted.connect(self.accept)
        self.field.cancelled.connect(self.reject)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._button = button = buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setDefault(True)
        button.setEnabled(False)
        self.field.textChanged.connect(self._on_typed)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_SPACING_PX)
        for widget in (label, self.field, buttons):
            column.addWidget(widget)
        self.field.setFocus()

    def _on_typed(self, words: str) -> None:
        self._button.setEnabled(bool(words.strip()))

    def accept(self) -> None:
        """Have the words taken, and close unless that failed."""
        words = self.field.text().strip()
        if words and self._taken(words):
            super().accept()
