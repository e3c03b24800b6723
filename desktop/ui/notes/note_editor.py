"""The note editor, which stands in the note's card: its words, its tags and its colour.

What is typed is kept, however the editor is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.fields.color_dots import ColorDots
from desktop.ui.fields.keyboard import holds_keyboard
from desktop.ui.fields.tag_field import TagField, split_tags
from desktop.ui.fields.typing_clock import TypingClock
from desktop.ui.look.theme import wear
from desktop.ui.notes.note_text import ABOVE_PX, ASIDE_PX, NoteText

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from desktop.annotations import Annotation, Color
    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_SPACING_PX = 8
_WHEEL_LINE_PX, _NOTCH = 24, 120
"""What the list scrolls for a line of a wheel, and how much a notch of a wheel counts in Qt."""


class Foot(QWidget):
    """What stands below a note's words, and in sight wherever these are scrolled to: tags, colours, buttons."""

    def __init__(self, tags: TagField, dots: ColorDots, buttons: tuple[QPushButton, ...], look: Look) -> None:
        super().__init__()
        self._dots, self._buttons, self._look = dots, buttons, look
        self.floats = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(_SPACING_PX)
        self._row.addWidget(dots)
        self._row.addStretch()
        for button in buttons:
            self._row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _SPACING_PX, 0, _SPACING_PX // 2)
        column.setSpacing(_SPACING_PX)
        column.addWidget(tags)
        column.addLayout(self._row)

    def height_in(self, width: int) -> int:
        """Return the height in `width` pixels; where that is narrow, the buttons stand below the colours."""
        buttons = sum(button.sizeHint().width() + _SPACING_PX for button in self._buttons)
        narrow = width < self._dots.sizeHint().width() + buttons
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        return self.sizeHint().height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lie on the page's own paper, with a hairline where it lies over the words."""
        painter, tokens = QPainter(self), self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.page))
        if self.floats:
            painter.fillRect(0, 0, self.width(), 1, QColor(tokens.hairline))


