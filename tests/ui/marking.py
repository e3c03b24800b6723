"""Marks on the small thread, made as a reader makes them: by selecting words and giving a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import Color
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.annotations import Annotation
    from desktop.session import Session


def mark(
    session: Session, words: str, color: Color = Color.GAMBOGE, note: str = "", tags: tuple[str, ...] = ()
) -> str:
    """Mark the first place of `words` in the open thread and return the annotation's id."""
    document = session.state.document
    assert document is not None
    start = document.text.index(words)
    session.select(Span(start, start + len(words)))
    session.annotations.highlight(color)
    made = session.state.notes.active
    assert made is not None
    session.annotations.rewrite(made, note, tags)
    return made


def annotation_of(session: Session, annotation_id: str) -> Annotation:
    """Return the annotation as it is now."""
    return session.state.notes.annotations[annotation_id]
