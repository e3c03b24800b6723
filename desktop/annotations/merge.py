"""Bringing two writers' annotations together, by id and by field, so that nothing that either wrote is lost."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.reconcile import reconcile, same_but_for_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations.values import Annotation


def merge(
    base: Mapping[str, Annotation], ours: Mapping[str, Annotation], theirs: Mapping[str, Annotation]
) -> Mapping[str, Annotation]:
    """Return `ours` and `theirs`, which both grew out of `base`, as one; neither has precedence.

    What one side changed is taken from it, field by field; an edit beats a deletion. Where both changed one field,
    the later edit stays and the other becomes an annotation of its own that says what it conflicts with (Joplin's
    rule: a conflict is shown, never resolved by dropping).
    """
    if ours is base or ours is theirs:
        return theirs
    if theirs is base:
        return ours
    merged: dict[str, Annotation] = {}
    twins: dict[str, Annotation] = {}
    for name in dict.fromkeys((*theirs, *ours)):
        one, other = ours.get(name), theirs.get(name)
        for annotation in (one,) if one is other else merge_one(base.get(name), one, other):
            if annotation is not None:
                (merged if annotation.id == name else twins)[annotation.id] = annotation
    for twin in twins.values():  # one that an earlier merge kept apart may have been edited since, and stays so
        merged.setdefault(twin.id, twin)
    return MappingProxyType(merged)


def merge_one(
    base: Annotation | None, ours: Annotation | None, theirs: Annotation | None
) -> tuple[Annotation | None, ...]:
    """Return what becomes of one annotation, given what it was and what both sides made of it."""
    if theirs in (base, ours):
        return (ours,)
    if ours == base:
        return (theirs,)
    if ours is None or theirs is None:
        edited = ours or theirs
        # Finding the place again in another version of the text is no edit that a deletion must yield to.
        return () if base and edited and same_but_for_places(base, edited) else (edited,)
    return reconcile(base, ours, theirs)
