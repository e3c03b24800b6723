"""Bringing two writers' annotations together by id, so that nothing that either wrote is lost."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations.values import Annotation


def merge(
    base: Mapping[str, Annotation], ours: Mapping[str, Annotation], theirs: Mapping[str, Annotation]
) -> Mapping[str, Annotation]:
    """Return `ours` and `theirs`, which both grew out of `base`, as one.

    What one side changed is taken from it; an edit beats a deletion; where both edited one annotation, ours stays and
    theirs becomes a copy with an id of its own (Joplin's rule: a conflict is shown, never resolved by dropping).
    """
    merged: dict[str, Annotation] = {}
    for name in dict.fromkeys((*theirs, *ours)):
        for annotation in _of_one(base.get(name), ours.get(name), theirs.get(name)):
            merged[annotation.id] = annotation
    return MappingProxyType(merged)


def _of_one(base: Annotation | None, ours: Annotation | None, theirs: Annotation | None) -> tuple[Annotation, ...]:
    """Return what becomes of one annotation, given what it was and what both sides made of it."""
    if theirs in (base, ours):
        return (ours,) if ours else ()
    if ours == base or ours is None:
        return (theirs,) if theirs else ()
    return (ours, _copy(theirs)) if theirs else (ours,)


def _copy(annotation: Annotation) -> Annotation:
    """Return `annotation` under another id, always the same one, so that merging again adds no second copy."""
    seed = f"{annotation.id} {annotation.modified.isoformat()} {annotation.color} {annotation.tags} {annotation.note}"
    return replace(annotation, id=uuid5(NAMESPACE_URL, ascii(seed)).urn)
