"""The line of a keyword's light: the same under the words on the page and under the term in its chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.ui.look.theme import LIGHT_LINES

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

LINE_PX = 2.0
_HEAVY_PX = 4.0
_DOUBLE_PX = 1.25
_GAP_PX = 3.0
_WAVE_PX = 6.0
_HEAVY_DOTS = (4, 4)
_DASHES = {Qt.PenStyle.DashLine: (6, 3), Qt.PenStyle.DotLine: (2, 2), Qt.PenStyle.DashDotLine: (7, 2, 2, 2)}


def draw_light_line(painter: QPainter, slot: int, color: QColor, left: float, right: float, y: float) -> None:
    """Draw the line of light `slot` from `left` to `right` with its middle at `y` (pixels of the painter)."""
    line = LIGHT_LINES[slot % len(LIGHT_LINES)]
    parted = line.double or line.below is not None
    width = _DOUBLE_PX if parted else _HEAVY_PX if line.heavy else LINE_PX
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, line.wave)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(color, line.pen, width))
    if line.wave:
        painter.drawPath(_wave(left, right, y))
    for level in (y - _GAP_PX / 2, y + _GAP_PX / 2) if parted else (() if line.wave else (y,)):
        if level > y and line.below is not None:
            painter.setPen(_pen(color, line.below, width))
        painter.drawLine(QPointF(left, level), QPointF(right, level))
    painter.restore()


def _pen(color: QColor, style: Qt.PenStyle, width: float) -> QPen:
    """Return a pen whose dashes are as long in a thin line as in a thick one: Qt counts them in pen widths."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if style in _DASHES:
        lengths = _HEAVY_DOTS if width == _HEAVY_PX else _DASHES[style]
        pen.setDashPattern([length / width for length in lengths])
    return pen


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, rise = left, -3.0
    while x < right:
        end = min(x + _WAVE_PX / 2, right)
        path.quadTo(QPointF((x + end) / 2, y + rise), QPointF(end, y))
        x, rise = end, -rise
    return path
