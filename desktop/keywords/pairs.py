"""What two answers share and what only one of them has: their words beside each other."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from desktop.keywords.finding import Searched, find_each
from desktop.keywords.leading import weight
from desktop.keywords.vocabulary import Vocabulary, ranked, vocabularies
from desktop.segmentation import Segmenter, default_segmenter

if TYPE_CHECKING:
    from desktop.documents.document import Document
    from desktop.keywords.concepts import Concepts
    from desktop.keywords.vocabulary import Term

_MIN_COUNT = 2
# Where too few words come twice, an answer may lead with such as come once.
_FEW = 8
_LOOKED_AT = 4
"""So many times the words that are wanted are counted in both answers: many turn out to be shared."""


class PairTerm(NamedTuple):
    """A word, as an answer writes it that has it, and how many places it has in the first and in the second."""

    text: str
    first: int
    second: int


class PairTerms(NamedTuple):
    """The words of two answers, best first: those of both, and those that only the first or only the second has."""

    shared: tuple[PairTerm, ...] = ()
    only_first: tuple[PairTerm, ...] = ()
    only_second: tuple[PairTerm, ...] = ()


def pair_terms(
    document: Document,
    first: int,
    second: int,
    segmenter: Segmenter | None = None,
    *,
    limit: int = 12,
    concepts: Concepts | None = None,
) -> PairTerms:
    """Return at most `limit` words of each kind of the answers with the indexes `first` and `second`.

    A count is the number of hits of `find_terms` in that answer, blind to script and by `concepts` (None: those that
    ship with the app), so that what only one answer has is nowhere in the other, within a longer word neither. A word
    scores as a leading term does: (1 + ln count) times how much it tells; one of both by the answer that has it less.
    """
    chosen = segmenter or default_segmenter()
    words = vocabularies(document, chosen, concepts)
    both = words[first], words[second]
    found: dict[str, tuple[float, PairTerm]] = {}
    for side, own in enumerate(both):
        terms = [term for term in _candidates(own, chosen, _LOOKED_AT * limit) if own.key(term.text) not in found]
        counts = _hits(both[1 - side], terms)
        for term, count in zip(terms, counts, strict=True):
            key = own.key(term.text)
            pair = PairTerm(term.text, *((term.count, count) if side == 0 else (count, term.count)))
            less = min(term.count, count) or term.count
            found[key] = (1 + log(less)) * weight(own, key, chosen), pair
    best = [pair for _, pair in sorted(found.values(), key=lambda scored: -scored[0])]
    return PairTerms(
        tuple(pair for pair in best if pair.first and pair.second)[:limit],
        tuple(pair for pair in best if not pair.second)[:limit],
        tuple(pair for pair in best if not pair.first)[:limit],
    )


def _candidates(own: Vocabulary, segmenter: Segmenter, limit: int) -> tuple[Term, ...]:
    """Return the words of an answer that may be worth telling of: those that it has twice, and if few, all known."""
    keys = [key for key, count in own.counts.items() if count >= _MIN_COUNT]
    if len(keys) < _FEW:
        keys = [key for key in own.counts if own.counts[key] >= _MIN_COUNT or _is_known(own, key, segmenter)]
    scores = {key: (1 + log(own.counts[key])) * weight(own, key, segmenter) for key in keys}
    return tuple(term for term in ranked(scores, own, limit) if term.count)


def _is_known(own: Vocabulary, key: str, segmenter: Segmenter) -> bool:
    """Tell whether a word is in the dictionary: seen once and in none, it is as likely a slip of the segmentation."""
    return segmenter.frequency(own.simplified[key]) > 0


def _hits(other: Vocabulary, terms: list[Term]) -> list[int]:
    """Return how many places each of `terms` has in the other answer."""
    words = [term.text for term in terms]
    return [len(places) for places in find_each(Searched(other.searched), words, other.concepts)]
