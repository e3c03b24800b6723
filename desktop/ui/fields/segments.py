"""A row of choices of which one holds, as buttons side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.theme import dress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.look.look import Look

_GAP_PX = 2
_SHEET = (
    "QToolButton {{ color: {second}; padding: 3px 7px; border: 1px solid transparent; }}"
    "QToolButton:checked {{ color: {ink}; background: {raised}; border: 1px solid {hairline}; }}"
    "QToolButton:focus {{ border: 1px solid {accent}; }}"
)


class Segments(QWidget):
    """Offers choices by their number; `chosen` is emitted when the reader takes another one.

    Tab stops at the one that holds, arrows go from one to the next.
    """

    chosen = Signal(int)

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP_PX)
        self._group = QButtonGroup(self)
        self.buttons: list[QToolButton] = []

    def offer(self, title: str, words: Sequence[str], tips: Sequence[str] = ()) -> None:
        """Offer the choices that `words` name; each may have a tooltip. A screen reader calls the row `title`."""
        while len(self.buttons) < len(words):
            self._add(len(self.buttons))
        self.setAccessibleName(title)
        for number, (button, word) in enumerate(zip(self.buttons, words, strict=True)):
            button.setText(word)
            button.setAccessibleName(f"{title}: {word}")
            button.setToolTip(tips[number] if tips else "")
        self.dress()

    def hold(self, number: int) -> None:
        """Show that the choice `number` holds."""
        self.buttons[number].setChecked(True)

    def dress(self) -> None:
        """Wear the theme and the font of the interface."""
        tokens = self._look.tokens
        sheet = _SHEET.format(
            second=tokens.second, ink=tokens.ink, raised=tokens.raised, hairline=tokens.hairline, accent=tokens.accent
        )
        font = self._look.interface_font(SMALL_PX)
        for button in self.buttons:
            dress(button, font, sheet)

    def _add(self, number: int) -> None:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self._choose, number))
        self._group.addButton(button, number)
        self._row.addWidget(button)
        self.buttons.append(button)

    def _choose(self, number: int) -> None:
        self.chosen.emit(number)
