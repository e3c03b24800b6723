"""The head of two pages: what both authors speak of in the middle, what only one does at either side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from desktop.script import Script, search_key
from desktop.session.panes import is_one_in_two_scripts
from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.theme import dress
from desktop.ui.look.tooltip import as_tooltip
from desktop.ui.sides.pair_term import PairTermButton, ToldTerm
from desktop.ui.wording.foreign_words import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.keywords import PairTerm
    from desktop.session import Session, State
    from desktop.ui.look.look import Look

_EDGE_PX, _GAP_PX, _FOLD_PX = 16, 4, 24
_BETWEEN_PX = 28
_NAMED_PX = 150
"""How wide the words before a group may be at most."""


class _Group:
    """Some words in a row behind a caption: those of both, or those of one side."""

    def __init__(self, head: PairHead, name: str) -> None:
        self.caption = QLabel(head)
        self.caption.setObjectName(name)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption_px = 0
        self.words = ""
        self.terms: Sequence[ToldTerm] = ()
        self.buttons: list[PairTermButton] = []

    def shown(self) -> list[PairTermButton]:
        return [button for button in self.buttons if not button.isHidden()]


class PairHead(QWidget):
    """One slim row above two pages. A click on a word lights it; Tab stops at one, and arrows walk all on show."""

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self.setObjectName("pairHead")
        self._left, self._middle, self._right = (
            _Group(self, f"pairHead.{name}") for name in ("left", "both", "right")
        )
        self._groups = (self._left, self._middle, self._right)
        self._fold = QToolButton(self)
        self._fold.setObjectName("pairHead.fold")
        self._fold.setText("×")
        self._fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._before: QWidget | None = None
        self._fold.clicked.connect(lambda: session.prefer(shared_shown=False))
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._dress()

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow which two are on show, their words, the lights, and the script in focus."""
        seen = zip(_seen(old), _seen(new), strict=True)
        if _sides(old) != _sides(new) or any(before is not after for before, after in seen):
            self._draw()

    def _dress(self) -> None:
        """Draw in the colours and fonts that are worn now, and in the language that is spoken."""
        self.setAccessibleName(self.tr("What both pages speak of"))
        self._fold.setToolTip(self.tr("Put this row away: it is in the menu View, Side by Side"))
        self._fold.setAccessibleName(self.tr("Put away what both speak of"))
        wanted = f"QToolButton {{ color: {self._look.tokens.second}; border: none; background: transparent; }}"
        dress(self._fold, self._look.interface_font(), wanted)
        for group in self._groups:
            dress(group.caption, self._look.interface_font(SMALL_PX), f"color: {self._look.tokens.second};")
        self._draw()

    def _draw(self) -> None:
        state = self._session.state
        if state.document is None or len(state.panes) < 2:
            return
        focused = next((button.told.term for button in self._buttons() if button.hasFocus()), None)
        if is_one_in_two_scripts(state):
            self._draw_scripts(state)
        else:
            self._draw_words(state)
        for group in self._groups:
            self._fill(group)
        self._arrange()
        if focused is not None:
            again = next((button for button in self._buttons() if button.told.term == focused), None)
            if again is not None:
                again.setFocus()

    def _draw_scripts(self, state: State) -> None:
        """Say over each page which script it is in."""
        names = {Script.TRADITIONAL: self.tr("Traditional"), Script.SIMPLIFIED: self.tr("Simplified")}
        for group, pane in zip((self._left, self._right), state.panes, strict=True):
            group.words, group.terms = names[state.manner_in(pane).shown_script], ()
        self._middle.words, self._middle.terms = "", ()

    def _draw_words(self, state: State) -> None:
        """Say what both authors speak of, and over each page what only that one does."""
        answers = tuple(pane.answer for pane in state.panes)
        names = [self._name(state, answer) for answer in answers]
        pair = state.lights.pair
        if pair is None or pair.answers != answers or len(set(answers)) < 2:
            for group in self._groups:
                group.words, group.terms = "", ()
            self._middle.words = "…" if len(set(answers)) > 1 else self.tr("One answer, twice")
            return
        lit = self._lit(state)
        told = [
            tuple(self._told(term, names, lit) for term in terms)
            for terms in (pair.terms.only_first, pair.terms.shared, pair.terms.only_second)
        ]
        self._left.terms, self._middle.terms, self._right.terms = told
        for group, name in zip((self._left, self._right), names, strict=True):
            group.words = self.tr("Only {name}:").format(name=name) if group.terms else ""
        self._middle.words = self.tr("Both:") if pair.terms.shared else self.tr("No word in common")

    def _name(self, state: State, answer: int) -> str:
        """Return what the author of an answer is called: the question's text has none, and some have no name."""
        one = state.document.answers[answer] if state.document is not None else None
        if one is None or one.is_question or not one.author:
            return self.tr("the question") if one is not None and one.is_question else self.tr("this answer")
        return one_line(self._session.shown(one.author))

    def _lit(self, state: State) -> dict[str, int]:
        from desktop.session.own.own_words import concepts_of

        concepts, terms = concepts_of(state), state.lights.terms
        return {form: light.slot for light in terms for form in concepts.forms(light.term)}

    def _told(self, term: PairTerm, names: Sequence[str], lit: dict[str, int]) -> ToldTerm:
        shown = one_line(self._session.shown(term.text))
        counts = [
            (name, self.tr("%Ln time(s)", "", number))
            for name, number in zip(names, (term.first, term.second), strict=True)
            if number
        ]
        if len(counts) == 2:
            told = self.tr("{term}: {first} says it {times}, {second} {more}").format(
                term=shown, first=counts[0][0], times=counts[0][1], second=counts[1][0], more=counts[1][1]
            )
        else:
            told = self.tr("{term}: {name} says it {times}, and nobody else of the two").format(
                term=shown, name=counts[0][0], times=counts[0][1]
            )
        numbers = " · ".join(str(number) for number in (term.first, term.second) if number)
        return ToldTerm(term.text, shown, numbers, told, lit.get(search_key(term.text)))

    def _fill(self, group: _Group) -> None:
        """Have a button show each word of a group."""
        while len(group.buttons) < len(group.terms):
            button = PairTermButton(self._look, self)
            button.clicked.connect(partial(self._light, button))
            button.stepped.connect(partial(self._step, button))
            group.buttons.append(button)
        for button, told in zip(group.buttons, group.terms, strict=False):
            if button.told != told:
                button.show_term(told)

    # -- where things are -------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Put the groups at the left, in the middle and at the right, each with the words that it has room for."""
        room = self.width() - 2 * _EDGE_PX - _FOLD_PX
        middle = self._width(self._middle, room * 2 // 5 if self._left.terms or self._right.terms else room // 2)
        side = (room - middle - 2 * _BETWEEN_PX) // 2
        left = self._width(self._left, side)
        right = self._width(self._right, side)
        end = self.width() - _EDGE_PX - _FOLD_PX
        self._place(self._left, _EDGE_PX)
        if self._middle.terms or self._left.terms or self._right.terms:
            centre = min(max((self.width() - middle) // 2, _EDGE_PX + left + _BETWEEN_PX), end - right - middle)
            self._place(self._right, end - right)
        else:
            centre = (self.width() - middle) // 2
            self._place(self._right, self._beginning_of_right())
        self._place(self._middle, centre)
        self._fold.setGeometry(self.width() - _FOLD_PX - 4, (self.height() - _FOLD_PX) // 2, _FOLD_PX, _FOLD_PX)
        self._settle_tab_stop()

    def _beginning_of_right(self) -> int:
        """Return where the words over the right page begin."""
        state = self._session.state
        return round(self.width() * state.preferences.left_share / 1000) + _EDGE_PX

    def _caption_width(self, group: _Group, most: int) -> int:
        """Return how wide a caption is within `most` pixels, of which the words behind it get half."""
        metrics = QFontMetrics(group.caption.font())
        return min(metrics.horizontalAdvance(group.words) + 2, _NAMED_PX, max(0, most // 2 if group.terms else most))

    def _width(self, group: _Group, most: int) -> int:
        """Show as many words of a group as fit in `most` pixels; return how wide it is then."""
        used = group.caption_px = self._caption_width(group, most)
        is_full = False
        for number, button in enumerate(group.buttons):
            fits = number < len(group.terms) and not is_full and used + _GAP_PX + button.width() <= most
            is_full = is_full or not fits
            button.setVisible(fits)
            used += _GAP_PX + button.width() if fits else 0
        return used

    def _place(self, group: _Group, x: int) -> None:
        width = group.caption_px
        metrics = QFontMetrics(group.caption.font())
        elided = metrics.elidedText(group.words, Qt.TextElideMode.ElideMiddle, width)
        group.caption.setText(elided)
        group.caption.setToolTip(as_tooltip(group.words) if elided != group.words else "")
        group.caption.setAccessibleName(group.words)
        group.caption.setGeometry(x, 0, width, self.height() - 1)
        x += width
        for button in group.shown():
            button.move(x + _GAP_PX, (self.height() - button.height()) // 2)
            x += _GAP_PX + button.width()

    def come_after(self, page: QWidget | None) -> None:
        """Have Tab lead from `page`, the right one, to the words, and on to what puts them away; None: it is gone."""
        self._before = page
        self._settle_tab_stop()

    def _settle_tab_stop(self) -> None:
        """Let Tab stop once at the words: where the keyboard is, else at the first of both, or of the left."""
        shown = self._shown()
        first = (self._middle.shown() or shown)[:1]
        stop = next((button for button in shown if button.hasFocus()), first[0] if first else None)
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus)
        if self._before is not None:
            last = self._before
            for widget in (*((stop,) if stop is not None else ()), self._fold):
                self.setTabOrder(last, widget)
                last = widget

    def _buttons(self) -> list[PairTermButton]:
        return [button for group in self._groups for button in group.buttons]

    def _shown(self) -> list[PairTermButton]:
        return [button for group in self._groups for button in group.shown()]

    # -- acting -----------------------------------------------------------------------------------------------

    def _light(self, button: PairTermButton) -> None:
        self._session.lights.toggle(button.told.term)

    def _step(self, button: PairTermButton, by: int) -> None:
        shown = self._shown()
        index = shown.index(button) + by
        if 0 <= index < len(shown):
            shown[index].setFocus(Qt.FocusReason.TabFocusReason)
            self._settle_tab_stop()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline between this row and the pages."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(self._look.tokens.hairline))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._dress()
        super().changeEvent(event)


def _seen(state: State) -> tuple[object, ...]:
    """Return what of `state` the row is drawn from."""
    return state.document, state.manner, state.focused_manner, state.lights, state.own, state.preferences


def _sides(state: State) -> list[tuple[int, Script | None]]:
    return [(pane.answer, pane.script) for pane in state.panes]