class NoteEditor(QWidget):
    """Edits the annotation that the state names in `editing`; hidden while it names none.

    Its words stand where the card has them: who shows the card says by `stand` where that is, and gives it the room
    of `height_in`. Of a note that is higher than what is seen of the card only a part stands here.

    A note is kept when the editor is left in any way: Done, Escape, another note, another document, the keyboard
    going elsewhere; and a second after the last key, or three after the first of many. All that is typed until the
    editor is left is one step.
    """

    left = Signal()
    """Emitted when the reader is done and the keyboard should go back to the page."""

    grown = Signal()
    """Emitted when it needs more or less room."""

    wheeled = Signal(int)
    """Emitted with how many pixels a wheel is to scroll down what this stands in."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._app = cast("QApplication", QApplication.instance())
        self._id: str | None = None
        self._shown: Annotation | None = None
        self._filled = ("", "")
        self.setObjectName("noteEditor")
        self._above = 0
        self.field = NoteText(self)
        """The field for the note's words."""
        self._tags = TagField(self)
        self._dots = ColorDots(look, self, exclusive=True)
        self._delete = QPushButton(self.tr("Delete"), self)
        self._done = QPushButton(self.tr("Done"), self)
        self._foot = Foot(self._tags, self._dots, (self._delete, self._done), look)
        self._foot.setParent(self)
        self._clock = TypingClock(self)
        self._configure()
        self._dress()
        self._wire()
        self.hide()
        self._show(session.state)

    def _configure(self) -> None:
        self.field.setObjectName("noteText")
        self.field.setPlaceholderText(self.tr("Your note"))
        self.field.setAccessibleName(self.tr("Note"))
        self._tags.setObjectName("noteTags")
        self._tags.setPlaceholderText(self.tr("Tags, separated by spaces"))
        self._tags.setAccessibleName(self.tr("Tags"))
        self._done.setObjectName("noteDone")
        self._done.setDefault(True)
        self._delete.setObjectName("noteDelete")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _wire(self) -> None:
        self.field.textChanged.connect(self._clock.typed)
        self.field.fitted.connect(self._on_fitted)
        self._tags.textEdited.connect(self._clock.typed)
        self._tags.accepted.connect(self._finish)
        self._clock.due.connect(self._keep)
        self._done.clicked.connect(self._finish)
        self._delete.clicked.connect(self._on_delete)
        self._dots.chosen.connect(self._on_color)
        for widget in (self.field, self._tags, self._done, self._delete, *self._dots.dots.values()):
            widget.installEventFilter(self)
        self._app.focusChanged.connect(self._on_focus_changed)
        self._session.store.committing.connect(self.commit)
        self._session.changed.connect(self.render_state)
        self._look.changed.connect(self._dress)

    # -- following --------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow which note is edited; a note changed from outside is shown unless something was typed."""
        if old.notes.editing != new.notes.editing or old.document is not new.document:
            self._leave()
            self._show(self._session.state)
        elif self._id is not None and old.notes.annotations is not new.notes.annotations:
            annotation = new.notes.annotations.get(self._id)
            if annotation is not None:
                self._show_color(annotation)
                self._refresh(annotation)
        if new.notes.active not in {None, old.notes.active, self._id}:
            self._session.annotations.edit(None)

    def commit(self) -> None:
        """Keep what has been typed and composed; what has not been touched stays as it was."""
        for field in (self.field, self._tags):
            field.composition.end()
        self._keep()

    def _keep(self) -> None:
        """Keep what stands in the fields, and leave an input method to its word."""
        self._clock.stop()
        annotation = self._session.state.notes.annotations.get(self._id or "")
        before, typed = self._filled, self._typed()
        if annotation is None or typed == before:
            return
        self._filled = typed
        # A field gives back less than was put in: texts lose their no-break spaces, tags with blanks fall apart.
        note = annotation.note if typed[0] == before[0] else typed[0]
        tags = annotation.tags if split_tags(typed[1]) == split_tags(before[1]) else split_tags(typed[1])
        self._write_in_script(typed[0])
        self._session.annotations.rewrite(annotation.id, note, tags, typing=True)

    def _leave(self) -> None:
        """Keep what has been typed; what is typed next is another step."""
        self.commit()
        self._session.step_log.settle()

    def _show(self, state: State) -> None:
        annotation = state.notes.annotations.get(state.notes.editing or "")
        self._id = annotation.id if annotation else None
        self._shown = annotation
        if annotation is None:
            self._hide()
            return
        self._fill(annotation)
        self._tags.know({tag for other in state.notes.annotations.values() for tag in other.tags})
        self.show()
        self.field.setFocus()

    def _hide(self) -> None:
        """Give the keyboard back if it is here, and go away."""
        if holds_keyboard(self):
            self.left.emit()
        self.hide()

    def _fill(self, annotation: Annotation) -> None:
        """Put `annotation` into the fields, whose own undo begins anew."""
        self._write_in_script(annotation.note)
        self.field.put(annotation.note)
        self._tags.setText(" ".join(annotation.tags))
        self._show_color(annotation)
        self._settle(annotation)

    def _refresh(self, annotation: Annotation) -> None:
        """Follow a change that was not typed here; fields that say the same already are left to who types in them."""
        shown = self._shown
        if shown is None or self._typed() != self._filled:
            return
        if annotation.note not in {shown.note, self.field.words}:
            self.field.put(annotation.note)
        if annotation.tags not in {shown.tags, split_tags(self._tags.text())}:
            self._tags.setText(" ".join(annotation.tags))
        self._settle(annotation)

    def _show_color(self, annotation: Annotation) -> None:
        self._dots.turn_on([annotation.color])

    def _settle(self, annotation: Annotation) -> None:
        """Take what the fields hold to be what `annotation` says."""
        self._shown = annotation
        self._filled = self._typed()
        self._clock.stop()

    def _typed(self) -> tuple[str, str]:
        return self.field.words, self._tags.text()

    def _dress(self) -> None:
        tokens = self._look.tokens
        self._write_in_script(self.field.words)
        self._tags.dress(tokens)
        wear(self._tags, f"QLineEdit {{ padding: 4px {ASIDE_PX - 3}px; }}")
        wear(self._done, f"QPushButton:focus {{ border: 2px solid {tokens.ink}; padding: 4px 13px; }}")
        wear(
            self._delete,
            f"QPushButton {{ color: {tokens.second}; background: transparent; border-color: transparent; }}"
            f"QPushButton:hover {{ color: {tokens.problem}; }}"
            f"QPushButton:focus {{ border-color: {tokens.accent}; }}",
        )
        self.update()
        self._arrange()

    def _write_in_script(self, words: str) -> None:
        """Have a note of these words in the glyphs of the script that they are written in, as the card has."""
        font = self._look.note_font(words)
        if self.field.font() != font:
            self.field.setFont(font)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page's own paper, which the card lies on."""
        QPainter(self).fillRect(self.rect(), QColor(self._look.tokens.page))

    # -- standing in the card ---------------------------------------------------------------------------------

    def height_in(self, width: int) -> int:
        """Return the height that all of it takes, with words broken to `width` pixels."""
        self.field.setFixedWidth(width + 2 * ASIDE_PX)
        return self.field.height() + self._foot.height_in(width + 2 * ASIDE_PX) - ABOVE_PX

    def be_ready(self, width: int) -> None:
        """Have the width that `stand` will give: a long note is broken once."""
        self.resize(width + 2 * ASIDE_PX, self.height())

    def stand(self, words: QRect, seen: QRect) -> None:
        """Stand where the card's `words` have their room, as far as it is `seen` (pixels of the parent)."""
        place = words.adjusted(-ASIDE_PX, -ABOVE_PX, ASIDE_PX, 0)
        here = place.intersected(seen)
        if here.isEmpty():  # out of sight, it keeps the keyboard
            here = QRect(place.left(), seen.bottom() if place.top() > seen.top() else seen.top(), place.width(), 0)
        self._above = place.top() - here.top()
        self.setGeometry(here)
        self._arrange()

    def _arrange(self) -> None:
        """Put the words where they are in the card, and the foot below them, but where it is seen."""
        self.field.setFixedWidth(self.width())
        self.field.move(0, self._above)
        high, least = self._foot.height_in(self.width()), self._above + self.field.pitch + 2 * ABOVE_PX
        top = max(least, min(self._above + self.field.height(), self.height() - high))
        self._foot.floats = top < self._above + self.field.height()
        self._foot.setGeometry(0, top, self.width(), high)
        self._foot.update()

    def _on_fitted(self) -> None:
        self._arrange()
        self.updateGeometry()
        self.grown.emit()

    @property
    def foot_height(self) -> int:
        """How high that is which lies over the words where these don't end in sight."""
        return self._foot.height()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of all of it in the present width."""
        return QSize(self.width(), self.height_in(self.width() - 2 * ASIDE_PX) + ABOVE_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange what is in it in the new width."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys that a field has no use for from what this stands in."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks beside the fields from what this stands in."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Have that scrolled which this stands in."""
        lines = QApplication.wheelScrollLines() * _WHEEL_LINE_PX / _NOTCH
        self.wheeled.emit(-round(event.pixelDelta().y() or event.angleDelta().y() * lines))
        event.accept()

    # -- the reader -------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        self.commit()
        self._session.annotations.edit(None)

    def _on_delete(self) -> None:
        if self._id is not None:
            self.commit()
            self._session.annotations.delete(self._id)

    def _on_color(self, color: Color) -> None:
        if self._id is not None:
            self.commit()
            self._session.annotations.recolour(self._id, color)

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
