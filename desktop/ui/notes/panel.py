"""The panel at the right: its head, and below that the notes on the thread or, without any, how one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractButton

    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look
    from desktop.ui.notes.inside import NotesInside

_WIDTH_PX, _NARROWEST_PX = 300, 220
_SIDE_PX, _RIGHT_PX = 18, 14
_HEAD_PX = 44
_UNDERLINE_PX = 2
_HINT_PX = 13


class PanelHead(QWidget):
    """The panel's title with its count, over a short line of accent."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE_PX, 0, _RIGHT_PX, 0)
        self._row.addStretch()
        self._look = look
        self._words = ""
        self.setFixedHeight(_HEAD_PX)
        look.changed.connect(self.update)

    def hold(self, switch: QAbstractButton) -> None:
        """Have `switch` at the right end."""
        self._row.addWidget(switch)

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
    """Lists, filters and edits the notes. Its left edge is a hairline of its own.

    All that is made for it once there is a note, or `complete` is called, is its `inside`: the first page of a thread
    without notes is painted before that.
    """

    left = Signal()
    """Emitted when the keyboard should go back to the page."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._desk = desk
        self._inside: NotesInside | None = None
        self.setObjectName("notesPanel")
        self.setAccessibleName(self.tr("Notes"))
        self._head = PanelHead(look, self)
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
        column.addWidget(self._head)
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
            self._head.hold(inside.strip.switch)
            self._column.insertWidget(1, inside.strip)
            self._line.addWidget(inside.clear)
            self._column.insertWidget(3, inside.cards, 1)
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
        self._head.show_count(self.tr("Notes"), count)
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

    def sizeHint(self) -> QSize:
        """Return the width to begin with."""
        return QSize(_WIDTH_PX, 3 * _WIDTH_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a note can be read, and the filter be seen whole."""
        return QSize(max(_NARROWEST_PX, super().minimumSizeHint().width()), _NARROWEST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge towards the page."""
        QPainter(self).fillRect(0, 0, 1, self.height(), QColor(self._look.tokens.hairline))
