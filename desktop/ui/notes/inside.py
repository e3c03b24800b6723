"""What is in the panel of notes where there are some: the filter, the list, and the editor of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton

from desktop.ui.fields.keyboard import holds_keyboard
from desktop.ui.notes.card_editing import CardEditing
from desktop.ui.notes.note_editor import NoteEditor
from desktop.ui.notes.note_filter import FilterStrip
from desktop.ui.notes.note_list import NotesList
from desktop.ui.notes.note_model import NotesModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look
    from desktop.ui.notes.note_filter import NoteFilter


_CLEAR_PX = 13


class NotesInside(QObject):
    """The parts of `panel` that show notes: `strip` filters them, `cards` lists them, `clear` shows all again.

    They are the panel's children, for it to place. None of them is seen while there is no note.
    """

    left = Signal()
    """Emitted when the keyboard should go back to the page."""

    counted = Signal(int, int)
    """Emitted with how many notes are shown, and how many there are."""

    def __init__(self, session: Session, look: Look, desk: Desk, panel: QWidget) -> None:
        super().__init__(panel)
        self._session = session
        self._look = look
        self._panel = panel
        self._editor = NoteEditor(session, look, panel)
        self.strip = FilterStrip(session, look, panel)
        self.clear = QToolButton(panel)
        self.clear.setObjectName("notesShowAll")
        self.clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._model = NotesModel(session, panel)
        self.cards = NotesList(session, self._model, look, desk, panel)
        self.cards.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._from_list = False
        self._editing = CardEditing(self.cards, self._model, self._editor, panel)
        self._editor.raise_()
        self._editor.left.connect(self._on_left)
        self.cards.opened.connect(self._on_opened)
        self.strip.changed.connect(self._filter)
        self.clear.clicked.connect(self.strip.clear)

    def begin(self) -> None:
        """Show the notes, from now on as the state has them."""
        self._session.changed.connect(self.render_state)
        self._look.changed.connect(self._dress)
        self._dress()
        self._draw_all()
        self.cards.show_active(self._session.state.notes)
        self._editing.follow(self._session.state.notes.editing)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the notes, the script, and which one is active."""
        reworded = old.document is not new.document or old.focused_manner is not new.focused_manner
        listed = (
            old.notes.annotations is not new.notes.annotations or old.notes.placements is not new.notes.placements
        )
        # Words may be others that a filter lets through.
        filtered = bool(self._model.filter) and old.notes.editing != new.notes.editing
        refiltered = filtered or (reworded and bool(self._model.filter.words))
        if listed or old.document is not new.document or refiltered:
            self._draw_all()
        if reworded:
            self._reword()
        if old.notes.active != new.notes.active:
            self.cards.show_active(new.notes)
        elif listed or old.notes.chosen != new.notes.chosen:
            self.cards.choose_active(new.notes)
        self._editing.follow(new.notes.editing)
        if new.notes.editing is None:
            self._from_list = False

    def _reword(self) -> None:
        """Show the same notes in other words.

        The model says nothing of it: for that, the list would lay out all cards anew, a tenth of a second for ten
        thousand. It asks for the words when it draws, and those in sight are measured again.
        """
        self.cards.remeasure()

    def _draw_all(self) -> None:
        self._model.refill()
        self._draw_counts()

    def _draw_counts(self) -> None:
        """Show what there is room for: the list where a note is shown, else a sentence."""
        count = len(self._session.state.notes.annotations)
        self.strip.setVisible(count > 0)
        shown = self._model.cards
        hidden = bool(self._model.filter) and shown < count
        self.cards.setVisible(shown > 0 or self.cards.isVisible())
        self.clear.setVisible(hidden or self.clear.isVisible())
        if not shown and holds_keyboard(self.cards):
            (self.clear.setFocus if count else self.left.emit)()
        if not hidden and holds_keyboard(self.clear):
            (self.cards.setFocus if shown else self.left.emit)()
        self.clear.setVisible(hidden)
        self.cards.setVisible(shown > 0)
        proxy = self.cards if shown else self.clear if count else None
        self._panel.setFocusProxy(proxy)  # pyright: ignore[reportArgumentType] (Qt takes none, its stub doesn't)
        self.counted.emit(shown, count)

    def _filter(self, wanted: NoteFilter) -> None:
        self._model.set_filter(wanted)
        self.cards.cards.look_for(wanted.asked)
        self._draw_counts()
        if self._session.state.notes.chosen:  # what isn't seen is not meant
            self._session.annotations.chosen.keep(self._model.ids)
        self.cards.show_active(self._session.state.notes)

    def choose_all(self) -> None:
        """Have commands act on all notes that are listed."""
        self._session.annotations.chosen.choose(self._model.ids, self._session.state.notes.active)

    def _on_opened(self) -> None:
        self._from_list = True

    def _on_left(self) -> None:
        """Give the keyboard back to where the note was opened from."""
        if self._from_list and self.cards.isVisible() and self._session.state.notes.annotations:
            self.cards.setFocus()
        else:
            self.left.emit()

    def _dress(self) -> None:
        self.clear.setFont(self._look.interface_font(_CLEAR_PX))
        self.cards.remeasure()
