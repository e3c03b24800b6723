"""The layout of the page: what is in sight is laid out at once, the rest when there is time for it.

Qt's own layout sets a whole document whenever its text is replaced. A flip of the script replaces an answer, and for
one of 40,000 characters that takes 8 of the 16 ms that a frame lasts; for a screenful it takes less than one. The
lines stand where Qt's layout puts them: `tests/ui/page/test_layout.py` compares the two.
"""

from __future__ import annotations

import re
import time
from bisect import bisect_right
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QFontMetricsF, QTextLayout, QTextLine

from desktop.ui.page.lines import BlockForm, cursor_at, first_line, form_of, set_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QPainter, QTextBlock, QTextDocument, QTextFrame

_STEP_S = 0.003
_HERE = QPointF(0.0, 0.0)
_PARAGRAPH_SEPARATOR = "\N{PARAGRAPH SEPARATOR}"
_NARROW = re.compile("[\u0020-\u02af\u0370-\u052f]+")  # Latin, Greek and Cyrillic: about half as wide as 字
_NARROW_EM = 0.5
_MOST_REMEMBERED = 4_096


class LineCounts:
    """How many lines paragraphs take in a column `width` pixels wide, whose full-width characters are `em` wide.

    Those that have been laid out are remembered, for a page that is flipped returns to the same words; of others it
    is reckoned. Chinese stands on a grid, so that only marks which may not begin a line, and words in other scripts,
    make the reckoning wrong, by a line.
    """

    def __init__(self, em: float, width: float) -> None:
        self.em = em
        self.width = width
        self._known: dict[tuple[str, float, float], int] = {}

    def of(self, text: str, indent: float, beside: float = 0.0) -> int:
        """Return the lines of a paragraph whose first line is indented by `indent` pixels: at least one.

        All of them have so many pixels less than the column as are left free `beside` them.
        """
        known = self._known.get((text, indent, beside))
        return self.learn(text, indent, self._reckon(text, indent, beside), beside) if known is None else known

    def learn(self, text: str, indent: float, lines: int, beside: float = 0.0) -> int:
        """Remember that a paragraph took so many `lines`; return them."""
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        self._known[text, indent, beside] = lines
        return lines

    def _reckon(self, text: str, indent: float, beside: float) -> int:
        wide = len(_NARROW.sub("", text))
        narrow = len(text) - wide
        width = self.width - beside
        # Where all are as wide as each other, what is left at the end of each line stays blank.
        width = width if narrow else width // self.em * self.em
        return max(1, ceil((indent + (wide + narrow * _NARROW_EM) * self.em) / max(width, self.em)))


