"""The notes in the panel at the right or, where the thread has none, how one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look
    from desktop.ui.notes.inside import NotesInside

_NARROWEST_PX = 220
_SIDE_PX, _RIGHT_PX = 18, 14
_HINT_PX = 13


class NotesPanel(QWidget):
    """Lists, filters and edits the notes.

    All that is made for it once there is a note, or `complete` is called, is its `inside`: the first page of a thread
    without notes is painted before that.
    """

    left = Signal()
    """Emitted when the keyboard should go back to the page."""

    counted = Signal(int)
    """Emitted with how many notes there are."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._desk = desk
        self._inside: NotesInside | None = None
        self.setObjectName("notesPanel")
        self.setAccessibleName(self.tr("Notes"))
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._column, self._line = self._lay_out()
        look.changed.connect(self._dress)
        self._dress()
        self._show_count(0, 0)
        session.changed.connect(self._follow)
        self._follow(session.state, session.state)

    def _lay_out(self) -> tuple[QVBoxLayout, QHBoxLayout]:
        """Return the column of all that is in the panel, and the line in it that the sentence is in."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(_SIDE_PX, 8, _RIGHT_PX, 4)
        line.addWidget(self._hint, 1)
        column.addLayout(line)
        column.addStretch()
        return column, line

    def complete(self) -> NotesInside:
        """Return the inside, which is made if it isn't there yet; nothing of it is seen until there is a note."""
        if self._inside is None:
            from desktop.ui.notes.inside import NotesInside

            self._inside = inside = NotesInside(self._session, self._look, self._desk, self)
            inside.clear.setText(self.tr("Show all notes"))
            inside.cards.setAccessibleName(self.tr("Notes"))
            self._column.insertWidget(0, inside.strip)
            self._line.addWidget(inside.clear)
            self._column.insertWidget(2, inside.cards, 1)
            inside.left.connect(self.left)
            inside.counted.connect(self._show_count)
            inside.begin()
        return self._inside

    # -- drawing ----------------------------------------------------------------------------------------------

    def _follow(self, _old: State, new: State) -> None:
        """Have an inside as soon as there is a note."""
        if self._inside is None and new.notes.annotations:
            self.complete()

    def _show_count(self, shown: int, count: int) -> None:
        """Say how many notes there are and, where not all are `shown`, how many are; without any, how to make one."""
        self.counted.emit(count)
        self._hint.setVisible(shown < count or not count)
        self._hint.setText(self._sentence(shown, count))

    def _sentence(self, shown: int, count: int) -> str:
        if not count:
            return self.tr("Select a passage, then press H to highlight it or N to write a note.")
        return self.tr("{shown} of {count} shown").format(shown=shown, count=count)

    def choose_all(self) -> None:
        """Have commands act on all notes that are listed."""
        self.complete().choose_all()

    def _dress(self) -> None:
        dress(self._hint, self._look.interface_font(_HINT_PX), f"color: {self._look.tokens.second};")
        self.update()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a note can be read, and the filter be seen whole."""
        return QSize(max(_NARROWEST_PX, super().minimumSizeHint().width()), _NARROWEST_PX)
