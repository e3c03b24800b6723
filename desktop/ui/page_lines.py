"""The lines of one block of the page: how they are set, what a point among them means, how they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextLine, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QPainter, QTextBlock

_HERE = QPointF(0.0, 0.0)


class Form(NamedTuple):
    """What the lines of a block depend on, in pixels: `pitch` is their distance, `below` the room after the last."""

    indent: float
    pitch: float
    below: float


def form_of(block: QTextBlock, font: QFont) -> Form:
    """Return the form of a block, whose lines are as far apart as `font` wants them where nothing else is said."""
    form = block.blockFormat()
    return Form(form.textIndent(), form.lineHeight(QFontMetricsF(font).height(), 1.0), form.bottomMargin())


def set_lines(block: QTextBlock, form: Form, width: float) -> int:
    """Break a block into lines of `width` pixels and return how many they are."""
    layout = block.layout()
    layout.setTextOption(_option(block))
    left = form.indent if block.textDirection() is Qt.LayoutDirection.LeftToRight else 0.0
    indent, lines = form.indent, 0
    baseline = form.pitch * 4 / 5  # of a line of fixed height, as Qt's own layout has it
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - indent)
        rise = line.ascent() + max(line.leading(), 0.0)
        line.setPosition(QPointF(left, lines * form.pitch + baseline - rise))
        left, indent, lines = 0.0, 0.0, lines + 1
    layout.endLayout()
    return lines


def hit(block: QTextBlock, point: QPointF, accuracy: Qt.HitTestAccuracy) -> tuple[bool, int]:
    """Return whether there is a character at `point` (from the block's origin), and which offset is meant by it."""
    area, offset = block.layout().boundingRect(), 0
    if point.y() > area.bottom():
        return False, block.length()
    if point.y() < area.top():
        return False, 0
    for line in (block.layout().lineAt(index) for index in range(block.layout().lineCount())):
        area = line.naturalTextRect()
        if area.top() > point.y():
            return False, min(offset, line.textStart())
        if area.bottom() > point.y():
            return area.left() <= point.x() <= area.right(), line.xToCursor(point.x(), _edge(accuracy))
        offset = line.textStart() + line.textLength()
    return False, offset


def paint(
    painter: QPainter,
    block: QTextBlock,
    context: QAbstractTextDocumentLayout.PaintContext,
    clip: QRectF,
    caret_px: int,
) -> None:
    """Paint a block where it stands, with what `context` has selected of it, and the caret if it is there."""
    layout = block.layout()
    painter.setPen(context.palette.text().color())
    layout.draw(painter, _HERE, _selected(block, context), clip)
    caret = context.cursorPosition - block.position()
    if 0 <= caret < block.length():
        layout.drawCursor(painter, _HERE, caret, caret_px)


def _edge(accuracy: Qt.HitTestAccuracy) -> QTextLine.CursorPosition:
    if accuracy is Qt.HitTestAccuracy.ExactHit:
        return QTextLine.CursorPosition.CursorOnCharacter
    return QTextLine.CursorPosition.CursorBetweenCharacters


def _option(block: QTextBlock) -> QTextOption:
    """Return how the lines of a block are broken and aligned; Hebrew and Arabic begin on the right."""
    option = QTextOption(block.document().defaultTextOption())
    direction, alignment = block.textDirection(), block.blockFormat().alignment()
    if direction is Qt.LayoutDirection.RightToLeft and alignment == Qt.AlignmentFlag.AlignLeft:
        alignment = Qt.AlignmentFlag.AlignRight
    option.setTextDirection(direction)
    option.setAlignment(alignment)
    return option


def _selected(block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext) -> list[QTextLayout.FormatRange]:
    """Return what is selected of a block, by its own offsets."""
    ranges = list[QTextLayout.FormatRange]()
    for selection in context.selections:
        start = selection.cursor.selectionStart() - block.position()
        end = selection.cursor.selectionEnd() - block.position()
        if start < block.length() and end > max(0, start):
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, selection.format
            ranges.append(part)
    return ranges
