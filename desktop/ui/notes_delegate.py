"""One note in the panel: a bar of its pigment, the quote in the serif, the note below it in ink, the tags last.

Heights are exact for cards that have been in sight, and reckoned from the number of characters for all others: to
break the lines of 2,000 cards takes half a second, to reckon them a fiftieth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.script import Script, SourceScript, detect_script
from desktop.ui.card_text import CardText, reckoned_height
from desktop.ui.look import SMALL_PX
from desktop.ui.notes_model import Role
from desktop.ui.punctuation import introduced
from desktop.ui.tooltip import as_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent

    from desktop.annotations import Annotation, Color
    from desktop.ui.look import Look

SIDE_PX = 18
BAR_PX, AFTER_BAR_PX = 4, 8
_RIGHT_PX = 14
_CARD_ABOVE_PX, _CARD_BELOW_PX, _BETWEEN_PX = 8, 12, 4
_HEADING_PX, _HEADING_ROW_PX = 12, 36
_QUOTE_PX, _NOTE_PX = 14, 14
_BROKEN_KEPT = 64
_QUOTE_LINES, _NOTE_LINES, _TAG_LINES = 3, 6, 2


class _Measured(NamedTuple):
    """How high a card is, in pixels: `annotation` in this `width`; `round` counts what else heights hang on.

    One that is only reckoned is of no round.
    """

    annotation: Annotation
    width: int
    round: int | None
    height: int


class Words(NamedTuple):
    """A text of a card, in its colour; of a passage, its number."""

    text: CardText
    color: str
    passage: int | None = None


class NotesDelegate(QStyledItemDelegate):
    """Paints headings and cards, and tells how high they are in the view's width."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._measured: dict[str, _Measured] = {}
        self._round = 0
        self._stacked: tuple[tuple[Annotation | None, ...], int, list[int]] = ((), 0, [])
        self._broken: dict[tuple[str, int], list[Words]] = {}

    def forget(self) -> None:
        """Have the cards in sight measured and set anew: fonts, colours or words are other ones."""
        self._round += 1
        self._broken = {}

    def measure(self, index: QModelIndex) -> bool:
        """Measure a card that is in sight; tell whether it is of another height than was said before."""
        annotation: Annotation | None = index.data(Role.ANNOTATION)
        width = self._view.viewport().width()
        if annotation is None:
            return False
        before = self._height(annotation, width)
        if self._measured[annotation.id].round == self._round:
            return False
        texts = self._texts(index, annotation, width)
        height = round(sum(words.text.height for words in texts)) + _around(len(texts))
        self._measured[annotation.id] = _Measured(annotation, width, self._round, height)
        if height != before:
            self._stacked = ((), 0, [])
        return height != before

    def heights(self, annotations: tuple[Annotation | None, ...]) -> list[int]:
        """Return how high each card is in the view's width, or nearly so, in pixels; None stands for a heading."""
        width = self._view.viewport().width()
        rows, known_width, heights = self._stacked
        # A view is laid out several times in a row when it is shown.
        if annotations is not rows or width != known_width:
            heights = [_HEADING_ROW_PX if one is None else self._height(one, width) for one in annotations]
            self._stacked = (annotations, width, heights)
        return heights

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        annotation: Annotation | None = index.data(Role.ANNOTATION)
        painter.save()
        if annotation is None:
            self._paint_heading(painter, rect, index)
        else:
            self._paint_ground(painter, rect, option.state)
            self._paint_card(painter, rect, index, annotation)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show in full what the card has no room for."""
        annotation: Annotation | None = index.data(Role.ANNOTATION)
        rect: QRect = option.rect
        texts = self._texts(index, annotation, rect.width()) if annotation else []
        cut = [each.text.words for each in texts if not each.text.whole]
        words = "\n\n".join(filter(None, (*cut, annotation and str(index.data(Role.MOVED)))))
        QToolTip.showText(event.globalPos(), as_tooltip(words), view, rect)
        return True

    def passage_at(self, index: QModelIndex | QPersistentModelIndex, rect: QRect, y: int) -> int:
        """Return the number of the passage whose words are at the height `y` of the view; elsewhere, the first."""
        annotation: Annotation | None = index.data(Role.ANNOTATION)
        if annotation is None or not annotation.also:
            return 0
        top = float(rect.top() + _CARD_ABOVE_PX)
        for words in self._texts(index, annotation, rect.width()):
            if top <= y < top + words.text.height + _BETWEEN_PX:
                return words.passage or 0
            top += words.text.height + _BETWEEN_PX
        return 0

    def texts(self, index: QModelIndex | QPersistentModelIndex, width: int) -> tuple[Words, ...]:
        """Return what a card of `width` pixels says, from top to bottom; nothing for a heading."""
        annotation: Annotation | None = index.data(Role.ANNOTATION)
        return tuple(self._texts(index, annotation, width)) if annotation else ()

    # -- measuring --------------------------------------------------------------------------------------------

    def _height(self, annotation: Annotation, width: int) -> int:
        """Return the height measured, in whichever script that was, else the one reckoned."""
        known = self._measured.get(annotation.id)
        if known is None or known.annotation is not annotation or known.width != width:
            known = _Measured(annotation, width, None, _reckoned(annotation, width))
            self._measured[annotation.id] = known
        return known.height

    def _texts(self, index: QModelIndex | QPersistentModelIndex, annotation: Annotation, width: int) -> list[Words]:
        """Return the card's texts, broken to `width` pixels of the row; what was measured is painted right after."""
        key = (annotation.id, width)
        if key not in self._broken:
            if len(self._broken) > _BROKEN_KEPT:
                self._broken = {}
            self._broken[key] = self._break(index, annotation, width)
        return self._broken[key]

    def _break(self, index: QModelIndex | QPersistentModelIndex, annotation: Annotation, width: int) -> list[Words]:
        tokens, look, inside = self._look.tokens, self._look, _inside(width)
        texts = self._break_quotes(index, annotation, inside)
        if was := str(index.data(Role.WAS)):
            texts.append(Words(CardText(was, look.frame_font(SMALL_PX), inside, _TAG_LINES), tokens.second))
        if annotation.note:
            font = look.script_font(_script_of(annotation.note), _NOTE_PX)
            texts.append(Words(CardText(annotation.note, font, inside, _NOTE_LINES), tokens.ink))
        if annotation.tags:
            words = _tag_line(annotation)
            font = look.script_font(_script_of(words), SMALL_PX)
            texts.append(Words(CardText(words, font, inside, _TAG_LINES), tokens.second))
        if hint := str(index.data(Role.HINT)):
            texts.append(Words(CardText(hint, look.interface_font(SMALL_PX), inside, _TAG_LINES), tokens.accent))
        return texts

    def _break_quotes(
        self, index: QModelIndex | QPersistentModelIndex, annotation: Annotation, inside: int
    ) -> list[Words]:
        """Return the passages in the ink of the card; above a note they step back, so that the two are told apart."""
        tokens, look = self._look.tokens, self._look
        quote, small = look.page_font(_QUOTE_PX), look.frame_font(SMALL_PX)
        ink = tokens.second if annotation.note else tokens.ink
        texts = [Words(CardText(str(index.data()), quote, inside, _QUOTE_LINES), ink, 0)]
        for number, (author, words, placed) in enumerate(index.data(Role.PASSAGES), 1):
            owner = CardText(introduced(author or "?"), small, inside, 1)
            texts.append(Words(owner, tokens.second if placed else tokens.accent, number))
            color = ink if placed else tokens.second
            texts.append(Words(CardText(words, quote, inside, _QUOTE_LINES), color, number))
        return texts

    # -- painting ---------------------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        font = self._look.interface_font if index.data(Role.OURS) else self._look.frame_font
        painter.setFont(font(_HEADING_PX))
        painter.setPen(QColor(self._look.tokens.second))
        place = rect.adjusted(SIDE_PX, 12, -_RIGHT_PX, -4)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        """Lay the active card on the page's own paper, over the panel's edge: it opens onto the page."""
        tokens = self._look.tokens
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.page))
        elif state & QStyle.StateFlag.State_MouseOver:
            hover = QColor(tokens.raised)
            hover.setAlphaF(0.5)
            painter.fillRect(rect.adjusted(1, 0, 0, 0), hover)

    def _paint_card(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        annotation: Annotation,
    ) -> None:
        high = rect.height() - _CARD_ABOVE_PX - _CARD_BELOW_PX
        bar = QRectF(rect.left() + SIDE_PX, rect.top() + _CARD_ABOVE_PX, BAR_PX, high)
        paint_bar(painter, bar, annotation.color, self._look)
        top = float(rect.top() + _CARD_ABOVE_PX)
        for words in self._texts(index, annotation, rect.width()):
            painter.setPen(QColor(words.color))
            words.text.draw(painter, QPointF(bar.right() + AFTER_BAR_PX, top))
            top += words.text.height + _BETWEEN_PX


