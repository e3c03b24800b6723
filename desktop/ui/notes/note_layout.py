"""The lines of the field for a note's words: exactly where the card has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QPlainTextDocumentLayout

from desktop.ui.notes.card_text import pitch_of, set_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument


class NoteLayout(QPlainTextDocumentLayout):
    """Breaks every paragraph as a `CardText` does, at once when it changes: Qt's own spaces lines by their fonts.

    Where Qt asks how high a paragraph is, its base class answers from the lines that are there.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._width = 1

    @property
    def height(self) -> int:
        """How high all lines are, in pixels."""
        return self.document().lineCount() * self.pitch

    @property
    def pitch(self) -> int:
        """How far apart lines are, in pixels."""
        return pitch_of(self.document().defaultFont().pixelSize())

    def set_width(self, width: int) -> None:
        """Break all lines at `width` pixels from now on; also when Qt has, as at each new size of its own."""
        if width != self._width or not self._is_set(self.document().lastBlock()):
            self._width = width
            self.documentChanged(0, 0, self.document().characterCount())

    def _is_set(self, block: QTextBlock) -> bool:
        """Tell whether the lines of a paragraph are as far apart as they are here."""
        layout = block.layout()
        return layout.lineCount() > 0 and round(layout.boundingRect().bottom()) == layout.lineCount() * self.pitch

    def _set(self, block: QTextBlock) -> None:
        block.clearLayout()
        block.setLineCount(set_lines(block.layout(), self._width, self.pitch))

    # -- Qt ---------------------------------------------------------------------------------------------------

    def documentSize(self) -> QSizeF:
        """Return the width in pixels, and the height in lines, as the base class does."""
        return QSizeF(self._width, self.document().lineCount())

    def documentChanged(self, at: int, removed: int, added: int) -> None:  # noqa: ARG002 (Qt's own)
        """Break what changed anew: `added` units from `at` on."""
        block, end = self.document().findBlock(at), at + max(added, 1)
        while block.isValid() and block.position() < end:
            self._set(block)
            block = block.next()
        self.documentSizeChanged.emit(self.documentSize())
        self.update.emit()
