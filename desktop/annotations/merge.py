"""Bringing two writers' annotations together, by id and by field, so that nothing that either wrote is lost."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import NAMESPACE_URL, uuid5

from desktop.annotations.form.strict_json import unknown
from desktop.annotations.form.target import RESOLVED
from desktop.annotations.values import How

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.annotations.form.strict_json import JsonObject
    from desktop.annotations.values import Anchor, Annotation, Passage, Resolution

_FIELDS = ("color", "note", "created", "conflicts_with")
_PASSAGE_FIELDS = ("anchor", "made_in", "author", "answer")

_NEVER = object()
"""Stands for a value that wasn't there, and equals no other."""

T = TypeVar("T")


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


def reconcile(base: Annotation | None, one: Annotation, other: Annotation) -> tuple[Annotation, ...]:
    """Return `one` and `other`, which grew out of `base` (None: there was none), as one annotation, or as two.

    Two if both changed one field, each in its way: the later edit holds, and the earlier is returned as well, under
    an id of its own, the same one whoever merges. Tags and further passages never conflict: both writers' are kept,
    as are found places, unless both put it by hand on words of one text. Places that were found for an anchor that
    has given way go with it.
    """
    first, second = sorted((one, other), key=_precedence, reverse=True)
    fields, conflict = _single_fields(_FIELDS, base, first, second)
    extra, extra_conflict = _keys(base.extra if base else {}, first.extra, second.extra)
    leading, passage_conflict = _first_passage(base and base.passages[0], first.passages[0], second.passages[0])
    further = _further(base.passages[1:] if base else (), first.passages[1:], second.passages[1:])
    merged = replace(
        first,
        **fields,
        tags=_tags(base.tags if base else (), first.tags, second.tags),
        passages=(leading, *further),
        extra=MappingProxyType(extra),
    )
    return (merged, _kept_apart(second)) if conflict or extra_conflict or passage_conflict else (merged,)


def same_but_for_places(one: Annotation, other: Annotation) -> bool:
    """Tell whether two states of an annotation differ at most in where the app found it in later texts."""
    return replace(as_put(one), modified=other.modified) == as_put(other)


def as_put(annotation: Annotation) -> Annotation:
    """Return `annotation` where readers put it: without the places that were found by searching."""
    first, *further = annotation.passages
    by_hand = tuple(place for place in first.resolved if place.how is How.READER)
    return replace(annotation, passages=(replace(first, resolved=by_hand), *map(_bare, further)))


def _precedence(annotation: Annotation) -> tuple[Any, ...]:
    """Return what the later of two edits has more of; where the clocks agree, anything that all machines agree on."""
    return annotation.modified, annotation.note, annotation.color, annotation.tags, repr(annotation)


def _single_fields(names: Iterable[str], base: T | None, first: T, second: T) -> tuple[dict[str, Any], bool]:
    """Return the fields of these `names`, which have one value each, and whether both changed one of them."""
    fields: dict[str, Any] = {}
    conflict = False
    for name in names:
        fields[name], clash = _pick(getattr(base, name, _NEVER), getattr(first, name), getattr(second, name))
        conflict = conflict or clash
    return fields, conflict


def _pick(base: object, first: T, second: T) -> tuple[T, bool]:
    """Return which of two values holds, and whether the other was meant to."""
    if second in (first, base):
        return first, False
    return (second, False) if first == base else (first, True)


def _keys(
    base: Mapping[str, Any], first: Mapping[str, Any], second: Mapping[str, Any]
) -> tuple[dict[str, Any], bool]:
    """Return the unknown keys of both, and whether both changed one of them."""
    merged: dict[str, Any] = {}
    conflict = False
    for key in dict.fromkeys((*first, *second)):
        value, clash = _pick(*(state.get(key, _NEVER) for state in (base, first, second)))
        conflict = conflict or clash
        if value is not _NEVER:
            merged[key] = value
    return merged, conflict


