"""Keyness: the words by which one author differs from the others in the thread."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from desktop.keywords.vocabulary import Term, Vocabulary, ranked, vocabularies
from desktop.segmentation import Segmenter, default_segmenter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.documents.document import Document

_MIN_COUNT = 2
# The critical value of chi squared with one degree of freedom at p = 0.05, as is usual for keyness.
_MIN_KEYNESS = 3.84


def distinctive_terms(
    document: Document, segmenter: Segmenter | None = None, *, limit: int = 30
) -> Mapping[str, Sequence[Term]]:
    """Return at most `limit` terms by author that set the author apart from all others, best first.

    The score is the log-likelihood ratio G² (Dunning 1993; Rayson and Garside 2000) of the author's content words
    against everybody else's; where nobody else speaks, against jieba's corpus. Only words that the author uses
    twice or more, more often than the others, and significantly so (p < 0.05). `count` is the number of hits of
    `find_terms` in the author's answers. `segmenter` defaults to the process's own.
    """
    chosen = segmenter or default_segmenter()
    authors = _by_author(document, vocabularies(document, chosen))
    everyone = Counter[str]()
    for own in authors.values():
        everyone.update(own.counts)
    return {author: _distinctive(own, everyone, chosen, limit) for author, own in authors.items()}


def keyness(count: int, size: int, other_count: int, other_size: int) -> float:
    """Return G² of a word that stands `count` times among `size` words, and `other_count` among `other_size`.

    Negative where the word is rarer than in the other words; 0 where its share is the same.
    """
    share = (count + other_count) / (size + other_size)
    ratio = 2 * (_surprise(count, size * share) + _surprise(other_count, other_size * share))
    return ratio if count > size * share else -ratio


def _surprise(observed: int, expected: float) -> float:
    return observed * log(observed / expected) if observed else 0.0


def _by_author(document: Document, words: Sequence[Vocabulary]) -> dict[str, Vocabulary]:
    parts: dict[str, list[Vocabulary]] = {}
    for answer, vocabulary in zip(document.answers, words, strict=True):
        parts.setdefault(answer.author, []).append(vocabulary)
    return {author: Vocabulary.merged(own) for author, own in parts.items()}


def _distinctive(own: Vocabulary, everyone: Counter[str], segmenter: Segmenter, limit: int) -> tuple[Term, ...]:
    scores = {word: _keyness(word, own, everyone, segmenter) for word, n in own.counts.items() if n >= _MIN_COUNT}
    return ranked({word: score for word, score in scores.items() if score >= _MIN_KEYNESS}, own, limit)


def _keyness(word: str, own: Vocabulary, everyone: Counter[str], segmenter: Segmenter) -> float:
    count, size = own.counts[word], own.counts.total()
    others = everyone.total() - size
    if others:
        return keyness(count, size, everyone[word] - count, others)
    return keyness(count, size, segmenter.frequency(own.simplified[word]), segmenter.corpus_size)
