"""Recording where annotations were found in a later version of their text, beside their own selectors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchor import make_anchor
from desktop.annotations.anchoring.placement import PlacementState
from desktop.annotations.values import Change, How, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop.annotations.anchoring.placement import Placement
    from desktop.annotations.values import Annotation, Passage
    from desktop.text import Span


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
