"""How like an anchor a place in a text is: the rules by which a place is taken, offered or refused.

Hypothesis's client weighs quote, prefix and suffix 50 : 20 : 20 and takes the best place, however bad. Here a place
needs a floor, and a margin before the next best.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations.anchoring.filling import PRODUCT_LIMIT
from desktop.annotations.anchoring.textdiff import align

if TYPE_CHECKING:
    from desktop.text import Span

FLOOR = 0.72
MARGIN = 0.04
"""Without the old text, a floor of 0.6 finds 2 % more and one of 0.8 halves what is silently wrong, with 3 % less."""

HALF = 0.5
"""The least likeness of the quote, and of one of its contexts."""

_QUOTE_WEIGHT, _CONTEXT_WEIGHT = 50, 20
_STRETCH = 1.5
"""How far beyond its length a context may lie, so that an insertion within it costs little."""


class Words(NamedTuple):
    """The words of an anchor, folded."""

    exact: str
    prefix: str
    suffix: str

    @property
    def passage(self) -> str:
        """The quote in its context."""
        return self.prefix + self.exact + self.suffix


class Candidate(NamedTuple):
    """A place in a text, and how like the anchor it is there, each from 0 to 1.

    `before` and `after` are None where the anchor has no context: it was made at an end of its text.
    """

    span: Span
    quote: float
    before: float | None
    after: float | None

    @property
    def context(self) -> float:
        """The better of both contexts; 1 when there is none to compare."""
        known = [side for side in (self.before, self.after) if side is not None]
        return max(known, default=1.0)

    @property
    def score(self) -> float:
        """The weighted likeness of the whole."""
        known = [side for side in (self.before, self.after) if side is not None]
        total = _QUOTE_WEIGHT * self.quote + _CONTEXT_WEIGHT * sum(known)
        return total / (_QUOTE_WEIGHT + _CONTEXT_WEIGHT * len(known))

    @property
    def is_likely(self) -> bool:
        """Tell whether the place may be taken, if no other is nearly as good."""
        return self.quote >= HALF and self.context >= HALF and self.score >= FLOOR


def weighed(words: Words, text: str, span: Span) -> Candidate:
    """Return how like `words` the place `span` of `text`, folded, is."""
    reach = int(len(words.prefix) * _STRETCH), int(len(words.suffix) * _STRETCH)
    return Candidate(
        span,
        _similarity(words.exact, span.of(text)),
        _survival(words.prefix, text[max(0, span.start - reach[0]) : span.start]),
        _survival(words.suffix, text[span.end : span.end + reach[1]]),
    )


def _similarity(quote: str, there: str) -> float:
    """Return how like `quote` the words `there` are: by Levenshtein distance, or by what long ones have in common."""
    from rapidfuzz.distance import Levenshtein

    if len(quote) * len(there) <= PRODUCT_LIMIT:
        return Levenshtein.normalized_similarity(quote, there)
    return sum(run.length for run in align(quote, there).by_old) / max(len(quote), len(there))


def _survival(context: str, there: str) -> float | None:
    """Return which part of `context` stands in order in the text `there`; None without a context."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(context, there) / len(context) if context else None
