"""How each shape of paragraph is set: its room, its margins, its face; and the words in it that are set off.

All lengths are pixels; those in em are of the page's text size. The room above a paragraph is the property `ABOVE`:
Qt's own margin would fall together with the one below the paragraph before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor

from desktop.documents import BlockKind, RunKind
from desktop.text import Span, Utf16Map
from desktop.ui.look.look import SMALL_PX
from desktop.ui.page.lines import ABOVE
from desktop.ui.page.shapes import PLAIN, PageStructure, Shape, pieces_of
from desktop.ui.page.typesetting import GAP_EM, INDENT_EM, PITCH_EM, characters

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize

    from desktop.script import Script
    from desktop.session import PageText
    from desktop.ui.look.look import Look
    from desktop.ui.page.typesetting import Sheet

QUOTE_EM = 1.5
"""How far a quote stands in, for each quote that it is in."""
COMMENT_EM = 0.88
"""The size of a comment's text."""
STEP_EM = 1.5
"""How far a comment stands in, for each comment that it is below."""
CODE_EM = 0.84
CODE_PAD_EM = 0.6
FRAME_PAD_EM = 0.5
FOLD_PX = 64
"""The room for the line that unfolds comments."""

_HEADINGS_EM = {1: 1.2, 2: 1.12, 3: 1.05}
_HEADING_GAP_EM, _HEADING_RISE_EM = 0.3, 0.5
_ITEM_GAP_EM, _ROW_GAP_EM = 0.2, 0.3
_CAPTION_PX = SMALL_PX + 1
_FRAME_EM = 0.75
_FRAME_RISE_EM = 0.2
_NAME_PX = SMALL_PX + 1
PICTURE_GAP_PX = 8
_COMMENT_GAP_EM = 0.8

# Latin letters lean; a Han character has a dot below instead, which is drawn: Chinese has no italics (clreq 3.3.2).
_LEANING = re.compile("[\u0021-\u024f\u0370-\u052f]+")