def _tags(base: tuple[str, ...], first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of both without those that either took off; if both had a hand, in one order for all."""
    one_sided, both_changed = _pick(base, first, second)
    if not both_changed:
        return one_sided
    stayed = (tag for tag in base if tag in first and tag in second)
    return (*dict.fromkeys(stayed), *sorted({*first, *second} - {*base}))


def _first_passage(base: Passage | None, first: Passage, second: Passage) -> tuple[Passage, bool]:
    """Return the first passage of both, field by field, and whether both changed one of them."""
    fields, conflict = _single_fields(_PASSAGE_FIELDS, base, first, second)
    states = (base, first, second)
    # What the target says beyond ours is one value, what the list of found places does another.
    targets, resolutions = zip(*(_parted(state.extra if state else {}) for state in states), strict=True)
    (target, target_clash), (rest, rest_clash) = _pick(*targets), _pick(*resolutions)
    places, places_clash = _places(*(_found(state, fields["anchor"]) for state in states))
    merged = replace(first, **fields, resolved=places, extra=MappingProxyType(target | rest))
    return merged, conflict or target_clash or rest_clash or places_clash


def _parted(extra: Mapping[str, Any]) -> tuple[JsonObject, JsonObject]:
    """Return the entries of a passage's `extra` that stand on its target, and that of its found places."""
    return unknown(dict(extra), RESOLVED), {key: value for key, value in extra.items() if key == RESOLVED}


def _further(
    base: tuple[Passage, ...], first: tuple[Passage, ...], second: tuple[Passage, ...]
) -> tuple[Passage, ...]:
    """Return the further passages of both without those that either took out; in one order for all, as of tags."""
    one_sided, both_changed = _pick(base, first, second)
    if not both_changed:
        return one_sided
    was, one, other = ([_bare(passage) for passage in side] for side in (base, first, second))
    stayed = [passage for passage in was if passage in one and passage in other]
    added: list[Passage] = []
    for passage in (*one, *other):
        if passage not in was and passage not in added:
            added.append(passage)
    merged = (*stayed, *sorted(added, key=lambda passage: (passage.anchor.span, repr(passage))))
    return tuple(_found_by_both(passage, base, first, second) for passage in merged)


def _bare(passage: Passage) -> Passage:
    """Return `passage` without where it was found: what makes it the same one to both writers."""
    return replace(passage, resolved=())


def _found_by_both(bare: Passage, *sides: tuple[Passage, ...]) -> Passage:
    """Return the passage with the places that base, first and second know of it."""
    known = (next((one.resolved for one in side if _bare(one) == bare), ()) for side in sides)
    return replace(bare, resolved=_places(*known)[0])


def _found(state: Passage | None, anchor: Anchor) -> tuple[Resolution, ...]:
    """Return where a state of a passage was found; nothing for one that had another `anchor`."""
    return state.resolved if state is not None and state.anchor == anchor else ()


def _places(
    base: tuple[Resolution, ...], first: tuple[Resolution, ...], second: tuple[Resolution, ...]
) -> tuple[tuple[Resolution, ...], bool]:
    """Return the places that both know of, and whether both put it by hand on different words of one text.

    What one of them found without knowing where the reader had put it last says nothing any more.
    """
    one_sided, both_changed = _pick(base, first, second)
    if not both_changed:
        return one_sided, False
    was, one, other = (_by_hand(side) for side in (base, first, second))
    kept, conflict = _keys(was, one, other)
    untouched = (sha256 for sha256, place in was.items() if kept.get(sha256) == place)
    put = [kept[sha256] for sha256 in dict.fromkeys((*untouched, *other, *one)) if sha256 in kept]
    found = _found_since(second, put[-1:]) | _found_since(first, put[-1:])
    return (*put, *(place for sha256, place in found.items() if sha256 not in kept)), conflict


def _by_hand(places: tuple[Resolution, ...]) -> dict[str, Resolution]:
    """Return where the reader put an annotation, by version of the text, the last one last."""
    put: dict[str, Resolution] = {}
    for place in places:
        if place.how is How.READER:
            put.pop(place.anchor.sha256, None)
            put[place.anchor.sha256] = place
    return put


def _found_since(places: tuple[Resolution, ...], put: list[Resolution]) -> dict[str, Resolution]:
    """Return what was found after the reader had last `put` it, by version; nothing if that was put elsewhere."""
    found: list[Resolution] = []
    last: list[Resolution] = []
    for place in places:
        if place.how is How.READER:
            found, last = [], [place]
        else:
            found.append(place)
    return {place.anchor.sha256: place for place in found} if last == put else {}


def _kept_apart(annotation: Annotation) -> Annotation:
    """Return `annotation` under another id, always the same one, so that merging again adds no second."""
    name = uuid5(NAMESPACE_URL, ascii((annotation.id, *_precedence(annotation)[:-1]))).urn
    return replace(annotation, id=name, conflicts_with=annotation.id)
