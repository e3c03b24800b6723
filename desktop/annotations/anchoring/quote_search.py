"""Searching a text for the words of anchors, many at a time: exact copies, and places that are like them.

An index of three-character pieces is made of one pass over the text, of those pieces only that are asked for.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations.anchoring.candidates import Candidate, weighed
from desktop.annotations.anchoring.textdiff import PRODUCT_LIMIT, align_closely
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.annotations.anchoring.candidates import FoldedQuote

_PIECE = 3
_MANY = 64
"""As many copies of a quote are weighed; of more, those beside which a context goes on."""

_COMMON = 200
"""A piece that stands more often than this says little about a place."""

_PIECES_ASKED, _PLACES_TRIED, _PLACES_KEPT = 24, 8, 16
"""Bounds on the work for one quote: the rarest pieces, the places that most of them name, the best of all places."""


class _Stretch(NamedTuple):
    """Where a quote may begin: from the code point `first` to `last`, and how many pieces say so."""

    first: int
    last: int
    votes: int


class QuoteSearch:
    """A text, folded, prepared for the search of `sought`."""

    def __init__(self, text: str, sought: Iterable[FoldedQuote]) -> None:
        self._text = text
        wanted = {piece for words in sought for _, piece in _pieces(words)}
        self._places: dict[str, list[int]] = defaultdict(list)
        for start in range(len(text) - _PIECE + 1):
            piece = text[start : start + _PIECE]
            if piece in wanted:
                self._places[piece].append(start)

    def candidates(self, words: FoldedQuote) -> list[Candidate]:
        """Return the places that are like `words`, likeliest first; of places that mostly overlap, the likeliest."""
        return self._weighed(words, (*self._copies(words), *self._likenesses(words)))

    def copies(self, words: FoldedQuote) -> list[Candidate]:
        """Return the places where the quote stands word for word, in the likest surroundings first."""
        return self._weighed(words, self._copies(words))

    def _weighed(self, words: FoldedQuote, spans: Iterable[Span]) -> list[Candidate]:
        found = sorted((weighed(words, self._text, span) for span in dict.fromkeys(spans)), key=_best_first)
        return _apart(found)

    def _copies(self, words: FoldedQuote) -> list[Span]:
        """Return where the quote stands word for word, overlapping ones too."""
        size = len(words.exact)
        found = [Span(start, start + size) for start in self._starts(words.exact)]
        if len(found) > _MANY:
            found = [span for span in found if self._goes_on(words, span)]
        return found[:_MANY]

    def _starts(self, quote: str) -> Iterator[int]:
        if len(quote) < _PIECE:
            start = self._text.find(quote) if quote else -1
            while start >= 0:
                yield start
                start = self._text.find(quote, start + 1)
            return
        offset = min(range(len(quote) - _PIECE + 1), key=lambda i: len(self._at(quote[i : i + _PIECE])))
        for place in self._at(quote[offset : offset + _PIECE]):
            if place >= offset and self._text.startswith(quote, place - offset):
                yield place - offset

    def _at(self, piece: str) -> Sequence[int]:
        return self._places.get(piece, ())

    def _goes_on(self, words: FoldedQuote, span: Span) -> bool:
        """Tell whether the two characters next to `span`, on either side, are those that the anchor knows."""
        before, after = words.prefix[-2:], words.suffix[:2]
        return self._text.endswith(before, 0, span.start) or self._text.startswith(after, span.end)

    def _likenesses(self, words: FoldedQuote) -> Iterator[Span]:
        """Yield places that are made out by pieces of the quote or of its contexts."""
        for stretch in self._stretches(words):
            for fitted in (self._in_context(words, stretch), self._alone(words, stretch)):
                if fitted:
                    yield fitted

    def _stretches(self, words: FoldedQuote) -> list[_Stretch]:
        """Return where the rarest pieces of `words` say that the quote begins, most pieces first."""
        told = [(offset, places) for offset, piece in _pieces(words) if 0 < len(places := self._at(piece)) <= _COMMON]
        told.sort(key=lambda pair: len(pair[1]))
        starts = sorted(place - offset for offset, places in told[:_PIECES_ASKED] for place in places)
        slack = _slack(words)
        stretches: list[_Stretch] = []
        for start in starts:
            if stretches and start - stretches[-1].last <= slack and start - stretches[-1].first <= 2 * slack:
                stretches[-1] = _Stretch(stretches[-1].first, start, stretches[-1].votes + 1)
            else:
                stretches.append(_Stretch(start, start, 1))
        return sorted(stretches, key=lambda stretch: -stretch.votes)[:_PLACES_TRIED]

    def _in_context(self, words: FoldedQuote, stretch: _Stretch) -> Span | None:
        """Return where the quote stands if the anchor's whole passage is laid over the text there."""
        slack = _slack(words)
        start = max(0, stretch.first - len(words.prefix) - slack)
        there = self._text[start : max(0, stretch.last) + len(words.exact) + len(words.suffix) + slack]
        quote = Span(len(words.prefix), len(words.prefix) + len(words.exact))
        image = align_closely(words.passage, there).image(quote)
        return image.span.shifted(start) if image else None

    def _alone(self, words: FoldedQuote, stretch: _Stretch) -> Span | None:
        """Return where the quote stands if it is laid over the text there by itself."""
        from rapidfuzz import fuzz

        slack = _slack(words)
        start = max(0, stretch.first - slack)
        there = self._text[start : max(0, stretch.last) + len(words.exact) + slack]
        if not 0 < len(words.exact) * len(there) <= PRODUCT_LIMIT:
            return None
        window = fuzz.partial_ratio_alignment(words.exact, there)
        if window is None or window.dest_start == window.dest_end:
            return None
        return Span(start + window.dest_start, start + window.dest_end)


def _pieces(words: FoldedQuote) -> Iterator[tuple[int, str]]:
    """Yield the pieces of the passage, each with its distance from where the quote begins."""
    passage = words.passage
    for start in range(len(passage) - _PIECE + 1):
        yield start - len(words.prefix), passage[start : start + _PIECE]


def _slack(words: FoldedQuote) -> int:
    """Return by how many code points edits may have moved one end of a passage against the other."""
    return 8 + len(words.exact) // 2


def _best_first(candidate: Candidate) -> tuple[float, Span]:
    return -candidate.score, candidate.span


def _apart(found: list[Candidate]) -> list[Candidate]:
    """Return the first of `found` that share at most half of their words with any before them."""
    kept: list[Candidate] = []
    for candidate in found:
        if len(kept) == _PLACES_KEPT:
            break
        if not any(_is_same_place(candidate.span, other.span) for other in kept):
            kept.append(candidate)
    return kept


def _is_same_place(span: Span, other: Span) -> bool:
    shared = span.intersection(other)
    return shared is not None and 2 * len(shared) > min(len(span), len(other))
