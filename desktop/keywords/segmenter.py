"""Segmentation: where the words of a text begin and end."""

from __future__ import annotations

import re
from functools import cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from desktop.script import UNSEEN, SeenText, SourceScript, convert, detect_script
from desktop.segmentation import jieba_library
from desktop.segmentation.dictionary_cache import load_dictionary
from desktop.slices import no_pause
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.segmentation.jieba_library import Tokenizer

# The model for unknown words takes time that grows with the square of a run without punctuation, so a run is cut
# here. Where a cut falls before a character that jieba never joins to a word, no token changes.
_PIECE = re.compile(r"[\s\S]{1,1000}(?![\u4E00-\u9FD5a-zA-Z0-9+#&._%\-])|[\s\S]{1,1000}")

# A word is looked for no farther than this from the place it is asked for at.
_NEAR = 500
_JOINED = "\u4e00-\u9fd5a-zA-Z0-9+#&._%\\-"
# The parts of a name that was transliterated: 理查德·凯利.
_DOTS = "·•‧・･"
_BETWEEN = re.compile(f"[^{_JOINED}{_DOTS}{UNSEEN}]")
_IN_NAME = re.compile(r"[^\W\d_]")
# jieba cuts what isn't ASCII into characters, don't into three and 1.4.2 into two: words of other scripts are taken
# whole. Kana are left out with the Han characters, since Japanese has no blanks between its words.
_LETTERS = r"(?:[^\W\u2E80-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]|[\u0300-\u036F])"
_FOREIGN = re.compile(rf"{_LETTERS}+(?:(?:['’]|(?<=\d)[.,:](?=\d)){_LETTERS}+)*")


class Token(NamedTuple):
    """A word of a text: where it stands there (code points), and its simplified form."""

    span: Span
    word: str


class Segmenter:
    """Tells the words of a text by jieba's dictionary, and those the dictionary lacks by its hidden Markov model.

    Any thread may use it; it holds about 60 MB. `pause` is called about every 20 ms while it works, and may raise.
    """

    def __init__(self, tokenizer: Tokenizer, pause: Callable[[], None] = no_pause) -> None:
        self._tokenizer = tokenizer
        self._pause = pause

    @classmethod
    def load(cls, cache_folder: Path | None = None, pause: Callable[[], None] = no_pause) -> Segmenter:
        """Load jieba: about 0.7 s, or 0.25 s once `cache_folder` holds its dictionary; meant for a worker thread.

        Other threads keep running: none waits for the interpreter more than about 15 ms. `cache_folder` is the
        app's own; jieba gets a folder below it that only this user may write. None writes nothing to the disk.
        Raises OSError or ValueError if jieba's own dictionary can't be read.
        """
        dictionary = load_dictionary(cache_folder, pause)
        return cls(jieba_library.new_tokenizer(dictionary.frequencies, dictionary.total), pause)

    def words(self, text: str) -> Iterator[Span]:
        """Yield the tokens of `text`, words and punctuation and blanks alike, in order; they tile it.

        The tokens are those of `jieba.tokenize`. Traditional text comes apart badly: see `segment`.
        """
        for piece in _PIECE.finditer(text):
            self._pause()
            offset = piece.start()
            for _, start, end in self._tokenizer.tokenize(piece[0]):
                yield Span(offset + start, offset + end)

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


@cache
def default_segmenter() -> Segmenter:
    """Return the process's own segmenter, loaded on the first call (0.7 s) without a cache on the disk."""
    return Segmenter.load()


def segment(text: str, script: SourceScript | None = None, segmenter: Segmenter | None = None) -> Iterator[Token]:
    """Yield the tokens of `text`, line by line, with spans that tile it.

    Characters that nobody sees part no words and are in none; the spans have them behind what they follow.
    Text that is not simplified is segmented as its "t2s" conversion, since jieba's dictionary is simplified: on a
    traditional thread 972 words fall out of the dictionary otherwise, 108 so. `script` is detected unless given.
    """
    chosen = segmenter or default_segmenter()
    simplified = (script or detect_script(text)) is SourceScript.SIMPLIFIED
    for line in re.finditer(r"[^\n]*\n|[^\n]+", text):
        seen = SeenText.of(line[0])
        if not seen.text:
            yield Token(Span(*line.span()), line[0])
            continue
        tokens = _plain(seen.text, chosen) if simplified else _converted(seen.text, chosen)
        for token in tokens:
            yield Token(seen.tile_in_source(token.span).shifted(line.start()), token.word)


def word_at(text: str, offset: int, script: SourceScript | None = None, segmenter: Segmenter | None = None) -> Span:
    """Return the word of `text` that holds the code point at `offset`, the same as `segment` has.

    A name of several parts with dots between them is one word, and so is a word in letters: don't, naïve. Only what
    is near is read, however long the text. `script` is detected unless given. Raises IndexError outside of the text.
    """
    if not 0 <= offset < len(text):
        raise IndexError(offset)
    near = _near(text, offset)
    words = [token.span.shifted(near.start) for token in segment(near.of(text), script, segmenter)]
    index = next(index for index, word in enumerate(words) if word.end > offset)
    found = _whole_name(text, words, index)
    for foreign in _FOREIGN.finditer(text, max(0, offset - _NEAR), offset + _NEAR):
        if foreign.start() <= offset < foreign.end():
            return Span(min(found.start, foreign.start()), max(found.end, foreign.end()))
    return found


def _near(text: str, offset: int) -> Span:
    """Return the part of `text` around `offset` whose words no one of the others has to do with."""
    first, last = max(0, offset - _NEAR), min(len(text), offset + _NEAR)
    before = [found.end() for found in _BETWEEN.finditer(text, first, offset)]
    behind = _BETWEEN.search(text, offset + 1, last)
    return Span(before[-1] if before else first, behind.start() if behind else last)


def _whole_name(text: str, words: list[Span], index: int) -> Span:
    """Return the word at `index` of `words`, with the others that dots join to it."""

    def joins(number: int) -> bool:
        """Tell whether a word is a dot between two parts of a name."""
        if not 0 < number < len(words) - 1 or words[number].of(text) not in _DOTS:
            return False
        return all(_IN_NAME.match(text, place) for place in (words[number].start - 1, words[number].end))

    first = last = index
    while joins(first) or joins(first - 1):
        first -= 1
    while joins(last) or joins(last + 1):
        last += 1
    return Span(words[first].start, words[last].end)


def _plain(line: str, segmenter: Segmenter) -> Iterator[Token]:
    return (Token(span, span.of(line)) for span in segmenter.words(line))


def _converted(line: str, segmenter: Segmenter) -> Iterator[Token]:
    aligned = convert(line, "t2s")
    for span in segmenter.words(aligned.text):
        yield Token(aligned.to_source(span), span.of(aligned.text))
