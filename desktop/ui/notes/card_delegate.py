"""One note in the panel: a bar of its pigment, the quote in the serif, the note below it in ink, the tags last.

A card that is open says all of its note; the note that is edited leaves room for the editor, where its words stood.

Heights are exact for cards that have been in sight, and reckoned from the number of characters for all others: to
break the lines of 2,000 cards takes half a second, to reckon them a fiftieth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.look import SMALL_PX
from desktop.ui.look.tooltip import tell_on_row
from desktop.ui.notes.card_text import CardPlace, CardText, Found, reckoned_height
from desktop.ui.notes.note_model import CardRole
from desktop.ui.wording.punctuation import introduced

if TYPE_CHECKING:
    from collections.abc import Container

    from PySide6.QtGui import QHelpEvent

    from desktop.annotations import Annotation, Color
    from desktop.ui.look.look import Look

    Index = QModelIndex | QPersistentModelIndex

_SIDE_PX = 18
_BAR_PX, _AFTER_BAR_PX = 4, 8
_RIGHT_PX = 18
"""Room for the scroll bar and for the frame of the editor, which must not lie on one another."""
_CARD_ABOVE_PX, _CARD_BELOW_PX, _BETWEEN_PX = 8, 12, 4
_HEADING_PX, _HEADING_ROW_PX = 12, 36
_QUOTE_PX, _NOTE_PX = 14, 14
_BROKEN_KEPT = 64
_QUOTE_LINES, _NOTE_LINES, _TAG_LINES = 3, 6, 2
_OPEN_QUOTE_LINES, _RECKONED_LINES = 24, 1_000_000
"""How much of a quote an open card shows: nine hundred characters at least; and more lines than a note has."""


class _Measured(NamedTuple):
    """How high a card is, in pixels: `annotation` in this `width`; `round` counts what else heights hang on.

    One that is only reckoned is of no round.
    """

    annotation: Annotation
    width: int
    round: int | None
    height: int


class CardWords(NamedTuple):
    """A text of a card, in its colour; of a passage, its number.

    The editor stands in the place of those `edited`, above the one `below` them.
    """

    text: CardText
    color: str
    passage: int | None = None
    edited: bool = False
    below: bool = False


class _Card(NamedTuple):
    """A card as it is set: each text with how far it is below the card's upper edge, and how high all is, in pixels.

    `room` is how far below that edge the editor's words stand, or the note's.
    """

    texts: tuple[tuple[CardWords, int], ...]
    room: int
    height: int


class Reading(NamedTuple):
    """Where a reader is in a card: the number of the text, a line by its first character, pixels below its top."""

    text: int
    place: CardPlace
    below: int


class NotesDelegate(QStyledItemDelegate):
    """Paints headings and cards, and tells how high they are in the view's width."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._measured: dict[str, _Measured] = {}
        self._round = 0
        self._stacked: tuple[tuple[Annotation | None, ...], int, list[int]] = ((), 0, [])
        self._broken: dict[tuple[str, int], _Card] = {}
        self._open: frozenset[str] = frozenset()
        self._edited: tuple[str, int] | None = None
        self._sought: tuple[str, ...] = ()
        self._whole: tuple[tuple[str, str, int], CardText] | None = None

    @property
    def width(self) -> int:
        """How wide the rows are: with the scroll bar's room, so that no line breaks elsewhere when that comes."""
        return self._view.width()

    @property
    def inside(self) -> QRect:
        """Where in a row's width the words of a card stand."""
        return QRect(_SIDE_PX + _BAR_PX + _AFTER_BAR_PX, 0, max(1, _inside(self.width)), 0)

    @property
    def open_cards(self) -> frozenset[str]:
        """The ids of the annotations whose cards say all of them."""
        return self._open

    def look_for(self, words: tuple[str, ...]) -> None:
        """Have these words marked wherever they stand in the cards; they are folded and in lower case."""
        self._sought = words
        self._view.viewport().update()

    @property
    def _found(self) -> Found | None:
        return Found(self._sought, QColor(self._look.tokens.found)) if self._sought else None

    def keep_open(self, ids: frozenset[str]) -> None:
        """Have the cards of just these annotations say all of them."""
        opened, closed, self._open = ids - self._open, self._open - ids, ids
        for annotation_id in opened | closed:
            self._set_anew(annotation_id)
        for annotation_id in closed:  # perhaps out of sight, where it is not measured
            self._measured.pop(annotation_id, None)
            self._stacked = ((), 0, [])

    def make_room(self, annotation_id: str | None, height: int = 0) -> None:
        """Leave so many pixels for the editor in this annotation's card; None: in none."""
        before, self._edited = self._edited, None if annotation_id is None else (annotation_id, height)
        if before != self._edited:
            for edited in filter(None, (before, self._edited)):
                self._set_anew(edited[0])

    def _set_anew(self, annotation_id: str) -> None:
        self._broken.pop((annotation_id, self.width), None)
        if annotation_id in self._measured:
            self._measured[annotation_id] = self._measured[annotation_id]._replace(round=None)

    def keep(self, ids: Container[str]) -> None:
        """Let go of the heights of annotations other than these: they were deleted, or are another thread's."""
        self._measured = {name: known for name, known in self._measured.items() if name in ids}

    def forget(self) -> None:
        """Have the cards in sight measured and set anew: fonts, colours or words are other ones."""
        self._round += 1
        self._broken = {}

    def measure(self, index: QModelIndex) -> bool:
        """Measure a card that is in sight; tell whether it is of another height than was said before."""
        annotation: Annotation | None = index.data(CardRole.ANNOTATION)
        width = self.width
        if annotation is None:
            return False
        before = self._height(annotation, width)
        if self._measured[annotation.id].round == self._round:
            return False
        height = self._card(index, annotation).height
        self._measured[annotation.id] = _Measured(annotation, width, self._round, height)
        heights = self._stacked[2]
        if height != before and index.row() < len(heights):
            heights[index.row()] = height
        return height != before

    def heights(self, annotations: tuple[Annotation | None, ...]) -> list[int]:
        """Return how high each card is in the view's width, or nearly so, in pixels; None stands for a heading."""
        width = self.width
        rows, known_width, heights = self._stacked
        # A view is laid out several times in a row when it is shown.
        if annotations is not rows or width != known_width:
            heights = [_HEADING_ROW_PX if one is None else self._height(one, width) for one in annotations]
            self._stacked = (annotations, width, heights)
        return heights

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        annotation: Annotation | None = index.data(CardRole.ANNOTATION)
        painter.save()
        if annotation is None:
            self._paint_heading(painter, rect, index)
        else:
            self._paint_ground(painter, rect, option.state)
            self._paint_card(painter, rect, index, annotation)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show in full what the card has no room for."""
        cut = [words.text.words for words, _ in self.texts(index) if not words.text.whole]
        told = filter(None, (*cut, index.data(CardRole.MOVED)))
        return tell_on_row("\n\n".join(told), event, view, option)

    def passage_at(self, index: Index, rect: QRect, y: int) -> int:
        """Return the number of the passage whose words are at the height `y` of the view; elsewhere, the first."""
        annotation: Annotation | None = index.data(CardRole.ANNOTATION)
        if annotation is None or len(annotation.passages) == 1:
            return 0
        for words, top in self.texts(index):
            if top <= y - rect.top() < top + words.text.height + _BETWEEN_PX:
                return words.passage or 0
        return 0

    def texts(self, index: Index) -> tuple[tuple[CardWords, int], ...]:
        """Return what a card says and how far below its upper edge, in pixels; nothing for a heading."""
        return self._card_at(index).texts

    def room(self, index: Index) -> int:
        """Return how far below the upper edge of its card a note's words stand, in pixels."""
        return self._card_at(index).room

    def reading_at(self, index: Index, height: int) -> Reading | None:
        """Return what stands so many pixels below a card's upper edge as it was laid out last; None in a heading."""
        annotation: Annotation | None = index.data(CardRole.ANNOTATION)
        card = self._broken.get((annotation.id, self._stacked[1])) if annotation else None
        above = [(number, top) for number, (_, top) in enumerate(card.texts) if top <= height] if card else []
        if card is None or not above:
            return None
        number, top = above[-1]
        text = card.texts[number][0].text
        place = text.at(height - top)
        return Reading(number, place, height - top - text.top_of(place))

    def top_of(self, index: Index, reading: Reading) -> int:
        """Return how far below the card's upper edge a reader is, in pixels."""
        texts = self.texts(index)
        if reading.text >= len(texts):
            return 0
        words, top = texts[reading.text]
        return top + words.text.top_of(reading.place) + reading.below

    # -- measuring --------------------------------------------------------------------------------------------

    def _height(self, annotation: Annotation, width: int) -> int:
        """Return the height measured, in whichever script that was, else the one reckoned."""
        known = self._measured.get(annotation.id)
        if known is None or known.annotation is not annotation or known.width != width:
            opened = annotation.id in self._open
            height = (
                known.height if known and opened and known.width == width else _reckoned(annotation, width, opened)
            )
            known = _Measured(annotation, width, None, height)
            self._measured[annotation.id] = known
        return known.height

    def _card_at(self, index: Index) -> _Card:
        """Return the card at `index` as it is set; a heading has no texts."""
        annotation: Annotation | None = index.data(CardRole.ANNOTATION)
        return self._card(index, annotation) if annotation else _Card((), 0, 0)

    def _card(self, index: Index, annotation: Annotation) -> _Card:
        """Return the card as it is set in the view's width; what was measured is painted right after."""
        key = (annotation.id, self.width)
        if key not in self._broken:
            if len(self._broken) > _BROKEN_KEPT:
                self._broken = {}
            self._broken[key] = self._set(self._break(index, annotation), annotation.id)
        return self._broken[key]

    def _set(self, texts: list[CardWords], annotation_id: str) -> _Card:
        """Put `texts` below one another, and the editor below those above the note, where it stands in this card."""
        room = self._edited[1] if self._edited and self._edited[0] == annotation_id else None
        placed: list[tuple[CardWords, int]] = []
        first = next((n for n, words in enumerate(texts) if words.edited or words.below), len(texts))
        top = _CARD_ABOVE_PX
        for words in texts[:first]:
            placed.append((words, top))
            top += words.text.height + _BETWEEN_PX
        stands = top
        if room is not None:
            top += room + _BETWEEN_PX
        for words in texts[first:]:
            if room is None or words.below:
                placed.append((words, top))
                top += words.text.height + _BETWEEN_PX
        return _Card(tuple(placed), stands, top - _BETWEEN_PX + _CARD_BELOW_PX)

    def _break(self, index: Index, annotation: Annotation) -> list[CardWords]:
        tokens, look, inside = self._look.tokens, self._look, _inside(self.width)
        opened = annotation.id in self._open
        texts = self._break_quotes(index, annotation, inside)
        if was := str(index.data(CardRole.WAS)):
            most = _OPEN_QUOTE_LINES if opened else _TAG_LINES
            texts.append(CardWords(CardText(was, look.frame_font(SMALL_PX), inside, most), tokens.second))
        edited = self._edited is not None and self._edited[0] == annotation.id
        if annotation.note and not edited:
            texts.append(CardWords(self._note(annotation.note, inside, opened=opened), tokens.ink, edited=True))
        if annotation.tags and not edited:
            words = _tag_line(annotation)
            text = CardText(words, look.note_font(words, SMALL_PX), inside, None if opened else _TAG_LINES)
            texts.append(CardWords(text, tokens.second, edited=True))
        if hint := str(index.data(CardRole.HINT)):
            text = CardText(hint, look.interface_font(SMALL_PX), inside, _TAG_LINES)
            texts.append(CardWords(text, tokens.accent, below=True))
        return texts

    def _note(self, note: str, inside: int, *, opened: bool) -> CardText:
        """Return the reader's own words; the whole of a note stays broken, since a flip leaves it as it is."""
        font = self._look.note_font(note)
        if not opened:
            return CardText(note, font, inside, _NOTE_LINES)
        key = (note, font.key(), inside)
        if self._whole is None or self._whole[0] != key:
            self._whole = (key, CardText(note, font, inside, None))
        return self._whole[1]

    def _break_quotes(self, index: Index, annotation: Annotation, inside: int) -> list[CardWords]:
        """Return the passages in the ink of the card; above a note they step back, so that the two are told apart."""
        tokens, look = self._look.tokens, self._look
        quote, small = look.quote_font(_QUOTE_PX), look.frame_font(SMALL_PX)
        noted = annotation.note or (self._edited and self._edited[0] == annotation.id)
        ink = tokens.second if noted else tokens.ink
        most = _OPEN_QUOTE_LINES if annotation.id in self._open else _QUOTE_LINES
        texts = [CardWords(CardText(str(index.data()), quote, inside, most), ink, 0)]
        for number, (author, words, placed) in enumerate(index.data(CardRole.PASSAGES), 1):
            owner = CardText(introduced(author or "?"), small, inside, 1)
            texts.append(CardWords(owner, tokens.second if placed else tokens.accent, number))
            color = ink if placed else tokens.second
            texts.append(CardWords(CardText(words, quote, inside, most), color, number))
        return texts

    # -- painting ---------------------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, rect: QRect, index: Index) -> None:
        font = self._look.interface_font if index.data(CardRole.OURS) else self._look.frame_font
        painter.setFont(font(_HEADING_PX))
        painter.setPen(QColor(self._look.tokens.second))
        place = rect.adjusted(_SIDE_PX, 12, -_RIGHT_PX, -4)
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

    def _paint_card(self, painter: QPainter, rect: QRect, index: Index, annotation: Annotation) -> None:
        high = rect.height() - _CARD_ABOVE_PX - _CARD_BELOW_PX
        bar = QRectF(rect.left() + _SIDE_PX, rect.top() + _CARD_ABOVE_PX, _BAR_PX, high)
        _paint_bar(painter, bar, annotation.color, self._look)
        for words, top in self._card(index, annotation).texts:
            painter.setPen(QColor(words.color))
            words.text.draw(painter, QPointF(bar.right() + _AFTER_BAR_PX, rect.top() + top), self._found)


