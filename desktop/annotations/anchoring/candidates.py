"""Places that may be an anchor's: how like it they are, and which is taken, offered to the reader or refused.

Hypothesis's client weighs quote, prefix and suffix 50 : 20 : 20 and takes the best place, however bad. Here a place
needs a floor, and a margin before the next best; where there is none, the reader is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations.anchoring.anchors import LOST, Placement, PlacementState
from desktop.annotations.anchoring.textdiff import PRODUCT_LIMIT, align
from desktop.annotations.values import How

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.text import Span

FLOOR = 0.72
MARGIN = 0.04
"""Without the old text, a floor of 0.6 finds 2 % more and one of 0.8 halves what is silently wrong, with 3 % less."""

HALF = 0.5
"""The least likeness of the quote, and of one of its contexts."""

_QUOTE_WEIGHT, _CONTEXT_WEIGHT = 50, 20
_STRETCH = 1.5
"""How far beyond its length a context may lie, so that an insertion within it costs little."""

SPEAKS_FOR_ITSELF = 8
"""From this many code points on, what is the same word for word isn't so by chance."""

SURE = 0.9
"""From this score on, the only copy of a quote is taken without a search for what is merely like it."""

AGREEMENT_WEIGHT = 0.3
"""What the neighbours' agreement weighs beside the likeness of the words."""

FAINT = 0.4
"""The least score of a passage that was followed to where the comparison of both texts says it is."""

LONG_HELD = 16
"""From this many code points on, what two texts share where a passage went tells its place without any likeness."""

_FEW = 8
"""As many places are offered at most when the reader is asked."""

_WORTH_ASKING, _SHORTEST = 0.8, 4
"""How like its quote a place must be, and how long, to be offered although its context has gone."""


class FoldedQuote(NamedTuple):
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


def weighed(words: FoldedQuote, text: str, span: Span) -> Candidate:
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


def taken(candidate: Candidate, how: How) -> Placement:
    """Return the placement at `candidate`, found `how`."""
    return Placement(candidate.span, PlacementState.MOVED, how=how, score=round(candidate.score, 3))


def followed(candidate: Candidate, held: int) -> Placement:
    """Return what is made of the place that a passage was followed to, with `held` code points in runs.

    A passage of which half went elsewhere is hardly like itself; then the runs alone can be sure of the place, if
    they are long.
    """
    is_sure = candidate.score >= FAINT or held >= LONG_HELD
    return taken(candidate, How.DIFF) if is_sure else asked([candidate], How.DIFF)


def clear_winner(found: Sequence[Candidate]) -> Candidate | None:
    """Return the likely one of `found`, likeliest first, if no other is nearly as good."""
    near = _nearest([c for c in found if c.is_likely], lambda c: c.score)
    return near[0] if len(near) == 1 else None


def judged(found: Sequence[Candidate], agreement: Callable[[Candidate], float]) -> Placement:
    """Return what is made of `found`; `agreement` is the part of the neighbours, 0 to 1, that speaks for one."""
    likely = [c for c in found if c.is_likely]
    if not likely:
        return _offered([c for c in found if c.quote >= _WORTH_ASKING and len(c.span) >= _SHORTEST])
    near = _nearest(likely, lambda c: c.score + AGREEMENT_WEIGHT * agreement(c))
    if len(near) == 1 and agreement(near[0]) >= 0.5:
        return taken(near[0], How.QUOTE)
    return _offered(near)


def judged_afresh(fresh: Sequence[Candidate]) -> Placement:
    """Return what is made of `fresh`, places that were not in the old text: a copy there can only be a moved one."""
    copies = [c for c in fresh if c.quote == 1.0 and len(c.span) >= SPEAKS_FOR_ITSELF]
    return taken(copies[0], How.QUOTE) if len(copies) == 1 else judged(fresh, lambda _: 1.0)


def _nearest(found: Sequence[Candidate], merit: Callable[[Candidate], float]) -> list[Candidate]:
    """Return the best of `found` and those that come within the margin of it, best first."""
    ranked = sorted(found, key=merit, reverse=True)
    return [c for c in ranked if merit(c) > merit(ranked[0]) - MARGIN]


def _offered(found: Sequence[Candidate]) -> Placement:
    """Return the question which of `found` is meant; LOST if there is none."""
    if not found:
        return LOST
    return asked(found, How.QUOTE)


def asked(found: Sequence[Candidate], how: How) -> Placement:
    """Return the question which of `found`, likeliest first and at least one, is meant; they were found `how`."""
    spans = tuple(c.span for c in found[:_FEW])
    return Placement(None, PlacementState.UNCERTAIN, spans, how, round(found[0].score, 3))
