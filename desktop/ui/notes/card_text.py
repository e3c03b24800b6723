"""Words on a card: broken into lines, all of them or a few at most, and how high they are.

The note editor breaks its lines by the same function, so that no word moves when a card is edited in its place.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from desktop.script import SeenText, fold
from desktop.text import Span, Utf16Map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor, QFont

_LEADING = 1.6
_NARROWEST_EM = 0.2
"""No character that takes room is narrower: so many at least are in a line that is full."""
_HALF_WIDTH = 0.5
_PARAGRAPH_END = re.compile("\r\n|[\n\r\N{PARAGRAPH SEPARATOR}]")
_UNBROKEN = re.compile(r"[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]{512}")
"""A run that may have no place to break: Qt looks for one from each line to the run's end, in quadratic time."""


def pitch_of(pixels: int) -> int:
    """Return how far apart lines of this size are: 1.6 of it, in whole pixels, for an editor counts in those."""
    return round(pixels * _LEADING)


def set_lines(layout: QTextLayout, width: int, pitch: int, most: int | None = None) -> int:
    """Break a layout into lines of `width` pixels, `pitch` apart, and return how many: no more than `most`.

    Each ends where the next begins, so that the layout is as high as they are together.
    """
    option, wrap = QTextOption(), QTextOption.WrapMode
    option.setWrapMode(wrap.WrapAnywhere if _UNBROKEN.search(layout.text()) else wrap.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    number = 0
    while most is None or number < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, (number + 1) * pitch - line.height()))
        number += 1
    layout.endLayout()
    return number


class CardPlace(NamedTuple):
    """A character: the number of its paragraph, and how many UTF-16 units of that stand before it."""

    paragraph: int
    unit: int


class Found(NamedTuple):
    """Words that are looked for, folded and in lower case, and the colour of the line round them, as on the page."""

    words: tuple[str, ...]
    color: QColor


