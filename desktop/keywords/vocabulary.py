"""The content words of each answer and how often they stand there, collocations taken as one word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.keywords.concepts_form import shipped_concepts
from desktop.keywords.finding import Searched, SearchedText, find_each, find_in
from desktop.keywords.joining import join_neighbours, whole_tokens
from desktop.keywords.kinds import telling
from desktop.keywords.words import segment
from desktop.script import detect_script, joined, search_key, without_unseen
from desktop.segmentation import Token
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.documents.document import Answer, Document
    from desktop.keywords.concepts import Concepts
    from desktop.segmentation import Segmenter


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


@lru_cache(maxsize=1)
def vocabularies(
    document: Document, segmenter: Segmenter, concepts: Concepts | None = None
) -> tuple[Vocabulary, ...]:
    """Return the vocabulary of each answer of `document`, in order; about 5 s for a million characters.

    The script is detected for each answer. Words that stand together throughout are one. The last result is kept,
    since one document is asked for its leading and its distinctive terms in turn.
    """
    chosen = shipped_concepts() if concepts is None else concepts
    read = [_as_read(document.text, answer) for answer in document.answers]
    passages = [_tokens(text, paragraphs, segmenter, chosen) for text, paragraphs in read]
    return tuple(
        _vocabulary(text, tokens, segmenter, chosen)
        for (text, _), tokens in zip(read, join_neighbours(passages), strict=True)
    )


def _tokens(text: str, paragraphs: Sequence[Span], segmenter: Segmenter, concepts: Concepts) -> list[Token]:
    """Return the words in the `paragraphs` of `text`, in its own script."""
    script = detect_script(text)
    return [
        Token(token.span.shifted(paragraph.start), token.word)
        for paragraph in paragraphs
        for line in (paragraph.of(text),)
        for token in whole_tokens(line, list(segment(line, script, segmenter)), segmenter, concepts)
    ]


def _vocabulary(text: str, tokens: list[Token], segmenter: Segmenter, concepts: Concepts) -> Vocabulary:
    (words,) = join_neighbours([[token for token in tokens if telling(token.word, segmenter)]])
    # The form is made from the source and not from the word, so that it always stands in the searched passage.
    forms = [(search_key(token.span.of(text)), token.word) for token in words]
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


def _as_read(text: str, answer: Answer) -> tuple[str, Sequence[Span]]:
    """Return the passage that an answer is, with its paragraphs as spans of that, each of them on one line."""
    passage, start = answer.span.of(text), answer.span.start
    if not any(text.find("\n", paragraph.start, paragraph.end) >= 0 for paragraph in answer.paragraphs):
        return passage, [paragraph.shifted(-start) for paragraph in answer.paragraphs]
    lines = [joined(paragraph.of(text)).text for paragraph in answer.paragraphs]
    ends = list(accumulate(len(line) + 1 for line in lines))
    return "\n".join(lines), [Span(end - 1 - len(line), end - 1) for line, end in zip(lines, ends, strict=True)]


def ranked(scores: Mapping[str, float], vocabulary: Vocabulary, limit: int) -> tuple[Term, ...]:
    """Return at most `limit` of the words with the keys in `scores` as terms of `vocabulary`, the best first.

    Of words with one score the earlier in the text is better. A word that the passage has only inside a longer one
    among the best (保守 beside 保守勢力) is left out.
    """
    best = sorted(scores, key=lambda key: -scores[key])[: 2 * limit]
    words = [vocabulary.written(key) for key in best]
    hits = list(map(len, find_each(Searched(vocabulary.searched), words, vocabulary.concepts)))
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
