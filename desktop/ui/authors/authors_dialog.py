"""The dialog of authors: which lines of a plain text are taken for names, to add and remove by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from desktop.session.people import people_of
from desktop.ui.authors.line_list import LineList
from desktop.ui.authors.line_model import LineModel, LineRole, LineScope, scope_name
from desktop.ui.fields.composing import Composition
from desktop.ui.fields.dialog_buttons import heed_undo_keys, plain_button, row_of
from desktop.ui.fields.dropping import Field
from desktop.ui.fields.word_filter import WALKING
from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_WIDTH_PX, _HEIGHT_PX = 640, 560
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AuthorsDialog(QDialog):
    """Lists the lines of the open thread. What is said of one is seen at once in the sidebar and on the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self.setObjectName("authorsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Authors"))
        self.resize(min(_WIDTH_PX, parent.width()), min(_HEIGHT_PX, parent.height()))
        hint = self.tr("Lines with a tick are taken for authors' names. Click a line to change that.")
        self._hint = QLabel(hint, self)
        self._field = self._make_field()
        self._scopes = {scope: self._make_scope(scope) for scope in LineScope}
        self._group = QButtonGroup(self)
        self._here = 0
        self._warming = QTimer(self, interval=0)
        self._warming.timeout.connect(self._warm)
        self._model = LineModel(session, self)
        self._list = LineList(self._model, look, self)
        self._list.setAccessibleName(self.tr("Lines of the thread"))
        self._count = QLabel(self)
        self._count.setObjectName("authorCount")
        self._reset = plain_button(self, "authorsReset", self.tr("As Recognised"), session.naming.leave_to_layout)
        self._undo = plain_button(self, "authorsUndo", self.tr("Undo"), self._take_back)
        self._redo = plain_button(self, "authorsRedo", self.tr("Redo"), self._make_again)
        self._close = plain_button(self, "authorsClose", self.tr("Close"), self.close)
        self._lay_out()
        self._wire()
        self._scopes[LineScope.SHORT].setChecked(True)
        self._dress()
        self._draw()
        self._list.setFocus()
        if session.naming.prepare():
            self._begin()

    def _begin(self) -> None:
        """List the lines, which are known now, with the one that the reader is at in sight."""
        self._model.follow(reread=True)
        self._relist()
        self._list.show_row(self._model.row_of(self._session.navigation.offset))
        self._draw()
        self._warming.start()

    def _warm(self) -> None:
        """Have the lines ready for the first letter that is typed."""
        if not self._model.warm():
            self._warming.stop()

    # -- building ---------------------------------------------------------------------------------------------

    def _make_field(self) -> Field:
        field = Field(self)
        field.setObjectName("lineField")
        field.setPlaceholderText(self.tr("Part of a line"))
        field.setAccessibleName(self.tr("Part of a line"))
        Composition(field)
        return field

    def _make_scope(self, scope: LineScope) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"scope{scope.name.title()}")
        button.setText(scope_name(scope))
        button.setCheckable(True)
        return button

    def _lay_out(self) -> None:
        self._hint.setWordWrap(True)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(4)
        narrowing.addWidget(self._field, 1)
        for button in self._scopes.values():
            narrowing.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._hint)
        column.addLayout(narrowing)
        column.addWidget(self._list, 1)
        column.addWidget(self._count)
        column.addLayout(row_of((self._reset, self._undo, self._redo, None, self._close)))

    def _wire(self) -> None:
        for button in self._scopes.values():
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._relist)
        self._field.textChanged.connect(self._relist)
        self._field.installEventFilter(self)
        self._list.turned.connect(self._turn)
        self._list.typed.connect(self._type)
        self._session.changed.connect(self.render_state)
        self._session.naming.ready.connect(self._begin)
        self._look.changed.connect(self._dress)
        heed_undo_keys(self, self._take_back, self._make_again)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the thread, and the history; nothing can be said of lines that aren't there any more."""
        if not self._session.naming.can_name:
            self.close()
            return
        if old.document is not new.document:
            before = old.document.text if old.document is not None else ""
            reread = new.document is None or new.document.text is not before
            if not reread:
                self._model.follow(reread=False)
            elif self._session.naming.prepare():
                self._begin()
        elif old.focused_manner is not new.focused_manner:
            self._model.follow(reread=False)
        self._draw()

    def _relist(self) -> None:
        """List what is asked for, with the line that the keyboard was on, or the nearest, in sight."""
        here = self._list.currentIndex().data(LineRole.LINE) if self._list.currentIndex().isValid() else self._here
        self._here = here
        scope = next(scope for scope, button in self._scopes.items() if button.isChecked())
        self._model.list_lines(scope, self._field.text())
        self._list.show_row(self._model.row_of_line(here))

    def _draw(self) -> None:
        document = self._session.state.document
        people = people_of(document).everyone if document is not None and not document.is_essay else ()
        names = self.tr("%Ln author(s)", "", sum(bool(person.answers) for person in people))
        by_hand = self._model.by_hand
        said = self.tr("%Ln line(s) by you", "", by_hand)
        self._count.setText(f"{names} · {said}" if by_hand else names)
        self._reset.setEnabled(by_hand > 0)
        self._undo.setEnabled(self._session.history.undoes_naming)
        self._redo.setEnabled(self._session.history.redoes_naming)

    def _dress(self) -> None:
        for label in (self._hint, self._count):
            dress(label, self._look.interface_font(SMALL_PX), f"color: {self._look.tokens.second};")

    # -- the reader -------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the field keeps the keyboard, and Return turn the line there."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in WALKING:
                self._list.event(event)
                return True
            if event.key() in _ENTER:
                self._turn(self._list.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _turn(self, row: int) -> None:
        """Say of the line in a row that it is what it isn't; of one that can't be a name, the row says why."""
        number = self._model.index(row).data(LineRole.LINE)
        if isinstance(number, int):
            self._session.naming.toggle(number)

    def _type(self, letter: str) -> None:
        self._field.setFocus()
        self._field.insert(letter)

    def _take_back(self) -> None:
        """Take the last step back if it was said of lines; what lies behind the dialog stays."""
        if self._session.history.undoes_naming:
            self._session.history.undo(seen=True)

    def _make_again(self) -> None:
        if self._session.history.redoes_naming:
            self._session.history.redo(seen=True)
