"""A chip: one keyword in the bar, an outline until it is lit, then on a ground of its own with its light's line."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.script import search_key
from desktop.ui.look.light_line import draw_light_line
from desktop.ui.look.tooltip import as_tooltip
from desktop.ui.wording.foreign_words import as_menu_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.look import Look

CHIP_PX = 24
_TERM_FONT_PX, _COUNT_FONT_PX = 13, 12
_SIDE_PX, _GAP_PX = 12, 4
_LONGEST_TERM_PX = 160
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Keyword:
    """What a chip shows: `term` as the source has it, `shown` in the script of the page.

    `count` is the places in this answer, `total` those in the thread (None: not counted); `slot` is its light's,
    None when it is not lit.
    """

    term: str
    shown: str
    count: int
    slot: int | None = None
    total: int | None = None


def in_place(keywords: Sequence[Keyword], before: Sequence[Keyword]) -> tuple[Keyword, ...]:
    """Return `keywords` with those that stood in the row `before` in their old places.

    Of those that are new, the lit ones come in front, for the reader asked for them, and the others last. A chip that
    moved when it is clicked would put another one under the mouse.
    """
    places = {search_key(keyword.term): place for place, keyword in enumerate(before)}

    def place(keyword: Keyword) -> int:
        return places.get(search_key(keyword.term), len(before) if keyword.slot is None else -1)

    return tuple(sorted(keywords, key=place))


class Chip(QAbstractButton):
    """A button that shows a `Keyword`. It is checked while its keyword is lit, which only the session decides."""

    stepped = Signal(int)
    """Emitted with -1 or 1 for an arrow key."""

    discarded = Signal()
    """Emitted for the Delete key and the middle mouse button on a lit chip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.keyword = Keyword("", "", 0)
        self.setObjectName("keywordChip")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click leaves the keyboard on the page; the bar decides which chip Tab stops at.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_keyword(self, keyword: Keyword) -> None:
        """Show `keyword` from now on."""
        self.keyword = keyword
        self.setChecked(keyword.slot is not None)
        self.setText(as_menu_text(keyword.shown))
        self.setAccessibleName(self._spoken())
        self.setAccessibleDescription(self._hint())
        self.setToolTip(as_tooltip(self._hint()))
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the term (elided beyond 160 px), its count and the ends."""
        return QSize(2 * _SIDE_PX + self._term_width() + _GAP_PX + self._count_width(), CHIP_PX)

    def nextCheckState(self) -> None:  # noqa: N802 (Qt's name)
        """Stay: a click asks the session, and the session's answer is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows, put out with Delete, toggle with Enter; Space is the button's own."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key is Qt.Key.Key_Delete and self.isChecked():
            self.discarded.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the light out with the middle button."""
        if event.button() is Qt.MouseButton.MiddleButton and self.isChecked():
            self.discarded.emit()
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_keyword(self.keyword)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the term with its line, and the count."""
        painter = QPainter(self)
        self._paint_ground(painter)
        tokens = self._look.tokens
        lit = self.keyword.slot is not None
        painter.setPen(QColor(tokens.ink if (lit and self.keyword.count) or self.underMouse() else tokens.second))
        painter.setFont(self._look.frame_font(_TERM_FONT_PX))
        term = QRectF(_SIDE_PX, 0, self._term_width(), CHIP_PX)
        painter.drawText(term, Qt.AlignmentFlag.AlignCenter, self.drawn)
        painter.setFont(self._look.frame_font(_COUNT_FONT_PX))
        count = term.adjusted(term.width() + _GAP_PX, 0, _GAP_PX + self._count_width(), 0)
        painter.drawText(count, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.keyword.count))
        if self.keyword.slot is not None:
            color = tokens.light(self.keyword.slot)
            draw_light_line(painter, self.keyword.slot, color, term.left(), term.right(), CHIP_PX - 4)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.keyword.slot is not None
        edge = tokens.accent if self.hasFocus() else tokens.second if self.underMouse() else tokens.hairline
        bare = lit and not (self.hasFocus() or self.underMouse())
        painter.setPen(QPen(Qt.PenStyle.NoPen) if bare else QPen(QColor(edge), 1))
        painter.setBrush(QColor(tokens.raised) if lit else Qt.BrushStyle.NoBrush)
        inset = 0.0 if bare else 0.5
        ground = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)

    @property
    def drawn(self) -> str:
        """The term as it is drawn: whole, or ending in … where it is longer than a chip may be."""
        metrics = QFontMetricsF(self._look.frame_font(_TERM_FONT_PX))
        return metrics.elidedText(self.keyword.shown, Qt.TextElideMode.ElideRight, self._term_width())

    def _term_width(self) -> int:
        """Return the room of the term in pixels: rounded up, for in less than its width Qt elides it."""
        metrics = QFontMetricsF(self._look.frame_font(_TERM_FONT_PX))
        return min(ceil(metrics.horizontalAdvance(self.keyword.shown)), _LONGEST_TERM_PX)

    def _count_width(self) -> int:
        return QFontMetrics(self._look.frame_font(_COUNT_FONT_PX)).horizontalAdvance(str(self.keyword.count))

    def _spoken(self) -> str:
        """Return the whole chip in words, for a screen reader."""
        places = self.tr("%Ln place(s)", "", self.keyword.count)
        if self.keyword.slot is None:
            return self.tr("Keyword {term}, {places}").format(term=self.keyword.shown, places=places)
        return self.tr("Keyword {term}, {places}, lit").format(term=self.keyword.shown, places=places)

    def _hint(self) -> str:
        """Return the tooltip: the term, where it stands, and what a click does."""
        here = self.tr("%Ln place(s) in this answer", "", self.keyword.count)
        if self.keyword.slot is None:
            return self.tr("{term}: {here}\nClick to light it").format(term=self.keyword.shown, here=here)
        total = self.tr("%Ln in the thread", "", self.keyword.total or 0)
        words = self.tr("{term}: {here}, {total}\nClick to put it out")
        return words.format(term=self.keyword.shown, here=here, total=total)
