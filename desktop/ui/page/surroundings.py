"""What stands around the words of a page that has more than plain paragraphs, and is none of them.

The bar of a quote, the ground of code, the lines of a table, pictures and the frames of those that aren't there, the
dots of emphasis, what is said of a comment beside its author's name. Nothing of it is in the text document, so that
no position on the page counts it. All of it is in pixels of the document; the painter is moved by whoever scrolls.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.documents import BlockKind, RunKind
from desktop.text import Span
from desktop.ui.look.look import SMALL_PX
from desktop.ui.page.lines import form_of
from desktop.ui.page.setting import CODE_PAD_EM, FRAME_PAD_EM, PICTURE_GAP_PX, QUOTE_EM, STEP_EM
from desktop.ui.page.typesetting import HEADING_BLOCKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

    from desktop.documents import Comment
    from desktop.session import Session
    from desktop.ui.page.layout import PageLayout
    from desktop.ui.page.page_map import PageMap
    from desktop.ui.page.setting import Setter
    from desktop.ui.page.shapes import PageStructure, Shape

_BAR_PX = 2
_CORNER_PX = 4
_BESIDE_PX = 12
_DOT_EM, _DOT_DROP_EM = 0.18, 0.3
_CODE_RUN_EM = 0.1


class Surroundings:
    """Paints what stands around the words in one page's `structure`.

    `told` gives what is said of a comment, beside its author's name.
    """

    def __init__(
        self,
        structure: PageStructure,
        page_map: PageMap,
        setter: Setter,
        session: Session,
        told: Callable[[Comment], str],
    ) -> None:
        self._structure = structure
        self._page_map = page_map
        self._setter = setter
        self._session = session
        self._told = told
        self._dots = tuple(run.span for run in structure.runs if run.kind is RunKind.EMPHASIS)
        self._codes = tuple(run.span for run in structure.runs if run.kind is RunKind.CODE)

    def under(self, painter: QPainter, document: QTextDocument, layout: PageLayout, seen: Span) -> None:
        """Paint what lies beneath the words of the document positions `seen`."""
        look = self._setter.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, shape, block in self._in_sight(document, seen):
            room, form = layout.room_of(block), form_of(block, document.defaultFont())
            inner = room.adjusted(max(shape.depth, 0) * STEP_EM * look.page_px, 0, 0, 0)
            lines = inner.adjusted(0, form.above, 0, -form.below)
            if number in self._structure.comments:
                name = block.layout().lineAt(0).naturalTextWidth() if shape.is_name else None
                self._paint_head(painter, self._structure.comments[number], name, inner, lines)
            match shape.kind:
                case BlockKind.QUOTE:
                    self._paint_bars(painter, shape, lines, 0 if shape.ends else form.below)
                case BlockKind.CODE:
                    self._paint_ground(painter, shape, lines)
                case BlockKind.ROW:
                    self._paint_rule(painter, lines.bottomLeft(), lines.right(), form.below / 2)
                case BlockKind.FIGURE:
                    self._paint_figure(painter, shape, inner, lines)
                case _:
                    pass
        self._paint_code_runs(painter, seen)

    def over(self, painter: QPainter, seen: Span) -> None:
        """Paint what lies above the words of the document positions `seen`: the dots of emphasis."""
        em, words = self._setter.look.page_px, self._page_map.to_source(seen)
        dots = list[QPointF]()
        for span in self._dots if words else ():
            if words and (part := span.intersection(words)):
                dots += self._dots_of(part, em)
        pen = QPen(QColor(self._setter.look.tokens.ink), _DOT_EM * em, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(dots)

    def _in_sight(self, document: QTextDocument, seen: Span) -> Iterator[tuple[int, Shape, QTextBlock]]:
        """Yield the paragraphs at the document positions `seen` with their numbers and shapes."""
        block = document.findBlock(seen.start)
        while block.isValid() and block.position() <= seen.end:
            number = block.blockNumber() - HEADING_BLOCKS
            if 0 <= number < len(self._structure.shapes):
                yield number, self._structure.shapes[number], block
            block = block.next()

    # -- blocks -----------------------------------------------------------------------------------------------

    def _paint_bars(self, painter: QPainter, shape: Shape, lines: QRectF, below: float) -> None:
        """Draw a bar for each quote that a paragraph is in, down to the next one of these quotes."""
        color = QColor(self._setter.look.tokens.second)
        color.setAlphaF(0.45)
        for level in range(shape.level):
            x = lines.left() + (level + 0.45) * QUOTE_EM * self._setter.look.page_px
            painter.fillRect(QRectF(round(x), lines.top(), _BAR_PX, lines.height() + below), color)

    def _paint_ground(self, painter: QPainter, shape: Shape, lines: QRectF) -> None:
        pad = CODE_PAD_EM * self._setter.look.page_px * 0.7
        ground = lines.adjusted(0, -pad if shape.begins else 0, 0, pad if shape.ends else 0)
        painter.fillRect(ground.toAlignedRect(), QColor(self._setter.look.tokens.frame))

    def _paint_rule(self, painter: QPainter, start: QPointF, right: float, below: float) -> None:
        y = round(start.y() + below) + 0.5
        painter.setPen(QPen(QColor(self._setter.look.tokens.hairline), 1))
        painter.drawLine(QPointF(start.x(), y), QPointF(right, y))

    def _paint_figure(self, painter: QPainter, shape: Shape, inner: QRectF, lines: QRectF) -> None:
        """Draw a picture above its words; a frame for it until it has been read; else a frame around the words."""
        size = self._setter.size_of(shape.picture, max(1, round(inner.width()))) if shape.picture else None
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._setter.look.tokens.hairline), 1))
        if size is None:
            pad = FRAME_PAD_EM * self._setter.look.page_px
            frame = lines.adjusted(0.5, 0.5 - pad, -0.5, pad - 0.5)
            painter.drawRoundedRect(frame, _CORNER_PX, _CORNER_PX)
            return
        left = round(inner.left() + (inner.width() - size.width()) / 2)
        place = QRectF(left, round(lines.top()) - PICTURE_GAP_PX - size.height(), size.width(), size.height())
        scale = painter.device().devicePixelRatioF()
        natural = self._session.pictures.size(shape.picture) or size
        wanted = QSize(round(size.width() * scale), round(size.height() * scale)).boundedTo(natural)
        image = self._session.pictures.image(shape.picture, wanted)
        if image is None:
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER_PX, _CORNER_PX)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)

    # -- comments ---------------------------------------------------------------------------------------------

    def _paint_head(
        self, painter: QPainter, comment: Comment, name: float | None, inner: QRectF, lines: QRectF
    ) -> None:
        """Write what is said of a comment: beside its author's `name`, so wide; None: above its words."""
        look = self._setter.look
        font = look.script_font(self._setter.script, SMALL_PX)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.second))
        left, pitch = inner.left(), lines.height()
        top = lines.top()
        if name is not None:
            left += name + _BESIDE_PX
        else:
            pitch = round(SMALL_PX * 1.78)
            top -= pitch
        room = QRectF(left, top, max(0.0, inner.right() - left), pitch)
        words = metrics.elidedText(self._told(comment), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    # -- runs -------------------------------------------------------------------------------------------------

    def _paint_code_runs(self, painter: QPainter, seen: Span) -> None:
        em, words = self._setter.look.page_px, self._page_map.to_source(seen)
        ground = QColor(self._setter.look.tokens.raised)
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        for span in self._codes if words else ():
            place = self._page_map.to_document(span) if words and span.overlaps(words) else None
            for piece in self._page_map.pieces(place) if place else ():
                box = piece.box(em).adjusted(-_CODE_RUN_EM * em, 0, _CODE_RUN_EM * em, 0)
                painter.drawRoundedRect(box, _CORNER_PX, _CORNER_PX)

    def _dots_of(self, span: Span, em: float) -> Iterator[QPointF]:
        """Yield where the dots below the characters of `span` are, none below marks and Latin letters."""
        shown = self._page_map.page.to_page(span)
        for offset in range(shown.start, shown.end) if shown else ():
            character = self._page_map.page.text[offset]
            if unicodedata.category(character) != "Lo":
                continue
            for piece in self._page_map.pieces(self._page_map.shown_positions(Span(offset, offset + 1))):
                yield QPointF((piece.left + piece.right) / 2, piece.baseline + _DOT_DROP_EM * em)
