"""The note editor: a note, its tags and its colour. What is typed is kept, however the editor is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.clamped_label import ClampedLabel
from desktop.ui.color_dots import ColorDots
from desktop.ui.note_text import NoteText
from desktop.ui.notes_delegate import AFTER_BAR_PX, BAR_PX, SIDE_PX, paint_bar
from desktop.ui.quotes import quotes_of
from desktop.ui.tag_field import TagField, split_tags
from desktop.ui.theme import wear
from desktop.ui.typing_clock import TypingClock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.annotations import Annotation, Color
    from desktop.session import Session, State
    from desktop.ui.look import Look

_QUOTE_PX, _QUOTE_LINES = 14, 2
_SPACING_PX = 8
_WORDED = ("document", "manner", "placements")


class NoteEditor(QWidget):
    """Edits the annotation that the state names in `editing`; hidden while it names none.

    A note is kept when the editor is left in any way: Done, Escape, another note, another document, the keyboard
    going elsewhere; and a second after the last key, or three after the first of many. All that is typed until the
    editor is left is one step.
    """

    left = Signal()
    """Emitted when the reader is done and the keyboard should go back to the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._app = cast("QApplication", QApplication.instance())
        self._id: str | None = None
        self._shown: Annotation | None = None
        self._filled = ("", "")
        self.setObjectName("noteEditor")
        self._quote = ClampedLabel(_QUOTE_LINES, self)
        self._text = NoteText(self)
        self._tags = TagField(self)
        self._dots = ColorDots(look, self, exclusive=True)
        self._delete = QPushButton(self.tr("Delete"), self)
        self._done = QPushButton(self.tr("Done"), self)
        self._clock = TypingClock(self)
        self._configure()
        self._lay_out()
        self._wire()
        self.hide()
        self._show(session.state)

    def _configure(self) -> None:
        self._text.setObjectName("noteText")
        self._text.setPlaceholderText(self.tr("Your note"))
        self._text.setAccessibleName(self.tr("Note"))
        self._tags.setObjectName("noteTags")
        self._tags.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self._tags.setAccessibleName(self.tr("Tags"))
        self._done.setObjectName("noteDone")
        self._done.setDefault(True)
        self._delete.setObjectName("noteDelete")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(_SPACING_PX)
        buttons.addWidget(self._dots)
        buttons.addStretch()
        buttons.addWidget(self._delete)
        buttons.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, 12, 14, 16)
        column.setSpacing(_SPACING_PX)
        quote = QHBoxLayout()
        quote.addSpacing(BAR_PX + AFTER_BAR_PX)
        quote.addWidget(self._quote)
        column.addLayout(quote)
        for widget in (self._text, self._tags):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._dress()

    def _wire(self) -> None:
        self._text.textChanged.connect(self._clock.typed)
        self._tags.textEdited.connect(self._clock.typed)
        self._tags.accepted.connect(self._finish)
        self._clock.due.connect(self._keep)
        self._done.clicked.connect(self._finish)
        self._delete.clicked.connect(self._on_delete)
        self._dots.chosen.connect(self._on_color)
        for widget in (self._text, self._tags, self._done, self._delete, *self._dots.dots.values()):
            widget.installEventFilter(self)
        self._app.focusChanged.connect(self._on_focus_changed)
        self._session.leaving.connect(self.commit)
        self._session.changed.connect(self.render_state)
        self._look.changed.connect(self._dress)

    # -- following --------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow which note is edited; a note changed from outside is shown unless something was typed."""
        if old.editing != new.editing or old.document is not new.document:
            self._leave()
            self._show(self._session.state)
        elif self._id is not None and old.annotations is not new.annotations:
            annotation = new.annotations.get(self._id)
            if annotation is not None:
                self._show_color(annotation)
                self._refresh(annotation)
        if any(getattr(old, name) is not getattr(new, name) for name in _WORDED):
            self._draw_quote()
        if new.active not in {None, old.active, self._id}:
            self._session.marks.edit(None)

    def commit(self) -> None:
        """Keep what has been typed and composed; what has not been touched stays as it was."""
        for field in (self._text, self._tags):
            field.composition.end()
        self._keep()

    def _keep(self) -> None:
        """Keep what stands in the fields, and leave an input method to its word."""
        self._clock.stop()
        annotation = self._session.state.annotations.get(self._id or "")
        before, typed = self._filled, self._typed()
        if annotation is None or typed == before:
            return
        self._filled = typed
        # A field gives back less than was put in: texts lose their no-break spaces, tags with blanks fall apart.
        note = annotation.note if typed[0] == before[0] else typed[0]
        tags = annotation.tags if split_tags(typed[1]) == split_tags(before[1]) else split_tags(typed[1])
        self._session.marks.rewrite(annotation.id, note, tags, typing=True)

    def _leave(self) -> None:
        """Keep what has been typed; what is typed next is another step."""
        self.commit()
        self._session.marks.settle()

    def _show(self, state: State) -> None:
        annotation = state.annotations.get(state.editing or "")
        self._id = annotation.id if annotation else None
        self._shown = annotation
        if annotation is None:
            self._hide()
            return
        self._fill(annotation)
        self._tags.know({tag for other in state.annotations.values() for tag in other.tags})
        self._draw_quote()
        self.show()
        self._text.setFocus()

    def _hide(self) -> None:
        """Go away, and give the keyboard back if it is here."""
        here = self._app.focusWidget()
        held = here is not None and self.isAncestorOf(here)
        self.hide()
        if held:
            self.left.emit()

    def _fill(self, annotation: Annotation) -> None:
        """Put `annotation` into the fields, whose own undo begins anew."""
        self._text.put(annotation.note)
        self._tags.setText(" ".join(annotation.tags))
        self._show_color(annotation)
        self._settle(annotation)

    def _refresh(self, annotation: Annotation) -> None:
        """Follow a change that was not typed here; fields that say the same already are left to who types in them."""
        shown = self._shown
        if shown is None or self._typed() != self._filled:
            return
        if annotation.note not in {shown.note, self._text.words}:
            self._text.put(annotation.note)
        if annotation.tags not in {shown.tags, split_tags(self._tags.text())}:
            self._tags.setText(" ".join(annotation.tags))
        self._settle(annotation)

    def _show_color(self, annotation: Annotation) -> None:
        self._dots.turn_on([annotation.color])
        self.update()

    def _settle(self, annotation: Annotation) -> None:
        """Take what the fields hold to be what `annotation` says."""
        self._shown = annotation
        self._filled = self._typed()
        self._clock.stop()

    def _typed(self) -> tuple[str, str]:
        return self._text.words, self._tags.text()

    def _draw_quote(self) -> None:
        if self._shown is not None:
            self._quote.show_words(" ⋯ ".join(quotes_of(self._session, self._shown)))

    def _dress(self) -> None:
        self._quote.setFont(self._look.page_font(_QUOTE_PX))
        self._quote.updateGeometry()
        self._text.setFont(self._look.interface_font())
        tokens = self._look.tokens
        self._tags.dress(tokens)
        wear(self._done, f"QPushButton:focus {{ border: 2px solid {tokens.ink}; padding: 4px 13px; }}")
        wear(
            self._delete,
            f"QPushButton {{ color: {tokens.second}; background: transparent; border-color: transparent; }}"
            f"QPushButton:hover {{ color: {tokens.problem}; }}"
            f"QPushButton:focus {{ border-color: {tokens.accent}; }}",
        )
        self.update()
        self._text.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page's own paper, which the note opens onto, and beside the quote the bar of its pigment."""
        painter, tokens = QPainter(self), self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.page))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.hairline))
        color = next(iter(self._dots.on), None)
        if color is not None:
            place = self._quote.geometry()
            paint_bar(painter, QRectF(SIDE_PX, place.top(), BAR_PX, place.height()), color, self._look)

    # -- the reader -------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        self.commit()
        self._session.marks.edit(None)

    def _on_delete(self) -> None:
        if self._id is not None:
            self.commit()
            self._session.marks.delete(self._id)

    def _on_color(self, color: Color) -> None:
        if self._id is not None:
            self.commit()
            self._session.marks.recolour(self._id, color)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Keep the note when the keyboard leaves the editor as a whole."""
        if (
            self._id is not None
            and old is not None
            and self.isAncestorOf(old)
            and not (now and self.isAncestorOf(now))
        ):
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End with Escape or Ctrl+Return, claimed before a shortcut of the window is; follow what is composed."""
        if isinstance(event, QInputMethodEvent):
            self._clock.typed()
        if isinstance(event, QKeyEvent) and _ends(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._finish()
                return True
        return super().eventFilter(watched, event)


def _ends(event: QKeyEvent) -> bool:
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (with_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter})
