"""The field for the words of a note: as high as they are, and read back as they were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop.text import Utf16Map
from desktop.ui.composing import Composition, below_padding

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QWidget

_LINES = range(3, 9)
"""The field is as high as its lines, within these."""
_AROUND_PX = 20


class NoteText(QPlainTextEdit):
    """Plain text whose height follows its lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composition = Composition(self)
        self._invitation = ""
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.verticalScrollBar().rangeChanged.connect(self.fit)

    @property
    def words(self) -> str:
        """The text as it is displayed, with what an input method is composing in it.

        `toPlainText` would make a blank of each no-break space.
        """
        text = self.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")
        if not self.composition.words:
            return text
        cursor = Utf16Map(text).to_code_point(self.textCursor().position())
        return text[:cursor] + self.composition.words + text[cursor:]

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

    # -- the input method -------------------------------------------------------------------------------------

    def setPlaceholderText(self, words: str) -> None:
        """Invite with `words` while nothing has been typed."""
        self._invitation = words
        self._invite()

    def _invite(self) -> None:
        """Draw the invitation, but not under what is being composed, as Qt would."""
        super().setPlaceholderText("" if self.composition.words else self._invitation)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Show what is being composed, on an empty ground."""
        super().inputMethodEvent(event)
        self._invite()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # type: ignore[override]  # noqa: ANN401 (Qt's own)
        """Answer what an input method asks, so that its candidates stand below the word."""
        return below_padding(self, super().inputMethodQuery(query))
