"""The content words of each answer and how often they stand there, collocations taken as one word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from desktop.keywords.concepts_form import shipped_concepts
from desktop.keywords.finding import Searched, SearchedText, count_each, find_in
from desktop.keywords.joining import join_neighbours, whole_tokens
from desktop.keywords.kinds import telling
from desktop.keywords.words import segment
from desktop.script import detect_script, joined, search_key, without_unseen
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from desktop.documents.document import Answer, Document
    from desktop.keywords.concepts import Concepts
    from desktop.segmentation import Segmenter, Token


_LONG = 100_000
"""Code points from which on it takes less time to make a quicker segmenter than to do without."""


@dataclass(frozen=True, slots=True)
class Term:
    """A keyword: `text` as the source first writes it, its `score` (higher is better) and `count` of hits.

    Two terms are the same keyword when `search_key(text)` is equal, whatever script they are written in.
    """

    text: str
    score: float
    count: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The content words of a passage.

    `text` is the passage in the source without what nobody sees, `searched` the same made ready for search.
    `counts` says how often each word was segmented, by its key, in the order of first use: what `search_key` makes of
    it, and one for all words of a concept. `forms` gives the folded word that stands first; `simplified` the word
    itself, which jieba's dictionary knows.
    """

    text: str
    searched: SearchedText
    counts: Counter[str]
    simplified: Mapping[str, str]
    forms: Mapping[str, str] = field(default_factory=dict[str, str])
    concepts: Concepts = field(default_factory=shipped_concepts)

    def hits(self, word: str) -> int:
        """Return how many hits `find_terms` has for the folded `word` in the passage."""
        return len(find_in(Searched(self.searched), [word], self.concepts))

    def written(self, key: str) -> str:
        """Return the word with this key as it first stands in the passage."""
        form = self.forms.get(key, key)
        start = self.searched.folded.index(form)
        return self.text[start : start + len(form)]

    def key(self, word: str) -> str:
        """Return the key of a word as `written` has it."""
        return self.concepts.key(search_key(word))

    def term(self, key: str, score: float) -> Term:
        """Return the word with this key as a term, written as it first stands in the passage."""
        word = self.written(key)
        return Term(word, score, self.hits(word))

    @classmethod
    def merged(cls, parts: Sequence[Vocabulary]) -> Vocabulary:
        """Return the vocabulary of several passages taken as one, in their order."""
        if len(parts) == 1:
            return parts[0]
        counts, simplified, forms = Counter[str](), dict[str, str](), dict[str, str]()
        for part in reversed(parts):
            simplified.update(part.simplified)
            forms.update(part.forms)
        for part in parts:
            counts.update(part.counts)
        text = "\n".join(part.text for part in parts)
        return cls(text, SearchedText.of(text), counts, simplified, forms, parts[0].concepts)


def vocabularies(
    document: Document, segmenter: Segmenter, concepts: Concepts | None = None
) -> tuple[Vocabulary, ...]:
    """Return the vocabulary of each answer of `document`, in order; about 5 s for a million characters.

    The script is detected for each answer. Words that stand together throughout are one. The last result is kept,
    since one document is asked for its leading and its distinctive terms in turn.
    """
    return _vocabularies(document, segmenter, shipped_concepts() if concepts is None else concepts)


@lru_cache(maxsize=1)
def _vocabularies(document: Document, segmenter: Segmenter, chosen: Concepts) -> tuple[Vocabulary, ...]:
    if len(document.text) > _LONG:
        segmenter = segmenter.quick()
    read = [_as_read(document.text, answer) for answer in document.answers]
    lines = [line for _, own in read for line in own]
    tokens = iter(join_neighbours([one for text, own in read for one in _tokens(text, own, segmenter, chosen)]))
    words = _telling_words(segmenter)
    rest = iter(lines)
    return tuple(_vocabulary(text, [(next(rest), words(next(tokens))) for _ in own], chosen) for text, own in read)


def _tokens(text: str, lines: Sequence[str], segmenter: Segmenter, concepts: Concepts) -> Iterator[list[Token]]:
    """Yield the words of each of the `lines` of a passage, in its own script."""
    script = detect_script(text)
    for line in lines:
        yield whole_tokens(line, list(segment(line, script, segmenter)), segmenter, concepts)


def _telling_words(segmenter: Segmenter) -> Callable[[Iterable[Token]], list[Token]]:
    """Return what leaves of some tokens those that tell something, each word looked up once."""

    @cache
    def tells(word: str) -> bool:
        return telling(word, segmenter) > 0

    return lambda tokens: [token for token in tokens if tells(token.word)]


def _vocabulary(text: str, said: Sequence[tuple[str, list[Token]]], concepts: Concepts) -> Vocabulary:
    """Return the vocabulary of a passage of which each line says some words."""
    words = join_neighbours([tokens for _, tokens in said])
    # The form is made from the source and not from the word, so that it always stands in the searched passage.
    forms = [
        (_search_key(token.span.of(line)), token.word)
        for (line, _), tokens in zip(said, words, strict=True)
        for token in tokens
    ]
    keyed = [(concepts.key(form), form, word) for form, word in forms]
    seen = without_unseen(text)
    return Vocabulary(
        seen,
        SearchedText.of(seen),
        Counter(key for key, _, _ in keyed),
        {key: word for key, _, word in reversed(keyed)},
        {key: form for key, form, _ in reversed(keyed)},
        concepts,
    )


_search_key = lru_cache(maxsize=2**15)(search_key)


def _as_read(text: str, answer: Answer) -> tuple[str, Sequence[str]]:
    """Return the passage that an answer is, and its paragraphs, each of them on one line."""
    paragraphs = [paragraph.of(text) for paragraph in answer.paragraphs]
    if not any("\n" in paragraph for paragraph in paragraphs):
        return answer.span.of(text), paragraphs
    lines = [joined(paragraph).text for paragraph in paragraphs]
    return "\n".join(lines), lines


def ranked(scores: Mapping[str, float], vocabulary: Vocabulary, limit: int) -> tuple[Term, ...]:
    """Return at most `limit` of the words with the keys in `scores` as terms of `vocabulary`, the best first.

    Of words with one score the earlier in the text is better. A word that the passage has only inside a longer one
    among the best (保守 beside 保守勢力) is left out.
    """
    best = sorted(scores, key=lambda key: -scores[key])[: 2 * limit]
    words = [vocabulary.written(key) for key in best]
    whole = [Span(0, len(vocabulary.text))]
    hits = [count for (count,) in count_each(Searched(vocabulary.searched), words, whole, vocabulary.concepts)]
    forms = [vocabulary.forms.get(key, key) for key in best]
    kept = [
        Term(words[rank], scores[key], hits[rank])
        for rank, key in enumerate(best)
        if not any(
            forms[rank] != other and forms[rank] in other and hits[rank] == count
            for other, count in zip(forms, hits, strict=True)
        )
    ]
    return tuple(kept[:limit])
