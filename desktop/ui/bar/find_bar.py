"""The find bar: looks for words in either script while they are typed, and walks from one place to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.ui.fields.entry import EntryField
from desktop.ui.look.theme import dress, wear

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_WAIT_MS = 150
_WIDTH_PX, _HEIGHT_PX = 192, 28
_LEAST_PX = 128
_STEP_PX, _GAP_PX = 24, 2
_AUTHOR_PX = 112
"""The room for an author's name while places are walked through."""
_LEAST_WORDS_PX = 56
"""Words that are looked for are seen before anything else in the field."""
_FONT_PX, _COUNT_FONT_PX = 13, 12


class FindBar(QWidget):
    """A field that searches as it is typed in, with two buttons beside it that step while something is looked for.

    Inside it are the author in whose answer the place is, which of how many places it is, and a way to clear it.
    """

    left = Signal()
    """Emitted when the reader is done with it, so that the window can take the keyboard back to the page."""

    widened = Signal()
    """Emitted when it would like to be wider or narrower, so that the bar shares out its room anew."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._is_named = False
        self.setObjectName("findBar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._field = self._make_field()
        self._count = QLabel(self._field)
        self._count.setObjectName("findCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._author = QLabel(self._field)
        self._author.setObjectName("findAuthor")
        self._author.setTextFormat(Qt.TextFormat.PlainText)
        self._author.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = self._make_clear()
        self._back = self._make_step("findPrevious", "\N{UPWARDS ARROW}", -1)
        self._on = self._make_step("findNext", "\N{DOWNWARDS ARROW}", 1)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._look_for)
        self._lay_out()
        self.setFocusProxy(self._field)
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._speak()
        self._draw_all()

    # -- building ---------------------------------------------------------------------------------------------

    def _make_field(self) -> EntryField:
        field = EntryField(self)
        field.setObjectName("findField")
        field.setFixedHeight(_HEIGHT_PX)
        field.textEdited.connect(self._on_edited)
        field.accepted.connect(self._on_accepted)
        field.turned_back.connect(self._on_turned_back)
        field.cancelled.connect(self._leave)
        return field

    def _make_clear(self) -> QToolButton:
        button = QToolButton(self._field)
        button.setObjectName("findClear")
        button.setText("×")
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_cleared)
        return button

    def _make_step(self, name: str, sign: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(sign)
        button.setFixedSize(_STEP_PX, _HEIGHT_PX)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._step, by))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        row.addWidget(self._field, 1)
        row.addWidget(self._back)
        row.addWidget(self._on)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the search, also one that began elsewhere; what waits to be looked for stays with its document."""
        if old.document is not new.document:
            self._timer.stop()
        if old.search is not new.search or old.pane.hit != new.pane.hit or old.search_mode is not new.search_mode:
            self._draw_all()
        elif old.focused_manner is not new.focused_manner or old.document is not new.document:
            self._draw_count()

    def _draw_all(self) -> None:
        search = self._session.state.search
        query = search.query if search else ""
        if query != self._field.text() and not self._timer.isActive():
            self._field.setText(query)
        self._draw_count()
        self._dress()

    def _draw_count(self) -> None:
        """Show which of the places this is, and in whose answer; without any, 0. Of notes: in how many it is."""
        search = self._session.state.search
        words = ""
        if search is not None and search.query.strip():
            hit, mode = self._session.state.pane.hit, self._session.state.search_mode
            in_notes = mode is not None and mode.scope == "notes"
            here = f"{hit + 1} / " if hit is not None and not in_notes else ""
            count = len(search.notes if in_notes else search.hits)
            words = "…" if search.under_way else f"{here}{count}"
            words = " ".join((*self._mode(), words))
        author = self._whose()
        told = self.tr("Found: {count}").format(count=words) if words else ""
        self._count.setText(words)
        self._count.setVisible(bool(words))
        self._count.setAccessibleName(told)
        self._author.setAccessibleName(author)
        self._field.setAccessibleDescription(f"{told}, {author}" if author else told)
        self._clear.setVisible(bool(self._field.text()))
        for button in (self._back, self._on):
            button.setVisible(bool(words))
            button.setEnabled(search is not None and bool(search.hits))
        self.widened.emit()
        self._arrange()

    def _mode(self) -> list[str]:
        """Return in short how words are looked for, where that isn't plainly; the search panel is where it is set."""
        mode = self._session.state.search_mode
        if mode is None:
            return []
        kinds = {"whole": self.tr("Word"), "expression": self.tr(".*")}
        scopes = {"answer": self.tr("Answer"), "notes": self.tr("Notes")}
        return [*filter(None, (kinds.get(mode.kind), scopes.get(mode.scope)))]

    def _whose(self) -> str:
        """Return who wrote what the current place is in, as shown; "" where there is none."""
        state = self._session.state
        if state.document is None or state.search is None or state.pane.hit is None:
            return ""
        return self._session.shown(state.document.author_at(state.search.hits[state.pane.hit].start) or "")

    def _arrange(self) -> None:
        """Put the author, the count and the clear button inside the field, at its right end."""
        side = self._field.height() - 8
        right = self._field.width() - 4
        if self._clear.isVisibleTo(self._field):
            self._clear.setGeometry(right - side, 4, side, side)
            right -= side
        width = self._count.sizeHint().width() if self._count.text() else 0
        right -= width
        self._count.setGeometry(right - 2, 0, width, self._field.height())
        right -= self._place_author(right)
        self._field.setTextMargins(0, 0, self._field.width() - right, 0)

    def _place_author(self, right: int) -> int:
        """Put the author's name before `right` (pixels of the field) if there is room for it; return its width."""
        metrics, name = self._author.fontMetrics(), self._author.accessibleName()
        typed = max(_LEAST_WORDS_PX, self._field.fontMetrics().horizontalAdvance(self._field.text()) + 24)
        room = min(_AUTHOR_PX, right - typed)
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room - _GAP_PX) if name else ""
        self._author.setVisible(bool(words) and room > 3 * metrics.averageCharWidth())
        if not self._author.isVisibleTo(self._field):
            return 0
        self._author.setText(words)
        width = self._author.sizeHint().width() + 6
        self._author.setGeometry(right - width, 0, width - 6, self._field.height())
        return width

    def _dress(self) -> None:
        """Draw in the colours and fonts that are worn now; the edge says when nothing was found."""
        tokens = self._look.tokens
        edge = f"border: 1px solid {tokens.problem};" if self._in_vain else ""
        font, small = self._look.interface_font(_FONT_PX), self._look.interface_font(_COUNT_FONT_PX)
        dress(self._field, font, f"QLineEdit {{ padding: 0 8px; {edge} }}")
        dress(self._count, small, f"color: {tokens.problem if self._in_vain else tokens.second};")
        dress(self._author, small, f"color: {tokens.second};")
        for button in (self._back, self._on):
            dress(button, font, f"QToolButton {{ color: {tokens.second}; padding: 0; }}")
        wear(self._clear, f"QToolButton {{ color: {tokens.second}; padding: 0; }}")
        self._arrange()

    @property
    def _in_vain(self) -> bool:
        """Whether what was looked for is nowhere."""
        search = self._session.state.search
        found = search is not None and (search.hits or search.notes or search.under_way)
        return search is not None and bool(search.query.strip()) and not found

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Find"))
        self._field.setAccessibleName(self.tr("Find"))
        self._field.setPlaceholderText(self.tr("Find, in either script"))
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search (Esc)"))
        if self._is_named:
            self._name_steps()

    def complete(self) -> None:
        """Have the buttons that step say, from now on, what they do and by which keys."""
        self._is_named = True
        self._name_steps()

    def _name_steps(self) -> None:
        from desktop.ui.commands.actions import keys_text
        from desktop.ui.look.tooltip import as_tooltip

        for button, name, keys in (
            (self._back, self.tr("Previous place"), ("Shift+Return", "Shift+F3")),
            (self._on, self.tr("Next place"), ("Return", "F3")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(as_tooltip(f"{name} ({', '.join(map(keys_text, keys))})"))

    # -- acting -----------------------------------------------------------------------------------------------

    def open_with(self, text: str | None) -> None:
        """Take the keyboard, with everything selected; look for `text` unless it is None.

        Then what was looked for last is there again, its places found, and none gone to.
        """
        if text is not None:
            self._field.setText(text)
            self._look_for()
        elif self._session.state.search is None and self._session.searching.last:
            self._field.setText(self._session.searching.last)
            self._session.searching.look_for(self._field.text(), staying=True)
        self._session.finding.prefetch()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _on_edited(self, _text: str) -> None:
        self._clear.setVisible(bool(self._field.text()))
        self._arrange()
        self._session.finding.prefetch()
        self._timer.start()

    def _on_accepted(self, _text: str) -> None:
        self._step(1)

    def _on_turned_back(self) -> None:
        self._step(-1)

    def _on_cleared(self) -> None:
        self._field.clear()
        self._forget()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        """Go on to the next place, or look for what was typed if that has not been done yet."""
        search = self._session.state.search
        if search is None or search.query != self._field.text():
            self._look_for()
            self._session.searching.go_on()
        else:
            self._session.searching.step(by)

    def _look_for(self) -> None:
        """Look for what was typed; when all of it is taken back, so is the way to where it was found."""
        self._timer.stop()
        if self._field.text().strip():
            self._session.searching.look_for(self._field.text())
        else:
            self._session.searching.turn_back()
            self._draw_all()

    def _forget(self) -> None:
        self._timer.stop()
        self._session.searching.close()
        self._draw_all()

    def _leave(self) -> None:
        """Leave the page where the search began, unless the reader has gone on from there."""
        self._timer.stop()
        self._field.clear()
        self._session.searching.turn_back()
        self._draw_all()
        self.left.emit()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size that the bar would like: wider while places are walked through."""
        return QSize(_WIDTH_PX + self._extra + (_AUTHOR_PX if self._extra else 0), _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least size in which a count is seen beside words."""
        return QSize(_LEAST_PX + self._extra, _HEIGHT_PX)

    @property
    def _extra(self) -> int:
        """The width of the buttons that step, while they are there."""
        return 2 * (_STEP_PX + _GAP_PX) if self._on.isVisibleTo(self) else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with F3, also where no window gives that key a meaning."""
        if event.key() == Qt.Key.Key_F3:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the field's end."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
