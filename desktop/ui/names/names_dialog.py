"""The dialog of names: what the open thread calls people and places, and how each is written, by a click.

It stays beside the page, which follows at once, and goes to the places of a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from desktop.documents.chosen_names import LONGEST_CHOSEN
from desktop.script import Edition
from desktop.session import NoticeKind
from desktop.ui.fields.composing import Composition
from desktop.ui.fields.dialog_buttons import heed_undo_keys, plain_button, row_of
from desktop.ui.fields.dropping import Field
from desktop.ui.fields.word_filter import WALKING
from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.theme import dress
from desktop.ui.names.name_model import NameModel, NameOrder, order_name
from desktop.ui.names.name_view import NameView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session, State
    from desktop.text import Span
    from desktop.ui.look.look import Look

_WIDTH_PX, _HEIGHT_PX = 480, 600
_MARGIN_PX = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesDialog(QDialog):
    """Lists the names of the open thread. What is said of one is seen at once wherever it stands."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._list = session.scripts.name_list
        self._visited: tuple[str, int] = ("", -1)
        self._wanted = ""
        self.setObjectName("namesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Names"))
        self.resize(min(_WIDTH_PX, parent.width()), min(_HEIGHT_PX, parent.height() - 4 * _MARGIN_PX))
        corner = parent.mapToGlobal(QPoint(parent.width() - self.width() - _MARGIN_PX, 3 * _MARGIN_PX))
        self.move(corner)  # over the notes rather than the page, which is looked at meanwhile
        self._hint = QLabel(self)
        self._hint.setObjectName("namesHint")
        self._field = self._make_field()
        self._group = QButtonGroup(self)
        self._orders = {order: self._make_order(order) for order in NameOrder}
        self._model = NameModel(session, self)
        self._view = NameView(self._model, look, self)
        self._view.setAccessibleName(self.tr("Names of the thread"))
        self._count = QLabel(self)
        self._count.setObjectName("nameCount")
        self._edition = plain_button(self, "namesEdition", self.tr("Use Baijia's Dictionaries"), self._choose_edition)
        self._refuse = plain_button(self, "namesRefuse", self.tr("No Name"), self._refuse_current)
        self._leave = plain_button(self, "namesLeave", self.tr("As Found"), self._leave_current)
        self._undo = plain_button(self, "namesUndo", self.tr("Undo"), self._take_back)
        self._redo = plain_button(self, "namesRedo", self.tr("Redo"), self._make_again)
        self._add = plain_button(self, "namesAdd", self.tr("Add the Selection"), self.add_selection)
        self._close = plain_button(self, "namesClose", self.tr("Close"), self.close)
        self._lay_out()
        self._wire()
        self._orders[NameOrder.PLACES].setChecked(True)
        self._dress()
        self._list.prepare()
        self._relist()
        self._view.setFocus()

    # -- building ---------------------------------------------------------------------------------------------

    def _make_field(self) -> Field:
        field = Field(self)
        field.setObjectName("nameField")
        field.setPlaceholderText(self.tr("Part of a name"))
        field.setAccessibleName(self.tr("Part of a name"))
        Composition(field)
        return field

    def _make_order(self, order: NameOrder) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"order{order.name.title()}")
        button.setText(order_name(order))
        button.setCheckable(True)
        self._group.addButton(button)
        return button

    def _lay_out(self) -> None:
        self._hint.setWordWrap(True)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(4)
        narrowing.addWidget(self._field, 1)
        for button in self._orders.values():
            narrowing.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, 20, _MARGIN_PX, 20)
        column.setSpacing(12)
        column.addWidget(self._hint)
        column.addLayout(row_of((self._edition, None)))
        column.addLayout(narrowing)
        column.addWidget(self._view, 1)
        column.addWidget(self._count)
        column.addLayout(row_of((self._add, None, self._refuse, self._leave)))
        column.addLayout(row_of((self._undo, self._redo, None, self._close)))

    def _wire(self) -> None:
        self._group.buttonClicked.connect(self._relist)
        self._field.textChanged.connect(self._relist)
        self._field.installEventFilter(self)
        self._view.chosen.connect(self._choose)
        self._view.visited.connect(self._visit)
        self._view.refused.connect(self._refuse_row)
        self._view.typed.connect(self._type)
        self._view.selectionModel().currentChanged.connect(self._draw_buttons)
        self._list.changed.connect(self._relist)
        self._session.changed.connect(self.render_state)
        self._look.changed.connect(self._dress)
        heed_undo_keys(self, self._take_back, self._make_again)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the thread, what is said of names, and how words are shown."""
        if new.document is None:
            self.close()
            return
        if old.document is not new.document:
            self._visited = ("", -1)
            self._list.prepare()
            self._relist()
        elif old.focused_manner is not new.focused_manner or old.notes.names is not new.notes.names:
            self._model.forget_forms()
        self._draw()

    def _relist(self) -> None:
        """List what is asked for, with the name that the keyboard was on, or the first one, current."""
        found = self._model.found_at(self._view.currentIndex().row())
        order = next(order for order, button in self._orders.items() if button.isChecked())
        self._model.list_names(order, self._field.text())
        wanted = self._wanted or (found.name if found is not None else "")
        row = self._model.row_of(wanted)
        if row >= 0:
            self._wanted = ""
        self._show_row(max(0, row))
        self._draw()

    def _show_row(self, row: int) -> None:
        index = self._model.index(row, 0)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)

    def _draw(self) -> None:
        state, found = self._session.state, self._list.found
        told = self._list.is_told
        faithful = told and state.manner.edition is not Edition.BAIJIA
        self._hint.setText(self._hint_words(told=told, faithful=faithful))
        self._edition.setVisible(faithful)
        said = sum(choice.is_name is not None for choice in state.notes.names)
        by_you = self.tr("%Ln said by you", "", said)
        names = self.tr("%Ln name(s)", "", len(found or ()))
        words = self.tr("Looking for names…") if found is None else f"{names} · {by_you}" if said else names
        self._count.setText(words if told else "")
        self._undo.setEnabled(self._session.history.undoes_name)
        self._redo.setEnabled(self._session.history.redoes_name)
        self._draw_buttons()

    def _hint_words(self, *, told: bool, faithful: bool) -> str:
        if not told:
            return self.tr(
                "This thread is written in traditional script, where each name is written as its writer wrote it: "
                "there is nothing to choose."
            )
        if faithful:
            return self.tr(
                "The dictionaries in use know nothing of names: only Baijia's write each as it is chosen here."
            )
        return self.tr(
            "How names are written in traditional script. Click a form to have a name written so in this thread, "
            "or the name to go to its next place."
        )

    def _draw_buttons(self, *_: object) -> None:
        """Have the buttons be of use for the name that the keyboard is on, and the words that are selected."""
        names = self._session.naming.names
        found = self._model.found_at(self._view.currentIndex().row())
        said = names.said_of(found.name) if found is not None else None
        can = names.can_choose
        self._refuse.setEnabled(can and found is not None and not (said is not None and said.is_name is False))
        self._leave.setEnabled(can and said is not None)
        self._add.setEnabled(can and bool(self._session.state.pane.selection) and self._list.is_told)

    def _dress(self) -> None:
        for label in (self._hint, self._count):
            dress(label, self._look.interface_font(SMALL_PX), f"color: {self._look.tokens.second};")
        self._view.viewport().update()

    # -- the reader -------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the field keeps the keyboard, and Return go to the name's places."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in WALKING:
                self._view.event(event)
                return True
            if event.key() in _ENTER:
                self._visit(self._view.currentIndex().row(), 1)
                return True
        return super().eventFilter(watched, event)

    def add_selection(self) -> None:
        """Take the selected words for a name, written as they are shown; its other forms can be chosen then."""
        if not self._list.is_told:
            return  # which the hint says
        selected, names = self._list.selected(), self._session.naming.names
        if selected is None:
            self._session.notify("name-unfit", NoticeKind.NEWS, most=str(LONGEST_CHOSEN))
            return
        if names.said_of(selected[0]) is None:
            names.write(*selected)
        self._wanted = selected[0]
        self._field.clear()
        self._relist()

    def _choose(self, row: int, number: int) -> None:
        found = self._model.found_at(row)
        forms = self._model.forms_of(found.name) if found is not None else ()
        if found is not None and 0 <= number < len(forms) and number != self._model.current_form(found.name):
            self._session.naming.names.write(found.name, *forms[number])

    def _visit(self, row: int, by: int) -> None:
        """Go to the next place of the name in a row, round to the first again."""
        found = self._model.found_at(row)
        if found is None or not found.places:
            return
        name, number = self._visited
        if name != found.name:
            number = -1 if by > 0 else 0
        number = (number + by) % len(found.places)
        self._visited = found.name, number
        self._go_to(found.places[number])

    def _go_to(self, place: Span) -> None:
        document = self._session.state.document
        if place:
            self._session.go_to(place)
        elif document is not None and (answer := document.answer_at(place.start)) is not None:
            self._session.show_answer(answer)

    def _refuse_row(self, row: int) -> None:
        """Say of the words in a row that they are no name, or where that was said, that they are left to the app."""
        found, names = self._model.found_at(row), self._session.naming.names
        said = names.said_of(found.name) if found is not None else None
        if found is not None and not (said is not None and said.is_name is False and names.leave(found.name)):
            names.refuse(found.name)

    def _refuse_current(self) -> None:
        self._refuse_row(self._view.currentIndex().row())

    def _leave_current(self) -> None:
        found = self._model.found_at(self._view.currentIndex().row())
        if found is not None:
            self._session.naming.names.leave(found.name)

    def _choose_edition(self) -> None:
        self._session.choose_edition(Edition.BAIJIA)

    def _type(self, letter: str) -> None:
        self._field.setFocus()
        self._field.insert(letter)

    def _take_back(self) -> None:
        """Take the last step back if it was said of names; what lies behind the dialog stays."""
        if self._session.history.undoes_name:
            self._session.history.undo(seen=True)

    def _make_again(self) -> None:
        if self._session.history.redoes_name:
            self._session.history.redo(seen=True)