@dataclass(frozen=True)
class Setter:
    """Sets paragraphs in a column `width` wide; `size_of` tells how large the picture of a figure is shown, if it is.

    Formats are made once for each shape and marker: a page of a thousand comments has a few dozen.
    """

    look: Look
    script: Script
    width: int
    size_of: Callable[[str, int], QSize | None]
    _blocks: dict[tuple[Shape, int], QTextBlockFormat] = field(
        default_factory=dict[tuple[Shape, int], QTextBlockFormat]
    )
    _faces: dict[Shape, QTextCharFormat] = field(default_factory=dict[Shape, QTextCharFormat])

    def block(self, shape: Shape, room: int = 0) -> QTextBlockFormat:
        """Return the room and the margins of a paragraph that needs so much more `room` above it."""
        if (shape, room) not in self._blocks:
            self._blocks[shape, room] = self._made(shape, room)
        return self._blocks[shape, room]

    def face(self, shape: Shape) -> QTextCharFormat:
        """Return the face and the colour of a paragraph's words."""
        if shape not in self._faces:
            is_quoted = shape.kind in (BlockKind.QUOTE, BlockKind.FIGURE)
            tokens = self.look.tokens
            self._faces[shape] = characters(self._font(shape), tokens.quoted if is_quoted else tokens.ink)
        return self._faces[shape]

    def _size(self, shape: Shape) -> float:
        """Return the size of the words of a shape."""
        size = self.look.page_px * (COMMENT_EM if shape.depth >= 0 else 1)
        if shape.is_name:
            return _NAME_PX
        match shape.kind:
            case BlockKind.HEADING:
                return size * _HEADINGS_EM.get(shape.level, 1)
            case BlockKind.CODE:
                return size * CODE_EM
            case BlockKind.FIGURE:
                return min(size, _CAPTION_PX) if self._picture(shape) is not None else size * _FRAME_EM
            case _:
                return size

    def _font(self, shape: Shape) -> QFont:
        size = round(self._size(shape))
        if shape.is_name:
            font = self.look.script_font(self.script, size)
            font.setWeight(QFont.Weight.Bold)
            return font
        match shape.kind:
            case BlockKind.HEADING:
                return self.look.heading_font(size, self.script)
            case BlockKind.CODE:
                return self.look.code_font(self.script, size)
            case BlockKind.FIGURE:
                return self.look.script_font(self.script, size)
            case _:
                return self.look.page_font(self.script, size)

    def _picture(self, shape: Shape) -> QSize | None:
        left = round(max(shape.depth, 0) * STEP_EM * self.look.page_px)
        return self.size_of(shape.picture, max(1, self.width - left)) if shape.picture else None

    def _is_framed(self, shape: Shape) -> bool:
        """Tell whether a paragraph is the words of a figure without a picture."""
        return shape.kind is BlockKind.FIGURE and not shape.is_name and self._picture(shape) is None

    def _left(self, shape: Shape) -> float:
        size = self.look.page_px
        inner = {BlockKind.QUOTE: QUOTE_EM, BlockKind.ITEM: INDENT_EM}.get(shape.kind, 0) * shape.level
        if shape.kind is BlockKind.CODE or self._is_framed(shape):
            inner = CODE_PAD_EM
        return (max(shape.depth, 0) * STEP_EM + (0 if shape.is_name else inner)) * size

    def _made(self, shape: Shape, room: int) -> QTextBlockFormat:
        form, size = QTextBlockFormat(), self._size(shape)
        form.setLineHeight(round(size * PITCH_EM), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setLeftMargin(round(self._left(shape)))
        if shape.kind is BlockKind.CODE or self._is_framed(shape):
            form.setRightMargin(round(CODE_PAD_EM * self.look.page_px))
        form.setBottomMargin(round(self._below(shape)))
        if above := room + round(self._above(shape)):
            form.setProperty(ABOVE, above)
        if shape.marker:
            form.setTextIndent(-QFontMetricsF(self._font(shape)).horizontalAdvance(shape.marker))
        elif shape == PLAIN:
            form.setTextIndent(INDENT_EM * self.look.page_px)
        ragged = shape.is_name or shape.kind in (BlockKind.HEADING, BlockKind.CODE, BlockKind.ROW)
        if shape.kind is BlockKind.FIGURE:
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif not ragged:
            form.setAlignment(Qt.AlignmentFlag.AlignJustify)
        return form

    def _above(self, shape: Shape) -> float:
        size = self.look.page_px
        if shape.is_name:
            return 0
        match shape.kind:
            case BlockKind.HEADING:
                return _HEADING_RISE_EM * size
            case BlockKind.CODE:
                return CODE_PAD_EM * size if shape.begins else 0
            case BlockKind.FIGURE:
                picture = self._picture(shape)
                framed = (FRAME_PAD_EM + _FRAME_RISE_EM) * size
                return framed if picture is None else picture.height() + PICTURE_GAP_PX
            case _:
                return 0

    def _below(self, shape: Shape) -> float:
        size = self.look.page_px
        if shape.is_name:
            return 0
        gap = GAP_EM if shape.depth < 0 else _ITEM_GAP_EM
        match shape.kind:
            case BlockKind.HEADING:
                gap = _HEADING_GAP_EM
            case BlockKind.CODE:
                gap = gap + CODE_PAD_EM if shape.ends else 0
            case BlockKind.ITEM if not shape.ends:
                gap = _ITEM_GAP_EM
            case BlockKind.ROW if not shape.ends:
                gap = _ROW_GAP_EM
            case BlockKind.FIGURE:
                gap += FRAME_PAD_EM
            case _:
                pass
        return (gap + (_COMMENT_GAP_EM if shape.closes else 0)) * size


def put_body(cursor: QTextCursor, sheet: Sheet, page: PageText, structure: PageStructure, setter: Setter) -> None:
    """Put the paragraphs of `page` in at `cursor`, each as a block of its own as its shape asks."""
    numbered = enumerate(pieces_of(structure, page))
    keyed = ((shape, opening(structure, number), words) for number, (shape, words) in numbered)
    for (shape, room), pieces in groupby(keyed, key=lambda piece: piece[:2]):
        cursor.insertBlock(setter.block(shape, room), setter.face(shape))
        cursor.insertText("\n".join(words for _, _, words in pieces))
    _set_off(cursor, sheet, page, structure, setter)


def opening(structure: PageStructure, number: int) -> int:
    """Return the room that the paragraph `number` needs above what its shape does: for the fold line, for facts."""
    comment = structure.comments.get(number)
    if comment is None:
        return 0
    fold = FOLD_PX if number == structure.own else 0
    unnamed = comment.author_span is None and bool(comment.facts or comment.to)
    return fold + (round(_NAME_PX * PITCH_EM) if unnamed else 0)


def _set_off(cursor: QTextCursor, sheet: Sheet, page: PageText, structure: PageStructure, setter: Setter) -> None:
    """Set off the words of the runs."""
    if not structure.runs:
        return
    units, start = Utf16Map(sheet.body), sheet.body_start
    forms = {kind: _run(kind, setter) for kind in {run.kind for run in structure.runs}}
    for run in structure.runs:
        place = page.to_page(run.span)
        if place is None:
            continue
        spans = [place]
        if run.kind is RunKind.EMPHASIS:
            found = _LEANING.finditer(sheet.body, place.start, place.end)
            spans = [Span(*latin.span()) for latin in found]
        for span in spans:
            positions = units.span_to_units(span).shifted(start)
            cursor.setPosition(positions.start)
            cursor.setPosition(positions.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(forms[run.kind])


def _run(kind: RunKind, setter: Setter) -> QTextCharFormat:
    """Return what the words of a run have that those around them haven't."""
    form, tokens = QTextCharFormat(), setter.look.tokens
    match kind:
        case RunKind.BOLD:
            form.setFontWeight(QFont.Weight.Bold)
        case RunKind.EMPHASIS:
            form.setFontItalic(True)
        case RunKind.LINK:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(QColor(tokens.accent))
        case RunKind.CODE:
            size = round(setter.look.page_px * CODE_EM)
            form.setFontFamilies(setter.look.code_font(setter.script, size).families())
            form.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    return form
