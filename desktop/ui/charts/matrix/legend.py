"""What the shades of the heat map stand for: a strip of them, from nothing to the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.charts.matrix.heat_map import Shading, number_words
from desktop.ui.charts.matrix.shades import STEPS, least, shades
from desktop.ui.look.look import SMALL_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from desktop.ui.charts.matrix.heat_map import HeatMap
    from desktop.ui.look.look import Look
    from desktop.ui.look.theme import Tokens

SWATCH_PX, HIGH_PX = 18, 14
STRIP_PX = (STEPS + 1) * SWATCH_PX
"""How wide the strip is, in pixels."""
_GAP_PX = 6


class Legend(QWidget):
    """Shows the scale of a `HeatMap`."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._heat_map: HeatMap | None = None
        self.setObjectName("matrixLegend")

    def show_scale(self, heat_map: HeatMap) -> None:
        """Show the scale of `heat_map`."""
        self._heat_map = heat_map
        self.setToolTip(self._explained(heat_map))
        self.setAccessibleName(self.toolTip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the strip and the numbers at its ends."""
        metrics = QFontMetrics(self._look.interface_font(SMALL_PX))
        ends = sum(metrics.horizontalAdvance(words) for words in self._ends())
        return QSize(ends + STRIP_PX + 2 * _GAP_PX, max(HIGH_PX, metrics.height()) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return as much: half a scale tells nothing."""
        return self.sizeHint()

    def _ends(self) -> tuple[str, str]:
        return ("0", "") if self._heat_map is None else ends_of(self._heat_map)

    def _explained(self, heat_map: HeatMap) -> str:
        if heat_map.shading is Shading.TERM:
            return self.tr("The darkest shade has who says the term most; each row has a scale of its own.")
        begins = ", ".join(QLocale().toString(least(number, heat_map.most), "f", 1) for number in range(1, STEPS + 1))
        return self.tr("The shades begin above {numbers}.").format(numbers=begins)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the strip between its two ends."""
        painter = QPainter(self)
        font = self._look.interface_font(SMALL_PX)
        paint_legend(painter, self._ends(), self.rect(), font, self._look.tokens)


def ends_of(heat_map: HeatMap) -> tuple[str, str]:
    """Return what stands at both ends of the scale of `heat_map`."""
    return "0", "" if heat_map.shading is Shading.TERM else number_words(heat_map.most)


def paint_legend(painter: QPainter, ends: tuple[str, str], room: QRect, font: QFont, tokens: Tokens) -> None:
    """Paint the strip of shades from the left of `room` on, with `ends` before and behind it."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(tokens.second))
    left = room.left() + metrics.horizontalAdvance(ends[0]) + _GAP_PX
    y = room.center().y() - HIGH_PX // 2
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, ends[0])
    for number, shade in enumerate(shades(tokens)):
        painter.fillRect(QRect(left + number * SWATCH_PX, y, SWATCH_PX, HIGH_PX), QColor(shade.ground))
    right = left + STRIP_PX
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(tokens.hairline))
    painter.drawRect(QRect(left, y, right - left - 1, HIGH_PX - 1))
    painter.setPen(QColor(tokens.second))
    beyond = QRect(right + _GAP_PX, room.top(), max(0, room.right() - right), room.height())
    painter.drawText(beyond, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, ends[1])
