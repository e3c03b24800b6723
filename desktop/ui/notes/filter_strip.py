"""What says which notes are shown: a strip above them, and a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.ui.fields.entry import EntryField
from desktop.ui.look.theme import wear
from desktop.ui.notes.color_dots import ColorDots
from desktop.ui.notes.filtering import NoteFilter

if TYPE_CHECKING:
    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_TEXT_PX = 13


class FilterStrip(QWidget):
    """A field for words and a dot for each colour, in one row.

    `switch` is between this answer and all of them; it is for whoever holds the strip to place.
    """

    changed = Signal(object)
    """Emitted with the new `NoteFilter`."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._field = EntryField(self)
        self._field.setObjectName("notesFilter")
        self._field.setPlaceholderText(self.tr("Filter notes"))
        self._field.setAccessibleName(self.tr("Filter notes"))
        self._dots = ColorDots(look, self, exclusive=False)
        self.switch = QToolButton(self)
        self.switch.setObjectName("notesHere")
        self.switch.setText(self.tr("This answer"))
        self.switch.setToolTip(self.tr("Show only the notes on this answer"))
        self.switch.setCheckable(True)
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._look = look
        self._lay_out()
        self._dress()
        look.changed.connect(self._dress)
        self._field.textChanged.connect(self._tell)
        self._field.cancelled.connect(self.clear)
        self._dots.chosen.connect(self._tell)
        self.switch.toggled.connect(self._tell)
        session.changed.connect(self.render_state)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._dots)

    def _dress(self) -> None:
        for widget in (self._field, self.switch):
            widget.setFont(self._look.interface_font(_TEXT_PX))
        tokens = self._look.tokens
        quiet = f"QToolButton {{ color: {tokens.second}; }} QToolButton:checked {{ color: {tokens.ink}; }}"
        wear(self.switch, quiet)

    @property
    def filter(self) -> NoteFilter:
        """What is asked for."""
        answer = self._session.state.pane.answer if self.switch.isChecked() else None
        return NoteFilter(self._dots.on, self._field.text(), answer)

    def clear(self) -> None:
        """Ask for all notes."""
        self._field.clear()
        self._dots.turn_on([])
        self.switch.setChecked(False)
        self._tell()

    def render_state(self, old: State, new: State) -> None:
        """Follow the answer while only its notes are shown; another thread is shown whole."""
        if old.document is not None and new.document is not None and old.document.path != new.document.path:
            self.clear()
        elif old.pane.answer != new.pane.answer and self.switch.isChecked():
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.filter)
