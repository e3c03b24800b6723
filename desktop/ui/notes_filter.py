"""The strip above the notes that says which of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.ui.color_dots import ColorDots
from desktop.ui.entry import Entry
from desktop.ui.notes_model import NoteFilter

if TYPE_CHECKING:
    from desktop.session import Session, State
    from desktop.ui.look import Look

_TEXT_PX = 13


class FilterStrip(QWidget):
    """A field for words, a dot for each colour, and a switch between this answer and all of them."""

    changed = Signal(object)
    """Emitted with the new `NoteFilter`."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._field = Entry(self)
        self._field.setObjectName("notesFilter")
        self._field.setPlaceholderText(self.tr("Filter notes"))
        self._field.setAccessibleName(self.tr("Filter notes"))
        self._field.setClearButtonEnabled(True)
        self._dots = ColorDots(look, self, exclusive=False)
        self._here = QToolButton(self)
        self._here.setObjectName("notesHere")
        self._here.setText(self.tr("This answer"))
        self._here.setToolTip(self.tr("Show only the notes on this answer"))
        self._here.setCheckable(True)
        self._here.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._look = look
        self._lay_out()
        self._dress()
        look.changed.connect(self._dress)
        self._field.textChanged.connect(self._tell)
        self._field.cancelled.connect(self.clear)
        self._dots.chosen.connect(self._tell)
        self._here.toggled.connect(self._tell)
        session.changed.connect(self.render_state)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._dots)
        below.addStretch()
        below.addWidget(self._here)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 14, 8)
        column.setSpacing(4)
        column.addWidget(self._field)
        column.addLayout(below)

    def _dress(self) -> None:
        for widget in (self._field, self._here):
            widget.setFont(self._look.frame_font(_TEXT_PX))

    @property
    def filter(self) -> NoteFilter:
        """What is asked for."""
        answer = self._session.state.answer if self._here.isChecked() else None
        return NoteFilter(self._dots.on, self._field.text(), answer)

    def clear(self) -> None:
        """Ask for all notes."""
        self._field.clear()
        self._dots.turn_on([])
        self._here.setChecked(False)
        self._tell()

    def render_state(self, old: State, new: State) -> None:
        """Follow the answer while only its notes are shown."""
        if old.answer != new.answer and self._here.isChecked():
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.filter)
