"""The passages of an annotation: drawing one anew, adding one from elsewhere, taking one out."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchor import make_anchor
from desktop.annotations.values import Change, Passage

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.annotations.values import Annotation
    from desktop.text import Span


def passages_of(annotation: Annotation) -> tuple[Passage, ...]:
    """Return all passages of `annotation`, the first as one like the others."""
    extra = annotation.extra.get("target", {})
    first = Passage(annotation.anchor, annotation.made_in, annotation.author, annotation.answer, extra)
    return (first, *annotation.also)


def link(annotation: Annotation, passage: Passage, now: datetime) -> Change:
    """Return the change that adds `passage` to `annotation`, behind those it has."""
    return _changed(annotation, (*passages_of(annotation), passage), now)


def unlink(annotation: Annotation, number: int, now: datetime) -> Change:
    """Return the change that takes the passage `number` (0: the first) out; the next one takes its place.

    Raises ValueError for the only passage, without which there is no annotation, and for one that isn't there.
    """
    passages = passages_of(annotation)
    if len(passages) == 1 or not 0 <= number < len(passages):
        raise ValueError(f"passage {number} of {len(passages)} can't be taken out")
    return _changed(annotation, passages[:number] + passages[number + 1 :], now)


def redraw(annotation: Annotation, number: int, span: Span, text: str, sha256: str, now: datetime) -> Change:
    """Return the change by which the reader draws the passage `number` anew, on `span` of `text` (code points).

    Its anchor is made anew on this text, whose digest is `sha256`. Raises ValueError when the span is empty or runs
    past the text, and IndexError when there is no such passage.
    """
    passages = list(passages_of(annotation))
    passages[number] = replace(passages[number], anchor=make_anchor(text, span, sha256))
    return _changed(annotation, tuple(passages), now)


def _changed(annotation: Annotation, passages: tuple[Passage, ...], now: datetime) -> Change:
    """Return the change that gives `annotation` these passages, of which there is at least one."""
    if now.tzinfo is None:
        raise ValueError("a time needs its time zone")
    first, *further = passages
    after = replace(annotation, also=tuple(further), modified=now)
    if first.anchor != annotation.anchor:
        # What was found of other words in later texts says nothing of these.
        after = replace(after, anchor=first.anchor, resolved=(), extra=_with_target(annotation, first))
    return Change(annotation, replace(after, made_in=first.made_in, author=first.author, answer=first.answer))


def _with_target(annotation: Annotation, first: Passage) -> MappingProxyType[str, object]:
    """Return what the annotation's JSON says beyond ours, with that of its `first` passage."""
    rest = {key: value for key, value in annotation.extra.items() if key != "target"}
    return MappingProxyType(rest | ({"target": dict(first.extra)} if first.extra else {}))
