"""Finding words where they stand as whole words, as jieba cuts the line that they are in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from desktop.keywords.finding import find_each
from desktop.keywords.words import FOREIGN, segment
from desktop.script import joined
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.keywords.concepts import Concepts
    from desktop.keywords.finding import Searched
    from desktop.segmentation import Segmenter
    from desktop.text import Span


class WordEnds:
    """Where words begin and end in the `paragraphs` of `text`, each cut when it is first asked about.

    Any thread may ask, one at a time.
    """

    def __init__(self, text: str, paragraphs: Iterable[Span], segmenter: Segmenter) -> None:
        self._text = text
        self._paragraphs: Sequence[Span] = sorted(paragraphs)
        self._starts = [paragraph.start for paragraph in self._paragraphs]
        self._segmenter = segmenter
        self._ends: dict[int, frozenset[int]] = {}

    def are_at(self, span: Span) -> bool:
        """Tell whether `span` of the text begins and ends where words of its paragraph do, outside of any: False."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or span.end > self._paragraphs[index].end:
            return False
        if index not in self._ends:
            self._ends[index] = self._cut(self._paragraphs[index])
        return span.start in self._ends[index] and span.end in self._ends[index]

    def _cut(self, paragraph: Span) -> frozenset[int]:
        """Return the offsets in the text at which words of `paragraph` begin or end; a word in letters is whole."""
        source = paragraph.of(self._text)
        line = joined(source)
        tokens = [token.span for token in segment(line.text, segmenter=self._segmenter)]
        ends = {0, *(token.start for token in tokens), *(token.end for token in tokens)}
        for word in FOREIGN.finditer(line.text):
            ends -= set(range(word.start() + 1, word.end()))
            ends |= {word.start(), word.end()}
        if line.text is source or line.text == source:
            return frozenset(paragraph.start + end for end in ends)
        inside = (place for end in ends for place in _both_sides(line.to_source, end, len(line.text)))
        return frozenset(paragraph.start + place for place in inside)


def _both_sides(to_source: Callable[[Span], Span], end: int, length: int) -> Iterable[int]:
    """Yield where in the source the character before an end of words ends, and the one after it begins."""
    from desktop.text import Span

    if end > 0:
        yield to_source(Span(end - 1, end)).end
    if end < length:
        yield to_source(Span(end, end + 1)).start


def find_whole(
    searched: Searched,
    words: str,
    ends: WordEnds,
    concepts: Concepts | None = None,
    pause: Callable[[], None] = no_pause,
) -> list[Span]:
    """Return those places of `words`, in text order, that begin and end where words do.

    Several words are looked for as they stand one behind the other. `pause` is called before each paragraph is cut
    that has a place, and may raise. Raises DictionaryError.
    """
    (places,) = find_each(searched, [words], concepts)
    whole: list[Span] = []
    for place in places:
        pause()
        if ends.are_at(place):
            whole.append(place)
    return whole
