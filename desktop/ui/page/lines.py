"""The lines of one block of the page: how they are set, what a point among them means, how they are painted."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextLine, QTextOption

from desktop.ui.page.breaks import Breaks
from desktop.ui.page.stretch import format_range, gaps, shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QPainter, QTextBlock

    _Range = QTextLayout.FormatRange

_HERE = QPointF(0.0, 0.0)
_HAIR_PX = 1 / 32  # twice what Qt counts in: less isn't left over, and so much more makes room for what was measured
_TRIALS = 3
_LINE_ENDS = ("\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}")


class BlockForm(NamedTuple):
    """What the lines of a block depend on, in pixels: `pitch` is their distance, `below` the room after the last."""

    indent: float
    pitch: float
    below: float


class _Line(NamedTuple):
    """A ragged line: its positions (UTF-16), and in pixels the `room` there is, the width `taken` and its words'."""

    start: int
    end: int
    room: float
    taken: float
    natural: float
    wrap: QTextOption.WrapMode


def form_of(block: QTextBlock, font: QFont) -> BlockForm:
    """Return the form of a block, whose lines are as far apart as `font` wants them where nothing else is said."""
    form = block.blockFormat()
    return BlockForm(form.textIndent(), form.lineHeight(QFontMetricsF(font).height(), 1.0), form.bottomMargin())


def set_lines(block: QTextBlock, form: BlockForm, width: float) -> int:
    """Break a block into lines of `width` pixels and return how many they are.

    In a block that is to be justified, all lines but the last are stretched as far as `page_stretch` has it.
    """
    text, layout = block.text(), block.layout()
    breaks, option = Breaks(text), _option(block)
    if layout.formats():
        layout.clearFormats()
    lines = _break(layout, option, breaks, form, width)
    if block.blockFormat().alignment() & Qt.AlignmentFlag.AlignJustify:
        em = block.document().defaultFont().pixelSize()
        if not _justify(layout, option, lines, dict(_stretched(text, breaks, lines, em)), em):
            layout.clearFormats()
            lines = _break(layout, option, breaks, form, width)
    _place(layout, form, left=block.textDirection() is Qt.LayoutDirection.LeftToRight)
    return len(lines)


def _break(layout: QTextLayout, option: QTextOption, breaks: Breaks, form: BlockForm, width: float) -> list[_Line]:
    """Break a text into ragged lines."""
    lines, room = list[_Line](), width - form.indent
    wrap = usual = option.wrapMode()
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        start, taken = line.textStart(), room
        wanted = QTextOption.WrapMode.WrapAnywhere if breaks.is_far(start) else usual
        if wanted is not wrap:
            wrap = _wrap(layout, option, wanted)
        line.setLineWidth(room)
        end = start + line.textLength()
        if wrap is not usual and breaks.ends_run(end):
            wrap = _wrap(layout, option, usual)
            line.setLineWidth(room)
            end = start + line.textLength()
        if (better := breaks.better_end(start, end)) != end:
            taken = x_of(line, better) - line.x() + _HAIR_PX
            line.setLineWidth(taken)
            end = start + line.textLength()
        lines.append(_Line(start, end, room, taken, line.horizontalAdvance(), wrap))
        room = width
    layout.endLayout()
    return lines


def _wrap(layout: QTextLayout, option: QTextOption, mode: QTextOption.WrapMode) -> QTextOption.WrapMode:
    """Have the lines that are laid out from now on broken by `mode`; return it."""
    option.setWrapMode(mode)
    layout.setTextOption(option)
    return mode


def _stretched(text: str, breaks: Breaks, lines: list[_Line], em: float) -> Iterator[tuple[int, list[_Range]]]:
    """Yield the numbers of the lines that can be stretched to their whole width, with the formats that do it."""
    to_units, to_code_point = breaks.units.to_units, breaks.units.to_code_point
    for number, line in enumerate(lines[:-1]):
        left = line.room - line.natural
        start, end = to_code_point(line.start), to_code_point(line.end)
        if left < _HAIR_PX or text[end - 1 : end] in _LINE_ENDS:
            continue
        places = list(gaps(text, start, end))
        if (each := shares(places, left, em)) is not None:
            yield (
                number,
                [format_range(to_units(place.start), to_units(place.end), each[place.is_blank]) for place in places],
            )


def _justify(
    layout: QTextLayout, option: QTextOption, lines: list[_Line], stretched: dict[int, list[_Range]], em: float
) -> bool:
    """Lay `lines` out again, if any can be `stretched`; tell whether all of them are there then.

    A line that doesn't keep its words when it is stretched, as with some soft hyphens, stays ragged.
    """
    if not stretched:
        return True
    for _ in range(_TRIALS):
        failed = _fill(layout, option, lines, stretched, em)
        if failed is None:
            return True
        stretched.pop(failed, None)
    return False


