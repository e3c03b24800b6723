"""Keyness: the words by which one author differs from the others in the thread."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from math import log, log2
from typing import TYPE_CHECKING

from desktop.keywords.leading import weight
from desktop.keywords.vocabulary import Term, Vocabulary, ranked, vocabularies
from desktop.segmentation import Segmenter, default_segmenter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.documents.document import Document
    from desktop.keywords.concepts import Concepts

_MIN_COUNT = 2
# The critical value of chi squared with one degree of freedom at p = 0.05, as is usual for keyness.
_MIN_KEYNESS = 3.84
_ENOUGH = 8
"""How many terms an author gets if the words are there, whether the statistics can say so much or not."""


class Evidence(StrEnum):
    """What speaks for it that a term sets an author apart."""

    SIGNIFICANT = "significant"
    """The author uses it twice or more, and more often than the others by more than chance would have (p < 0.05)."""
    SUGGESTIVE = "suggestive"
    """The author uses it more often than the others, but too seldom for the statistics to say more."""


@dataclass(frozen=True, slots=True)
class DistinctiveTerm(Term):
    """A term that sets an author apart: `score` is its G²."""

    log_ratio: float = 0.0
    """The effect size: how many times the author's share of it doubles that of the others (Hardie's Log Ratio)."""
    answers: int = 0
    """How many answers of the thread use it."""
    evidence: Evidence = Evidence.SIGNIFICANT


def distinctive_terms(
    document: Document, segmenter: Segmenter | None = None, *, limit: int = 30, concepts: Concepts | None = None
) -> Mapping[str, Sequence[DistinctiveTerm]]:
    """Return at most `limit` terms by author that set the author apart from all others, best first.

    The score is the log-likelihood ratio G² (Dunning 1993; Rayson and Garside 2000) of the author's content words
    against everybody else's; where nobody else speaks, against jieba's corpus. Only words that the author uses more
    often than the others: twice or more and significantly so (p < 0.05) as long as there are such, and up to eight in
    all of which no statistics can say that, with their `evidence`. The question's own words are nobody's here.
    `count` is the number of hits of `find_terms` in the author's answers; a concept counts as one word. `segmenter`
    defaults to the process's own, `concepts` to those that ship with the app.
    """
    chosen = segmenter or default_segmenter()
    words = vocabularies(document, chosen, concepts)
    authors = _by_author(document, words)
    used = Counter(key for vocabulary in words for key in vocabulary.counts)
    everyone = Counter[str]()
    for own in authors.values():
        everyone.update(own.counts)
    return {author: _distinctive(own, everyone, used, chosen, limit) for author, own in authors.items()}


def keyness(count: int, size: int, other_count: int, other_size: int) -> float:
    """Return G² of a word that stands `count` times among `size` words, and `other_count` among `other_size`.

    Negative where the word is rarer than in the other words; 0 where its share is the same.
    """
    share = (count + other_count) / (size + other_size)
    ratio = 2 * (_surprise(count, size * share) + _surprise(other_count, other_size * share))
    return ratio if count > size * share else -ratio


def unevenness(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Return G² of a word that stands so often in each of several texts of so many characters or words.

    0 where its share is the same in all of them; the formula of Rayson and Garside (2000) for any number of texts.
    """
    total, size = sum(counts), sum(sizes)
    if not total:
        return 0.0
    return 2 * sum(_surprise(count, total * own / size) for count, own in zip(counts, sizes, strict=True))


def log_ratio(count: int, size: int, other_count: int, other_size: int) -> float:
    """Return the binary logarithm of the ratio of two shares: 1 for twice as often, 2 for four times, -1 for half.

    Hardie (2014), https://cass.lancs.ac.uk/log-ratio-an-informal-introduction/; as there, a count of 0 is taken for
    half a one.
    """
    return log2((count or 0.5) / size) - log2((other_count or 0.5) / other_size)


def _surprise(observed: int, expected: float) -> float:
    return observed * log(observed / expected) if observed else 0.0


def _by_author(document: Document, words: Sequence[Vocabulary]) -> dict[str, Vocabulary]:
    parts: dict[str, list[Vocabulary]] = {}
    for answer, vocabulary in zip(document.answers, words, strict=True):
        if not answer.is_question:
            parts.setdefault(answer.author, []).append(vocabulary)
    return {author: Vocabulary.merged(own) for author, own in parts.items()}


def _distinctive(
    own: Vocabulary, everyone: Counter[str], used: Counter[str], segmenter: Segmenter, limit: int
) -> tuple[DistinctiveTerm, ...]:
    segmenter.pause()
    tables = {key: _table(key, own, everyone, segmenter) for key in own.counts}
    scores = {key: keyness(*table) for key, table in tables.items()}
    sure = {key: score for key, score in scores.items() if own.counts[key] >= _MIN_COUNT and score >= _MIN_KEYNESS}
    rest = {
        key: score * weight(own, key, segmenter)
        for key, score in scores.items()
        if key not in sure and score > 0 and (own.counts[key] >= _MIN_COUNT or _is_known(key, own, segmenter))
    }
    found = ranked(sure, own, limit)
    more = ranked(rest, own, max(0, min(limit, _ENOUGH) - len(found)))

    def described(term: Term, evidence: Evidence) -> DistinctiveTerm:
        key = own.key(term.text)
        effect = log_ratio(*tables[key])
        return DistinctiveTerm(term.text, scores[key], term.count, effect, used[key], evidence)

    return (
        *(described(term, Evidence.SIGNIFICANT) for term in found),
        *sorted((described(term, Evidence.SUGGESTIVE) for term in more), key=lambda term: -term.score),
    )


def _is_known(key: str, own: Vocabulary, segmenter: Segmenter) -> bool:
    """Tell whether a word that stands once is in the dictionary, or else as likely a slip of the segmentation."""
    return segmenter.frequency(own.simplified[key]) > 0 or key in own.concepts


def _table(key: str, own: Vocabulary, everyone: Counter[str], segmenter: Segmenter) -> tuple[int, int, int, int]:
    """Return how often the author uses a word among how many, and how often all others do."""
    count, size = own.counts[key], own.counts.total()
    others = everyone.total() - size
    if others:
        return count, size, everyone[key] - count, others
    return count, size, segmenter.frequency(own.simplified[key]), segmenter.corpus_size
