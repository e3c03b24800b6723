"""The passages of an annotation: drawing one anew, adding one, taking one out."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchor import make_anchor
from desktop.annotations.form.resolutions import RESOLVED
from desktop.annotations.values import Change

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.annotations.values import Annotation, Passage
    from desktop.text import Span


def link(annotation: Annotation, passage: Passage, now: datetime) -> Change:
    """Return the change that adds `passage` to `annotation`, behind those it has."""
    return _changed(annotation, (*annotation.passages, passage), now)


def unlink(annotation: Annotation, number: int, now: datetime) -> Change:
    """Return the change that takes the passage `number` (0: the first) out; the next one takes its place.

    Raises ValueError for the only passage, without which there is no annotation, and for one that isn't there.
    """
    passages = annotation.passages
    if len(passages) == 1 or not 0 <= number < len(passages):
        raise ValueError(f"passage {number} of {len(passages)} can't be taken out")
    return _changed(annotation, passages[:number] + passages[number + 1 :], now)


def redraw(annotation: Annotation, number: int, span: Span, text: str, sha256: str, now: datetime) -> Change:
    """Return the change by which the reader draws the passage `number` anew, on `span` of `text` (code points).

    Its anchor is made anew on this text, whose digest is `sha256`. Raises ValueError when the span is empty or runs
    past the text, and IndexError when there is no such passage.
    """
    passages = list(annotation.passages)
    drawn, rest = passages[number], passages[number].extra
    # What was found of other words in later texts says nothing of these.
    extra = MappingProxyType({key: value for key, value in rest.items() if key != RESOLVED})
    passages[number] = replace(drawn, anchor=make_anchor(text, span, sha256), resolved=(), extra=extra)
    return _changed(annotation, tuple(passages), now)


def _changed(annotation: Annotation, passages: tuple[Passage, ...], now: datetime) -> Change:
    if now.tzinfo is None:
        raise ValueError("a time needs its time zone")
    return Change(annotation, replace(annotation, passages=passages, modified=now))
