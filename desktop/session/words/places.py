"""Places in the thread, in text order: which are in answers, and which is next to where the reader is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents import Document
    from desktop.text import Span


def beside(places: Sequence[Span], focus: Span, by: int) -> int:
    """Return the index of the place after (1) or before (-1) `focus`, round the end."""
    after = bisect_right(places, focus)
    return after % len(places) if by > 0 else (bisect_left(places, focus) - 1) % len(places)


def by_answer(document: Document, spans: Sequence[Span]) -> dict[int, tuple[Span, ...]]:
    """Sort `spans` (in text order) under the answers that, with their comments, hold them whole.

    What stands above the answers and between them, as the names of their authors, is left out.
    """
    found: dict[int, tuple[Span, ...]] = {}
    starts = [span.start for span in spans]
    for index, answer in enumerate(document.answers):
        extent = answer.extent
        inside = spans[bisect_left(starts, extent.start) : bisect_left(starts, extent.end)]
        whole = tuple(span for span in inside if span.end <= extent.end)
        if whole:
            found[index] = whole
    return found


def in_answers(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return those of `spans` (in text order) that are in answers, with their comments."""
    return tuple(span for found in by_answer(document, spans).values() for span in found)


def span_of(places: Sequence[Span], span: Span) -> tuple[int, int]:
    """Return from which to which of `places` (in text order, apart) they begin within `span`."""
    first = bisect_left(places, span.start, key=_start)
    return first, bisect_left(places, span.end, first, key=_start)


def fallen_in(places: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return those of `places` (in text order, apart) that begin within `span`."""
    first, end = span_of(places, span)
    return places[first:end]


def _start(span: Span) -> int:
    return span.start