class CardText:
    """Plain text in lines of `width` pixels, 1.6 of its size apart, all of them or `most`; then … ends a last one."""

    def __init__(self, words: str, font: QFont, width: int, most: int | None) -> None:
        self.words, self.font = words, font
        self._width = max(width, font.pixelSize())
        self._pitch = pitch_of(font.pixelSize())
        self._paragraphs: list[QTextLayout] = []
        self._firsts: list[int] = []
        self._boxes: dict[int, tuple[tuple[str, ...], tuple[QRectF, ...]]] = {}
        if most is None:
            self.whole, lines = True, self._set(words, None)
        else:
            enough = words[: math.ceil(most * self._width / (font.pixelSize() * _NARROWEST_EM)) + 1]
            lines = self._set(enough, most + 1)
            self.whole = lines <= most and len(enough) == len(words)
            if not self.whole:
                lines = min(self._set(self._cut(min(lines, most) - 1), most), most)
        self.height = lines * self._pitch

    def draw(self, painter: QPainter, place: QPointF, found: Found | None = None) -> None:
        """Draw with the painter's pen what is within its clip, if it has one; `place` is the upper left corner.

        A line is round words that were `found`.
        """
        clip = painter.clipBoundingRect()
        first, last = 0, len(self._paragraphs)
        if not clip.isEmpty():
            first = self._paragraph_at(clip.top() - place.y())
            last = self._paragraph_at(clip.bottom() - place.y()) + 1
        for number in range(first, last):
            layout = self._paragraphs[number]
            corner = place + QPointF(0, self._firsts[number] * self._pitch)
            layout.draw(painter, corner)
            if found:
                _draw_boxes(painter, self._boxes_of(number, found.words), corner, found.color)

    def at(self, height: float) -> CardPlace:
        """Return the first character of the line that is so many pixels below the upper edge."""
        number = self._paragraph_at(height)
        layout = self._paragraphs[number]
        line = int(height // self._pitch) - self._firsts[number]
        return CardPlace(number, layout.lineAt(max(0, min(line, layout.lineCount() - 1))).textStart())

    def top_of(self, place: CardPlace) -> int:
        """Return how many pixels below the upper edge the line of a character is."""
        number = min(place.paragraph, len(self._paragraphs) - 1)
        line = self._paragraphs[number].lineForTextPosition(place.unit)
        return (self._firsts[number] + (line.lineNumber() if line.isValid() else 0)) * self._pitch

    def _paragraph_at(self, height: float) -> int:
        return max(0, bisect_right(self._firsts, height // self._pitch) - 1)

    def _boxes_of(self, number: int, words: tuple[str, ...]) -> tuple[QRectF, ...]:
        """Return where `words` stand in the paragraph of this number; looked through once, not at each paint."""
        known = self._boxes.get(number)
        if known is None or known[0] != words:
            known = self._boxes[number] = words, tuple(_boxes(self._paragraphs[number], words))
        return known[1]

    def _set(self, words: str, most: int | None) -> int:
        """Break `words` into at most so many lines, and return how many these are."""
        self._paragraphs, self._firsts, lines = [], [], 0
        for paragraph in _PARAGRAPH_END.split(words):
            if most is not None and lines >= most:
                break
            layout = QTextLayout(paragraph, self.font)
            layout.setCacheEnabled(True)
            self._paragraphs.append(layout)
            self._firsts.append(lines)
            lines += set_lines(layout, self._width, self._pitch, None if most is None else most - lines)
        return lines

    def _cut(self, last: int) -> str:
        """Return the words up to the end of the line of this number, and an ellipsis in the place of the rest."""
        number = self._paragraph_at(last * self._pitch)
        layout = self._paragraphs[number]
        line = layout.lineAt(last - self._firsts[number])
        units = Utf16Map(layout.text())
        start = units.to_code_point(line.textStart())
        cut = layout.text()[start : units.to_code_point(line.textStart() + line.textLength())].rstrip() + "…"
        before = [each.text() for each in self._paragraphs[:number]]
        elided = QFontMetrics(self.font).elidedText(cut, Qt.TextElideMode.ElideRight, self._width)
        return "\n".join([*before, layout.text()[:start] + elided])


def _draw_boxes(painter: QPainter, boxes: tuple[QRectF, ...], corner: QPointF, color: QColor) -> None:
    """Draw a line round each of `boxes`, which are where they are in a paragraph drawn at `corner`."""
    painter.save()
    painter.setPen(QPen(color, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for box in boxes:
        painter.drawRect(box.translated(corner))
    painter.restore()


def _boxes(layout: QTextLayout, words: tuple[str, ...]) -> Iterator[QRectF]:
    """Yield where in a paragraph the `words` stand that are looked for, in either script; see `Found`."""
    text = layout.text()
    if len(text.lower()) != len(text):  # İ is two characters in lower case
        return
    seen, units = SeenText.of(text.lower()), Utf16Map(text)
    folded = fold(seen.text)
    for word in words:
        start = folded.find(word)
        while start >= 0:
            span = units.span_to_units(seen.to_source(Span(start, start + len(word))))
            yield from _places(layout, span.start, span.end)
            start = folded.find(word, start + len(word))


def _places(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Yield where in its paragraph a stretch of UTF-16 units stands, line by line."""
    number = layout.lineForTextPosition(start).lineNumber()
    while number < layout.lineCount() and layout.lineAt(number).textStart() < end:
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        left, right = (cast("tuple[float, int]", line.cursorToX(unit))[0] for unit in (first, last))
        yield QRectF(left, line.y() + 1, right - left, line.height() - 2)
        number += 1


def reckoned_height(words: str, pixels: int, width: int, most: int) -> int:
    """Return about how high `words` of this size are in `width` pixels, in at most `most` lines, without a font.

    A character of ASCII is taken to be half as wide as one of Chinese, which is as wide as the type is high.
    """
    lines, full = 0, max(1, width // pixels)
    if len(words) <= full and "\n" not in words:
        return pitch_of(pixels)
    for line in words[: 2 * most * full].split("\n"):
        narrow = len(line.encode("ascii", "ignore"))
        lines += max(1, math.ceil((len(line) - narrow * _HALF_WIDTH) / full))
        if lines >= most:
            break
    return min(lines, most) * pitch_of(pixels)
