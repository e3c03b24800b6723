"""A place of the thread with the words around it, as they are shown: for lists of places."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from desktop.session.words.pages import conversion_of
from desktop.session.words.projection import made_visible
from desktop.session.work.latest import Latest
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.documents import Document
    from desktop.keywords import ConcordanceLine
    from desktop.script import AlignedText, Conversion
    from desktop.session.manner import Manner
    from desktop.session.store import Store
    from desktop.session.words.pages import Pages

_NEAR, _SENTENCE_NEAR = 100, 1_000
"""So many code points on either side of a place are converted with it, for a line and for a sentence.

A whole paragraph for each line would take more than a frame for a page of them.
"""
_MOST_KEPT = 512
_SENTENCE = re.compile(r"[^。！？!?…\n]*[。！？!?…\n]*[」』”’）)]*")
_BROKEN = re.compile(r"\s*[\n\t]\s*")


class PlaceAround(NamedTuple):
    """Words as they are shown, and what stands before and behind them in their paragraph, on one line each."""

    left: str
    word: str
    right: str


class Around:
    """Shows places one by one, when they are drawn: a list of ten thousand has none but those in sight converted."""

    def __init__(self, store: Store, pages: Pages) -> None:
        self._store = store
        self._pages = pages
        self._kept = Latest(_none_kept)

    def place(self, span: Span, width: int) -> PlaceAround:
        """Return the source `span` as it is shown, with at most `width` characters on either side."""
        found = self._aligned(span, _NEAR)
        if found is None:
            return PlaceAround("", _on_one(self._pages.quoted(span)), "")
        start, aligned = found
        here = aligned.to_display(span.shifted(-start))
        text = aligned.text
        left, right = text[max(0, here.start - width) : here.start], text[here.end : here.end + width]
        return PlaceAround(_on_one(left), _on_one(here.of(text)), _on_one(right))

    def sentence(self, span: Span) -> str:
        """Return the sentence, or the sentences, that the source `span` is in, as they are shown."""
        found = self._aligned(span, _SENTENCE_NEAR)
        if found is None:
            return _on_one(self._pages.quoted(span))
        start, aligned = found
        here = aligned.to_display(span.shifted(-start))
        sentences = [one for one in _SENTENCE.finditer(aligned.text) if one.end() > one.start()]
        within = [one[0] for one in sentences if one.start() < here.end and one.end() > here.start]
        return _on_one("".join(within)).strip()

    def _aligned(self, span: Span, around: int) -> tuple[int, AlignedText] | None:
        """Return where what is within `around` code points of `span` in its paragraph begins, and that as shown."""
        state = self._store.state
        document, index = state.document, state.document.answer_at(span.start) if state.document else None
        if document is None or index is None:
            return None
        paragraphs = document.answers[index].part_at(span.start).paragraphs
        rank = bisect_right(paragraphs, span.start, key=_start) - 1
        if rank < 0 or span.end > paragraphs[rank].end:
            return None
        whole = paragraphs[rank]
        near = Span(max(whole.start, span.start - around), min(whole.end, span.end + around))
        kept = self._kept(document, state.focused_manner)
        if near not in kept:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            kept[near] = self._pages.conversion_at(span.start).apply_to_paragraph(near.of(document.text))
        return near.start, kept[near]


def lines_as_shown(
    document: Document, manner: Manner, lines: Iterable[ConcordanceLine], pause: Callable[[], None]
) -> Iterator[ConcordanceLine]:
    """Yield `lines` with their words as `manner` shows them; each paragraph is converted once. For a worker."""
    conversions: dict[Span, Conversion] = {}
    paragraphs: dict[Span, AlignedText] = {}
    for line in lines:
        part = document.answers[line.answer].part_at(line.span.start)
        paragraph = part.paragraphs[bisect_right(part.paragraphs, line.span.start, key=_start) - 1]
        if part.span not in conversions:
            pause()
            conversions[part.span] = conversion_of(manner, part.span.of(document.text))
        if paragraph not in paragraphs:
            pause()
            paragraphs[paragraph] = conversions[part.span].apply_to_paragraph(paragraph.of(document.text))
        aligned = paragraphs[paragraph]
        here = aligned.to_display(line.span.shifted(-paragraph.start))
        left = aligned.text[max(0, here.start - len(line.left)) : here.start]
        right = aligned.text[here.end : here.end + len(line.right)]
        yield line._replace(left=_on_one(left), word=_on_one(here.of(aligned.text)), right=_on_one(right))


def _none_kept(_document: Document, _manner: Manner) -> dict[Span, AlignedText]:
    return {}


def _start(span: Span) -> int:
    return span.start


def _on_one(words: str) -> str:
    return made_visible(_BROKEN.sub(" ", words))
