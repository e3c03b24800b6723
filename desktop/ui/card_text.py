"""Words on a card: broken into a few lines at most, and how high they are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from desktop.text import Utf16Map

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

_LEADING = 1.6
_NARROWEST_EM = 0.2
"""No character that takes room is narrower: so many at least are in a line that is full."""
_HALF_WIDTH = 0.5


class CardText:
    """Plain text in at most `most` lines of `width` pixels, 1.6 of its size apart; the last ends in … if cut."""

    def __init__(self, words: str, font: QFont, width: int, most: int) -> None:
        self.words, self.font = words, font
        width = max(width, font.pixelSize())
        enough = words[: math.ceil(most * width / (font.pixelSize() * _NARROWEST_EM)) + 1]
        self._layout = _laid_out(enough, font, width, most)
        self.whole = self._layout.lineCount() <= most and len(enough) == len(words)
        if not self.whole:
            self._layout = _laid_out(_cut(enough, self._layout, font, width, most), font, width, most)
        self.height = min(self._layout.lineCount(), most) * font.pixelSize() * _LEADING

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Draw with the painter's pen; `place` is the upper left corner."""
        self._layout.draw(painter, place)


def reckoned_height(words: str, pixels: int, width: int, most: int) -> float:
    """Return about how high `words` of this size are in `width` pixels, in at most `most` lines, without a font.

    A character of ASCII is taken to be half as wide as one of Chinese, which is as wide as the type is high.
    """
    lines, full = 0, max(1, width // pixels)
    if len(words) <= full and "\n" not in words:
        return pixels * _LEADING
    for line in words[: 2 * most * full].split("\n"):
        narrow = len(line.encode("ascii", "ignore"))
        lines += max(1, math.ceil((len(line) - narrow * _HALF_WIDTH) / full))
        if lines >= most:
            break
    return min(lines, most) * pixels * _LEADING


def _cut(words: str, layout: QTextLayout, font: QFont, width: int, most: int) -> str:
    """Return `words` up to the end of the last line there is room for, and an ellipsis in the place of the rest."""
    units = Utf16Map(words)
    last = layout.lineAt(min(most, layout.lineCount()) - 1)
    start = units.to_code_point(last.textStart())
    line = words[start : units.to_code_point(last.textStart() + last.textLength())].rstrip() + "…"
    return words[:start] + QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, width)


def _laid_out(words: str, font: QFont, width: int, most: int) -> QTextLayout:
    """Return `words` in lines of `width` pixels: `most` of them, and one more where there are more."""
    layout = QTextLayout(words.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    pitch = font.pixelSize() * _LEADING
    for number in range(most + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * pitch + (pitch - line.height()) / 2))
    layout.endLayout()
    return layout
