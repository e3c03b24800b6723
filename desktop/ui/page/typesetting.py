"""What an answer is set as, a page of a book: its heading, its byline, its paragraphs, and their measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from desktop.documents import BlockKind
from desktop.session import made_visible
from desktop.session.people import number_of_answer
from desktop.text import Span, Utf16Map
from desktop.ui.look.look import SMALL_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument

    from desktop.documents import Answer
    from desktop.script import Script
    from desktop.session import Session, State
    from desktop.ui.look.look import Look
    from desktop.ui.page.fact_words import FactWords

HEADING_BLOCKS = 2
"""The blocks above the body: who wrote it, and the byline."""

MEASURE_EM = 34
"""Characters in a line: between the 32 and 40 that long reading asks for."""

PITCH_EM = 1.78
GAP_EM = 0.55
INDENT_EM = 2
_HEADING_EM = 1.3
_TOP_PX, _BOTTOM_PX, _SIDE_PX = 48, 96, 32

_READING_SPEED = 300  # characters a minute

# A mark whose right half is blank, before another mark: side by side they would leave a hole in the line. W3C's
# "Requirements for Chinese Text Layout" (clreq) has the first give up its half then.
# Of several in a row all but the last do, and are set at once.
_LOOSE_MARKS = re.compile(
    "(?:[”’」』）》〉】〕，。、；：](?=[“‘”’「『（《〈【〔」』）》〉】〕，。、；：！？,.;:!?)]))+"
)


class PageHeading(QObject):
    """Says what stands above the answer that the `session` has in the pane `index`."""

    def __init__(self, session: Session, index: int, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._index = index
        self._fact_words: FactWords | None = None

    @property
    def _state(self) -> State:
        return self._session.state.seen_from(self._index)

    @property
    def author(self) -> str:
        """Who wrote the answer, in the script shown, or that it is the question; the title of an essay."""
        document, current = self._state.document, self._state.current
        name = current.author if current else ""
        if document is not None and document.is_essay:
            name = document.title
        return made_visible(" ".join(self._session.shown(name, self._index).split())) or self.tr("The question")

    @property
    def byline(self) -> str:
        """The line below the author, "" when nothing is open."""
        state, current = self._state, self._state.current
        if state.document is None or current is None:
            return ""
        parts = [
            self.tr("%Ln character(s)", "", current.length),
            self.tr("about %n minute(s)", "", max(1, round(current.length / _READING_SPEED))),
        ]
        if current.is_question and current.author:
            parts.insert(0, self.tr("The question"))
        elif not state.document.is_essay and not current.is_question:
            number, total = number_of_answer(state.document, state.pane.answer)
            parts.insert(0, self.tr("Answer {number} of {total}").format(number=number, total=total))
        return " · ".join((*parts, *self.facts))

    @property
    def facts(self) -> list[str]:
        """What the file says about the answer, each by itself."""
        current = self._state.current
        if current is None or not current.facts:
            return []
        if self._fact_words is None:
            from desktop.ui.page.fact_words import FactWords

            self._fact_words = FactWords(lambda words: self._session.shown(words, self._index), self)
        return self._fact_words.of_answer(current.facts)

    @property
    def spoken(self) -> str:
        """What a screen reader calls the page, and where there are two, on which side it is."""
        state = self._state
        words = self.author
        if state.document is None or not state.document.is_essay:
            words = QCoreApplication.translate("AnswerPage", "{author}: the answer").format(author=words)
        if len(state.panes) == 1:
            return words
        side = self.tr("{page}, at the left") if self._index == 0 else self.tr("{page}, at the right")
        return side.format(page=words)


class Sheet(NamedTuple):
    """What stands on the page: `author` and `byline` above, `body` below, its paragraphs parted by line feeds."""

    author: str
    byline: str
    body: str

    @property
    def body_start(self) -> int:
        """The position of the body in the text document, in UTF-16 units."""
        return sum(Utf16Map(line).to_units(len(line)) + 1 for line in (self.author, self.byline))


def is_plain(answer: Answer, *, unfolded: bool) -> bool:
    """Tell whether there is nothing on the page but plain paragraphs; asked at every flip."""
    if answer.runs or (unfolded and answer.comments):
        return False
    return all(block.kind is BlockKind.PARAGRAPH for block in answer.blocks)


def pitch(text_size: int) -> int:
    """Return the distance of two lines for a text of `text_size`, both in pixels."""
    return round(text_size * PITCH_EM)


def typeset(
    document: QTextDocument,
    sheet: Sheet,
    look: Look,
    script: Script,
    width: int,
    put_body: Callable[[QTextCursor], None] | None = None,
) -> None:
    """Fill `document`, `width` pixels wide, with `sheet`, whose words are in `script`.

    Formats and margins are set before the text goes in, in one piece: so it is laid out once. Where a body is more
    than plain paragraphs, `put_body` adds them, the first of them too, as blocks.
    """
    font = look.page_font(script)
    size = font.pixelSize()
    document.clear()
    document.setDefaultFont(font)
    set_margins(document, width, size)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    heading_px = round(size * _HEADING_EM)
    cursor.setBlockFormat(_block(pitch(heading_px), below=2))
    cursor.insertText(sheet.author, characters(look.heading_font(heading_px, script), look.tokens.ink))
    cursor.insertBlock(_block(SMALL_PX * 2, below=round(size * 0.9)), characters(look.interface_font(SMALL_PX), ""))
    cursor.insertText(sheet.byline, characters(look.interface_font(SMALL_PX + 1), look.tokens.second))
    if put_body is None:
        cursor.insertBlock(_paragraph(size), characters(font, look.tokens.ink))
        cursor.insertText(sheet.body)
    else:
        put_body(cursor)
    _close_up(cursor, sheet)
    cursor.endEditBlock()


def _close_up(cursor: QTextCursor, sheet: Sheet) -> None:
    """Set each loose mark of the body half as wide, by the font's own `halt`."""
    half = QTextCharFormat()
    # PySide6 6.8, the oldest that the app runs on, can't set a feature for a part of a text: there the marks stay.
    set_features = getattr(half, "setFontFeatures", None)
    if set_features is None:
        return
    set_features({QFont.Tag("halt"): 1})
    units, start = Utf16Map(sheet.body), sheet.body_start
    for marks in _LOOSE_MARKS.finditer(sheet.body):
        place = units.span_to_units(Span(*marks.span())).shifted(start)
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(half)


