"""Cutting text into words by jieba, whose dictionary is of simplified words."""

from __future__ import annotations

import re
from functools import cache
from math import log
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.segmentation import jieba_library
from desktop.segmentation.dictionary_cache import load_dictionary
from desktop.segmentation.quick_tokenizer import quick_tokenizer
from desktop.slices import no_pause
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.segmentation.jieba_library import Tokenizer
    from desktop.segmentation.own_words import OwnWords

# The model for unknown words takes time that grows with the square of a run without punctuation, so a run is cut
# here. Where a cut falls before a character that jieba never joins to a word, no token changes.
_PIECE = re.compile(r"[\s\S]{1,1000}(?![\u4E00-\u9FD5a-zA-Z0-9+#&._%\-])|[\s\S]{1,1000}")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Token(NamedTuple):
    """A word of a text: where it stands there (code points), and its simplified form."""

    span: Span
    word: str


class Simplified(Protocol):
    """A line in the words that jieba's dictionary has, and the way back from them."""

    @property
    def text(self) -> str:
        """The line in simplified words."""
        ...

    def to_source(self, span: Span) -> Span:
        """Return the code points of the line that stand at `span` of `text`; spans that tile `text` tile the line."""
        ...


class Segmenter:
    """Tells the words of a text by jieba's dictionary, and those the dictionary lacks by its hidden Markov model.

    Any thread may use it; it holds about 60 MB. `pause` is called about every 20 ms while it works, and may raise.
    """

    def __init__(self, tokenizer: Tokenizer, pause: Callable[[], None] = no_pause) -> None:
        self._tokenizer = tokenizer
        self.pause = pause
        """To be called again and again by who computes with the words that were found."""
        self._quick: list[Tokenizer] = []
        self.own: OwnWords | None = None

    @classmethod
    def load(cls, cache_folder: Path | None = None, pause: Callable[[], None] = no_pause) -> Segmenter:
        """Load jieba: about 0.7 s, or 0.25 s once `cache_folder` holds its dictionary; meant for a worker thread.

        Other threads keep running: none waits for the interpreter more than about 15 ms. `cache_folder` is the
        app's own; jieba gets a folder below it that only this user may write. None writes nothing to the disk.
        Raises OSError or ValueError if jieba's own dictionary can't be read.
        """
        dictionary = load_dictionary(cache_folder, pause)
        return cls(jieba_library.new_tokenizer(dictionary.frequencies, dictionary.total), pause)

    def with_own(self, own: OwnWords | None) -> Segmenter:
        """Return one on the same copy of jieba that keeps a reader's `own` words whole; None: nobody's."""
        other = self._with(self._tokenizer, self.pause)
        other.own = own
        return other

    def pausing(self, pause: Callable[[], None]) -> Segmenter:
        """Return one on the same copy of jieba that calls another `pause`."""
        return self._with(self._tokenizer, pause)

    def quick(self) -> Segmenter:
        """Return one that cuts the same words several times as fast, for long texts; this one if rjieba is missing.

        Made at the first call, which takes half a second and 50 MB.
        """
        if not self._quick:
            self._quick.append(quick_tokenizer(self._tokenizer, self.pause))
        return self._with(self._quick[0], self.pause)

    def _with(self, tokenizer: Tokenizer, pause: Callable[[], None]) -> Segmenter:
        other = Segmenter(tokenizer, pause)
        other._quick, other.own = self._quick, self.own
        return other

    def words(self, text: str) -> Iterator[Span]:
        """Yield the tokens of `text`, words and punctuation and blanks alike, in order; they tile it.

        The tokens are those of `jieba.tokenize`, but for the reader's own words. Traditional text comes apart badly:
        see `tokens`.
        """
        whole = list(self.own.whole_in(text)) if self.own is not None else []
        return _kept_whole(self._cut(text), whole) if whole else self._cut(text)

    def _cut(self, text: str) -> Iterator[Span]:
        for piece in _PIECE.finditer(text):
            self.pause()
            offset = piece.start()
            for _, start, end in self._tokenizer.tokenize(piece[0]):
                yield Span(offset + start, offset + end)

    def simplified_tokens(self, text: str) -> Iterator[Token]:
        """Yield the tokens of a simplified `text`, line by line; they tile it."""
        for line in _LINE.finditer(text):
            offset = line.start()
            for span in self.words(line[0]):
                yield Token(span.shifted(offset) if offset else span, span.of(line[0]))

    def tokens(self, text: str, simplify: Callable[[str], Simplified]) -> Iterator[Token]:
        """Yield the tokens of a `text` in any script, line by line; their spans tile it.

        `simplify` is called for each line, with its line end: each is cut where its simplified form is cut. A line
        of which that form has nothing is one token.
        """
        for line in _LINE.finditer(text):
            simplified = simplify(line[0])
            if not simplified.text:
                yield Token(Span(*line.span()), line[0])
            for span in self.words(simplified.text):
                yield Token(simplified.to_source(span).shifted(line.start()), span.of(simplified.text))

    def frequency(self, word: str) -> int:
        """Return how often jieba's corpus has the simplified `word`, 0 if never."""
        return self._tokenizer.FREQ.get(word, 0)

    @property
    def corpus_size(self) -> int:
        """The number of words in jieba's corpus: 60 million."""
        return self._tokenizer.total

    def information(self, word: str) -> float:
        """Return how much the simplified `word` tells, in nats: -ln of its share of jieba's corpus.

        A word that the corpus lacks tells as much as one that it has once.
        """
        return log(self.corpus_size / max(1, self.frequency(word)))


def _kept_whole(tokens: Iterator[Span], whole: Sequence[Span]) -> Iterator[Span]:
    """Yield `tokens`, which tile a text, with the spans `whole` in the place of what they cover, and what is left."""
    left = iter(whole)
    kept = next(left, None)
    for token in tokens:
        start = token.start
        while kept is not None and kept.start < token.end:
            if start < kept.start:
                yield Span(start, kept.start)
            start = max(start, kept.start)
            if token.end < kept.end:
                start = token.end  # the rest of it is in the tokens that follow
                break
            yield kept
            start = kept.end
            kept = next(left, None)
        if start < token.end:
            yield Span(start, token.end)


_shared: list[Segmenter] = []


def shared_segmenter(cache_folder: Path | None = None, pause: Callable[[], None] = no_pause) -> Segmenter:
    """Return a segmenter on the process's own copy of jieba, which is loaded at the first call as `load` does it."""
    if not _shared:
        _shared.append(Segmenter.load(cache_folder, pause))
    return _shared[0].pausing(pause)


@cache
def default_segmenter() -> Segmenter:
    """Return the process's own segmenter, loaded on the first call (0.7 s) without a cache on the disk."""
    return shared_segmenter()
