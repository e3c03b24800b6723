"""What the page shows of an answer in one script, and the map between it and the source.

A projection is made paragraph by paragraph from the source, never from another projection.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from desktop.documents import Answer
    from desktop.script import AlignedText, Conversion

# Characters that a text layout would obey or hide are shown as themselves made visible, one for one, so that no
# offset moves: bidirectional controls (CVE-2021-42574), line and paragraph separators, controls, lone surrogates, and
# three non-characters: two that Qt takes for the borders of a table, and U+FFFE. PySide takes that and U+FEFF for a
# byte order mark where a text begins, swaps all bytes or drops it, and U+FEFF becomes its successor, U+2060. NBSP is
# kept out of it: it looks like what it is.
_VISIBLE = (
    dict.fromkeys((*range(32), *range(127, 160), 8232, 8233, *range(0xD800, 0xE000), 64976, 64977, 0xFFFE), "�")
    | dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\N{DOTTED SQUARE}")
    | {0xFFFC: "\N{DOTTED SQUARE}", 0xFEFF: "\N{WORD JOINER}", 0x09: " "}
)


# Most texts have none of them, and to look is twenty times as fast as to translate.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffc\ufffe]"
)


def made_visible(words: str) -> str:
    """Return `words`, as long as before, with the characters that a text layout would obey or hide made visible."""
    return words.translate(_VISIBLE) if _HIDDEN.search(words) else words


class _Paragraph(NamedTuple):
    """One paragraph: where it stands in the source and on the page, and its words in both."""

    source_start: int
    page_start: int
    aligned: AlignedText

    @property
    def source_end(self) -> int:
        return self.source_start + len(self.aligned.source)

    @property
    def page_end(self) -> int:
        return self.page_start + len(self.aligned.text)


class PageText:
    """One answer as the page shows it: its paragraphs, each on one line, converted, joined by single line feeds.

    `paragraphs` are in the order of the source; one `conversion` shows them all, or there is one for each. Page
    offsets count code points of `text`; source offsets count code points of the document.
    """

    def __init__(
        self, source: str, paragraphs: Sequence[Span], conversion: Conversion | tuple[Conversion, ...]
    ) -> None:
        conversions = conversion if isinstance(conversion, tuple) else repeat(conversion)
        self._paragraphs = _project(source, paragraphs, conversions)
        self._source_starts = [p.source_start for p in self._paragraphs]
        self._page_starts = [p.page_start for p in self._paragraphs]
        self.words = "\n".join(p.aligned.text for p in self._paragraphs)
        self.text = "\n".join(made_visible(p.aligned.text) for p in self._paragraphs)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs as spans of `text`."""
        return tuple(Span(p.page_start, p.page_end) for p in self._paragraphs)

    def aligned_paragraphs(self) -> Iterator[tuple[int, AlignedText]]:
        """Yield each paragraph with the source offset where it starts."""
        return ((paragraph.source_start, paragraph.aligned) for paragraph in self._paragraphs)

    def to_page(self, span: Span) -> Span | None:
        """Return where the source `span` stands on the page, None if no part of it does.

        A span that runs over several paragraphs runs over them on the page. An empty span is a caret and stays one.
        """
        if not self._paragraphs:
            return None
        if not span:
            return self._caret_to_page(span.start)
        first = self._last_starting(self._source_starts, span.start)
        last = self._last_starting(self._source_starts, span.end - 1)
        start = self._start_to_page(first, span.start)
        end = self._end_to_page(last, span.end)
        return Span(start, end) if start < end else None

    def to_source(self, span: Span) -> Span | None:
        """Return the source words under the page `span`, None if it holds none (a line break alone, say)."""
        if not self._paragraphs:
            return None
        if not span:
            offset = self.offset_to_source(span.start)
            return Span(offset, offset)
        first = self._paragraphs[self._last_starting(self._page_starts, span.start)]
        last = self._paragraphs[self._last_starting(self._page_starts, span.end - 1)]
        start, end = _outward(first, span.start, span.end)[0], _outward(last, span.start, span.end)[1]
        return Span(start, end) if start < end else None

    def offset_to_page(self, offset: int) -> int:
        """Return the page offset of source `offset`; between paragraphs, the start of the next one."""
        place = self.to_page(Span(offset, offset))
        return place.start if place is not None else 0  # a caret is an empty span, and false

    def offset_to_source(self, offset: int) -> int:
        """Return the source offset of page `offset`, or of the paragraph's end behind it."""
        paragraph = self._paragraphs[self._last_starting(self._page_starts, offset)]
        inside = min(offset - paragraph.page_start, len(paragraph.aligned.text))
        return paragraph.source_start + paragraph.aligned.offset_to_source(inside)

    def words_of(self, span: Span) -> str:
        """Return the words of the page `span` as the projection has them, for copying."""
        return span.of(self.words)

    @staticmethod
    def _last_starting(starts: list[int], offset: int) -> int:
        """Return the index of the last paragraph that starts at or before `offset`, 0 before the first."""
        return max(0, bisect_right(starts, offset) - 1)

    def _caret_to_page(self, offset: int) -> Span:
        index = self._last_starting(self._source_starts, offset)
        paragraph = self._paragraphs[index]
        if offset > paragraph.source_end and index + 1 < len(self._paragraphs):
            paragraph = self._paragraphs[index + 1]
        inside = max(0, min(offset, paragraph.source_end) - paragraph.source_start)
        caret = paragraph.page_start + paragraph.aligned.offset_to_display(inside)
        return Span(caret, caret)

    def _start_to_page(self, index: int, offset: int) -> int:
        paragraph = self._paragraphs[index]
        if offset >= paragraph.source_end:
            return paragraph.page_end + 1
        inside = max(0, offset - paragraph.source_start)
        word = Span(inside, inside + 1)
        return paragraph.page_start + paragraph.aligned.to_display(word).start

    def _end_to_page(self, index: int, offset: int) -> int:
        paragraph = self._paragraphs[index]
        inside = min(offset, paragraph.source_end) - paragraph.source_start
        if inside <= 0:
            return paragraph.page_start
        return paragraph.page_start + paragraph.aligned.to_display(Span(inside - 1, inside)).end


