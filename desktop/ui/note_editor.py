"""The note editor: a note, its tags and its colour. What is typed is kept, however the editor is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.color_dots import ColorDots

if TYPE_CHECKING:
    from desktop.annotations import Annotation, Color
    from desktop.session import Session, State
    from desktop.ui.look import Look

_SAVE_AFTER_MS = 2_000
_LINES = 6
_SPACING_PX = 8
_BETWEEN_TAGS = re.compile(r"[\s,，、;；]+")


class NoteEditor(QWidget):
    """Edits the annotation that the state names in `editing`; hidden while it names none.

    A note is kept when the editor is left in any way: Done, Escape, another note, another document, the keyboard
    going elsewhere, and two seconds after the last key.
    """

    left = Signal()
    """Emitted when the reader is done and the keyboard should go back to the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._app = cast("QApplication", QApplication.instance())
        self._id: str | None = None
        self._filled = ("", "")
        self.setObjectName("noteEditor")
        self._quote = QLabel(self)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._text = QPlainTextEdit(self)
        self._tags = QLineEdit(self)
        self._dots = ColorDots(look, self, exclusive=True)
        self._done = QPushButton(self.tr("Done"), self)
        self._delete = QPushButton(self.tr("Delete"), self)
        self._pause = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._configure()
        self._lay_out()
        self._wire()
        self.hide()
        self._show(session.state)

    def _configure(self) -> None:
        self._text.setObjectName("noteText")
        self._text.setPlaceholderText(self.tr("Your note"))
        self._text.setAccessibleName(self.tr("Note"))
        self._text.setTabChangesFocus(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._tags.setObjectName("noteTags")
        self._tags.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self._tags.setAccessibleName(self.tr("Tags"))
        self._done.setObjectName("noteDone")
        self._delete.setObjectName("noteDelete")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(_SPACING_PX)
        buttons.addWidget(self._dots)
        buttons.addStretch()
        buttons.addWidget(self._delete)
        buttons.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 14, 14)
        column.setSpacing(_SPACING_PX)
        for widget in (self._quote, self._text, self._tags):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._dress()

    def _wire(self) -> None:
        self._text.textChanged.connect(self._pause.start)
        self._tags.textEdited.connect(self._on_tags_edited)
        self._pause.timeout.connect(self.commit)
        self._done.clicked.connect(self._finish)
        self._delete.clicked.connect(self._on_delete)
        self._dots.chosen.connect(self._on_color)
        for widget in (self._text, self._tags):
            widget.installEventFilter(self)
        self._app.focusChanged.connect(self._on_focus_changed)
        self._session.leaving.connect(self.commit)
        self._session.changed.connect(self.render_state)
        self._look.changed.connect(self._dress)

    # -- following --------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow which note is edited; a note changed from outside is shown unless something was typed."""
        if old.editing != new.editing or old.document is not new.document:
            self.commit()
            self._show(self._session.state)
        elif self._id is not None and old.annotations is not new.annotations:
            annotation = new.annotations.get(self._id)
            if annotation is not None and self._typed() == self._filled:
                self._fill(annotation)
        if old.script is not new.script and self._id is not None:
            self._draw_quote()

    def commit(self) -> None:
        """Keep what has been typed, as one step that can be undone."""
        self._pause.stop()
        typed = self._typed()
        if self._id in self._session.state.annotations and typed != self._filled:
            self._filled = typed
            self._session.marks.rewrite(str(self._id), typed[0], split_tags(typed[1]))

    def _show(self, state: State) -> None:
        self._id = state.editing
        annotation = state.annotations.get(self._id) if self._id else None
        if annotation is None:
            self._id = None
            self.hide()
            return
        self._fill(annotation)
        self._complete_tags(state)
        self._draw_quote()
        self.show()
        self._text.setFocus()

    def _fill(self, annotation: Annotation) -> None:
        note, tags = annotation.note, " ".join(annotation.tags)
        if self._text.toPlainText() != note:
            self._text.setPlainText(note)
            self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        if self._tags.text() != tags:
            self._tags.setText(tags)
        self._dots.turn_on([annotation.color])
        self._filled = (note, tags)
        self._pause.stop()

    def _typed(self) -> tuple[str, str]:
        return self._text.toPlainText(), self._tags.text()

    def _draw_quote(self) -> None:
        annotation = self._session.state.annotations.get(self._id or "")
        placement = self._session.state.placements.get(self._id or "")
        if annotation is None or placement is None:
            return
        words = self._session.quoted(placement.span) if placement.span else annotation.anchor.exact
        metrics = self._quote.fontMetrics()
        width = max(self.width() - 40, 120)
        self._quote.setText(metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideMiddle, width))

    def _complete_tags(self, state: State) -> None:
        """Offer the tags in use for the last word of the field."""
        tags = sorted({tag for annotation in state.annotations.values() for tag in annotation.tags})
        completer = QCompleter(tags, self)
        completer.setWidget(self._tags)
        completer.activated.connect(self._insert_tag)
        self._completer = completer

    def _on_tags_edited(self, text: str) -> None:
        self._pause.start()
        last = _BETWEEN_TAGS.split(text)[-1].lstrip("#")
        self._completer.setCompletionPrefix(last)
        if last and self._completer.completionCount() and self._completer.currentCompletion() != last:
            self._completer.complete()

    def _insert_tag(self, tag: str) -> None:
        text = self._tags.text()
        last = _BETWEEN_TAGS.split(text)[-1]
        self._tags.setText(text[: len(text) - len(last)] + tag + " ")

    def _dress(self) -> None:
        self._quote.setFont(self._look.page_font(14))
        self._text.setFont(self._look.frame_font())
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * _LINES + 20)

    # -- the reader -------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        self.commit()
        self._session.marks.edit(None)
        self.left.emit()

    def _on_delete(self) -> None:
        if self._id is not None:
            self.commit()
            self._session.marks.delete(self._id)
            self.left.emit()

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
            self.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End with Escape or Ctrl+Return; claim them before a shortcut of the window does."""
        if isinstance(event, QKeyEvent) and _ends(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._finish()
                return True
        return super().eventFilter(watched, event)


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags in `text`, which blanks or commas of either width part; a # before one is left out."""
    return tuple(dict.fromkeys(tag for raw in _BETWEEN_TAGS.split(text) if (tag := raw.strip("#"))))


def _ends(event: QKeyEvent) -> bool:
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (with_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter})
