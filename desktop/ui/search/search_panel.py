"""The search panel: a field, where and how is searched, and what was found under the names of its authors."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.session.search import SearchKind, SearchScope
from desktop.ui.fields.entry import EntryField
from desktop.ui.fields.keyboard import goes_down
from desktop.ui.look.theme import dress
from desktop.ui.search.flaw_words import flaw_words
from desktop.ui.search.mode_switches import ModeSwitches, quiet_switch
from desktop.ui.search.result_list import ResultList
from desktop.ui.search.result_model import ResultModel

if TYPE_CHECKING:
    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_WAIT_MS = 150
_NARROWEST_PX = 220
_SIDE_PX, _RIGHT_PX, _GAP_PX = 18, 14, 4
_FIELD_PX, _BUTTON_PX = 30, 24
_INSIDE_PX = 8
"""Between the edge of a switch and its words, which stand below those of the field."""
_FONT_PX, _COUNT_PX = 13, 12
_SCOPES = (SearchScope.ANSWER, SearchScope.THREAD, SearchScope.NOTES)


class SearchPanel(QWidget):
    """Shows the search of the state, which the find bar shares. Typing here leaves the page where it is."""

    left = Signal()
    """Emitted when the keyboard should go to the page."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self.setObjectName("searchPanel")
        self._field = EntryField(self)
        self._field.setObjectName("searchField")
        self._field.setFixedHeight(_FIELD_PX)
        self._switches = ModeSwitches(look, self)
        self._scopes = {scope: self._make(f"searchScope.{scope.value}", checkable=True) for scope in _SCOPES}
        self._count = QLabel(self)
        self._count.setObjectName("searchCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        self._return = self._make("searchBack")
        self._previous, self._next = self._make("searchPrevious"), self._make("searchNext")
        self._model = ResultModel(session, self)
        self.results = ResultList(self._model, look, self)
        """The list of what was found."""
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._entered = False  # Enter was pressed before what was typed had been found
        self._lay_out()
        self._wire()
        self.setFocusProxy(self._field)
        self._speak()
        self._dress()
        self._draw()

    # -- building ---------------------------------------------------------------------------------------------

    def _make(self, name: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(checkable)
        button.setFixedHeight(_BUTTON_PX)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        where, told = QHBoxLayout(), QHBoxLayout()
        for row in (where, told):
            row.setSpacing(_GAP_PX)
        where.setContentsMargins(-_INSIDE_PX, 0, 0, 0)
        for button in self._scopes.values():
            where.addWidget(button)
        where.addStretch()
        how = QHBoxLayout()
        how.setContentsMargins(-_INSIDE_PX, 0, 0, 0)
        how.addWidget(self._switches)
        how.addStretch()
        told.addWidget(self._count, 1)
        for button in (self._return, self._previous, self._next):
            told.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE_PX, 12, _RIGHT_PX, 4)
        head.setSpacing(6)
        head.addWidget(self._field)
        for row in (where, how, told):
            head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.results, 1)

    def _wire(self) -> None:
        searching = self._session.searching
        self._field.textEdited.connect(self._on_edited)
        self._timer.timeout.connect(self._look_for)
        self._field.accepted.connect(self._accept)
        self._field.turned_back.connect(partial(searching.step, -1, going_on=False))
        self._field.cancelled.connect(self.leave)
        self._field.installEventFilter(self)
        self._switches.changed.connect(self._look_as)
        for scope, button in self._scopes.items():
            button.clicked.connect(partial(self._look_in, scope))
        self._return.clicked.connect(searching.go_back)
        self._previous.clicked.connect(partial(searching.step, -1, going_on=False))
        self._next.clicked.connect(partial(searching.step, 1, going_on=False))
        self.results.visited.connect(self._visit)
        self.results.entered.connect(self._enter)
        self.results.cancelled.connect(self.leave)
        self.results.raised.connect(partial(self._field.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self._session.changed.connect(self.render_state)
        self._look.changed.connect(self._dress)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the search, also one that began in the find bar."""
        if old.document is not new.document:
            self._timer.stop()
            self._model.show(None)
        if old.search is not new.search or old.search_mode is not new.search_mode or old.document is not new.document:
            self._draw()
        elif old.focused_manner is not new.focused_manner:
            self._model.refresh()
        elif old.panes is not new.panes:
            self._draw_place()

    def _draw(self) -> None:
        search, mode = self._session.state.search, self._session.searching.mode
        query = search.query if search is not None else ""
        if query != self._field.text() and not self._timer.isActive():
            self._field.setText(query)
        self._switches.show_mode(mode.kind, concepts=mode.concepts)
        for scope, button in self._scopes.items():
            button.setChecked(scope is mode.scope)
        if search is None or not search.under_way:  # what was found for the letters before stays meanwhile
            self._model.show(search)
        self._draw_count()
        self._draw_place()
        if self._entered and (search is None or not search.under_way):
            self._entered = False
            if self._field.hasFocus():
                self._go()

    def _draw_count(self) -> None:
        """Say how many places there are, and of how many authors, or why there are none."""
        search, words, problem = self._session.state.search, "", False
        if search is not None and search.flaw is not None:
            words, problem = flaw_words(search.flaw), True
        elif search is not None and search.under_way:
            words = "…"
        elif search is not None and search.query.strip():
            words, problem = self._found(len(search.hits), len(search.notes)), not (search.hits or search.notes)
        tokens = self._look.tokens
        color = tokens.problem if problem else tokens.second
        self._count.setText(words)
        dress(self._count, self._look.interface_font(_COUNT_PX), f"color: {color};")
        self._field.setAccessibleDescription(words)
        some = search is not None and bool(search.hits)
        for button in (self._previous, self._next):
            button.setVisible(some)

    def _found(self, places: int, notes: int) -> str:
        if notes:
            return self.tr("%Ln note(s)", "", notes)
        if not places:
            return self.tr("Nothing found")
        told, authors = self.tr("%Ln place(s)", "", places), self.tr("%Ln author(s)", "", self._model.authors)
        return f"{told} · {authors}"

    def _draw_place(self) -> None:
        """Mark the row of the place that was gone to, and offer the way back from there."""
        state = self._session.state
        self._return.setVisible(self._session.searching.leads_back)
        if state.search is not None and not state.search.notes:
            self.results.stand_on(self._model.row_of(state.pane.hit))

    def _dress(self) -> None:
        dress(self._field, self._look.interface_font(_FONT_PX), "QLineEdit { padding: 0 8px; }")
        for button in (*self._scopes.values(), self._return):
            quiet_switch(self._look, button)
        for button in (self._previous, self._next):
            quiet_switch(self._look, button, padding=4)
        self._draw_count()
        self._model.refresh()

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Search"))
        self._field.setAccessibleName(self.tr("Search"))
        self._field.setPlaceholderText(self.tr("Search, in either script"))
        self.results.setAccessibleName(self.tr("What was found"))
        scopes = {
            SearchScope.ANSWER: self.tr("Answer"),
            SearchScope.THREAD: self.tr("Thread"),
            SearchScope.NOTES: self.tr("Notes"),
        }
        tips = {
            SearchScope.ANSWER: self.tr("Search in this answer"),
            SearchScope.THREAD: self.tr("Search in the whole thread"),
            SearchScope.NOTES: self.tr("Search in your notes, their tags and quotes"),
        }
        for scope, button in self._scopes.items():
            button.setText(scopes[scope])
            button.setToolTip(tips[scope])
            button.setAccessibleName(tips[scope])
        for button, sign, name in (
            (self._return, self.tr("Back"), self.tr("Back to where I was")),
            (self._previous, "\N{UPWARDS ARROW}", self.tr("Previous place")),
            (self._next, "\N{DOWNWARDS ARROW}", self.tr("Next place")),
        ):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._draw_count()

    # -- acting -----------------------------------------------------------------------------------------------

    def open_with(self, text: str | None) -> None:
        """Take the keyboard, with everything selected; look for `text`, else for what was looked for last."""
        search = self._session.state.search
        if text is not None:
            self._field.setText(text)
            self._look_for()
        elif search is None and self._session.searching.last:
            self._field.setText(self._session.searching.last)
            self._look_for()
        self._session.finding.prefetch()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def leave(self) -> None:
        """Forget the search, and lead back to where it began unless the reader has gone on from there."""
        self._timer.stop()
        self._entered = False
        self._session.searching.turn_back()
        self.left.emit()

    def _on_edited(self, _text: str) -> None:
        self._entered = False
        self._session.finding.prefetch()
        self._timer.start()

    def _look_for(self) -> None:
        """Look for what was typed, and stay on the page where the reader is."""
        self._timer.stop()
        if self._field.text():
            self._session.searching.look_for(self._field.text(), staying=True)
        else:
            self._session.searching.turn_back()

    def _accept(self) -> None:
        """Go to the next place, once what was typed has been found."""
        search = self._session.state.search
        if search is None or search.query != self._field.text():
            self._look_for()
        search = self._session.state.search
        self._entered = search is not None and search.under_way
        if not self._entered:
            self._go()

    def _go(self) -> None:
        if self._model.note_at(0) is not None:
            self._visit(0)
        else:
            self._session.searching.step(1, going_on=False)

    def _look_as(self, kind: SearchKind, concepts: bool) -> None:
        searching = self._session.searching
        searching.look_as(replace(searching.mode, kind=kind, concepts=concepts))

    def _look_in(self, scope: SearchScope) -> None:
        searching = self._session.searching
        searching.look_as(replace(searching.mode, scope=scope))
        self._draw()  # a click turns the switch by itself

    def _go_down(self) -> None:
        """Put the keyboard on what was found, on the first of it if it was on none."""
        if self._timer.isActive():
            self._look_for()
        if not self._model.rowCount():
            return
        self.results.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.results.selectedIndexes():
            self.results.begin()

    def _visit(self, row: int) -> None:
        """Go to the place of a row, and come back here with the keyboard; or to the words of a note."""
        note, hit = self._model.note_at(row), self._model.hit_at(row)
        if note is not None:
            self._session.annotations.visit(note.id)
        elif hit is not None:
            self._session.searching.visit(hit)

    def _enter(self, row: int) -> None:
        """Open the note of a row, else go on from its place on the page."""
        note = self._model.note_at(row)
        self._visit(row)
        self._session.searching.go_on()
        if note is not None:
            self._session.annotations.edit(note.id)
        else:
            self.left.emit()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field down into what was found."""
        if watched is self._field and isinstance(event, QKeyEvent) and goes_down(event):
            self._go_down()
            return True
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a line can be read."""
        return QSize(max(_NARROWEST_PX, super().minimumSizeHint().width()), _NARROWEST_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