def _outward(paragraph: _Paragraph, start: int, end: int) -> tuple[int, int]:
    """Return the source start and end of the part of page `start`..`end` that lies in `paragraph`."""
    length = len(paragraph.aligned.text)
    low = min(max(0, start - paragraph.page_start), length)
    high = min(max(0, end - paragraph.page_start), length)
    if low >= high:
        edge = paragraph.source_start + paragraph.aligned.offset_to_source(low)
        return edge, edge
    source = paragraph.aligned.to_source(Span(low, high))
    return paragraph.source_start + source.start, paragraph.source_start + source.end


def _project(source: str, paragraphs: Sequence[Span], conversions: Iterable[Conversion]) -> tuple[_Paragraph, ...]:
    result: list[_Paragraph] = []
    page_start = 0
    for span, conversion in zip(paragraphs, conversions, strict=False):
        aligned = conversion.apply_to_paragraph(span.of(source))
        result.append(_Paragraph(span.start, page_start, aligned))
        page_start += len(aligned.text) + 1
    return tuple(result)


class Projections:
    """The projections made lately, so that flipping back costs nothing. Holds `size` answers at most."""

    def __init__(self, size: int = 24) -> None:
        self._size = size
        self._pages: OrderedDict[Hashable, PageText] = OrderedDict()

    def page(self, sha256: str, text: str, answer: Answer, conversion: Conversion) -> PageText:
        """Return `answer` of `text` (whose digest is `sha256`) projected by `conversion`."""
        return self.kept((sha256, *which(answer), conversion), lambda: PageText(text, answer.paragraphs, conversion))

    def kept(self, key: Hashable, make: Callable[[], PageText]) -> PageText:
        """Return the page known by `key`, as it was made lately or is made now."""
        page = self._pages.pop(key, None) or make()
        self._pages[key] = page
        if len(self._pages) > self._size:
            self._pages.popitem(last=False)
        return page


def which(answer: Answer) -> tuple[Span, int]:
    """Return what tells `answer` from all others of its text, those that it has when other lines are names too."""
    return answer.extent, len(answer.paragraphs)
