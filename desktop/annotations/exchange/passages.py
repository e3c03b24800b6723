"""Finding the passages of imported annotations in the text that is open."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchors import (
    LOST,
    Placement,
    Placements,
    PlacementState,
    holds,
    make_anchor,
    resolve,
)
from desktop.annotations.anchoring.reanchor import reanchor
from desktop.annotations.exchange.foreign import origin_of
from desktop.annotations.values import How
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Set

    from desktop.annotations.values import Anchor, Annotation, Passage
    from desktop.documents import Document

LONGEST = 20_000
"""A longer quote, in code points, is looked for word for word only."""

_SOMEWHERE = "elsewhere"
"""Stands for the text of passages whose program does not say which it is."""

_BATCH = 1_000_000
"""So many code points of quotes are looked for at once: an index of all that a hostile file holds fills memory."""


def find_places(
    annotations: Mapping[str, Annotation], document: Document, snapshots: Callable[[Set[str]], Mapping[str, str]]
) -> Placements:
    """Return where the passages of each of `annotations` (by id) lie in `document`, in their order.

    `snapshots` gives those of the older texts with some digests that are kept.
    """
    places: dict[str, tuple[Placement, ...]] = {}
    short: dict[str, Annotation] = {}
    for name, annotation in annotations.items():
        if _longest(annotation) > LONGEST or _length(annotation) > _BATCH:
            places[name] = tuple(_only_place(passage.anchor, document) for passage in annotation.passages)
        else:
            short[name] = replace(annotation, passages=tuple(map(_beside, annotation.passages)))
    older = snapshots(_versions(short) - {document.sha256})
    for batch in _batches(short):
        places |= reanchor(batch, document.text, document.sha256, older)
    return MappingProxyType(places)


def arranged(annotation: Annotation, placements: tuple[Placement, ...]) -> tuple[Annotation, tuple[Placement, ...]]:
    """Return a foreign `annotation` with no passage twice and those first that have a place, and their `placements`.

    Its passages come in no order that means anything (REC 3.2.1), and the first is the one that it is listed by.
    """
    pairs = sorted(zip(annotation.passages, placements, strict=True), key=lambda pair: _RANKS[pair[1].state])
    once: dict[object, tuple[Passage, Placement]] = {}
    for passage, place in pairs:
        once.setdefault(place.span or passage.anchor, (passage, place))
    passages, places = zip(*once.values(), strict=True)
    return replace(annotation, passages=passages), places


_RANKS = {
    PlacementState.EXACT: 0,
    PlacementState.MOVED: 0,
    PlacementState.UNCERTAIN: 1,
    PlacementState.LOST: 2,
}


def settled(annotation: Annotation, placements: tuple[Placement, ...], document: Document) -> Annotation:
    """Return a foreign `annotation` as it is kept with `document`, given where its passages lie there.

    Where the words of a passage stand as they are, its anchor is made anew on this text: what it came with says
    nothing more. Elsewhere its own words are kept, with a note of what was found.
    """
    pairs = zip(annotation.passages, placements, strict=True)
    passages, places = zip(*(_settled(passage, place, document) for passage, place in pairs), strict=True)
    return resolve(replace(annotation, passages=passages), places, document.text, document.sha256)


def _settled(passage: Passage, place: Placement, document: Document) -> tuple[Passage, Placement]:
    """Return `passage` with whose words it has, and its anchor made anew where these stand as they are."""
    span = place.span
    if place.state is not PlacementState.MOVED or span is None:
        return passage, place
    index = document.answer_at(span.start)
    owned = replace(passage, author=document.author_at(span.start) or "", answer=index)
    if span.of(document.text) != passage.anchor.exact:
        return owned, place
    anchor = make_anchor(document.text, span, document.sha256)
    return replace(owned, anchor=anchor), replace(place, state=PlacementState.EXACT)


def _beside(passage: Passage) -> Passage:
    """Return `passage` such that those of one text by another program are taken to stand beside each other."""
    anchor = passage.anchor
    if anchor.sha256 or not anchor.span:
        return passage
    return replace(passage, anchor=replace(anchor, sha256=origin_of(passage) or _SOMEWHERE))


def _longest(annotation: Annotation) -> int:
    return max(len(anchor.exact) for anchor in annotation.anchors)


def _length(annotation: Annotation) -> int:
    return sum(len(anchor.exact) for anchor in annotation.anchors)


def _versions(annotations: Mapping[str, Annotation]) -> set[str]:
    return {anchor.sha256 for annotation in annotations.values() for anchor in annotation.anchors}


def _only_place(anchor: Anchor, document: Document) -> Placement:
    """Return where the quote stands word for word, if one place only can be meant."""
    if holds(anchor, document.text, document.sha256):
        return Placement(anchor.span, PlacementState.EXACT, score=1.0)
    start = document.text.find(anchor.exact)
    if start < 0 or document.text.find(anchor.exact, start + 1) >= 0:
        return LOST
    span = Span(start, start + len(anchor.exact))
    return Placement(span, PlacementState.MOVED, how=How.QUOTE, score=1.0)


def _batches(annotations: Mapping[str, Annotation]) -> Iterator[dict[str, Annotation]]:
    batch: dict[str, Annotation] = {}
    size = 0
    for name, annotation in annotations.items():
        length = _length(annotation)
        if batch and size + length > _BATCH:
            yield batch
            batch, size = {}, 0
        batch[name] = annotation
        size += length
    if batch:
        yield batch