def paint_bar(painter: QPainter, bar: QRectF, color: Color, look: Look) -> None:
    """Paint the bar of pigment beside a quote: its wash, within its edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.tokens.mark_edge(color), 0.75))
    painter.setBrush(look.tokens.mark(color))
    painter.drawRoundedRect(bar, 2, 2)


def _script_of(words: str) -> Script:
    """Return the script that the reader wrote `words` in: its glyphs stay when the page is flipped."""
    return Script.SIMPLIFIED if detect_script(words) is SourceScript.SIMPLIFIED else Script.TRADITIONAL


def _reckoned(annotation: Annotation, width: int) -> int:
    inside, quote = _inside(width), annotation.anchor.exact
    if not (annotation.note or annotation.tags or annotation.also):
        return round(reckoned_height(quote, _QUOTE_PX, inside, _QUOTE_LINES)) + _around(1)
    heights = [
        reckoned_height(words, pixels, inside, most)
        for words, pixels, most in (
            (quote, _QUOTE_PX, _QUOTE_LINES),
            *((passage.author or "?", SMALL_PX, 1) for passage in annotation.also),
            *((passage.anchor.exact, _QUOTE_PX, _QUOTE_LINES) for passage in annotation.also),
            (annotation.note, _NOTE_PX, _NOTE_LINES),
            (_tag_line(annotation), SMALL_PX, _TAG_LINES),
        )
        if words
    ]
    return round(sum(heights)) + _around(len(heights))


def _inside(width: int) -> int:
    return width - SIDE_PX - BAR_PX - AFTER_BAR_PX - _RIGHT_PX


def _around(texts: int) -> int:
    """Return the height of a card beside that of its texts."""
    return _CARD_ABOVE_PX + _BETWEEN_PX * (texts - 1) + _CARD_BELOW_PX


def _tag_line(annotation: Annotation) -> str:
    return "  ".join(f"#{tag}" for tag in annotation.tags)
