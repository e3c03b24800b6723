"""The switches that say what is looked for: whole words, a regular expression, all words for one thing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.session.search import SearchKind
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from desktop.ui.look.look import Look

_FONT_PX, _HEIGHT_PX, _GAP_PX = 12, 24, 4


def quiet_switch(look: Look, button: QToolButton, padding: int = 7) -> None:
    """Have `button` look like a switch that stands back: in the second ink, and in ink where it is on.

    `padding` is in pixels, at either side of its words.
    """
    tokens = look.tokens
    sheet = (
        f"QToolButton {{ color: {tokens.second}; padding: 2px {padding}px; border: 1px solid transparent; }}"
        f"QToolButton:hover {{ color: {tokens.ink}; }}"
        f"QToolButton:disabled {{ color: {tokens.hairline}; }}"
        f"QToolButton:focus {{ border: 1px solid {tokens.accent}; }}"
        f"QToolButton:checked {{ color: {tokens.ink}; background: {tokens.raised}; "
        f"border-bottom: 2px solid {tokens.accent}; border-bottom-left-radius: 0; border-bottom-right-radius: 0; }}"
    )
    dress(button, look.interface_font(_FONT_PX), sheet)


class ModeSwitches(QWidget):
    """Three switches in a row; of whole words and an expression at most one is on."""

    changed = Signal(SearchKind, bool)
    """Emitted with what the reader wants to be looked for, and whether with all other words for the same thing."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._kind, self._concepts = SearchKind.WORDS, True
        self._whole = self._make("searchWhole")
        self._expression = self._make("searchExpression")
        self._same = self._make("searchConcepts")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        for button in (self._whole, self._expression, self._same):
            row.addWidget(button)
        self._whole.clicked.connect(partial(self._choose, SearchKind.WHOLE))
        self._expression.clicked.connect(partial(self._choose, SearchKind.EXPRESSION))
        self._same.clicked.connect(self._turn_concepts)
        look.changed.connect(self._dress)
        self._speak()
        self._dress()
        self.show_mode(self._kind, concepts=self._concepts)

    def show_mode(self, kind: SearchKind, *, concepts: bool) -> None:
        """Show what holds."""
        self._kind, self._concepts = kind, concepts
        self._whole.setChecked(kind is SearchKind.WHOLE)
        self._expression.setChecked(kind is SearchKind.EXPRESSION)
        self._same.setChecked(concepts and kind is not SearchKind.EXPRESSION)
        self._same.setEnabled(kind is not SearchKind.EXPRESSION)

    def _make(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setFixedHeight(_HEIGHT_PX)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _choose(self, kind: SearchKind) -> None:
        """Look for what was switched on; for words as they are where it was switched off."""
        chosen = SearchKind.WORDS if self._kind is kind else kind
        self.show_mode(self._kind, concepts=self._concepts)
        self.changed.emit(chosen, self._concepts)

    def _turn_concepts(self) -> None:
        wanted = not self._concepts
        self.show_mode(self._kind, concepts=self._concepts)
        self.changed.emit(self._kind, wanted)

    def _speak(self) -> None:
        for button, words, tip in (
            (self._whole, self.tr("Whole Word"), self.tr("Only where it stands as a whole word")),
            (
                self._expression,
                self.tr(".*"),
                self.tr("A regular expression, as in Python; either script will do"),
            ),
            (
                self._same,
                self.tr("Same Meaning"),
                self.tr("With all other words for the same thing: 特朗普 and 川普"),
            ),
        ):
            button.setText(words)
            button.setToolTip(tip)

    def _dress(self) -> None:
        for button in (self._whole, self._expression, self._same):
            quiet_switch(self._look, button)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
