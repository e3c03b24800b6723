"""What an import would do: worked out, and shown to the reader, before anything is done.

What is the same on both sides stays as it is. Where both differ, whoever has not changed it since both were one gives
way, if that is known; else both are kept, theirs as a copy, by the rule by which two writers are merged.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.placement import PlacementState
from desktop.annotations.exchange.comparing import Outcome, compare, renewed, stamped
from desktop.annotations.exchange.passages import arranged, find_places, settled
from desktop.annotations.exchange.reading import read_notes
from desktop.annotations.form.source import source_of
from desktop.annotations.merge import merge
from desktop.annotations.values import Annotation, Change

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Set
    from datetime import datetime

    from desktop.annotations.anchoring.placement import Placements
    from desktop.documents import Document


def _none_kept(_digests: Set[str]) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Delivery:
    """The annotations of a file, looked up in the document that they are brought to.

    `foreign` are the ids of those that other programs made. `is_about_this` tells whether the file says that it is
    about the document, `skipped` how many of its items are not understood or are about no passage.
    """

    annotations: Mapping[str, Annotation]
    placements: Placements
    foreign: frozenset[str]
    is_about_this: bool
    skipped: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do to the annotations that there are.

    `new` aren't here yet and have a place in the text for a passage at least, or several that the reader will be
    asked about (`uncertain` of them); `unplaced` aren't here yet and have none. `changed` were changed there and not
    here. `conflicts` are the changes that keep both versions of what was changed on both sides, or may have been.
    `unchanged` counts what stays as it is.
    """

    new: tuple[Annotation, ...] = ()
    changed: tuple[Change, ...] = ()
    conflicts: tuple[tuple[Change, ...], ...] = ()
    unplaced: tuple[Annotation, ...] = ()
    unchanged: int = 0
    uncertain: int = 0
    skipped: int = 0
    is_about_this: bool = True

    def changes(self, *, with_unplaced: bool) -> tuple[Change, ...]:
        """Return all that the import would do, with or without the notes that have no place in the text."""
        kept_twice = (change for conflict in self.conflicts for change in conflict)
        added = (*self.new, *(self.unplaced if with_unplaced else ()))
        return (*self.changed, *kept_twice, *(Change(None, annotation) for annotation in added))


def plan_import(
    data: bytes,
    document: Document,
    existing: Mapping[str, Annotation],
    now: datetime,
    snapshots: Callable[[Set[str]], Mapping[str, str]] = _none_kept,
) -> ImportPlan:
    """Return what importing `data`, the content of a file, into `document` with its `existing` annotations would do.

    Raises ImportRefusedError when there is nothing to import. `now` and `snapshots` are as in `deliver`.
    """
    return planned(deliver(data, document, now, snapshots), existing)


def deliver(
    data: bytes, document: Document, now: datetime, snapshots: Callable[[Set[str]], Mapping[str, str]] = _none_kept
) -> Delivery:
    """Return what `data` brings to `document`: the slow part of a plan, which asks nothing of what is there.

    What doesn't say when it was made counts as made `now`, an aware time. `snapshots` gives those of the
    older texts with these digests that are kept. Raises ImportRefusedError, and nothing else whatever `data` is.
    """
    brought = read_notes(data, now)
    annotations = brought.foreign | brought.ours
    foreign = annotations.keys() - brought.ours.keys()
    places = dict(find_places(annotations, document, snapshots))
    for name in foreign:
        annotation, places[name] = arranged(annotations[name], places[name])
        annotations[name] = stamped(settled(annotation, places[name], document))
    own = source_of(document).id
    about = any(source.id == own or document.sha256 in source.all_versions for source in brought.sources)
    return Delivery(
        MappingProxyType(annotations), MappingProxyType(places), frozenset(foreign), about, brought.skipped
    )


def planned(delivery: Delivery, existing: Mapping[str, Annotation]) -> ImportPlan:
    """Return what importing `delivery` would do to the `existing` annotations, by id."""
    new: list[Annotation] = []
    changed: list[Change] = []
    conflicts: list[tuple[Change, ...]] = []
    known = existing.keys() | delivery.annotations.keys()
    for name, theirs in delivery.annotations.items():
        ours, foreign = existing.get(name), name in delivery.foreign
        outcome = None if ours is None else compare(ours, theirs, foreign=foreign)
        if ours is None:
            new.append(theirs)
        elif outcome is Outcome.THEIRS:
            changed.append(Change(ours, renewed(ours, theirs, foreign=foreign)))
        elif outcome is Outcome.BOTH and (both := _both(ours, theirs, known)):
            conflicts.append(both)
    states = {one.id: {place.state for place in delivery.placements[one.id]} for one in new}
    return ImportPlan(
        new=tuple(one for one in new if states[one.id] != {PlacementState.LOST}),
        changed=tuple(changed),
        conflicts=tuple(conflicts),
        unplaced=tuple(one for one in new if states[one.id] == {PlacementState.LOST}),
        unchanged=len(delivery.annotations) - len(new) - len(changed) - len(conflicts),
        uncertain=sum(PlacementState.UNCERTAIN in those for those in states.values()),
        skipped=delivery.skipped,
        is_about_this=delivery.is_about_this,
    )


def _both(ours: Annotation, theirs: Annotation, known: Set[str]) -> tuple[Change, ...]:
    """Return the changes that keep both versions; none when the copy is among the `known` ids, as after an import."""
    merged = merge({}, {ours.id: ours}, {theirs.id: theirs})
    if any(name in known for name in merged if name != ours.id):
        return ()
    changes = [Change(ours if name == ours.id else None, annotation) for name, annotation in merged.items()]
    return tuple(change for change in changes if change.before != change.after)
