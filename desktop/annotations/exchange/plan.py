"""What an import would do: worked out, and shown to the reader, before anything is done.

What is the same on both sides stays as it is. Where both differ, whoever has not changed it since both were one gives
way, if that is known: an annotation that was never edited since it was made is what the other grew out of, and one
that came from another program carries a digest of what it said then. Clocks decide nothing. Else both are kept,
theirs as a copy, by the rule by which two writers are merged.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchors import PlacementState
from desktop.annotations.exchange.passages import arranged, find_places, settled
from desktop.annotations.exchange.reading import read_notes
from desktop.annotations.form.source import source_of
from desktop.annotations.merge import merge
from desktop.annotations.values import Annotation, Change, How

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Set
    from datetime import datetime

    from desktop.annotations.anchoring.anchors import Placements
    from desktop.annotations.values import Anchor
    from desktop.documents import Document

_IMPORTED = "baijia:imported"
"""The key in `Annotation.extra` of what an annotation said when it came from another program."""


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
        elif outcome is Precedence.THEIRS:
            changed.append(Change(ours, renewed(ours, theirs, foreign=foreign)))
        elif outcome is Precedence.BOTH and (both := _both(ours, theirs, known)):
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


class Precedence(Enum):
    """What becomes of two versions: ours stays, theirs takes its place, or both are kept."""

    OURS = auto()
    THEIRS = auto()
    BOTH = auto()


def stamped(annotation: Annotation) -> Annotation:
    """Return `annotation`, just come from another program, with a note of what it says now."""
    extra = {**annotation.extra, _IMPORTED: _said(annotation)}
    return replace(annotation, extra=MappingProxyType(extra))


def compare(ours: Annotation, theirs: Annotation, *, foreign: bool) -> Precedence:
    """Return what becomes of two versions of one annotation; `theirs` may be `foreign`: of another program."""
    if _is_same(ours, theirs):
        return Precedence.OURS
    was = ours.extra.get(_IMPORTED)
    if was is not None:
        ours_grew, theirs_grew = _said(ours) != was, _said(theirs) != was
        if not theirs_grew:  # what is another now is where it was found, or what the reader did
            return Precedence.OURS
    else:
        # Other programs need not say when they edited.
        ours_grew, theirs_grew = _is_edited(ours), foreign or _is_edited(theirs)
    if ours_grew and theirs_grew:
        return Precedence.BOTH
    if ours.created != theirs.created and was is None:
        return Precedence.BOTH
    return Precedence.OURS if ours_grew else Precedence.THEIRS


def renewed(ours: Annotation, theirs: Annotation, *, foreign: bool) -> Annotation:
    """Return `theirs` in the place of `ours`; what another program knows nothing of stays as the reader has it."""
    if not foreign:
        return theirs
    extra = MappingProxyType({**ours.extra, **theirs.extra})
    first, *further = ours.passages
    as_made = replace(ours, passages=(replace(first, resolved=()), *further))
    if _passages(as_made) != _passages(theirs):
        return replace(theirs, color=ours.color, extra=extra)
    met = replace(first, extra=MappingProxyType({**first.extra, **theirs.passages[0].extra}))
    said = replace(ours, note=theirs.note, tags=theirs.tags, modified=theirs.modified, extra=extra)
    return replace(said, passages=(met, *further))


def _is_edited(annotation: Annotation) -> bool:
    return annotation.modified != annotation.created


def _is_same(ours: Annotation, theirs: Annotation) -> bool:
    """Tell whether both say the same of the same words, wherever each has found them since."""
    return _words(ours) == _words(theirs) and _is_same_place(ours, theirs)


def _words(annotation: Annotation) -> tuple[object, ...]:
    return annotation.note, annotation.tags, annotation.color, _further(annotation)


def _further(annotation: Annotation) -> tuple[str, ...]:
    return tuple(passage.anchor.exact for passage in annotation.passages[1:])


def _passages(annotation: Annotation) -> list[str]:
    """Return the words of all its passages, in an order that doesn't depend on which of them have a place."""
    return sorted((_by_hand(annotation).exact, *_further(annotation)))


def _is_same_place(ours: Annotation, theirs: Annotation) -> bool:
    """Tell whether no hand has put either where the other is not; anchors made on different texts can't tell."""
    mine, other = _by_hand(ours), _by_hand(theirs)
    return mine.exact == other.exact and (mine.sha256 != other.sha256 or mine.span == other.span)


def _by_hand(annotation: Annotation) -> Anchor:
    """Return where a reader has put the first passage: at first, or later."""
    first = annotation.passages[0]
    chosen = [found.anchor for found in first.resolved if found.how is How.READER]
    return chosen[-1] if chosen else first.anchor


def _said(annotation: Annotation) -> str:
    """Return a digest of what the annotation says, of which words."""
    said = ascii((*map(str, (annotation.note, annotation.color)), annotation.tags, *_passages(annotation)))
    return hashlib.sha256(said.encode()).hexdigest()
