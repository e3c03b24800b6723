"""The leading terms of an answer: what it is about, for the chips over the page."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from desktop.keywords.vocabulary import Term, Vocabulary, ranked, vocabularies
from desktop.segmentation import Segmenter, default_segmenter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.documents.document import Document

_MIN_COUNT = 2
# An answer of fewer code points than this may lead with words that it uses once, if too few come twice.
_SHORT_ANSWER = 300
_FEW_TERMS = 3
# Past this (in nats) a word isn't more telling for being rarer still: 1 in 440,000 words of jieba's corpus.
_MAX_INFORMATION = 13.0


def leading_terms(
    document: Document, segmenter: Segmenter | None = None, *, limit: int = 10
) -> Mapping[int, tuple[Term, ...]]:
    """Return at most `limit` leading terms of each answer, best first, by the answer's index.

    A term has two characters or more, is no stop word, and stands twice in the answer, or once in a short answer
    that repeats hardly anything. The score is (1 + ln count) times the word's information in jieba's corpus, a
    damped TF-IDF. `count` is the number of hits of `find_terms` for it in the answer. `segmenter` defaults to the
    process's own.
    """
    chosen = segmenter or default_segmenter()
    words = vocabularies(document, chosen)
    return {index: _leading(vocabulary, chosen, limit) for index, vocabulary in enumerate(words)}


def _leading(vocabulary: Vocabulary, segmenter: Segmenter, limit: int) -> tuple[Term, ...]:
    scores = {word: _score(vocabulary, word, segmenter) for word in _candidates(vocabulary, segmenter)}
    return ranked(scores, vocabulary, limit)


def _candidates(vocabulary: Vocabulary, segmenter: Segmenter) -> list[str]:
    repeated = [word for word, count in vocabulary.counts.items() if count >= _MIN_COUNT]
    if len(repeated) >= _FEW_TERMS or len(vocabulary.text) >= _SHORT_ANSWER:
        return repeated
    # Seen once and in no dictionary, a word is as likely a slip of the segmentation.
    known = [word for word in vocabulary.counts if segmenter.frequency(vocabulary.simplified[word])]
    return list(dict.fromkeys([*repeated, *known]))


def _score(vocabulary: Vocabulary, word: str, segmenter: Segmenter) -> float:
    information = min(_MAX_INFORMATION, segmenter.information(vocabulary.simplified[word]))
    return (1 + log(vocabulary.counts[word])) * information
