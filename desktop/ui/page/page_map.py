"""Places on the page: between the source, the text document, and pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLine

from desktop.text import Span, Utf16Map
from desktop.ui.page.lines import cursor_at, first_line, x_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout

    from desktop.session import PageText
    from desktop.ui.page.layout import PageLayout


class Piece(NamedTuple):
    """The part of a passage on one line, in pixels of the document: from `left` to `right` on `baseline`."""

    left: float
    right: float
    baseline: float

    def box(self, em: float) -> QRectF:
        """Return the rectangle of the characters, for a font of `em` pixels; it reaches below the lights."""
        return QRectF(self.left, self.baseline - 0.96 * em, self.right - self.left, 1.34 * em)


class PageMap:
    """The map of one page that has been typeset: `start` is where the body begins in the document (UTF-16)."""

    def __init__(self, page: PageText, document: QTextDocument, start: int) -> None:
        self.page = page
        self._document = document
        self.start = start
        self._units = Utf16Map(page.text)
        self._end = start + self._units.to_units(len(page.text))

    # -- source and document ----------------------------------------------------------------------------------

    def to_document(self, source: Span) -> Span | None:
        """Return the document positions (UTF-16) of a `source` span; None if it isn't on this page."""
        shown = self.page.to_page(source)
        return self.shown_positions(shown) if shown is not None else None

    def shown_positions(self, shown: Span) -> Span:
        """Return the document positions (UTF-16) of a span of the page's text."""
        return self._units.span_to_units(shown).shifted(self.start)

    def to_source(self, positions: Span) -> Span | None:
        """Return the source words under document `positions` (UTF-16); None over the heading alone."""
        shown = self._shown(positions)
        return self.page.to_source(shown) if shown else None

    def words(self, positions: Span) -> str:
        """Return the words of the projection under document `positions`, as they are, for copying."""
        shown = self._shown(positions)
        return self.page.words_of(shown) if shown else ""

    def offset(self, position: int) -> int:
        """Return the source offset of a document position; in the heading, that of the first paragraph."""
        inside = min(max(position, self.start), self._end) - self.start
        return self.page.offset_to_source(self._units.to_code_point(inside))

    def position(self, offset: int) -> int:
        """Return the document position of a source offset."""
        return self.start + self._units.to_units(self.page.offset_to_page(offset))

    def _shown(self, positions: Span) -> Span | None:
        start, end = max(positions.start, self.start), min(positions.end, self._end)
        if start >= end:
            return None
        return self._units.span_to_code_points(Span(start - self.start, end - self.start))

    # -- document and pixels ----------------------------------------------------------------------------------

    def pieces(self, positions: Span) -> Iterator[Piece]:
        """Yield the lines' parts that document `positions` cover."""
        block = self._document.findBlock(positions.start)
        while block.isValid() and block.position() < positions.end:
            yield from _pieces_in(block, positions)
            block = block.next()

    def line_top(self, position: int) -> float:
        """Return the top of the line that holds a document position, in pixels of the document."""
        block = self._document.findBlock(position)
        layout = _laid_out(block)
        line = layout.lineForTextPosition(position - block.position())
        top = layout.position().y()
        return top + line.y() if line.isValid() else top

    def height_of(self, position: int) -> float:
        """Return about how high the line of a document position stands: for this, nothing is laid out."""
        block = self._document.findBlock(position)
        layout = cast("PageLayout", self._document.documentLayout())
        return layout.height_of(block, position - block.position())

    def first_line_below(self, y: float) -> tuple[int, float]:
        """Return the document position and the top (pixels) of the first body line whose end is below `y`."""
        near = self._document.documentLayout().hitTest(QPointF(0.0, y), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(near, self.start))
        while block.isValid():
            layout = _laid_out(block)
            top = layout.position().y()
            number = first_line(layout, lambda line, top=top: top + line.y() + line.height() > y)
            if number < layout.lineCount():
                line = layout.lineAt(number)
                return block.position() + line.textStart(), top + line.y()
            block = block.next()
        return self._end, self.line_top(self._end)

    def position_at(self, point: QPointF) -> int | None:
        """Return the document position of the character under `point` (pixels of the document), None beside text."""
        near = self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        if near < self.start:
            return None
        block = self._document.findBlock(near)
        origin = block.layout().position()
        line = block.layout().lineForTextPosition(near - block.position())
        x = point.x() - origin.x()
        if not line.isValid() or not line.naturalTextRect().contains(QPointF(x, point.y() - origin.y())):
            return None
        return block.position() + cursor_at(block, line, x, QTextLine.CursorPosition.CursorOnCharacter)

    @property
    def bottom(self) -> float:
        """The lower end of the last line, in pixels of the document."""
        return self._document.documentLayout().blockBoundingRect(self._document.lastBlock()).bottom()


def _laid_out(block: QTextBlock) -> QTextLayout:
    """Return the lines of a block: it is laid out when its rectangle is asked for."""
    block.document().documentLayout().blockBoundingRect(block)
    return block.layout()


def _pieces_in(block: QTextBlock, positions: Span) -> Iterator[Piece]:
    layout = _laid_out(block)
    origin = layout.position()
    from_line = layout.lineForTextPosition(max(0, positions.start - block.position()))
    for index in range(from_line.lineNumber() if from_line.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(index)
        first = block.position() + line.textStart()
        if first >= positions.end:
            return
        start, end = max(positions.start, first), min(positions.end, first + line.textLength())
        if start < end:
            left, right = (x_of(line, position - block.position()) for position in (start, end))
            yield Piece(origin.x() + left, origin.x() + right, origin.y() + line.y() + line.ascent())
