"""The panel at the right: the notes on the thread, and the editor of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.note_editor import NoteEditor
from desktop.ui.notes_filter import FilterStrip
from desktop.ui.notes_list import NotesList
from desktop.ui.notes_model import NotesModel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from desktop.session import Session, State
    from desktop.ui.look import Look
    from desktop.ui.notes_model import NoteFilter

_WIDTH_PX, _NARROWEST_PX = 300, 220
_HEAD_PX = 44
_UNDERLINE_PX = 2
_HINT_PX = 13
_WORDED = ("script", "source_script", "preferences")


class PanelHead(QWidget):
    """The panel's title with its count, over a short line of accent."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
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
        font = self._look.frame_font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        place = self.rect().adjusted(18, 0, -14, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
        width = painter.fontMetrics().horizontalAdvance(self._words)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.hairline))
        painter.fillRect(18, self.height() - _UNDERLINE_PX, width, _UNDERLINE_PX, QColor(tokens.accent))


class NotesPanel(QWidget):
    """Lists, filters and edits the notes. Its left edge is a hairline of its own."""

    left = Signal()
    """Emitted when the keyboard should go back to the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self.setObjectName("notesPanel")
        self.setAccessibleName(self.tr("Notes"))
        self._head = PanelHead(look, self)
        self._editor = NoteEditor(session, look, self)
        self._strip = FilterStrip(session, look, self)
        self._model = NotesModel(session, self)
        self._list = NotesList(session, self._model, look, self)
        self._list.setAccessibleName(self.tr("Notes"))
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._clear = QPushButton(self.tr("Show all notes"), self)
        self._clear.setObjectName("notesShowAll")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._editor.left.connect(self.left)
        self._strip.changed.connect(self._filter)
        self._clear.clicked.connect(self._strip.clear)
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._dress()
        self._draw_all()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._editor, self._strip, self._hint):
            column.addWidget(widget)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._list, 1)
        column.addStretch()
        self._hint.setContentsMargins(18, 12, 14, 12)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the notes, the script, and which one is active."""
        if old.annotations is not new.annotations or old.document is not new.document:
            self._draw_all()
        elif any(getattr(old, name) is not getattr(new, name) for name in _WORDED):
            self._model.reword()
            self._list.remeasure()
        if old.active != new.active or old.annotations is not new.annotations:
            self._list.show_row(self._model.row_of(new.active))

    def _draw_all(self) -> None:
        self._model.refill()
        self._list.remeasure()
        count = len(self._session.state.annotations)
        self._head.show_count(self.tr("Notes"), count)
        self._strip.setVisible(count > 0)
        shown = self._model.cards
        self._list.setVisible(shown > 0)
        self._clear.setVisible(bool(self._model.filter) and shown < count)
        self._hint.setVisible(shown < count or not count)
        self._hint.setText(self._sentence(shown, count))

    def _sentence(self, shown: int, count: int) -> str:
        if not count:
            return self.tr("Select a passage, then press H to highlight it or N to write a note.")
        return self.tr("{shown} of {count} shown").format(shown=shown, count=count)

    def _filter(self, wanted: NoteFilter) -> None:
        self._model.set_filter(wanted)
        self._draw_all()
        self._list.show_row(self._model.row_of(self._session.state.active))

    def _dress(self) -> None:
        self._hint.setFont(self._look.frame_font(_HINT_PX))
        self._hint.setStyleSheet(f"color: {self._look.tokens.second};")
        self._list.remeasure()
        self.update()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the list where there is one."""
        super().focusInEvent(event)
        if self._list.isVisible():
            self._list.setFocus(event.reason())

    def sizeHint(self) -> QSize:
        """Return the width to begin with."""
        return QSize(_WIDTH_PX, 3 * _WIDTH_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a note can be read."""
        return QSize(_NARROWEST_PX, _NARROWEST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge towards the page."""
        QPainter(self).fillRect(0, 0, 1, self.height(), QColor(self._look.tokens.hairline))
