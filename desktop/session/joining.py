"""Bringing into the state what another window, or another machine, has made of the same notes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.merge import merge

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from desktop.annotations import Annotation
    from desktop.session.session import Session


def join(
    session: Session, given: Mapping[str, Annotation], stored: Mapping[str, Annotation], handled: Collection[str]
) -> bool:
    """Merge into the state what became of the annotations `given`, which others have made `stored`; tell if any did.

    What is being typed in a note that they changed is a change of ours, and kept. Steps stay, unless others changed
    a note that one may lead back to: one of those in `handled`, the ids of all that the reader has had.
    """
    editing = session.state.editing
    if editing is not None and stored.get(editing) != given.get(editing):
        session.leaving.emit()
    state = session.state
    ours = state.annotations
    joined = merge(given, ours, stored)
    fresh = {key: annotation for key, annotation in joined.items() if annotation != ours.get(key)}
    gone = ours.keys() - joined.keys()
    if not fresh and not gone:
        return False
    placements = {**state.placements, **session.shelf.placed(fresh)}
    if gone or any(key in handled for key in fresh):
        session.marks.forget()
    session.replace(
        annotations=joined,
        placements=MappingProxyType({key: placements[key] for key in joined}),
        active=state.active if state.active in joined else None,
        chosen=state.chosen & joined.keys(),
        editing=state.editing if state.editing in joined else None,
    )
    return True
