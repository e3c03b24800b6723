"""Finding annotations again in a text that may have changed since they were made.

In the very text, the position holds, with the quote asserted. In another, the words are looked for, as `another_text`
says.

Where the W3C model advises to treat several matches as all meant, this app would rather say that it can't tell: a
note on the wrong passage does more harm than one in a list of unplaced notes.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from desktop.annotations.anchoring.anchors import Placement, Placements, PlacementState, holds
from desktop.annotations.values import How, Resolution

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from desktop.annotations.values import Anchor, Annotation, Passage

NO_SNAPSHOTS: Mapping[str, str] = MappingProxyType({})

_Key = TypeVar("_Key", bound="Hashable")


def reanchor(
    annotations: Mapping[str, Annotation], text: str, sha256: str, snapshots: Mapping[str, str] = NO_SNAPSHOTS
) -> Placements:
    """Return where the passages of each of `annotations` (by id) lie in `text`, whose digest is `sha256`.

    Spans are in its code points, placements in the order of the passages. `snapshots` are the older versions of the
    text that were kept, by their digests. A passage starts from the newest version that it was found in
    (`Passage.resolved`), at best one that was kept; what was found before the reader put it elsewhere no longer
    counts.
    """
    passages = {
        (name, number): passage
        for name, annotation in annotations.items()
        for number, passage in enumerate(annotation.passages)
    }
    known = {key: _settled(passage, text, sha256) for key, passage in passages.items()}
    starts = {key: _start(passages[key], snapshots) for key, settled in known.items() if settled is None}
    found = place_anchors(starts, text, sha256, snapshots)

    def placed(name: str, annotation: Annotation) -> tuple[Placement, ...]:
        keys = ((name, number) for number in range(len(annotation.passages)))
        return tuple(known[key] or found[key] for key in keys)

    return MappingProxyType({name: placed(name, annotation) for name, annotation in annotations.items()})


def _settled(passage: Passage, text: str, sha256: str) -> Placement | None:
    """Return the place that is known in this very text; None in any other."""
    for step in _trail(passage):
        if holds(step.anchor, text, sha256):
            exact = step.anchor is passage.anchor or step.how is How.READER
            state = PlacementState.EXACT if exact else PlacementState.MOVED
            return Placement(step.anchor.span, state, how=step.how, score=step.score)
    return None


def _start(passage: Passage, snapshots: Mapping[str, str]) -> Anchor:
    """Return the anchor to go on from: the newest on a version that was kept, else the newest."""
    anchors = [step.anchor for step in _trail(passage)]
    return next((anchor for anchor in anchors if anchor.sha256 in snapshots), anchors[0])


def _trail(passage: Passage) -> list[Resolution]:
    """Return where a passage has been, newest first, back to where the reader put it: on making it, or since."""
    trail: list[Resolution] = []
    for step in (*reversed(passage.resolved), Resolution(passage.anchor, How.READER)):
        trail.append(step)
        if step.how is How.READER:
            break
    return trail


def place_anchors(
    anchors: Mapping[_Key, Anchor], text: str, sha256: str, snapshots: Mapping[str, str] = NO_SNAPSHOTS
) -> dict[_Key, Placement]:
    """Return where each of `anchors` lies in `text`, whose digest is `sha256`; `snapshots` are older texts by theirs.

    Spans are in code points of `text`. An anchor on `text` itself is EXACT if its quote is in its place.
    """
    placements = {
        key: Placement(anchor.span, PlacementState.EXACT, score=1.0)
        for key, anchor in anchors.items()
        if holds(anchor, text, sha256)
    }
    moved = {key: anchor for key, anchor in anchors.items() if key not in placements}
    if not moved:
        return placements
    # Imported late: nothing has changed as a rule, and then nothing of this is needed before the first paint.
    from desktop.annotations.anchoring.another_text import found_in_another

    return placements | found_in_another(moved, text, snapshots)
