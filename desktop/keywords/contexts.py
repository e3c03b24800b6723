"""The concordance: every place of a term with the words around it, aligned on the term (KWIC)."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from desktop.keywords.finding import Searched, find_each, written_text
from desktop.keywords.speeches import Scope, speeches_of
from desktop.script import joined, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.documents import Document
    from desktop.keywords.concepts import Concepts
    from desktop.keywords.speeches import Speech
    from desktop.text import Span

WIDTH = 40
"""How many characters of context a line has on either side, unless told otherwise."""
_JOINER = "\u200d"
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")


class ConcordanceLine(NamedTuple):
    """A place of a term: whose words it is in, where, and what stands before and behind it in its paragraph."""

    answer: int
    """The index of the answer."""
    comment: int | None
    """The index of the comment on it; None for the answer's own words."""
    author: str
    span: Span
    """The term, in code points of the source."""
    left: str
    word: str
    """The term as the source writes it there."""
    right: str


class LineOrder(Enum):
    """What the lines of a concordance are sorted by."""

    PLACE = auto()
    """By where they stand in the thread."""
    AUTHOR = auto()
    """By author, in the order in which authors first have a line."""
    LEFT = auto()
    """By what stands before the term, read from the term outwards."""
    RIGHT = auto()
    """By what stands behind the term."""


def concordance(
    document: Document,
    term: str,
    *,
    scope: Scope = Scope.ANSWERS,
    width: int = WIDTH,
    searched: Searched | None = None,
    concepts: Concepts | None = None,
) -> tuple[ConcordanceLine, ...]:
    """Return every place of `term` in `document`, in text order, blind to script as `find_terms` is.

    Contexts are of at most `width` code points and cut at whole characters (grapheme clusters), from the paragraph
    that the place is in, on one line. They are the source's words, which a script shows otherwise. `searched` is
    `document` made ready for search, with what it is shown as. Raises DictionaryError.
    """
    (places,) = find_each(searched or Searched(written_text(document)), [term], concepts)
    return lines_at(document, places, scope=scope, width=width)


def lines_at(
    document: Document, places: Sequence[Span], *, scope: Scope = Scope.ANSWERS, width: int = WIDTH
) -> tuple[ConcordanceLine, ...]:
    """Return the lines of `places`, which are in text order, as far as they are in paragraphs of the `scope`."""
    return tuple(_lines(document.text, places, speeches_of(document, scope), width))


def sorted_lines(lines: Sequence[ConcordanceLine], order: LineOrder) -> tuple[ConcordanceLine, ...]:
    """Return `lines`, which are in text order, in another order; equal ones stay in theirs.

    Contexts are compared by what both scripts have in common, so that one word comes together with itself.
    """
    match order:
        case LineOrder.PLACE:
            return tuple(sorted(lines, key=lambda line: line.span))
        case LineOrder.AUTHOR:
            ranks = {author: rank for rank, author in enumerate(dict.fromkeys(line.author for line in lines))}
            return tuple(sorted(lines, key=lambda line: ranks[line.author]))
        case LineOrder.LEFT:
            return _by_keys(lines, [key[::-1] for key in _keys(line.left for line in lines)])
        case LineOrder.RIGHT:
            return _by_keys(lines, _keys(line.right for line in lines))


def _keys(contexts: Iterable[str]) -> list[str]:
    """Return the `search_key` of each of `contexts`, which have no line feeds, made in one go."""
    return search_key("\n".join(contexts)).split("\n")


def _by_keys(lines: Sequence[ConcordanceLine], keys: Sequence[str]) -> tuple[ConcordanceLine, ...]:
    return tuple(lines[rank] for rank in sorted(range(len(lines)), key=keys.__getitem__))


def _lines(text: str, places: Sequence[Span], said: Iterable[Speech], width: int) -> Iterator[ConcordanceLine]:
    """Yield the lines of the `places` that are in a paragraph; of places and paragraphs alike in text order."""
    paragraphs = [(paragraph, speech) for speech in said for paragraph in speech.paragraphs]
    starts = [paragraph.start for paragraph, _ in paragraphs]
    here, source, shown = -1, "", None
    for place in places:
        index = bisect_right(starts, place.start) - 1
        if index < 0 or place.end > paragraphs[index][0].end:
            continue
        paragraph, (author, answer, comment, _) = paragraphs[index]
        if index != here:
            here, source = index, paragraph.of(text)
            shown = joined(source) if "\n" in source else None
        start, end = place.start - paragraph.start, place.end - paragraph.start
        line = source
        if shown is not None:
            start, end = shown.offset_to_display(start), shown.offset_to_display(end)
            line = shown.text
        left = line[_begun(line, start - width) : start]
        right = line[end : _ended(line, end + width)]
        yield ConcordanceLine(answer, comment, author, place, _on_one(left), _on_one(line[start:end]), _on_one(right))


def _on_one(words: str) -> str:
    """Return `words` with a blank for each of their line breaks and tabs."""
    return words if words.isprintable() else "".join(" " if char.isspace() else char for char in words)


def _begun(text: str, start: int) -> int:
    """Return the first offset from `start` on at which a character begins."""
    while 0 < start < len(text) and not _parted(text, start):
        start += 1
    return max(0, start)


def _ended(text: str, end: int) -> int:
    """Return the last offset up to `end` at which a character ends."""
    while 0 < end < len(text) and not _parted(text, end):
        end -= 1
    return end


def _parted(text: str, offset: int) -> bool:
    """Tell whether a character ends before `offset` and another begins there.

    By the rules of https://www.unicode.org/reports/tr29/ but for those of Hangul jamo and of Indic conjuncts.
    """
    before, after = text[offset - 1], text[offset]
    if "\u3100" <= after <= "\ud7ff" or after.isascii():
        return before != _JOINER or after.isascii()
    if before == _JOINER or after == _JOINER or _SKIN_TONES[0] <= after <= _SKIN_TONES[1]:
        return False
    if _is_flag_letter(before) and _is_flag_letter(after):
        first = offset
        while first and _is_flag_letter(text[first - 1]):
            first -= 1
        return (offset - first) % 2 == 0
    return unicodedata.category(after) not in ("Mn", "Me", "Mc")


def _is_flag_letter(char: str) -> bool:
    return _FLAG_LETTERS[0] <= char <= _FLAG_LETTERS[1]
