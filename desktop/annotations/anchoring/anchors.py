"""Anchors, from a span to the words that find it again, and placements, where those words lie in another text.

The selectors are those of the W3C Web Annotation Data Model (4.2.4 quote, 4.2.5 position). `reanchor.py` finds the
placements; what it found is recorded beside an annotation's own selectors, which are never replaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.annotations.values import Anchor, Change, How, Resolution
from desktop.script import joined_alone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop.annotations.values import Annotation, Passage
    from desktop.documents import Document
    from desktop.text import Span

CONTEXT = 32
"""Code points of context kept on either side of a quote, as Hypothesis's client keeps (in UTF-16 units)."""


def make_anchor(text: str, span: Span, sha256: str) -> Anchor:
    """Return the anchor of `span` (code points) in `text`, whose digest is `sha256`.

    Raises ValueError when `span` is empty or runs past the end of `text`.
    """
    if not span or span.end > len(text):
        raise ValueError(f"no words at {span.start}..{span.end} of a text of {len(text)}")
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    suffix = text[span.end : span.end + CONTEXT]
    return Anchor(exact=span.of(text), prefix=prefix, suffix=suffix, span=span, sha256=sha256)


def holds(anchor: Anchor, text: str, sha256: str) -> bool:
    """Tell whether `anchor` was made on `text`, whose digest is `sha256`, and its quote stands where it says."""
    return anchor.sha256 == sha256 and bool(anchor.span) and anchor.span.of(text) == anchor.exact


def marked_words(anchor: Anchor, document: Document | None) -> str:
    """Return the words that were marked as they are read; exactly, where they were marked in the open `document`."""
    if document is not None and holds(anchor, document.text, document.sha256):
        return document.words_at(anchor.span)
    return joined_alone(anchor.exact)


class PlacementState(StrEnum):
    """How surely an anchor was found in a text.

    EXACT: the text is the very one, and the words are in their place; or the reader has put it there. MOVED: another
    text, but one place only can be meant. UNCERTAIN: it may be any of several places, or one that little speaks for;
    the reader is asked. LOST: nothing in the text is like it.
    """

    EXACT = "exact"
    MOVED = "moved"
    UNCERTAIN = "uncertain"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor lies in a text: `span` in its code points, None when `state` is UNCERTAIN or LOST.

    `candidates` are the places to ask the reader about, likeliest first, only when UNCERTAIN. `how` it was found
    and the `score` (0 to 1) of the likeness are told of what was found in a text that changed.
    """

    span: Span | None
    state: PlacementState
    candidates: tuple[Span, ...] = ()
    how: How | None = None
    score: float = 0.0


Placements = Mapping[str, tuple[Placement, ...]]
"""Where annotations lie in a text, by id: a placement for each passage, in the order of the passages."""

LOST = Placement(None, PlacementState.LOST)


def resolve(annotation: Annotation, placements: Iterable[Placement], text: str, sha256: str) -> Annotation:
    """Return `annotation` with a record of where each passage was found in `text`, whose digest is `sha256`.

    `placements` are those of its passages, in their order. Only what MOVED is recorded, once for each version;
    `modified` stays, as the reader has done nothing. The record takes the place of older ones that weren't made by
    hand, so that an annotation doesn't grow with every version.
    """
    pairs = zip(annotation.passages, placements, strict=True)
    passages = tuple(_recorded(passage, place, text, sha256) for passage, place in pairs)
    return annotation if passages == annotation.passages else replace(annotation, passages=passages)


def _recorded(passage: Passage, placement: Placement, text: str, sha256: str) -> Passage:
    if placement.span is None or placement.how is None or placement.state is not PlacementState.MOVED:
        return passage
    if passage.resolved and passage.resolved[-1].anchor.sha256 == sha256:
        return passage
    found = Resolution(make_anchor(text, placement.span, sha256), placement.how, placement.score)
    by_hand = tuple(step for step in passage.resolved if step.how is How.READER)
    return replace(passage, resolved=(*by_hand, found))


def reattach(annotation: Annotation, span: Span, text: str, sha256: str, now: datetime) -> Change:
    """Return the change by which the reader puts the first passage on `span` of `text`, whose digest is `sha256`.

    It holds against whatever was found before. Raises ValueError when the span is empty or runs past the text, or
    when `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a time needs its time zone")
    chosen = Resolution(make_anchor(text, span, sha256), How.READER)
    first, *further = annotation.passages
    passages = (replace(first, resolved=(*first.resolved, chosen)), *further)
    return Change(annotation, replace(annotation, passages=passages, modified=now))
