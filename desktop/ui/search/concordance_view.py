"""The concordance: below the page, every place of a word, aligned on it, with who wrote it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.ui.fields.entry import EntryField
from desktop.ui.fields.keyboard import goes_down
from desktop.ui.look.theme import dress
from desktop.ui.search.concordance_menus import author_menu, export_menu
from desktop.ui.search.flaw_words import flaw_words
from desktop.ui.search.kwic_delegate import ROW_PX, SIDE_PX
from desktop.ui.search.kwic_list import KwicList
from desktop.ui.search.kwic_model import KwicModel
from desktop.ui.search.mode_switches import ModeSwitches, quiet_switch
from desktop.ui.search.sort_heads import SortHeads
from desktop.ui.wording.foreign_words import as_menu_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.session import Session, State
    from desktop.session.search import Concordance, SearchKind
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look

_WAIT_MS = 150
_FIELD_PX, _FIELD_LEAST_PX, _FIELD_WIDTH_PX = 28, 90, 200
_FONT_PX, _COUNT_PX = 13, 12
_LEAST_PX, _FOOT_PX = 140, 8


class ConcordanceView(QWidget):
    """Shows the concordance of the state: a field to type another word in, what it lists, and the lines."""

    left = Signal()
    """Emitted when the keyboard should go to the page."""

    fitted = Signal()
    """Emitted when it would like to be higher or lower, for other lines."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look, self._desk = session, look, desk
        self.setObjectName("concordance")
        self._field = EntryField(self)
        self._field.setObjectName("concordanceField")
        self._field.setFixedHeight(_FIELD_PX)
        self._field.setMinimumWidth(_FIELD_LEAST_PX)
        self._field.setMaximumWidth(_FIELD_WIDTH_PX)
        self._switches = ModeSwitches(look, self)
        self._count = QLabel(self)
        self._count.setObjectName("concordanceCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._back = self._make_button("concordanceBack")
        self._author = self._make_button("concordanceAuthor")
        self._more = self._make_button("concordanceMore")
        self._close = self._make_button("concordanceClose")
        self._model = KwicModel(session, self)
        self._heads = SortHeads(look, self)
        self.lines = KwicList(self._model, look, self)
        """The list of the lines."""
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._entered = False  # Enter was pressed before what was typed had been found
        self._lay_out()
        self._wire()
        self.setFocusProxy(self._field)
        self._speak()
        self._dress()
        self._draw()

    # -- building ---------------------------------------------------------------------------------------------

    def _make_button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(SIDE_PX, 8, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        row.addWidget(self._switches)
        row.addWidget(self._count, 3)
        for button in (self._back, self._author, self._more, self._close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._heads)
        column.addWidget(self.lines, 1)

    def _wire(self) -> None:
        listing = self._session.searching.concordances
        self._field.textEdited.connect(self._on_edited)
        self._timer.timeout.connect(self._look_for)
        self._field.accepted.connect(self._accept)
        self._field.cancelled.connect(self.leave)
        self._field.installEventFilter(self)
        self._switches.changed.connect(self._look_as)
        self._heads.chosen.connect(listing.sort)
        self.lines.visited.connect(listing.visit)
        self.lines.entered.connect(self.left)
        self.lines.cancelled.connect(self.leave)
        self.lines.raised.connect(partial(self._field.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self.lines.stepped.connect(self._heads.step)
        self._back.clicked.connect(listing.go_back)
        self._author.clicked.connect(partial(self._pop_up, self._author))
        self._more.clicked.connect(partial(self._pop_up, self._more))
        self._close.clicked.connect(listing.close)
        self._session.changed.connect(self.render_state)
        self._look.changed.connect(self._dress)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the state."""
        if old.concordance is not new.concordance:
            self._draw()
        elif new.concordance is not None and (
            old.focused_manner is not new.focused_manner or old.lights.places is not new.lights.places
        ):
            self._model.refresh()
            self._draw_author()

    def _draw(self) -> None:
        shown = self._session.state.concordance
        if shown is None:
            self._timer.stop()
            self._entered = False
            self._model.show(None)
            return
        if not self._timer.isActive() and shown.query != self._field.text():
            self._field.setText(shown.query)
        self._switches.show_mode(shown.kind, concepts=shown.concepts)
        self._heads.show_order(shown.order)
        if self._model.show(shown) and not shown.under_way:
            self.fitted.emit()
        self.lines.stand_on(self._model.row_of(shown.place))
        self._back.setVisible(shown.origin is not None)
        self._author.setVisible(len(shown.counts) > 1 or shown.author is not None)
        self._more.setEnabled(bool(shown.lines))
        self._draw_count()
        self._draw_author()
        if self._entered and not shown.under_way:
            self._entered = False
            if self._field.hasFocus():
                self._go_down()

    def _draw_count(self) -> None:
        """Say how many places there are and of how many authors, or why there are none."""
        shown = self._session.state.concordance
        tokens, words, problem = self._look.tokens, "", False
        if shown is not None and shown.flaw is not None:
            words, problem = flaw_words(shown.flaw), True
        elif shown is not None and shown.under_way and not shown.lines:
            words = "…"
        elif shown is not None and shown.query.strip():
            problem = not shown.lines
            words = self._found(shown) if shown.lines else self.tr("Nothing found")
        self._count.setText(words)
        self._count.setToolTip(words)
        color = tokens.problem if problem else tokens.second
        dress(self._count, self._look.interface_font(_COUNT_PX), f"color: {color};")
        self._field.setAccessibleDescription(words)

    def _found(self, shown: Concordance) -> str:
        places = self.tr("%Ln place(s)", "", len(shown.lines))
        authors = self.tr("%Ln author(s)", "", 1 if shown.author is not None else len(shown.counts))
        return f"{places} · {authors}"

    def _draw_author(self) -> None:
        shown = self._session.state.concordance
        named = shown.author if shown is not None else None
        name = self.tr("All authors") if named is None else as_menu_text(self._session.shown(named), 16)
        self._author.setText(f"{name} ▾")

    def _dress(self) -> None:
        dress(self._field, self._look.interface_font(_FONT_PX), "QLineEdit { padding: 0 8px; }")
        for button in (self._back, self._author, self._more, self._close):
            quiet_switch(self._look, button)
        self._draw_count()
        self._model.refresh()
        self.update()

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Concordance"))
        self._field.setAccessibleName(self.tr("What to list"))
        self._field.setPlaceholderText(self.tr("Every place of …"))
        self.lines.setAccessibleName(self.tr("Places"))
        for button, words, tip in (
            (self._back, self.tr("Back"), self.tr("Back to where I was")),
            (self._author, "", self.tr("Whose words are listed")),
            (self._more, "⋯", self.tr("Copy or save the lines")),
            (self._close, "×", self.tr("Close the concordance (Esc)")),
        ):
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(tip or words)
        self._draw_count()
        self._draw_author()

    # -- acting -----------------------------------------------------------------------------------------------

    def take_keyboard(self) -> None:
        """Put the keyboard on the lines; on the field where there is nothing to list yet."""
        shown = self._session.state.concordance
        if shown is not None and shown.query.strip():
            self.lines.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close it, and lead back to where the reader was."""
        listing = self._session.searching.concordances
        self._timer.stop()
        listing.go_back()
        listing.close()
        self.left.emit()

    def _on_edited(self, _text: str) -> None:
        self._entered = False
        self._timer.start()

    def _look_for(self) -> None:
        self._timer.stop()
        self._session.searching.concordances.type(self._field.text())

    def _look_as(self, kind: SearchKind, concepts: bool) -> None:
        self._session.searching.concordances.look_as(kind, concepts=concepts)

    def _accept(self) -> None:
        """Go to the first place of what was typed, once it has been found."""
        self._look_for()
        shown = self._session.state.concordance
        self._entered = shown is not None and shown.under_way
        if not self._entered:
            self._go_down()

    def _go_down(self) -> None:
        """Put the keyboard on the lines, on the first of them if it was on none."""
        if self._model.rowCount():
            self.lines.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.lines.selectedIndexes():
                self._session.searching.concordances.visit(0)

    def _pop_up(self, button: QToolButton) -> None:
        made = author_menu if button is self._author else export_menu
        menu = made(self._session, self._desk, self)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    # -- Qt ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field down into the lines."""
        if watched is self._field and isinstance(event, QKeyEvent) and goes_down(event):
            self._accept()
            return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the height in which every line is seen."""
        above = super().sizeHint().height() - self.lines.sizeHint().height()
        return QSize(600, above + max(1, self._model.rowCount()) * ROW_PX + _FOOT_PX)

    def minimumSizeHint(self) -> QSize:
        """Return the least height in which lines are seen."""
        return QSize(0, _LEAST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame's own ground, and the hairline above."""
        painter, tokens = QPainter(self), self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.frame))
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.hairline))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
