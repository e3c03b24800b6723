"""The words of an annotation's passages as the reader sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.annotations import Annotation
    from desktop.session import Session


def quotes_of(session: Session, annotation: Annotation) -> list[str]:
    """Return the words of each passage in the script shown: where it stands now, else as they were marked once."""
    places = session.state.notes.placements.get(annotation.id, ())
    passages = annotation.passages
    spans = [places[number].span if number < len(places) else None for number in range(len(passages))]
    return [session.pages.quote(passage.anchor, span) for span, passage in zip(spans, passages, strict=True)]
