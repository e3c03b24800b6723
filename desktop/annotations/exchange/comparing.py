"""Two versions of one annotation, with no record of what they grew out of, and which of them is later.

An annotation that was never edited since it was made is what the other grew out of. One that came from another
program carries a digest of what it said then, so the same can be told of it. Clocks decide nothing.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.values import Annotation, How

if TYPE_CHECKING:
    from desktop.annotations.values import Anchor

_IMPORTED = "baijia:imported"
"""The key in `Annotation.extra` of what an annotation said when it came from another program."""


class Outcome(Enum):
    """What becomes of two versions: ours stays, theirs takes its place, or both are kept."""

    OURS = auto()
    THEIRS = auto()
    BOTH = auto()


def stamped(annotation: Annotation) -> Annotation:
    """Return `annotation`, just come from another program, with a note of what it says now."""
    extra = {**annotation.extra, _IMPORTED: _said(annotation)}
    return replace(annotation, extra=MappingProxyType(extra))


def compare(ours: Annotation, theirs: Annotation, *, foreign: bool) -> Outcome:
    """Return what becomes of two versions of one annotation; `theirs` may be `foreign`: of another program."""
    if _is_same(ours, theirs):
        return Outcome.OURS
    was = ours.extra.get(_IMPORTED)
    if was is not None:
        ours_grew, theirs_grew = _said(ours) != was, _said(theirs) != was
        if not theirs_grew:  # what is another now is where it was found, or what the reader did
            return Outcome.OURS
    else:
        # Other programs need not say when they edited.
        ours_grew, theirs_grew = _is_edited(ours), foreign or _is_edited(theirs)
    if ours_grew and theirs_grew:
        return Outcome.BOTH
    if ours.created != theirs.created and was is None:
        return Outcome.BOTH
    return Outcome.OURS if ours_grew else Outcome.THEIRS


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
