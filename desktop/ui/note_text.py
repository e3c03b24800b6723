"""The field for the words of a note: as high as they are, and read back as they were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop.ui.dropping import TakesCopies

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LINES = range(3, 9)
"""The field is as high as its lines, within these."""
_AROUND_PX = 20


class NoteText(TakesCopies, QPlainTextEdit):
    """Plain text whose height follows its lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.verticalScrollBar().rangeChanged.connect(self.fit)

    @property
    def words(self) -> str:
        """The text as it stands; `toPlainText` would make a blank of each no-break space."""
        return self.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")

    def put(self, words: str) -> None:
        """Hold `words` from now on, with the cursor behind them; the field's own undo begins anew."""
        self.setPlainText(words)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def fit(self) -> None:
        """Be as high as what is in it."""
        document, pitch = self.document(), self.fontMetrics().lineSpacing()
        # The size of the document is known only as far as it has been drawn.
        blocks = (document.findBlockByNumber(number) for number in range(min(document.blockCount(), _LINES.stop)))
        high = sum(document.documentLayout().blockBoundingRect(block).height() for block in blocks)
        lines = max(_LINES.start, min(round(high / pitch), _LINES.stop - 1))
        self.setFixedHeight(pitch * lines + _AROUND_PX)