def side_of(width: int, text_size: int) -> int:
    """Return the margin at either side of a column of `MEASURE_EM` characters, centred in `width` pixels."""
    return max(_SIDE_PX, (width - MEASURE_EM * text_size) // 2)


def set_margins(document: QTextDocument, width: int, text_size: int) -> None:
    """Centre a column of `MEASURE_EM` characters in `width` pixels, narrower where there is no room for it."""
    side = side_of(width, text_size)
    frame = document.rootFrame()
    form = frame.frameFormat()
    if (form.leftMargin(), form.topMargin()) != (side, _TOP_PX):
        form.setLeftMargin(side)
        form.setRightMargin(side)
        form.setTopMargin(_TOP_PX)
        form.setBottomMargin(_BOTTOM_PX)
        frame.setFrameFormat(form)


def _paragraph(size: int) -> QTextBlockFormat:
    form = _block(pitch(size), below=round(size * GAP_EM))
    form.setTextIndent(INDENT_EM * size)
    form.setAlignment(Qt.AlignmentFlag.AlignJustify)
    return form


def _block(line_px: int, below: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(line_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setBottomMargin(below)
    return form


def characters(font: QFont, color: str) -> QTextCharFormat:
    """Return the format of words in `font`; "" leaves their colour as it is."""
    form = QTextCharFormat()
    form.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
    if color:
        form.setForeground(QColor(color))
    form.clearProperty(QTextFormat.Property.FontLetterSpacing)
    return form
