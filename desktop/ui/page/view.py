"""A view of plain text that is only read: how it scrolls, selects and shows its caret."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit

from desktop.text import Span
from desktop.ui.page.layout import PageLayout
from desktop.ui.page.scroll_map import ScrollMap

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from PySide6.QtCore import QEvent, QMimeData, QUrl
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

_CARET_PX = 2
_CLICK_PX = 3
_SCROLL_MS = 50
_NOWHERE = QPointF(-1e6, -1e6)
_WHEEL_NOTCH = 120  # eighths of a degree, as Qt counts; a touchpad sends many small parts of it
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_END_KEYS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})
_CARET_KEYS = _ARROWS | _END_KEYS | {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier  # a Mac's arrow keys carry it


class PageView(QTextEdit):
    """Shows text and lets nothing in: no typing, no drops, no rich text, no resources.

    What the reader does is told by `moved`, `chose` and `zoomed`; what is done within `quietly()` is not. Space and
    the arrows scroll, Shift with an arrow selects, letters are left to the commands. `line_px` is what an arrow
    scrolls by. Positions are those of the text document (UTF-16 units), lengths are pixels.

    A second click selects a word, a third one a paragraph, and a drag goes on by these. Qt selects by words of its
    own, whole clauses in Chinese, and publishes them before they can be narrowed.
    """

    moved = Signal()
    """Emitted when the reader has scrolled."""

    chose = Signal()
    """Emitted when the reader has selected something else, or nothing."""

    zoomed = Signal(int)
    """Emitted with 1 or -1 for each notch that the wheel is turned with Ctrl."""

    clicked = Signal(QPointF)
    """Emitted with a point of the viewport when the reader has clicked there, and neither dragged nor selected."""

    settled = Signal()
    """Emitted when the view is shown, has got another size or laid out all: the text has to be put where it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line_px = self.fontMetrics().lineSpacing()
        self._body_start = 0
        self.scroll_map = ScrollMap(self)
        self._quiet = False
        self._turned = 0
        self._pressed_at = QPointF()
        self._since_double_click = QElapsedTimer()
        self._double_clicked_at = QPointF()
        self._unit_under: Callable[[QPointF], Span | None] = self.word_under
        self._first_unit: Span | None = None
        self._dragged_to: QPointF | None = None
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)
        self._forbid()
        self._place_bars()
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.page_layout = PageLayout(self.document())
        self.document().setDocumentLayout(self.page_layout)
        self.setCursorWidth(0)
        self.scroll_map.valueChanged.connect(self._come_into_sight)
        self.page_layout.finished.connect(self.settled)
        self.scroll_map.valueChanged.connect(self._tell_moved)
        self.scroll_map.valueChanged.connect(self._drag_on)
        self.selectionChanged.connect(self._tell_chose)

    def _forbid(self) -> None:
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)

    def _place_bars(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(self.scroll_map)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would set the column anew each time the text is replaced.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    # -- what the reader does, and what is done for him -------------------------------------------------------

    @contextmanager
    def quietly(self) -> Generator[None]:
        """Scroll and select within this without it being taken for the reader's doing."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def scroll_to(self, y: float) -> None:
        """Bring the height `y` of the document to the top, as far as the text reaches, quietly."""
        with self.quietly():
            moved = self._lay_out(y, anew=True)
            self.scroll_map.setValue(round(y + moved) if y > 0 else 0)
            self._come_into_sight()

    def select_positions(self, place: Span) -> None:
        """Select document positions, quietly and without scrolling; an empty span puts the caret there."""
        self._select(place.start, place.end)

    def _select(self, anchor: int, caret: int) -> None:
        # Qt scrolls to the caret, and what is laid out there for that may move what is in sight.
        block, below = self.page_layout.locate(self.scroll_map.value())
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        with self.quietly():
            self.setTextCursor(cursor)
            self.scroll_map.setValue(round(self.page_layout.top_of(block) + below))

    def begin_body(self, start: int) -> None:
        """Take what stands from `start` on to be the text, above it a heading; put the caret there."""
        # Text that is put in pushes the caret before it to the end.
        self._body_start = start
        self.put_caret(start)

    @property
    def selected_positions(self) -> Span:
        """The selected document positions; empty at the caret where nothing is selected."""
        cursor = self.textCursor()
        return Span(cursor.selectionStart(), cursor.selectionEnd())

    def _come_into_sight(self) -> None:
        """Lay out what is in sight: the words that are there stay, and so does what is at the page's top or end."""
        y, is_end = self.scroll_map.value(), 0 < self.scroll_map.value() == self.scroll_map.maximum()
        with self.quietly():
            moved = self._lay_out(y)
            self.scroll_map.setValue(self.scroll_map.maximum() if is_end else round(y + moved) if y else 0)

    def _lay_out(self, y: float, *, anew: bool = False) -> float:
        """Lay out all that `seen` tells of, with the height `y` at the top; return by how much it has moved."""
        return self.page_layout.lay_out(y - self.line_px, y + self.viewport().height() + self.line_px, anew=anew)

    def _tell_moved(self) -> None:
        if not self._quiet:
            self.moved.emit()

    def _tell_chose(self) -> None:
        if not self._quiet:
            self.chose.emit()

    # -- geometry ---------------------------------------------------------------------------------------------

    def in_document(self, point: QPointF) -> QPointF:
        """Return a point of the viewport as a point of the document."""
        return point + QPointF(0, self.scroll_map.value())

    def is_in_heading(self, point: QPointF) -> bool:
        """Tell whether a point of the viewport is above the text."""
        return self.cursorForPosition(point.toPoint()).position() < self._body_start

    def seen(self) -> Span:
        """Return the document positions in sight, a line more on either side."""
        layout = self.document().documentLayout()
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        below = QPointF(self.viewport().width(), self.viewport().height() + self.line_px)
        first = layout.hitTest(self.in_document(QPointF(0, -self.line_px)), fuzzy)
        last = layout.hitTest(self.in_document(below), fuzzy)
        return Span(max(0, first), max(0, first, last + 1))

    def document_painter(self) -> QPainter:
        """Return a painter of the viewport that takes points of the document."""
        painter = QPainter(self.viewport())
        painter.translate(0, -self.scroll_map.value())
        return painter

    # -- nothing comes in -------------------------------------------------------------------------------------

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing: the text is plain, whatever it looks like."""

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:
        """Take nothing in."""
        return False

    # -- events -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll as a reader does; leave letters to the commands, and the caret to Qt."""
        step = self._scroll_step(event)
        if step is not None:
            self.setCursorWidth(0)
            self.scroll_map.setValue(self.scroll_map.value() + step)
            event.accept()
        elif _selects_all(event):
            self._select_body()
        elif event.key() in _CARET_KEYS:
            self._show_caret()
            super().keyPressEvent(event)
        elif event.text().isprintable() and event.text() and not event.modifiers() & ~_SHIFT:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _scroll_step(self, event: QKeyEvent) -> int | None:
        """Return by how many pixels a key scrolls, None for a key that doesn't."""
        shifted = bool(event.modifiers() & _SHIFT)
        pressed = event.modifiers() & ~(_SHIFT | _KEYPAD)
        if pressed and not (pressed == _CTRL and event.key() in _END_KEYS):
            return None
        if event.key() == Qt.Key.Key_End:
            self.page_layout.finish()
        screen = max(self.line_px, self.viewport().height() - 2 * self.line_px)
        if event.key() == Qt.Key.Key_Space:
            return -screen if shifted else screen
        steps = {
            Qt.Key.Key_Up: -self.line_px,
            Qt.Key.Key_Down: self.line_px,
            Qt.Key.Key_PageUp: -screen,
            Qt.Key.Key_PageDown: screen,
            Qt.Key.Key_Home: -self.scroll_map.maximum(),
            Qt.Key.Key_End: self.scroll_map.maximum(),
        }
        return None if shifted else steps.get(Qt.Key(event.key()))

    def _show_caret(self) -> None:
        """Show the caret; one that was left behind by scrolling is fetched to the first line that is whole."""
        self.setCursorWidth(_CARET_PX)
        caret = self.caret_in_sight()
        if not self.textCursor().hasSelection() and caret != self.textCursor().position():
            self.put_caret(caret)

    def caret_in_sight(self) -> int:
        """Return the position of the caret, or of the first line that is whole if that was left behind."""
        if self.viewport().rect().contains(self.cursorRect().center()):
            return self.textCursor().position()
        return max(self.cursorForPosition(QPoint(0, self.line_px)).position(), self._body_start)

    def put_caret(self, position: int) -> None:
        """Put the caret to a position, quietly and without scrolling; nothing is selected then."""
        self.select_positions(Span(position, position))

    def offer_selection(self) -> None:
        """Put what is selected on the primary selection, for the middle button, once the mouse has let it go."""
        is_held = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if not is_held and self.textCursor().hasSelection():
            from desktop.ui.fields.clipboard import offer

            offer(self.createMimeDataFromSelection())

    def mime_of(self, words: str) -> QMimeData:
        """Return `words` for the clipboard."""
        from desktop.ui.fields.clipboard import as_mime

        return as_mime(words)

    def renew_offer(self) -> None:
        """Put what is selected, which reads otherwise now, on the primary selection if it was there before."""
        if self.textCursor().hasSelection():
            from desktop.ui.fields.clipboard import offers_ours

            if offers_ours():
                self.offer_selection()

    def _select_body(self) -> None:
        self.select_positions(Span(self._body_start, self.document().characterCount() - 1))
        self.chose.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the caret, for a hand on the mouse needs none, and remember where a click begins."""
        self.setCursorWidth(0)
        self._pressed_at = event.position()
        self._first_unit = None
        is_third = event.button() is Qt.MouseButton.LeftButton and self._is_third_click(event.position())
        if is_third and self._begin_with(self._paragraph_under, event.position()):
            self._pressed_at = _NOWHERE
        else:
            super().mousePressEvent(event)

    def _is_third_click(self, point: QPointF) -> bool:
        """Tell whether a click at `point` comes soon after a double click there; the next one doesn't."""
        since = self._since_double_click
        near = (point - self._double_clicked_at).manhattanLength() < QApplication.startDragDistance()
        soon = since.isValid() and not since.hasExpired(QApplication.doubleClickInterval())
        since.invalidate()
        return near and soon

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word; the release that follows is no click of its own."""
        self._pressed_at = _NOWHERE
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        self._since_double_click.start()
        self._double_clicked_at = event.position()
        self._begin_with(self.word_under, event.position())

    def _begin_with(self, unit_under: Callable[[QPointF], Span | None], point: QPointF) -> bool:
        """Select the word or the paragraph at `point`, to go on from by a drag; tell whether there is any."""
        first = unit_under(point)
        self._unit_under, self._first_unit = unit_under, first
        if first:
            self._choose(first.start, first.end)
        return bool(first)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on by words, or paragraphs, after a double or a third click, and scroll beyond the edges."""
        if self._first_unit is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        # Qt, which knows nothing of the second click, might take this for a drag of the words selected before it.
        self._dragged_to = event.position()
        if self._beyond():
            self._scrolling.start()
        self._drag_on()

    def _beyond(self) -> int:
        """Return by how many pixels the mouse has been dragged out above (less than 0) or below."""
        y = round(self._dragged_to.y()) if self._dragged_to is not None else 0
        return min(0, y) + max(0, y - self.viewport().height())

    def _scroll_on(self) -> None:
        """Scroll towards the mouse that was dragged out, a line at a time at most; what is selected follows."""
        if beyond := self._beyond():
            self.scroll_map.setValue(self.scroll_map.value() + max(-self.line_px, min(beyond, self.line_px)))
        else:
            self._scrolling.stop()

    def _drag_on(self) -> None:
        """Select as far as the mouse has been dragged, also when the text was scrolled under it."""
        first, point = self._first_unit, self._dragged_to
        if first is None or point is None or self._quiet:
            return
        caret = self.cursorForPosition(point.toPoint()).position()
        here = self._unit_under(point) or Span(caret, caret)
        if here.start < first.start:
            self._choose(first.end, here.start)
        else:
            self._choose(first.start, max(here.end, first.end))

    def _choose(self, anchor: int, caret: int) -> None:
        """Select for the reader, the caret at the end that moves."""
        self._select(anchor, caret)
        self.chose.emit()

    def word_under(self, point: QPointF) -> Span | None:
        """Return the positions of the word under a point of the viewport, by Qt's rules."""
        cursor = self.cursorForPosition(point.toPoint())
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return Span(cursor.selectionStart(), cursor.selectionEnd())

    def _paragraph_under(self, point: QPointF) -> Span:
        block = self.cursorForPosition(point.toPoint()).block()
        return Span(block.position(), block.position() + block.length() - 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click; what was selected by words or paragraphs is chosen now, as Qt has it for all else."""
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._first_unit is not None:
            # Qt knows nothing of it: after a first click on words that were selected, it would select none.
            self._first_unit = None
            self.offer_selection()
        else:
            super().mouseReleaseEvent(event)
        if left:
            self._dragged_to = None
        still = (event.position() - self._pressed_at).manhattanLength() <= _CLICK_PX
        if left and still and not self.textCursor().hasSelection():
            self.clicked.emit(event.position())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret with the keyboard's leaving."""
        self.setCursorWidth(0)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, tell of every whole notch."""
        if not event.modifiers() & _CTRL:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _WHEEL_NOTCH)
        self._turned -= notches * _WHEEL_NOTCH
        for _ in range(abs(notches)):
            self.zoomed.emit(1 if notches > 0 else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the text put where it was in the new size."""
        with self.quietly():
            super().resizeEvent(event)
        self.settled.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Stay where the text is: Qt would scroll to the caret when it shows the view for the first time."""
        with self.quietly():
            super().showEvent(event)
        self.settled.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application, but not its font: the text has its own, and Qt would lay it all out for nothing."""
        fonts = (event.Type.FontChange, event.Type.ApplicationFontChange)
        with self.quietly():
            if event.type() in fonts:
                super(QTextEdit, self).changeEvent(event)
            else:
                super().changeEvent(event)


def _selects_all(event: QKeyEvent) -> bool:
    from PySide6.QtGui import QKeySequence

    return event.matches(QKeySequence.StandardKey.SelectAll)
