"""Which line stands for which term: the lit terms in a row above the dispersion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.charts.fonts import NAME_PX
from desktop.ui.look.light_line import draw_light_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent

    from desktop.ui.look.look import Look
    from desktop.ui.look.theme import Tokens

_LINE_PX, _GAP_PX, _APART_PX = 24, 7, 20
_ROW_PX = 22
_SIDE_PX = 18


class KeyItem(NamedTuple):
    """One term with its line, and where it stands, in pixels from the upper left corner."""

    term: str
    slot: int
    place: QRectF


def key_items(terms: Sequence[str], slots: Sequence[int], font: QFont, width: float) -> list[KeyItem]:
    """Return the terms in as many rows as a `width` of so many pixels asks for."""
    metrics = QFontMetricsF(font)
    items: list[KeyItem] = []
    x, y = 0.0, 0.0
    for term, slot in zip(terms, slots, strict=True):
        wide = _LINE_PX + _GAP_PX + metrics.horizontalAdvance(term)
        if x and x + wide > width:
            x, y = 0.0, y + _ROW_PX
        items.append(KeyItem(term, slot, QRectF(x, y, wide, _ROW_PX)))
        x += wide + _APART_PX
    return items


def paint_key(painter: QPainter, items: Sequence[KeyItem], font: QFont, tokens: Tokens) -> None:
    """Paint `items` from the painter's origin on."""
    painter.setFont(font)
    for term, slot, place in items:
        y = place.center().y()
        draw_light_line(painter, slot, tokens.light(slot), place.left(), place.left() + _LINE_PX, y)
        painter.setPen(QColor(tokens.ink))
        words = place.adjusted(_LINE_PX + _GAP_PX, 0, _APART_PX, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, term)


def key_height(items: Sequence[KeyItem]) -> float:
    """Return how high all rows of `items` are, in pixels."""
    return items[-1].place.bottom() if items else 0.0


class LightsKey(QWidget):
    """Shows the lit terms with their lines, in as many rows as they need."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._terms: tuple[str, ...] = ()
        self._slots: tuple[int, ...] = ()
        self.setObjectName("dispersionKey")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lights(self, terms: tuple[str, ...], slots: tuple[int, ...]) -> None:
        """Show `terms`, each with the line of its slot."""
        self._terms, self._slots = terms, slots
        self.setAccessibleName(self.tr("Lit: {terms}").format(terms=", ".join(terms)))
        self.updateGeometry()
        self.update()

    def _items(self, width: int) -> list[KeyItem]:
        return key_items(self._terms, self._slots, self._look.frame_font(NAME_PX), width - 2 * _SIDE_PX)

    def hasHeightForWidth(self) -> bool:
        """Tell that it does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the rows are in a `width`, in pixels."""
        return round(key_height(self._items(width)))

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the terms and their lines."""
        painter = QPainter(self)
        painter.translate(_SIDE_PX, 0)
        paint_key(painter, self._items(self.width()), self._look.frame_font(NAME_PX), self._look.tokens)
