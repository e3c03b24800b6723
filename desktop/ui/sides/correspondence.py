"""Which height of one page corresponds to which of another: by words for one answer, by the way through for two."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QTextBlock, QTextLine

    from desktop.ui.page.answer_page import AnswerPage
    from desktop.ui.page.page_map import PageMap


class ReadingHeight(NamedTuple):
    """A height on a page by what stands there, so that it can be found on another page of the same answer.

    `block` is the number of a block. Within its lines, `offset` is the source offset where the line begins and, by
    how much of the line is above the height, on towards where it ends: it grows evenly, and never jumps. Elsewhere it
    is None, and the height is so large a `part` of its lines down, and `beyond` those by so many pixels: less than 0
    above the first, more than 0 below the last.
    """

    block: int
    offset: float | None = None
    part: float = 0.0
    beyond: float = 0.0


def reading_at(page: AnswerPage, y: float) -> ReadingHeight | None:
    """Return what stands at the height `y` (pixels of the document) of a page; None where no answer is."""
    page_map = page.page_map
    if page_map is None:
        return None
    number, _ = page.page_layout.locate(y)
    block = page.document().findBlockByNumber(number)
    lines = page.page_layout.lines_of(block)
    if y >= lines.bottom():
        return ReadingHeight(number, None, 1.0, y - lines.bottom())
    if y < lines.top():
        return ReadingHeight(number, None, 0.0, y - lines.top())
    pitch = lines.height() / block.layout().lineCount()
    line = block.layout().lineAt(floor((y - lines.top()) / pitch))
    first, end = _offsets(page_map, block, line)
    if first == end or block.position() < page_map.start:
        return ReadingHeight(number, None, (y - lines.top()) / lines.height())
    part = (y - lines.top()) / pitch - line.lineNumber()
    return ReadingHeight(number, first + part * (end - first))


def height_of(page: AnswerPage, reading: ReadingHeight) -> float | None:
    """Return the height (pixels of the document) at which a page of the same answer has `reading`."""
    page_map = page.page_map
    block = page.document().findBlockByNumber(reading.block)
    if page_map is None or not block.isValid():
        return None
    lines = page.page_layout.lines_of(block)
    if reading.offset is None:
        return lines.top() + reading.part * lines.height() + reading.beyond
    return lines.top() + _lines_above(page_map, block, reading.offset) * _pitch(lines, block)


def _lines_above(page_map: PageMap, block: QTextBlock, offset: float) -> float:
    """Return how many lines of `block` are above a source offset, counted within a line too."""
    layout, position = block.layout(), page_map.position(floor(offset)) - block.position()
    line = layout.lineForTextPosition(max(0, min(position, block.length() - 1)))
    if not line.isValid():
        return 0.0
    first, end = _offsets(page_map, block, line)
    part = (offset - first) / (end - first) if end > first else 0.0
    return line.lineNumber() + max(0.0, min(part, 1.0))


def _pitch(lines: QRectF, block: QTextBlock) -> float:
    return lines.height() / max(1, block.layout().lineCount())


def _offsets(page_map: PageMap, block: QTextBlock, line: QTextLine) -> tuple[int, int]:
    """Return the source offsets where a line begins and ends."""
    start = block.position() + line.textStart()
    return page_map.offset(start), page_map.offset(start + line.textLength())


def along(value: float, maximum: int, other: int) -> float:
    """Return how far to scroll another page, at most `other`, when one is scrolled to `value` of its `maximum`.

    The beginnings correspond and so do the ends; between them, the same part of the way is gone on both pages.
    """
    return other * min(1.0, value / maximum) if maximum else 0.0
