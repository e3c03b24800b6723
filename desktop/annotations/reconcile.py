"""One annotation that two writers changed: their changes brought together, field by field."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import NAMESPACE_URL, uuid5

from desktop.annotations.values import How

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations.values import Annotation, Passage, Resolution

_FIELDS = ("anchor", "color", "note", "made_in", "author", "answer", "created", "conflicts_with")

_NEVER = object()
"""Stands for a value that wasn't there, and equals no other."""

T = TypeVar("T")


def reconcile(base: Annotation | None, one: Annotation, other: Annotation) -> tuple[Annotation, ...]:
    """Return `one` and `other`, which grew out of `base` (None: there was none), as one annotation, or as two.

    Two if both changed one field, each in its way: the later edit holds, and the earlier is returned as well, under
    an id of its own, the same one whoever merges. Tags, further passages and found places never conflict: both
    writers' are kept. Places that were found for an anchor that has given way go with it.
    """
    first, second = sorted((one, other), key=_precedence, reverse=True)
    fields, conflict = _single_fields(base, first, second)
    extra, extra_conflict = _keys(base.extra if base else {}, first.extra, second.extra)
    merged = replace(
        first,
        **fields,
        tags=_tags(base.tags if base else (), first.tags, second.tags),
        also=_passages(base.also if base else (), first.also, second.also),
        resolved=_places(*(one.resolved if one.anchor == fields["anchor"] else () for one in (first, second))),
        extra=MappingProxyType(extra),
    )
    return (merged, _kept_apart(second)) if conflict or extra_conflict else (merged,)


def same_but_for_places(one: Annotation, other: Annotation) -> bool:
    """Tell whether two states of an annotation differ at most in where it was found in later texts."""
    return replace(one, resolved=other.resolved, modified=other.modified) == other


def _precedence(annotation: Annotation) -> tuple[Any, ...]:
    """Return what the later of two edits has more of; where the clocks agree, anything that all machines agree on."""
    return annotation.modified, annotation.note, annotation.color, annotation.tags, repr(annotation)


def _single_fields(base: Annotation | None, first: Annotation, second: Annotation) -> tuple[dict[str, Any], bool]:
    """Return the fields that have one value each, and whether both changed one of them."""
    fields: dict[str, Any] = {}
    conflict = False
    for name in _FIELDS:
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


def _passages(
    base: tuple[Passage, ...], first: tuple[Passage, ...], second: tuple[Passage, ...]
) -> tuple[Passage, ...]:
    """Return the further passages of both without those that either took out; in one order for all, as of tags."""
    one_sided, both_changed = _pick(base, first, second)
    if not both_changed:
        return one_sided
    stayed = [passage for passage in base if passage in first and passage in second]
    added: list[Passage] = []
    for passage in (*first, *second):
        if passage not in base and passage not in added:
            added.append(passage)
    return (*stayed, *sorted(added, key=lambda passage: (passage.anchor.span, repr(passage))))


def _places(first: tuple[Resolution, ...], second: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """Return one place for each version of the text, the reader's own before any other, those of `second` first."""
    found = {place.anchor.sha256: place for place in second}
    for place in first:
        rival = found.pop(place.anchor.sha256, place)
        by_hand = rival.how is How.READER and place.how is not How.READER
        found[place.anchor.sha256] = rival if by_hand else place
    return tuple(found.values())


def _kept_apart(annotation: Annotation) -> Annotation:
    """Return `annotation` under another id, always the same one, so that merging again adds no second."""
    name = uuid5(NAMESPACE_URL, ascii((annotation.id, *_precedence(annotation)[:-1]))).urn
    return replace(annotation, id=name, conflicts_with=annotation.id)
