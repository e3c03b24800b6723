"""The page: one answer, set like a page of a book, on which the reader selects, marks and finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip

from desktop.text import Span
from desktop.ui.page_ink import Ink
from desktop.ui.page_place import Places
from desktop.ui.page_setting import Sheet, pitch, set_margins, typeset
from desktop.ui.scroll_map import ScrollMap
from desktop.ui.tooltip import as_tooltip

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QUrl
    from PySide6.QtGui import QFocusEvent, QHelpEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session, State
    from desktop.ui.look import Look

_READING_SPEED = 300  # characters a minute
_READ_AFTER_MS = 500
_UPPER_PART = 0.3
_TEXT_SIZES = (14, 40)
_SET_BY = ("document", "answer", "script", "source_script", "preferences")
_DRAWN_ON = ("annotations", "placements", "active", "lit", "search", "goal")


class AnswerPage(QTextEdit):
    """Shows the answer of the session's state; selecting, scrolling and clicking call the session.

    The text document holds a heading of two blocks, then one block for each paragraph. Nothing is ever read back
    from it: `Places` knows what stands where.
    """

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._places: Places | None = None
        self._ink: Ink | None = None
        self._set_for: tuple[Any, ...] = ()
        self._settling = False
        self._hold: tuple[int, float] | None = None
        self._pressed_at = QPoint()
        self._map = ScrollMap(self)
        self._end_seen = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._end_seen.timeout.connect(self._mark_read)
        self._configure()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.selectionChanged.connect(self._on_selected)
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._typeset()

    def _configure(self) -> None:
        self.setObjectName("answerPage")
        self.setVerticalScrollBar(self._map)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would set the column anew each time the text is replaced.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setCursorWidth(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        by_mouse, by_keys = (
            Qt.TextInteractionFlag.TextSelectableByMouse,
            Qt.TextInteractionFlag.TextSelectableByKeyboard,
        )
        self.setTextInteractionFlags(by_mouse | by_keys)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)

    # -- commands ---------------------------------------------------------------------------------------------

    def copy_original(self) -> None:
        """Put the selected words on the clipboard as the source writes them."""
        state = self._session.state
        if state.document is not None and state.selection:
            QGuiApplication.clipboard().setText(state.selection.of(state.document.text))

    def select_answer(self) -> None:
        """Select the whole answer."""
        if self._session.state.current is not None:
            self._session.select(self._session.state.current.span)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the text, what is drawn on it, the selection, and the place to go to."""
        if any(getattr(old, name) is not getattr(new, name) for name in _SET_BY):
            self._dress()
        if any(getattr(old, name) is not getattr(new, name) for name in _DRAWN_ON):
            self._redraw()
        if old.selection is not new.selection:
            self._show_selection()
        if new.goal is not None and old.goal is not new.goal:
            self._go_to(new.goal.span)

    def _dress(self) -> None:
        """Set the page anew if what it was set for has changed."""
        if self._set_for != self._wanted():
            self._typeset()

    def _wanted(self) -> tuple[Any, ...]:
        state = self._session.state
        font = self._look.page_font()
        return state.document, state.answer, self._session.config, font, self._look.tokens, self.tr("The question")

    def _typeset(self) -> None:
        """Set the answer, with the reader's place and selection kept where the answer is the same."""
        self._settling = True
        self.setUpdatesEnabled(False)
        wanted = self._wanted()
        same = self._set_for[:2] == wanted[:2]
        self._hold = self._held() if same else self._left_at()
        self._set_for = wanted
        self._fill()
        self._redraw()
        self._settling = False
        self._show_selection()
        self._restore()
        self.setUpdatesEnabled(True)

    def _fill(self) -> None:
        page = self._session.page()
        if page is None:
            self._places = None
            self.document().clear()
            self.setAccessibleName(self.tr("Nothing is open"))
            return
        sheet = Sheet(self._author(), self._byline(), page.text)
        typeset(self.document(), sheet, self._look)
        self._set_margins()
        self._places = Places(page, self.document(), sheet.body_start)
        self.setAccessibleName(self.tr("{author}: the answer").format(author=sheet.author))

    def _author(self) -> str:
        current = self._session.state.current
        name = current.author if current else ""
        return " ".join(self._session.shown(name).split()) or self.tr("The question")

    def _byline(self) -> str:
        state, current = self._session.state, self._session.state.current
        if state.document is None or current is None:
            return ""
        locale = QLocale()
        locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        parts = [
            self.tr("Answer {number} of {total}").format(number=state.answer + 1, total=len(state.document.answers)),
            self.tr("%Ln character(s)", "", current.length),
            self.tr("about %n minute(s)", "", max(1, round(current.length / _READING_SPEED))),
        ]
        return " · ".join(parts)

    def _set_margins(self) -> None:
        set_margins(self.document(), self.viewport().width(), self._look.page_font().pixelSize())

    def _redraw(self) -> None:
        """Take note of what is to be drawn on the words, and have it drawn."""
        self._ink = Ink(self._session.state, self._places) if self._places else None
        height = max(1.0, self.document().size().height())
        ticks = self._ink.ticks(self._look) if self._ink else ()
        self._map.show_ticks([(top / height, color, is_mark) for top, color, is_mark in ticks])
        self.viewport().update()

    # -- the reader's place -----------------------------------------------------------------------------------

    def _left_at(self) -> tuple[int, float] | None:
        """Return where the answer was left: the offset that its first line began with, if it was ever read."""
        state = self._session.state
        offset = state.positions.get(state.answer)
        at_top = state.current is None or offset is None or offset <= state.current.span.start
        return None if at_top or offset is None else (offset, 0.0)

    def _held(self) -> tuple[int, float] | None:
        """Return the words that must stay where they are when the text is set anew, and their height on the screen.

        The selected words, if they are seen; else those of the first line, as they were when the reader last
        scrolled: measured anew at each flip, they would creep.
        """
        selection = self._session.state.selection
        if selection is not None and self._places is not None:
            y = self._places.line_top(self._places.position(selection.start)) - self._map.value()
            if 0 <= y < self.viewport().height():
                return selection.start, y
        return self._hold

    def _restore(self) -> None:
        if self._places is None or self._hold is None:
            self._scroll_to(0)
        else:
            offset, y = self._hold
            self._scroll_to(self._places.line_top(self._places.position(offset)) - y)
        self._watch_end()

    def _scroll_to(self, y: float) -> None:
        self._settling = True
        self._map.setValue(round(y))
        self._settling = False

    def _take_hold(self) -> int:
        """Hold the first line that is seen, and return the offset that it begins with."""
        assert self._places is not None  # noqa: S101 (asked for only when there is a page)
        position, top = self._places.first_line_below(self._map.value())
        offset = self._places.offset(position)
        self._hold = (offset, top - self._map.value()) if self._map.value() > 0 else None
        return offset

    def _on_scrolled(self, _value: int) -> None:
        self._watch_end()
        if not self._settling and self._places is not None:
            self._session.scrolled(self._take_hold())

    def _go_to(self, span: Span) -> None:
        """Scroll to the source `span` unless it is comfortably in sight."""
        place = self._places.to_document(span) if self._places else None
        if self._places is None or place is None:
            return
        height, line = self.viewport().height(), pitch(self._look.page_font().pixelSize())
        y = self._places.line_top(place.start)
        if not line <= y - self._map.value() <= height - 3 * line:
            self._scroll_to(y - height * _UPPER_PART)
        self._session.scrolled(self._take_hold(), by_reader=False)

    def _watch_end(self) -> None:
        """Once the end has been in sight for a moment, the answer counts as read."""
        if self._places is not None and self._places.bottom <= self._map.value() + self.viewport().height():
            if not self._end_seen.isActive():
                self._end_seen.start()
        else:
            self._end_seen.stop()

    def _mark_read(self) -> None:
        if self.isVisible():
            self._session.mark_read(self._session.state.answer)

    # -- the selection ----------------------------------------------------------------------------------------

    def _on_selected(self) -> None:
        if self._settling or self._places is None:
            return
        cursor = self.textCursor()
        self._session.select(self._places.to_source(Span(cursor.selectionStart(), cursor.selectionEnd())))

    def _show_selection(self) -> None:
        """Select in the text document what is selected in the state, unless it is already."""
        if self._places is None:
            return
        cursor = self.textCursor()
        shown = Span(cursor.selectionStart(), cursor.selectionEnd())
        selection = self._session.state.selection
        if selection == (self._places.to_source(shown) if shown else None):
            return
        place = self._places.to_document(selection) if selection else None
        place = place or Span(cursor.position(), cursor.position())
        self._settling = True
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        value = self._map.value()
        self.setTextCursor(cursor)
        self._map.setValue(value)
        self._settling = False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words in the script shown, from the projection: Qt would alter some characters."""
        cursor = self.textCursor()
        shown = Span(cursor.selectionStart(), cursor.selectionEnd())
        words = self._places.words(shown) if self._places else ""
        mime = QMimeData()
        mime.setText(words or cursor.selectedText())
        return mime

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing: a thread is plain text, whatever it looks like."""

    # -- events -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, then the words, then the lights."""
        if self._ink is None or self._places is None:
            self._paint_invitation()
            return
        seen = self._seen()
        painter = self._painter()
        self._ink.under(painter, self._look, seen)
        painter.end()
        super().paintEvent(event)
        painter = self._painter()
        self._ink.over(painter, self._look, seen)
        painter.end()

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.translate(0, -self._map.value())
        return painter

    def _seen(self) -> Span:
        """Return the document positions in sight, a line more on either side."""
        layout = self.document().documentLayout()
        top = self._map.value()
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        line = pitch(self._look.page_font().pixelSize())
        first = layout.hitTest(QPointF(0, top - line), fuzzy)
        last = layout.hitTest(QPointF(self.viewport().width(), top + self.viewport().height() + line), fuzzy)
        return Span(max(0, first), max(0, first, last + 1))

    def _paint_invitation(self) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self._look.frame_font())
        painter.setPen(QColor(self._look.tokens.second))
        sentence = self.tr("Open a thread, or drop a file here.")
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and the reader's place where it is."""
        self._settling = True
        self._set_margins()
        super().resizeEvent(event)
        self._settling = False
        self._restore()
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        self._pressed_at = event.position().toPoint()
        self.setCursorWidth(0)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click without a drag to mean the mark under it."""
        super().mouseReleaseEvent(event)
        dragged = (event.position().toPoint() - self._pressed_at).manhattanLength() > 3
        if event.button() is Qt.MouseButton.LeftButton and not dragged and not self.textCursor().hasSelection():
            self._session.marks.activate(self._mark_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the note of a mark; elsewhere, select the word."""
        mark = self._mark_at(event.position())
        if mark is not None and self._session.state.annotations[mark].note:
            self._session.marks.edit(mark)
        else:
            super().mouseDoubleClickEvent(event)

    def _mark_at(self, point: QPointF) -> str | None:
        """Return the id of the annotation under `point` of the viewport."""
        if self._places is None:
            return None
        position = self._places.position_at(point + QPointF(0, self._map.value()))
        return None if position is None else self._session.marks.at(self._places.offset(position))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the note of a mark as its tool tip."""
        if event.type() is event.Type.ToolTip:
            self._show_note(event)  # type: ignore[arg-type]
            return True
        return super().viewportEvent(event)

    def _show_note(self, event: QHelpEvent) -> None:
        mark = self._mark_at(QPointF(event.pos()))
        note = self._session.state.annotations[mark].note if mark else ""
        QToolTip.showText(event.globalPos(), as_tooltip(note) if note else "", self.viewport())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1 if event.angleDelta().y() > 0 else -1
            size = self._session.state.preferences.text_size + step
            self._session.prefer(text_size=max(_TEXT_SIZES[0], min(size, _TEXT_SIZES[1])))
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll as a reader does; leave letters to the commands and the caret to Qt."""
        if self._scroll_by_key(event):
            event.accept()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            self.setCursorWidth(2)
            super().keyPressEvent(event)

    def _scroll_by_key(self, event: QKeyEvent) -> bool:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        line = pitch(self._look.page_font().pixelSize())
        screen = self.viewport().height() - 2 * line
        if event.key() == Qt.Key.Key_Space:
            self._scroll_by(-screen if shifted else screen)
            return True
        steps = {
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -screen,
            Qt.Key.Key_PageDown: screen,
            Qt.Key.Key_Home: -self._map.maximum(),
            Qt.Key.Key_End: self._map.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or shifted:
            return False
        self._scroll_by(step)
        return True

    def _scroll_by(self, pixels: int) -> None:
        self._map.setValue(self._map.value() + pixels)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret with the keyboard's leaving."""
        self.setCursorWidth(0)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set the page anew in the language that the interface now speaks."""
        super().changeEvent(event)
        if event.type() is event.Type.LanguageChange:
            self._dress()
