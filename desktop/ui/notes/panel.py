"""The panel at the right: the notes on the thread, and the editor of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.ui.fields.keyboard import holds_keyboard
from desktop.ui.look.theme import dress
from desktop.ui.notes.card_editing import CardEditing
from desktop.ui.notes.note_editor import NoteEditor
from desktop.ui.notes.note_filter import FilterStrip
from desktop.ui.notes.note_list import NotesList
from desktop.ui.notes.note_model import NotesModel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look
    from desktop.ui.notes.note_filter import NoteFilter

_WIDTH_PX, _NARROWEST_PX = 300, 220
_SIDE_PX, _RIGHT_PX = 18, 14
_HEAD_PX = 44
_UNDERLINE_PX = 2
_HINT_PX = 13


class PanelHead(QWidget):
    """The panel's title with its count, over a short line of accent; `switch` is at its right."""

    def __init__(self, switch: QAbstractButton, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE_PX, 0, _RIGHT_PX, 0)
        row.addStretch()
        row.addWidget(switch)
        self._look = look
        self._words = ""
        self.setFixedHeight(_HEAD_PX)
        look.changed.connect(self.update)

    def show_count(self, title: str, count: int) -> None:
        """Show `title`, and `count` where there are any."""
        self._words = f"{title}  {QLocale().toString(count)}" if count else title
        self.setAccessibleName(self._words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title, the line below it, and the hairline of the panel."""
        painter, tokens = QPainter(self), self._look.tokens
        font = self._look.interface_font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        place = self.rect().adjusted(_SIDE_PX, 0, -_RIGHT_PX, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
        width = painter.fontMetrics().horizontalAdvance(self._words)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.hairline))
        painter.fillRect(_SIDE_PX, self.height() - _UNDERLINE_PX, width, _UNDERLINE_PX, QColor(tokens.accent))


class NotesPanel(QWidget):
    """Lists, filters and edits the notes. Its left edge is a hairline of its own."""

    left = Signal()
    """Emitted when the keyboard should go back to the page."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self.setObjectName("notesPanel")
        self.setAccessibleName(self.tr("Notes"))
        self._editor = NoteEditor(session, look, self)
        self._strip = FilterStrip(session, look, self)
        self._head = PanelHead(self._strip.switch, look, self)
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._clear = QToolButton(self)
        self._clear.setText(self.tr("Show all notes"))
        self._clear.setObjectName("notesShowAll")
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._model = NotesModel(session, self)
        self._list = NotesList(session, self._model, look, desk, self)
        self._list.setAccessibleName(self.tr("Notes"))
        self._from_list = False
        self._editing = CardEditing(self._list, self._model, self._editor, self)
        self._editor.raise_()
        self._lay_out()
        self._editor.left.connect(self._on_left)
        self._list.opened.connect(self._on_opened)
        self._strip.changed.connect(self._filter)
        self._clear.clicked.connect(self._strip.clear)
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._dress()
        self._draw_all()
        self._list.show_active(session.state.notes)
        self._editing.follow(session.state.notes.editing)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._strip):
            column.addWidget(widget)
        line = QHBoxLayout()
        line.setContentsMargins(_SIDE_PX, 8, _RIGHT_PX, 4)
        line.addWidget(self._hint, 1)
        line.addWidget(self._clear)
        column.addLayout(line)
        column.addWidget(self._list, 1)
        column.addStretch()
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

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
            self._list.show_active(new.notes)
        elif listed or old.notes.chosen != new.notes.chosen:
            self._list.choose_active(new.notes)
        self._editing.follow(new.notes.editing)
        if new.notes.editing is None:
            self._from_list = False

    def _reword(self) -> None:
        """Show the same notes in other words.

        The model says nothing of it: for that, the list would lay out all cards anew, a tenth of a second for ten
        thousand. It asks for the words when it draws, and those in sight are measured again.
        """
        self._list.remeasure()

    def _draw_all(self) -> None:
        self._model.refill()
        self._draw_counts()

    def _draw_counts(self) -> None:
        """Show what there is room for: the list where a note is shown, else a sentence."""
        count = len(self._session.state.notes.annotations)
        self._head.show_count(self.tr("Notes"), count)
        for widget in (self._strip, self._strip.switch):
            widget.setVisible(count > 0)
        shown = self._model.cards
        hidden = bool(self._model.filter) and shown < count
        self._list.setVisible(shown > 0 or self._list.isVisible())
        self._clear.setVisible(hidden or self._clear.isVisible())
        if not shown and holds_keyboard(self._list):
            (self._clear.setFocus if count else self.left.emit)()
        if not hidden and holds_keyboard(self._clear):
            (self._list.setFocus if shown else self.left.emit)()
        self._clear.setVisible(hidden)
        self._list.setVisible(shown > 0)
        proxy = self._list if shown else self._clear if count else None
        self.setFocusProxy(proxy)  # pyright: ignore[reportArgumentType] (Qt takes none, its stub doesn't)
        self._hint.setVisible(shown < count or not count)
        self._hint.setText(self._sentence(shown, count))

    def _sentence(self, shown: int, count: int) -> str:
        if not count:
            return self.tr("Select a passage, then press H to highlight it or N to write a note.")
        return self.tr("{shown} of {count} shown").format(shown=shown, count=count)

    def _filter(self, wanted: NoteFilter) -> None:
        self._model.set_filter(wanted)
        self._list.cards.look_for(wanted.asked)
        self._draw_counts()
        if self._session.state.notes.chosen:  # what isn't seen is not meant
            self._session.annotations.chosen.keep(self._model.ids)
        self._list.show_active(self._session.state.notes)

    def choose_all(self) -> None:
        """Have commands act on all notes that are listed."""
        self._session.annotations.chosen.choose(self._model.ids, self._session.state.notes.active)

    def _on_opened(self) -> None:
        self._from_list = True

    def _on_left(self) -> None:
        """Give the keyboard back to where the note was opened from."""
        if self._from_list and self._list.isVisible() and self._session.state.notes.annotations:
            self._list.setFocus()
        else:
            self.left.emit()

    def _dress(self) -> None:
        font = self._look.interface_font(_HINT_PX)
        dress(self._hint, font, f"color: {self._look.tokens.second};")
        self._clear.setFont(font)
        self._list.remeasure()
        self.update()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the width to begin with."""
        return QSize(_WIDTH_PX, 3 * _WIDTH_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a note can be read, and the filter be seen whole."""
        return QSize(max(_NARROWEST_PX, super().minimumSizeHint().width()), _NARROWEST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge towards the page."""
        QPainter(self).fillRect(0, 0, 1, self.height(), QColor(self._look.tokens.hairline))