def _paint_bar(painter: QPainter, bar: QRectF, color: Color, look: Look) -> None:
    """Paint the bar of pigment beside a quote: its wash, within its edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.tokens.mark_edge(color), 0.75))
    painter.setBrush(look.tokens.mark(color))
    painter.drawRoundedRect(bar, 2, 2)


def _reckoned(annotation: Annotation, width: int, opened: bool) -> int:
    first, *further = annotation.passages
    inside, quote = _inside(width), first.anchor.exact
    quoted = _OPEN_QUOTE_LINES if opened else _QUOTE_LINES
    if not (annotation.note or annotation.tags or further):
        return reckoned_height(quote, _QUOTE_PX, inside, quoted) + _around(1)
    heights = [
        reckoned_height(words, pixels, inside, most)
        for words, pixels, most in (
            (quote, _QUOTE_PX, quoted),
            *((passage.author or "?", SMALL_PX, 1) for passage in further),
            *((passage.anchor.exact, _QUOTE_PX, quoted) for passage in further),
            (annotation.note, _NOTE_PX, _RECKONED_LINES if opened else _NOTE_LINES),
            (_tag_line(annotation), SMALL_PX, _TAG_LINES),
        )
        if words
    ]
    return sum(heights) + _around(len(heights))


def _inside(width: int) -> int:
    return width - _SIDE_PX - _BAR_PX - _AFTER_BAR_PX - _RIGHT_PX


def _around(texts: int) -> int:
    """Return the height of a card beside that of its texts."""
    return _CARD_ABOVE_PX + _BETWEEN_PX * (texts - 1) + _CARD_BELOW_PX


def _tag_line(annotation: Annotation) -> str:
    return "  ".join(f"#{tag}" for tag in annotation.tags)
