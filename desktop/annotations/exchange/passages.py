"""Finding the passages of imported annotations in the text that is open."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchor import holds, make_anchor
from desktop.annotations.anchoring.placement import LOST, Placement, PlacementState
from desktop.annotations.anchoring.reanchor import reanchor
from desktop.annotations.anchoring.resolving import resolve
from desktop.annotations.exchange.foreign import ORIGIN
from desktop.annotations.values import How
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Set

    from desktop.annotations.values import Annotation
    from desktop.documents import Document

LONGEST = 20_000
"""A longer quote, in code points, is looked for word for word only."""

_BATCH = 1_000_000
"""So many code points of quotes are looked for at once: an index of all that a hostile file holds fills memory."""


def find_places(
    annotations: Mapping[str, Annotation], document: Document, snapshots: Callable[[Set[str]], Mapping[str, str]]
) -> Mapping[str, Placement]:
    """Return where each of `annotations` (by id) lies in `document`.

    `snapshots` gives those of the older texts with some digests that are kept.
    """
    places: dict[str, Placement] = {}
    short: dict[str, Annotation] = {}
    for name, annotation in annotations.items():
        if _length(annotation) > LONGEST:
            places[name] = _verbatim(annotation, document)
        else:
            short[name] = _apart(annotation)
    older = snapshots(_versions(short) - {document.sha256})
    for batch in _batches(short):
        places |= reanchor(batch, document.text, document.sha256, older)
    return MappingProxyType(places)


def settled(annotation: Annotation, placement: Placement, document: Document) -> Annotation:
    """Return a foreign `annotation` as it is kept with `document`, given where it lies there.

    Where its words stand as they are, its anchor is made anew on this text: what it came with says nothing more.
    Elsewhere its own words are kept, with a note of what was found.
    """
    span = placement.span
    if placement.state is not PlacementState.MOVED or span is None:
        return annotation
    index = document.answer_at(span.start)
    author = "" if index is None else document.answers[index].author
    owned = replace(annotation, author=author, answer=index)
    if span.of(document.text) == annotation.anchor.exact:
        return replace(owned, anchor=make_anchor(document.text, span, document.sha256))
    return resolve(owned, placement, document.text, document.sha256)


def _apart(annotation: Annotation) -> Annotation:
    """Return `annotation` such that in the search only those of one text are taken to have stood beside each other.

    What is known of no text at all gets a text of its own, as does what came without a position.
    """
    anchor = annotation.anchor
    if anchor.sha256:
        return annotation
    apart = f"{annotation.extra.get(ORIGIN)}" if anchor.span else annotation.id
    return replace(annotation, anchor=replace(anchor, sha256=apart))


def _length(annotation: Annotation) -> int:
    return max(len(anchor.exact) for anchor in annotation.anchors)


def _versions(annotations: Mapping[str, Annotation]) -> set[str]:
    return {anchor.sha256 for annotation in annotations.values() for anchor in annotation.anchors}


def _verbatim(annotation: Annotation, document: Document) -> Placement:
    """Return where the quote stands word for word, if it is one place that can be meant."""
    anchor = annotation.anchor
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