class BlockColumn:
    """Blocks below one another: the first begins at `top`, each is so high as `heights` say, in pixels."""

    def __init__(self, heights: Iterable[float] = (), top: float = 0.0) -> None:
        self._heights = list(heights)
        self._tops = list(accumulate(self._heights, initial=top))

    def __len__(self) -> int:
        return len(self._heights)

    def top(self, number: int) -> float:
        """Return where block `number` begins."""
        return self._tops[number]

    def height(self, number: int) -> float:
        """Return how high block `number` is, the space below it included."""
        return self._heights[number]

    @property
    def bottom(self) -> float:
        """Where the last block ends."""
        return self._tops[-1]

    def at(self, y: float) -> int:
        """Return the number of the block at the height `y`: the first above all, the last below all."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._heights) - 1)

    def correct(self, heights: Mapping[int, float]) -> None:
        """Let these blocks, by their numbers, be so high; those below move."""
        first = min(heights)
        for number, height in heights.items():
            self._heights[number] = height
        self._tops[first:] = accumulate(self._heights[first:], initial=self._tops[first])


class _Edges(NamedTuple):
    """The margins of the page and the `column` of text within them, in pixels."""

    left: float
    top: float
    bottom: float
    column: float
    page: float


class PageLayout(QAbstractTextDocumentLayout):
    """Lays out `document`, whose text is only ever replaced as a whole, block by block.

    It knows what `typesetting` and `setting` make use of: lines a fixed distance apart, an indent, room around the
    lines, the margins of the root frame. A block that isn't laid out yet has a height that is reckoned. Where that
    was wrong, nothing moves before `lay_out` brings the block into sight or all blocks are laid out, which goes on
    between Qt's other events.

    Nothing here may raise: PySide ends the program where an exception leaves what Qt has called.
    """

    finished = Signal()
    """Emitted when all is laid out: from now on all heights are true, and the text has to be put where it was."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._edges = _Edges(0.0, 0.0, 0.0, 0.0, 0.0)
        self._forms: dict[int, BlockForm] = {}
        self._counts = LineCounts(1.0, 1.0)
        self._column = BlockColumn()
        self._laid = set[int]()
        self._found = dict[int, float]()
        self._shown = range(0)
        self._next = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    # -- what the page asks -----------------------------------------------------------------------------------

    def lay_out(self, top: float, bottom: float, *, anew: bool = False) -> float:
        """Lay out what stands between two heights, to be shown now; `anew` where nothing that is shown has to stay.

        Returns by how much what was shown there already has moved, else what was asked for there.
        """
        if anew:
            self._shown = range(0)
        first = number = self._first_at(top)
        grown, moved = 0.0, dict[bool, float]()
        while number < len(self._column) and self._column.top(number) <= bottom:
            if number in self._laid:
                moved.setdefault(number in self._shown, grown)
            self._lay(self.document().findBlockByNumber(number), number)
            if number in self._found:
                grown += self._found[number] - self._column.height(number)
                self._correct({number: self._found.pop(number)})
            number += 1
        self._shown = range(first, number)
        self._tell_size()
        return moved.get(True, moved.get(False, 0.0))

    def _first_at(self, y: float) -> int:
        """Return the first block that reaches below a height, as it was reckoned or as it has been found to be."""
        grown = (number for number, height in self._found.items() if self._column.top(number) + height > y)
        return min((self._column.at(y), *grown))

    def finish(self) -> None:
        """Lay out all that is left, at once."""
        while self._timer.isActive():
            self._timer.stop()
            self._step()

    def locate(self, y: float) -> tuple[int, float]:
        """Return the number of the block at a height, and how far below its top that is."""
        number = self._column.at(y)
        return number, y - self._column.top(number)

    def top_of(self, number: int) -> float:
        """Return how high a block stands, by its number."""
        return self._column.top(number)

    def height_of(self, block: QTextBlock, offset: int) -> float:
        """Return how high the line at an `offset` of a block (UTF-16) stands, reckoned where it isn't laid out."""
        number = block.blockNumber()
        top = self._column.top(number)
        if number in self._laid:
            line = block.layout().lineForTextPosition(offset)
            return top + line.y() if line.isValid() else top
        form = self._form_of(block)
        lines = (self._column.height(number) - form.height(0)) / form.pitch
        return top + form.above + int(lines * offset / block.length()) * form.pitch

    def room_of(self, block: QTextBlock) -> QRectF:
        """Return all the room that a block takes in the column, that around its lines included; laid out by then."""
        number = block.blockNumber()
        self._lay(block, number)
        height = self._form_of(block).height(block.layout().lineCount())
        return QRectF(self._edges.left, self._column.top(number), self._edges.column, height)

    def lines_of(self, block: QTextBlock) -> QRectF:
        """Return the part of a block's room that its lines take, as wide as the column."""
        form = self._form_of(block)
        return self.room_of(block).adjusted(0.0, form.above, 0.0, -form.below)

    @property
    def column(self) -> float:
        """How wide the column of text is."""
        return self._edges.column

    # -- what Qt asks -----------------------------------------------------------------------------------------

    def documentChanged(self, _start: int, _removed: int, _added: int) -> None:
        """Reckon all heights anew."""
        blocks = self.document().blockCount()
        for number in self._laid:
            if number < blocks:
                self.document().findBlockByNumber(number).layout().clearLayout()
        self._laid.clear()
        self._found.clear()
        self._next = 0
        self._reckon()
        # The heading has a font of its own, by which nothing is reckoned.
        self.lay_out(0.0, 0.0)
        self._shown = range(0)
        self.update.emit()
        self._timer.start()

    def documentSize(self) -> QSizeF:
        """Return the size of the page in whole pixels; the margin below the last block isn't counted."""
        below = self._form_of(self.document().lastBlock()).below
        return QSizeF(self._edges.page, ceil(self._column.bottom - below + self._edges.bottom))

    def pageCount(self) -> int:
        """Return 1: it is one page, however long."""
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """Return the rectangle of the page, which is the only frame."""
        return QRectF(_HERE, self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the rectangle of a block, laid out by then: Qt asks for it before it asks for a block's lines."""
        number = block.blockNumber()
        if not 0 <= number < len(self._column):
            return QRectF()
        self._lay(block, number)
        size = block.layout().boundingRect().size()
        return QRectF(block.layout().position(), size.grownBy(QMarginsF(0.0, self._form_of(block).above, 0.0, 0.0)))

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the position at `point`; -1 beside the characters if the hit has to be exact."""
        number = self._column.at(point.y())
        block = self.document().findBlockByNumber(number)
        self._lay(block, number)
        is_exact, offset = _hit(block, point - block.layout().position(), accuracy)
        if accuracy is Qt.HitTestAccuracy.ExactHit and not is_exact:
            return -1
        return min(block.position() + offset, self.document().characterCount() - 1)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Draw the blocks within the clip of `context`, what is selected in them, and the caret."""
        page = QRectF(_HERE, self.documentSize())
        clip = context.clip if context.clip.isValid() else page
        inner = clip.intersected(QRectF(self._edges.left, 0.0, self._edges.column, page.height()))
        caret_px = int(self.property("cursorWidth") or 0)  # where Qt's own layout has it from, too
        number = self._column.at(clip.top())
        block = self.document().findBlockByNumber(number)
        while number < len(self._column) and self._column.top(number) <= clip.bottom():
            self._lay(block, number)
            _paint(painter, block, context, inner, caret_px)
            block, number = block.next(), number + 1

    # -- heights ----------------------------------------------------------------------------------------------

    def _reckon(self) -> None:
        """Take the heights of all blocks from the numbers of their lines, known or reckoned."""
        document = self.document()
        self._edges = _edges(document)
        em = QFontMetricsF(document.defaultFont()).horizontalAdvance("國")
        if (em, self._edges.column) != (self._counts.em, self._counts.width):
            self._counts = LineCounts(em, self._edges.column)
        self._forms.clear()
        heights = list[float]()
        block = document.begin()
        for text in document.toRawText().split(_PARAGRAPH_SEPARATOR):
            form = self._form_of(block)
            heights.append(form.height(self._counts.of(text, form.indent, form.left + form.right)))
            block = block.next()
        self._column = BlockColumn(heights, self._edges.top)

    def _form_of(self, block: QTextBlock) -> BlockForm:
        index = block.blockFormatIndex()
        if index not in self._forms:
            self._forms[index] = form_of(block, self.document().defaultFont())
        return self._forms[index]

    def _tell_size(self) -> None:
        """Have the scroll bar follow the height of the text."""
        self.documentSizeChanged.emit(self.documentSize())

    def _correct(self, heights: dict[int, float]) -> None:
        self._column.correct(heights)
        self.update.emit()

    def _step(self) -> None:
        """Go on laying out, for a few milliseconds."""
        end = time.perf_counter() + _STEP_S
        while self._next < len(self._column):
            self._lay(self.document().findBlockByNumber(self._next), self._next)
            self._next += 1
            if time.perf_counter() > end:
                break
        if self._next < len(self._column):
            self._timer.start()
            return
        if self._found:
            self._correct(self._found)
            self._found.clear()
        self.finished.emit()

    # -- lines ------------------------------------------------------------------------------------------------

    def _lay(self, block: QTextBlock, number: int) -> None:
        """Lay out a block, if it isn't, and put it where it belongs by now."""
        layout, top = block.layout(), self._column.top(number)
        if number not in self._laid:
            form = self._form_of(block)
            lines = set_lines(block, form, self._edges.column)
            self._laid.add(number)
            height = form.height(lines)
            if height != self._column.height(number):
                self._found[number] = height
                self._counts.learn(block.text(), form.indent, lines, form.left + form.right)
        if layout.position() != (here := QPointF(self._edges.left, top)):
            layout.setPosition(here)


def _edges(document: QTextDocument) -> _Edges:
    form, page = document.rootFrame().frameFormat(), document.pageSize().width()
    column = max(0.0, page - form.leftMargin() - form.rightMargin())
    return _Edges(form.leftMargin(), form.topMargin(), form.bottomMargin(), column, page)


def _hit(block: QTextBlock, point: QPointF, accuracy: Qt.HitTestAccuracy) -> tuple[bool, int]:
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


def _edge(accuracy: Qt.HitTestAccuracy) -> QTextLine.CursorPosition:
    if accuracy is Qt.HitTestAccuracy.ExactHit:
        return QTextLine.CursorPosition.CursorOnCharacter
    return QTextLine.CursorPosition.CursorBetweenCharacters


def _paint(
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
