"""The panel of words: who uses which terms how often, beside the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.ui.commands.actions import LiveEntry, without_mnemonic
from desktop.ui.commands.popups import CommandMenu
from desktop.ui.commands.table import COMMANDS
from desktop.ui.fields.entry import EntryField
from desktop.ui.fields.keyboard import holds_keyboard
from desktop.ui.fields.segments import Segments
from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.theme import dress
from desktop.ui.words.term_list import TermList
from desktop.ui.words.term_listing import TermOrder, WordsView
from desktop.ui.words.term_menu import term_menu
from desktop.ui.words.term_model import TermModel, TermRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHideEvent, QShowEvent

    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

_NARROWEST_PX = 220
_SIDE_PX, _RIGHT_PX = 18, 14
_TEXT_PX = 13
_FOCUSED = "QToolButton:focus {{ border: 1px solid {}; }}"
_PATIENCE_MS = 500
_MATRIX = "words.matrix"
_WHO = "wordsPanel"
_VIEWS = tuple(WordsView)


class WordsPanel(QWidget):
    """Lists the terms of this answer, of all, or those that are lit; each can be lit, found, and traced from here."""

    left = Signal()
    """Emitted when the keyboard should go back to the page."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._desk = desk
        self.setObjectName(_WHO)
        self.setAccessibleName(self.tr("Words"))
        self._counting = session.corpus.counting
        self._model = TermModel(session, self._counting, self)
        self.switch = Segments("wordsView", look, self)
        self.list = TermList(self._model, look, self)
        self.field = EntryField(self)
        self._order = self._make_button("wordsOrder", self._show_orders)
        self._matrix = self._make_matrix()
        self._hint = QLabel(self)
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waited = False
        self._speak()
        self._lay_out()
        self._wire()
        self._dress()
        self._draw()

    # -- building ---------------------------------------------------------------------------------------------

    def _make_button(self, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _make_matrix(self) -> QToolButton | None:
        """Return the button for all of it as a picture, where there is one."""
        if _MATRIX not in COMMANDS:
            return None
        button = self._make_button("wordsMatrix", self._show_matrix)
        button.setText(self.tr("Matrix"))
        button.setToolTip(without_mnemonic(COMMANDS[_MATRIX].plain_title))
        return button

    def _speak(self) -> None:
        self.switch.offer(self.tr("Whose words"), [self._title(view.value) for view in _VIEWS])
        self.switch.hold(_VIEWS.index(self._model.view))
        self.list.setAccessibleName(self.tr("Terms"))
        self.list.setAccessibleDescription(
            self.tr("Enter lights a term, Space goes to its next place, I lists all its places")
        )
        self.field.setObjectName("wordsFilter")
        self.field.setPlaceholderText(self.tr("Filter terms"))
        self.field.setAccessibleName(self.tr("Filter terms"))
        self._order.setToolTip(self.tr("In which order"))
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE_PX, 12, _RIGHT_PX, 0)
        head.addWidget(self.switch)
        head.addStretch()
        if self._matrix is not None:
            head.addWidget(self._matrix)
        tools = QHBoxLayout()
        tools.setContentsMargins(_SIDE_PX, 8, _RIGHT_PX, 4)
        tools.setSpacing(8)
        tools.addWidget(self.field, 1)
        tools.addWidget(self._order)
        line = QHBoxLayout()
        line.setContentsMargins(_SIDE_PX, 8, _RIGHT_PX, 4)
        line.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (head, tools, line):
            column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addStretch()

    def _wire(self) -> None:
        self.switch.chosen.connect(self._choose)
        self.list.turned.connect(self._turn)
        self.list.lighting.connect(self._session.lights.toggle)
        self.list.finding.connect(self._session.searching.go_on_to)
        self.list.tracing.connect(self._trace)
        self.list.asked_for_menu.connect(self._show_menu)
        self.field.textChanged.connect(self._filter)
        self.field.cancelled.connect(self._on_cancelled)
        self.field.accepted.connect(self._on_accepted)
        self._waiting.timeout.connect(self._on_waited)
        self._counting.changed.connect(self._draw)
        self._session.changed.connect(self._follow)
        self._look.changed.connect(self._dress)

    # -- drawing ----------------------------------------------------------------------------------------------

    def _follow(self, old: State, new: State) -> None:
        """Follow the answer, the script and the lights, while the panel is seen."""
        if not self.isVisible():
            return
        if old.document is not new.document or old.pane.answer != new.pane.answer:
            self._draw()
        elif old.focused_manner is not new.focused_manner:
            self._model.redraw()
        if old.lights.terms != new.lights.terms:
            self._model.relight()
            self._draw_hint()

    def _draw(self) -> None:
        self._model.refill()
        self._draw_hint()

    def _draw_hint(self) -> None:
        """Show the terms or, where there are none, a sentence that says why and what to do."""
        listed = self._model.terms > 0
        waiting = self._counting.busy and not self._model.is_counted and not self._lacks_lights
        if not waiting:
            self._waiting.stop()
            self._waited = False
        elif not self._waited and not self._waiting.isActive():
            self._waiting.start()
        if not listed and holds_keyboard(self.list):
            self._held.setFocus()
        self.list.setVisible(listed)
        words = "" if listed or (waiting and not self._waited) else self._sentence(waiting=waiting)
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self.setFocusProxy(self.list if listed else self._held)

    @property
    def _held(self) -> QToolButton:
        """The button of the view that is chosen."""
        return self.switch.buttons[_VIEWS.index(self._model.view)]

    @property
    def _lacks_lights(self) -> bool:
        """Whether the lit terms are asked for, and none is lit."""
        return self._model.view is WordsView.LIT and not self._session.state.lights.terms

    def _sentence(self, *, waiting: bool) -> str:
        state = self._session.state
        if state.document is None:
            return self.tr("Open a thread to see which words its authors use.")
        if waiting:
            return self.tr("Counting the words of all authors…")
        if self._counting.failed:
            return self.tr("The words of this thread could not be counted.")
        if self._lacks_lights:
            return self.tr("No word is lit. Select one on the page and press L, or click the ring before a term.")
        if self.field.text().strip():
            return self.tr("No term holds these words. Press Esc to see all again.")
        return self.tr("There are too few words here to tell which matter.") if self._model.is_counted else ""

    def _dress(self) -> None:
        tokens, font = self._look.tokens, self._look.interface_font(_TEXT_PX)
        dress(self._hint, font, f"color: {tokens.second};")
        self.switch.dress()
        self.field.setFont(font)
        for button in filter(None, (self._order, self._matrix)):
            sheet = f"QToolButton {{ color: {tokens.second}; padding: 3px 6px; border: 1px solid transparent; }}"
            dress(button, self._look.interface_font(SMALL_PX), f"{sheet} {_FOCUSED.format(tokens.accent)}")
        self._order.setText(self.tr("Sort"))
        self._model.redraw()
        self.update()

    # -- acting -----------------------------------------------------------------------------------------------

    def _choose(self, number: int) -> None:
        self.switch.hold(number)
        self._model.choose(_VIEWS[number])
        self._draw_hint()

    def _turn(self, by: int) -> None:
        self._choose((_VIEWS.index(self._model.view) + by) % len(_VIEWS))

    def _filter(self, words: str) -> None:
        self._model.look_for(words)
        self._draw_hint()

    def _on_cancelled(self) -> None:
        """Show all terms again; leave where all are shown."""
        if self.field.text():
            self.field.clear()
        else:
            self.left.emit()

    def _on_accepted(self, _words: str) -> None:
        if self._model.terms:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_waited(self) -> None:
        self._waited = True
        self._draw_hint()

    def _trace(self, term: str, author: str | None) -> None:
        """List the places of `term`, of one author or of all."""
        self._desk.panels.show_concordance(term, author)

    def _show_menu(self, term: str, place: QPoint) -> None:
        lit = self._model.index(self._model.row_of(term)).data(TermRole.SLOT) is not None
        term_menu(self._session, self._desk, self, term, lit=lit).popup(place)

    def _show_matrix(self) -> None:
        COMMANDS[_MATRIX].run(self._desk)

    def _show_orders(self) -> None:
        menu = CommandMenu(self._desk, self, self.tr("In which order"))
        for order in TermOrder:
            chosen = order is self._model.order
            menu.add_live(LiveEntry(self._title(order.value), partial(self._sort_by, order), checked=chosen))
        menu.popup(self._order.mapToGlobal(self._order.rect().bottomLeft()))

    def _sort_by(self, order: TermOrder) -> None:
        self._model.sort_by(order)
        self.list.scrollToTop()

    def _title(self, text: str) -> str:
        return QCoreApplication.translate("WordsPanel", text)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Have the words counted once all is painted that was shown with the panel."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._attend)

    def _attend(self) -> None:
        if self.isVisible():
            self._counting.attend(_WHO)
            self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Have nothing counted for a panel that nobody sees."""
        super().hideEvent(event)
        self._counting.leave(_WHO)

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a term and its bars are seen, and the head whole."""
        return QSize(max(_NARROWEST_PX, super().minimumSizeHint().width()), _NARROWEST_PX)
