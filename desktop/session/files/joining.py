"""Bringing into the state what another window, or another machine, has made of the same notes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.merge import merge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations import Annotation
    from desktop.session.session import Session


def join(session: Session, given: Mapping[str, Annotation], stored: Mapping[str, Annotation]) -> bool:
    """Merge into the state what became of the annotations `given`, which others have made `stored`; tell if any did.

    What is being typed in a note that they changed is a change of ours, and kept. Steps stay, but for what they did
    to notes that others have changed.
    """
    editing = session.state.editing
    if editing is not None and stored.get(editing) != given.get(editing):
        session.leaving.emit()
    state = session.state
    ours = state.annotations
    joined = merge(given, ours, stored)
    changed = differing(ours, joined)
    if not changed:
        return False
    fresh = {key: joined[key] for key in joined if key in changed}
    placements = {**state.placements, **session.shelf.placed(fresh)}
    session.marks.forget(changed)
    session.replace(
        annotations=joined,
        placements=MappingProxyType({key: placements[key] for key in joined}),
        active=state.active if state.active in joined else None,
        chosen=state.chosen & joined.keys(),
        editing=state.editing if state.editing in joined else None,
    )
    return True


def differing(one: Mapping[str, Annotation], other: Mapping[str, Annotation]) -> set[str]:
    """Return the ids of the annotations that aren't the same in both."""
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
