"""The content words of each answer and how often they stand there, collocations taken as one word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from desktop.keywords.finding import Searched, SearchedText, find_in
from desktop.keywords.stop_words import may_be_keyword
from desktop.keywords.words import segment
from desktop.script import detect_script, joined, search_key, without_unseen
from desktop.segmentation import Token
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop.documents.document import Answer, Document
    from desktop.segmentation import Segmenter

# A slogan that is repeated word for word joins up from end to end; beyond this it is no term.
_MAX_COLLOCATION = 8


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
    `counts` says how often each word was segmented, by its `search_key`, in the order of first use; `simplified`
    gives the word itself, which jieba's dictionary knows.
    """

    text: str
    searched: SearchedText
    counts: Counter[str]
    simplified: Mapping[str, str]

    def hits(self, word: str) -> int:
        """Return how many hits `find_terms` has for the folded `word` in the passage."""
        return len(find_in(Searched(self.searched), [word]))

    def term(self, word: str, score: float) -> Term:
        """Return the folded `word` as a term, written as it first stands in the passage."""
        start = self.searched.folded.index(word)
        return Term(self.text[start : start + len(word)], score, self.hits(word))

    @classmethod
    def merged(cls, parts: Sequence[Vocabulary]) -> Vocabulary:
        """Return the vocabulary of several passages taken as one, in their order."""
        counts, simplified = Counter[str](), dict[str, str]()
        for part in parts:
            counts.update(part.counts)
            simplified.update(part.simplified)
        text = "\n".join(part.text for part in parts)
        return cls(text, SearchedText.of(text), counts, simplified)


@lru_cache(maxsize=1)
def vocabularies(document: Document, segmenter: Segmenter) -> tuple[Vocabulary, ...]:
    """Return the vocabulary of each answer of `document`, in order; about 5 s for a million characters.

    The script is detected for each answer. The last result is kept, since one document is asked for its leading
    and its distinctive terms in turn.
    """
    return tuple(_vocabulary(document.text, answer, segmenter) for answer in document.answers)


def _vocabulary(text: str, answer: Answer, segmenter: Segmenter) -> Vocabulary:
    text, paragraphs = _as_read(text, answer)
    script = detect_script(text)
    tokens = [
        Token(token.span.shifted(paragraph.start), token.word)
        for paragraph in paragraphs
        for token in segment(paragraph.of(text), script, segmenter)
        if may_be_keyword(token.word, known=segmenter.frequency(token.word) > 0)
    ]
    words = join_collocations(tokens)
    # The key is made from the source and not from the word, so that it always stands in the searched passage.
    keyed = [(search_key(token.span.of(text)), token.word) for token in words]
    seen = without_unseen(text)
    return Vocabulary(seen, SearchedText.of(seen), Counter(key for key, _ in keyed), dict(keyed))


def _as_read(text: str, answer: Answer) -> tuple[str, Sequence[Span]]:
    """Return the passage that an answer is, with its paragraphs as spans of that, each of them on one line."""
    passage, start = answer.span.of(text), answer.span.start
    if not any(text.find("\n", paragraph.start, paragraph.end) >= 0 for paragraph in answer.paragraphs):
        return passage, [paragraph.shifted(-start) for paragraph in answer.paragraphs]
    lines = [joined(paragraph.of(text)).text for paragraph in answer.paragraphs]
    ends = list(accumulate(len(line) + 1 for line in lines))
    return "\n".join(lines), [Span(end - 1 - len(line), end - 1) for line, end in zip(lines, ends, strict=True)]


def join_collocations(tokens: list[Token]) -> list[Token]:
    """Return `tokens` (in text order) with the words that always stand side by side, twice or more, made one.

    So 半期 and 考試 become 半期考試 where neither is ever written without the other.
    """
    while pairs := _fixed_pairs(tokens):
        tokens = list(_joined(tokens, pairs))
    return tokens


def _fixed_pairs(tokens: list[Token]) -> set[tuple[str, str]]:
    words = Counter(token.word for token in tokens)
    pairs = Counter((left.word, right.word) for left, right in pairwise(tokens) if _adjoin(left, right))
    return {
        pair
        for pair, count in pairs.items()
        if count > 1 and all(words[word] == count for word in pair) and len("".join(pair)) <= _MAX_COLLOCATION
    }


def _joined(tokens: Iterable[Token], pairs: set[tuple[str, str]]) -> Iterator[Token]:
    held: Token | None = None
    for token in tokens:
        if held is None:
            held = token
        elif _adjoin(held, token) and (held.word, token.word) in pairs:
            held = Token(Span(held.span.start, token.span.end), held.word + token.word)
        else:
            yield held
            held = token
    if held is not None:
        yield held


def _adjoin(left: Token, right: Token) -> bool:
    return left.span.end == right.span.start


def ranked(scores: Mapping[str, float], vocabulary: Vocabulary, limit: int) -> tuple[Term, ...]:
    """Return at most `limit` of the folded words in `scores` as terms of `vocabulary`, the best first.

    Of words with one score the earlier in the text is better. A word that the passage has only inside a longer one
    among the best (保守 beside 保守勢力) is left out.
    """
    best = sorted(scores, key=lambda word: -scores[word])[: 2 * limit]
    kept = [word for word in best if not _is_nested(word, best, vocabulary)]
    return tuple(vocabulary.term(word, scores[word]) for word in kept[:limit])


def _is_nested(word: str, others: Sequence[str], vocabulary: Vocabulary) -> bool:
    longer = [other for other in others if word != other and word in other]
    return any(vocabulary.hits(word) == vocabulary.hits(other) for other in longer)
