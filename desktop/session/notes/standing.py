"""Where the annotations stand in the open text: in order, to be found by place among ten thousand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from desktop.session.work.latest import Latest
from desktop.session.work.yielding import uncollected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations import Annotation, Placements
    from desktop.session.state import State
    from desktop.text import Span


class Marked(NamedTuple):
    """An annotation that stands in the open text, and where; of one with several passages, the number of this one."""

    annotation: Annotation
    span: Span
    passage: int = 0


class _Standing:
    """The passages that have a place, in text order, made from just these `annotations` and `placements`."""

    def __init__(self, annotations: Mapping[str, Annotation], placements: Placements) -> None:
        with uncollected():  # ten thousand values to keep, and nothing to collect among them
            self.marks = _in_text_order(annotations, placements)
        self.starts = [mark.span.start for mark in self.marks]
        # How far any of the marks up to each one reaches: it never falls, so that it can be searched.
        self._reach = list(accumulate((mark.span.end for mark in self.marks), max))

        self.any_unplaced = any(place.span is None for passages in placements.values() for place in passages)

    def within(self, span: Span) -> list[Marked]:
        """Return the marks that share a code point with `span`, in text order."""
        first, last = bisect_right(self._reach, span.start), bisect_left(self.starts, span.end)
        return [mark for mark in self.marks[first:last] if mark.span.end > span.start]


def marked(state: State) -> tuple[Marked, ...]:
    """Return the passages of all annotations of `state` that have a place in its text, in text order."""
    return _standing(state).marks


def marked_within(state: State, span: Span) -> list[Marked]:
    """Return those of `marked(state)` that share a code point with `span`."""
    return _standing(state).within(span)


def marked_in_each(state: State) -> list[int]:
    """Return how many passages are marked in each answer of the open document; what is above the first is its."""
    if state.document is None:
        return []
    starts = _standing(state).starts
    ends = [bisect_left(starts, answer.span.start) for answer in state.document.answers[1:]] + [len(starts)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def is_any_unplaced(state: State) -> bool:
    """Tell whether an annotation, or a passage of one, has no certain place in the text."""
    return _standing(state).any_unplaced


def _standing(state: State) -> _Standing:
    return _LATEST(state.notes.annotations, state.notes.placements)


_LATEST = Latest(_Standing)


def _in_text_order(annotations: Mapping[str, Annotation], placements: Placements) -> tuple[Marked, ...]:
    found = [
        Marked(annotation, place.span, number)
        for key, annotation in annotations.items()
        for number, place in enumerate(placements[key])
        if place.span is not None
    ]
    return tuple(
        sorted(found, key=lambda m: (m.span.start, m.span.end, m.annotation.created, m.annotation.id, m.passage))
    )
