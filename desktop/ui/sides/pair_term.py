"""A word above two pages: with its places in each, and with the line of its light while it is lit."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.ui.look.light_line import draw_light_line
from desktop.ui.look.tooltip import as_tooltip
from desktop.ui.wording.foreign_words import as_menu_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look

TERM_PX = 26
_WORD_PX, _COUNT_PX = 13, 11
_SIDE_PX, _GAP_PX = 6, 4
_LONGEST_PX = 120
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ToldTerm(NamedTuple):
    """What a word above two pages shows: `term` as the source has it, `shown` in the script of the page in focus.

    `counts` are its places, one number where only one side has it; `told` says in words what they are. `slot` is
    that of its light, None while it isn't lit.
    """

    term: str
    shown: str
    counts: str
    told: str
    slot: int | None = None


class PairTermButton(QAbstractButton):
    """Shows a `ToldTerm`. It is checked while its word is lit, which only the session decides."""

    stepped = Signal(int)
    """Emitted with -1 or 1 for an arrow key."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.told = ToldTerm("", "", "", "")
        self.setObjectName("pairTerm")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_term(self, told: ToldTerm) -> None:
        """Show `told` from now on."""
        self.told = told
        self.setChecked(told.slot is not None)
        self.setText(as_menu_text(told.shown))
        lit = told.slot is not None
        action = self.tr("Click to put it out") if lit else self.tr("Click to light it")
        self.setAccessibleName(self.tr("{words}, lit").format(words=told.told) if lit else told.told)
        self.setAccessibleDescription(action)
        self.setToolTip(as_tooltip(f"{told.told}\n{action}"))
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the word (elided beyond 120 px) and its counts."""
        return QSize(2 * _SIDE_PX + self._word_width() + _GAP_PX + self._counts_width(), TERM_PX)

    def nextCheckState(self) -> None:  # noqa: N802 (Qt's name)
        """Stay: a click asks the session, and the session's answer is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, light with Enter; Space is the button's own."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word with its line, the counts, and a ring for who came by keyboard."""
        painter, tokens = QPainter(self), self._look.tokens
        lit, near = self.told.slot is not None, self.underMouse() or self.hasFocus()
        painter.setPen(QColor(tokens.accent if near else tokens.ink))
        painter.setFont(self._look.frame_font(_WORD_PX))
        word = QRectF(_SIDE_PX, 0, self._word_width(), TERM_PX)
        metrics = QFontMetricsF(self._look.frame_font(_WORD_PX))
        drawn = metrics.elidedText(self.told.shown, Qt.TextElideMode.ElideRight, word.width())
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, drawn)
        painter.setFont(self._look.frame_font(_COUNT_PX))
        painter.setPen(QColor(tokens.second))
        counts = QRectF(word.right() + _GAP_PX, 0, self._counts_width(), TERM_PX)
        painter.drawText(counts, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.told.counts)
        if self.told.slot is not None and lit:
            draw_light_line(
                painter, self.told.slot, tokens.light(self.told.slot), word.left(), word.right(), TERM_PX - 3
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)

    def _word_width(self) -> int:
        metrics = QFontMetricsF(self._look.frame_font(_WORD_PX))
        return min(ceil(metrics.horizontalAdvance(self.told.shown)), _LONGEST_PX)

    def _counts_width(self) -> int:
        return ceil(QFontMetricsF(self._look.frame_font(_COUNT_PX)).horizontalAdvance(self.told.counts))
