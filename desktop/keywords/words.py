"""The words of a source text, in either script and with what nobody sees in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.script import (
    UNSEEN,
    AlignedText,
    SeenText,
    SourceScript,
    convert,
    detect_script,
    fold,
    search_key,
    without_unseen,
)
from desktop.segmentation import OwnWords, Segmenter, Token, default_segmenter
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.keywords.concepts import Concepts

# A word is looked for no farther than this from the place it is asked for at.
_NEAR = 500
_JOINED = "\u4e00-\u9fd5a-zA-Z0-9+#&._%\\-"
# The parts of a name that was transliterated: 理查德·凯利.
DOTS = "·•‧・･"
_BETWEEN = re.compile(f"[^{_JOINED}{DOTS}{UNSEEN}]")
_IN_NAME = re.compile(r"[^\W\d_]")
# jieba cuts what isn't ASCII into characters, don't into three and 1.4.2 into two: words of other scripts are taken
# whole. Kana are left out with the Han characters, since Japanese has no blanks between its words.
_LETTERS = r"(?:[^\W\u2E80-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]|[\u0300-\u036F])"
FOREIGN = re.compile(rf"{_LETTERS}+(?:(?:['’]|(?<=\d)[.,:](?=\d)){_LETTERS}+)*")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is seen of a simplified line, as `Segmenter.tokens` wants it."""

    text: str
    seen: SeenText

    @classmethod
    def of(cls, line: str) -> _Seen:
        seen = SeenText.of(line)
        return cls(seen.text, seen)

    def to_source(self, span: Span) -> Span:
        return self.seen.tile_in_source(span)


@dataclass(frozen=True, slots=True)
class _Converted:
    """What is seen of a traditional line, converted, as `Segmenter.tokens` wants it."""

    text: str
    seen: SeenText
    aligned: AlignedText

    @classmethod
    def of(cls, line: str) -> _Converted:
        seen = SeenText.of(line)
        aligned = convert(seen.text, "t2s")
        return cls(aligned.text, seen, aligned)

    def to_source(self, span: Span) -> Span:
        return self.seen.tile_in_source(self.aligned.to_source(span))


def segment(text: str, script: SourceScript | None = None, segmenter: Segmenter | None = None) -> Iterator[Token]:
    """Return the tokens of `text`, line by line, with spans that tile it.

    Characters that nobody sees part no words and are in none; the spans have them behind what they follow.
    Text that is not simplified is segmented as its "t2s" conversion, since jieba's dictionary is simplified: on a
    traditional thread 972 words fall out of the dictionary otherwise, 108 so. `script` is detected unless given.
    """
    simplified = (script or detect_script(text)) is SourceScript.SIMPLIFIED
    chosen = segmenter or default_segmenter()
    if without_unseen(text) is text:
        # As nearly always each character stays where it is: no token has to be led back.
        converted = AlignedText.identity(text) if simplified else convert(text, "t2s")
        if not converted.changes:
            return chosen.simplified_tokens(converted.text)
    return chosen.tokens(text, _Seen.of if simplified else _Converted.of)


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
    for foreign in FOREIGN.finditer(text, max(0, offset - _NEAR), offset + _NEAR):
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
        if not 0 < number < len(words) - 1 or words[number].of(text) not in DOTS:
            return False
        return all(_IN_NAME.match(text, place) for place in (words[number].start - 1, words[number].end))

    first = last = index
    while joins(first) or joins(first - 1):
        first -= 1
    while joins(last) or joins(last + 1):
        last += 1
    return Span(words[first].start, words[last].end)


def lexicon(words: Iterable[str], stop_words: Iterable[str], concepts: Concepts) -> OwnWords:
    """Return what a reader says of `words`; of a word that makes no keyword no other word of its concept does."""
    stopped = (form for word in stop_words for form in concepts.forms(word))
    return OwnWords(fold, frozenset(map(search_key, words)), frozenset(stopped))
