"""Recording where annotations were found in a later version of their text, beside their own selectors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchor import make_anchor
from desktop.annotations.anchoring.placement import PlacementState
from desktop.annotations.values import Change, How, Resolution

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.annotations.anchoring.placement import Placement
    from desktop.annotations.values import Annotation
    from desktop.text import Span


def resolve(annotation: Annotation, placement: Placement, text: str, sha256: str) -> Annotation:
    """Return `annotation` with a record that it was found at `placement` in `text`, whose digest is `sha256`.

    Only what MOVED is recorded, once for each version; `modified` stays, as the reader has done nothing. The record
    takes the place of older ones that weren't made by hand, so that an annotation doesn't grow with every version.
    """
    if placement.span is None or placement.how is None or placement.state is not PlacementState.MOVED:
        return annotation
    if annotation.resolved and annotation.resolved[-1].anchor.sha256 == sha256:
        return annotation
    found = Resolution(make_anchor(text, placement.span, sha256), placement.how, placement.score)
    by_hand = tuple(step for step in annotation.resolved if step.how is How.READER)
    return replace(annotation, resolved=(*by_hand, found))


def reattach(annotation: Annotation, span: Span, text: str, sha256: str, now: datetime) -> Change:
    """Return the change by which the reader puts `annotation` on `span` of `text`, whose digest is `sha256`.

    It holds against whatever was found before. Raises ValueError when the span is empty or runs past the text, or
    when `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a time needs its time zone")
    chosen = Resolution(make_anchor(text, span, sha256), How.READER)
    return Change(annotation, replace(annotation, resolved=(*annotation.resolved, chosen), modified=now))
