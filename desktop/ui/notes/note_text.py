"""The field for the words of a note: its lines where the card has them, as high as they are, read back as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QPlainTextEdit

from desktop.text import Utf16Map
from desktop.ui.fields.composing import Composition, below_padding
from desktop.ui.fields.dropping import TakesCopies
from desktop.ui.look.theme import wear
from desktop.ui.notes.card_text import pitch_of, set_lines

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent, QTextBlock, QWheelEvent
    from PySide6.QtWidgets import QWidget

_LEAST_LINES = 2
ASIDE_PX, ABOVE_PX = 6, 3
"""So far do the frame and its padding reach beyond the words."""
_CURSOR_PX = 2
"""What the field is wider than its lines: the cursor behind a full one is seen."""
_SPARE_PX = 1
"""What Qt wants below the last line, lest it scrolls."""
_TURNING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


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


class NoteText(TakesCopies, QPlainTextEdit):
    """Plain text as high as its lines, however many; it scrolls with what it stands in, never in itself."""

    fitted = Signal()
    """Emitted when the height is another one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composition = Composition(self)
        self._invitation = ""
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        self._lines = NoteLayout(document)
        document.setDocumentLayout(self._lines)
        self.setDocument(document)
        above, aside = ABOVE_PX - 1, ASIDE_PX - 1  # a pixel is the frame's
        padding = f"{above}px {aside - _CURSOR_PX}px {above - _SPARE_PX}px {aside}px"
        wear(self, f"QPlainTextEdit {{ padding: {padding}; }}")
        self._lines.documentSizeChanged.connect(self.fit)

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

    @property
    def pitch(self) -> int:
        """How far apart lines are, in pixels."""
        return self._lines.pitch

    @property
    def cursor_place(self) -> QRect:
        """Where the cursor's line is in the words, in pixels below their upper edge; with its frame."""
        pitch = self.pitch
        return QRect(0, self.cursorRect().center().y() // pitch * pitch, 1, pitch + ABOVE_PX)

    def put(self, words: str) -> None:
        """Hold `words` from now on, with the cursor behind them; the field's own undo begins anew."""
        self.setPlainText(words)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def fit(self) -> None:
        """Be as high as what is in it."""
        height = max(self._lines.height, _LEAST_LINES * self.pitch) + 2 * ABOVE_PX
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.fitted.emit()

    def put_cursor(self, place: QPoint) -> None:
        """Put the cursor at a place in the words, in pixels from their upper left corner."""
        middle = place.y() // self.pitch * self.pitch + self.pitch // 2
        self.setTextCursor(self.cursorForPosition(QPoint(place.x(), middle)))

    def put_cursor_above(self, height: int) -> None:
        """Put the cursor at the end of the last paragraph that ends above `height`, else into the line there."""
        self.put_cursor(QPoint(0, height - self.pitch))
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        if self.cursorRect(cursor).bottom() > height:
            cursor.movePosition(cursor.MoveOperation.PreviousBlock)
            cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        if self.visibleRegion().contains(self.cursorRect(cursor).center()):
            self.setTextCursor(cursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Take the mouse between two lines to be on the upper one: Qt would have it at an end of either."""
        if not isinstance(event, QMouseEvent):
            return super().viewportEvent(event)
        place, pitch = event.position(), self.pitch
        middle = QPointF(place.x(), place.y() // pitch * pitch + pitch / 2)
        moved = QMouseEvent(
            event.type(), middle, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        taken = super().viewportEvent(moved)
        event.setAccepted(moved.isAccepted())
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines in the new width."""
        super().resizeEvent(event)
        self._lines.set_width(self.viewport().width() - _CURSOR_PX)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages as high as what is seen of the field, not as all of it."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() in _TURNING and (shift or event.modifiers() == Qt.KeyboardModifier.NoModifier):
            self._turn(-1 if event.key() == Qt.Key.Key_PageUp else 1, keep=shift)
        else:
            super().keyPressEvent(event)

    def _turn(self, by: int, *, keep: bool) -> None:
        page = max(self.visibleRegion().boundingRect().height() - self.pitch, self.pitch)
        place = self.cursorRect().center() + QPoint(0, by * page)
        place.setY(max(0, min(place.y(), self._lines.height - 1)))
        cursor, mode = self.textCursor(), QTextCursor.MoveMode
        cursor.setPosition(self.cursorForPosition(place).position(), mode.KeepAnchor if keep else mode.MoveAnchor)
        self.setTextCursor(cursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to what the field stands in."""
        event.ignore()

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