def _fill(
    layout: QTextLayout, option: QTextOption, lines: list[_Line], stretched: dict[int, list[_Range]], em: float
) -> int | None:
    """Lay `lines` out again, some of them `stretched`; return the number of the first that then ends elsewhere."""
    layout.setFormats([part for parts in stretched.values() for part in parts])
    wrap, failed = _wrap(layout, option, lines[0].wrap), None
    layout.beginLayout()
    for number, wanted in enumerate(lines):
        line, length = layout.createLine(), wanted.end - wanted.start
        if wanted.wrap is not wrap:
            wrap = _wrap(layout, option, wanted.wrap)
        line.setLineWidth(wanted.room if number in stretched else wanted.taken)
        if line.textLength() < length:
            # Qt wants room for what the last glyph draws beyond its advance, which it may not have wanted before.
            line.setLineWidth(wanted.room + em / 8)
        if line.textLength() != length:
            failed = number
            break
    layout.endLayout()
    return failed


def _place(layout: QTextLayout, form: BlockForm, *, left: bool) -> None:
    """Put the lines of a text below one another."""
    x, baseline = form.indent if left else 0.0, form.pitch * 4 / 5  # as Qt has it for lines of a fixed height
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        rise = line.ascent() + max(line.leading(), 0.0)
        line.setPosition(QPointF(x, number * form.pitch + baseline - rise))
        x = 0.0


def hit(block: QTextBlock, point: QPointF, accuracy: Qt.HitTestAccuracy) -> tuple[bool, int]:
    """Return whether there is a character at `point` (from the block's origin), and which offset is meant by it."""
    layout = block.layout()
    area = layout.boundingRect()
    if point.y() > area.bottom():
        return False, block.length()
    if point.y() < area.top():
        return False, 0
    number = first_line(layout, lambda line: line.naturalTextRect().bottom() > point.y())
    if number == layout.lineCount():
        last = layout.lineAt(number - 1)
        return False, last.textStart() + last.textLength() if number else 0
    line = layout.lineAt(number)
    area = line.naturalTextRect()
    if area.top() > point.y():
        return False, line.textStart()
    return area.left() <= point.x() <= area.right(), cursor_at(block, line, point.x(), _edge(accuracy))


def first_line(layout: QTextLayout, reaches: Callable[[QTextLine], bool]) -> int:
    """Return the number of the first line that `reaches` tells True of, as of all below it; else that of all lines.

    A paragraph can have thousands of lines, of which each that is painted is asked for several times.
    """
    return bisect_left(range(layout.lineCount()), True, key=lambda number: reaches(layout.lineAt(number)))


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


def cursor_at(block: QTextBlock, line: QTextLine, x: float, edge: QTextLine.CursorPosition) -> int:
    """Return the cursor position that is meant by `x`: never within what the eye takes for one character.

    A font that has no picture for 👨‍👩‍👧 draws its parts, between which Qt would put the cursor.
    """
    layout, found = block.layout(), line.xToCursor(x, edge)
    if layout.isValidCursorPosition(found):
        return found
    before, after = layout.previousCursorPosition(found), layout.nextCursorPosition(found)
    is_after = edge is QTextLine.CursorPosition.CursorBetweenCharacters and abs(x_of(line, after) - x) < abs(
        x_of(line, before) - x
    )
    return after if is_after else before


def x_of(line: QTextLine, cursor: int) -> float:
    """Return the x of a cursor position in `line`."""
    # The type stubs say float; the call returns the position that it settled on as well.
    found = cast("tuple[float, int]", line.cursorToX(cursor))
    return found[0]


def _edge(accuracy: Qt.HitTestAccuracy) -> QTextLine.CursorPosition:
    if accuracy is Qt.HitTestAccuracy.ExactHit:
        return QTextLine.CursorPosition.CursorOnCharacter
    return QTextLine.CursorPosition.CursorBetweenCharacters


def _option(block: QTextBlock) -> QTextOption:
    """Return how the lines of a block are broken and aligned; Hebrew and Arabic begin on the right.

    What is to be justified is aligned where it begins: Qt would stretch it letter by letter.
    """
    option = QTextOption(block.document().defaultTextOption())
    direction, alignment = block.textDirection(), block.blockFormat().alignment()
    if alignment & (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignJustify):
        is_left = direction is Qt.LayoutDirection.LeftToRight
        alignment = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
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
