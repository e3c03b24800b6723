"""The leading terms of an answer: what it is about, for the chips over the page."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from desktop.keywords.kinds import telling
from desktop.keywords.vocabulary import Term, Vocabulary, ranked, vocabularies
from desktop.segmentation import Segmenter, default_segmenter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.documents.document import Document
    from desktop.keywords.concepts import Concepts

_MIN_COUNT = 2
_FEW_TERMS = 8
# Where too few words come twice, an answer may lead with such as come once, if it has so much to say: in a long one
# that is mostly chatter these are not what it is about.
_CHARACTERS_A_WORD = 20
# What an answer says once that another says too is counted as if it said it so often: less than what it says twice.
_SHARED = 1.5
# Past this (in nats) a word isn't more telling for being rarer still: 1 in 440,000 words of jieba's corpus.
_MAX_INFORMATION = 13.0


def leading_terms(
    document: Document, segmenter: Segmenter | None = None, *, limit: int = 10, concepts: Concepts | None = None
) -> Mapping[int, tuple[Term, ...]]:
    """Return at most `limit` leading terms of each answer, best first, by the answer's index.

    A term has two characters or more, is no stop word, and stands twice in the answer, or once where hardly anything
    stands twice, and then rather if other answers have it too. The score is (1 + ln count) times the word's
    information in jieba's corpus, a damped TF-IDF, times how much a word of its kind tells. `count` is the number of
    hits of `find_terms` for it in the answer. `segmenter` defaults to the process's own, `concepts` to those that
    ship with the app.
    """
    chosen = segmenter or default_segmenter()
    words = vocabularies(document, chosen, concepts)
    used = Counter(key for vocabulary in words for key in vocabulary.counts)
    return {index: _leading(vocabulary, used, chosen, limit) for index, vocabulary in enumerate(words)}


def weight(vocabulary: Vocabulary, key: str, segmenter: Segmenter) -> float:
    """Return how much a word tells wherever it stands: its information, in nats, by its kind.

    Words of one concept tell alike: as the commonest of them.
    """
    word = vocabulary.simplified[key]
    frequency = max(map(segmenter.frequency, (word, *vocabulary.concepts.simplified(key))))
    information = log(segmenter.corpus_size / max(1, frequency))
    return min(_MAX_INFORMATION, information) * telling(word, segmenter)


def _leading(vocabulary: Vocabulary, used: Counter[str], segmenter: Segmenter, limit: int) -> tuple[Term, ...]:
    segmenter.pause()
    scores = {key: _score(vocabulary, key, used[key], segmenter) for key in _candidates(vocabulary, segmenter)}
    return ranked(scores, vocabulary, limit)


def _candidates(vocabulary: Vocabulary, segmenter: Segmenter) -> list[str]:
    repeated = [key for key, count in vocabulary.counts.items() if count >= _MIN_COUNT]
    if len(repeated) >= _FEW_TERMS:
        return repeated
    if vocabulary.counts.total() * _CHARACTERS_A_WORD < len(vocabulary.text):
        return repeated
    # Seen once and in no dictionary, a word is as likely a slip of the segmentation.
    known = [key for key in vocabulary.counts if segmenter.frequency(vocabulary.simplified[key])]
    return list(dict.fromkeys([*repeated, *known]))


def _score(vocabulary: Vocabulary, key: str, answers: int, segmenter: Segmenter) -> float:
    """Return the score of a word that is in so many answers: said once, it counts for more if it is in others too."""
    times = _SHARED if vocabulary.counts[key] == 1 < answers else vocabulary.counts[key]
    return (1 + log(times)) * weight(vocabulary, key, segmenter)
