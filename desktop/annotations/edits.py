"""Making annotations, and editing them and their passages; every edit is a Change, its subject stays as it was."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

from desktop.annotations.anchoring.anchors import make_anchor
from desktop.annotations.form.target import RESOLVED
from desktop.annotations.values import Annotation, Change, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop.annotations.values import Color
    from desktop.text import Span


def new_annotation(
    document_text: str,
    sha256: str,
    span: Span,
    color: Color,
    *,
    note: str = "",
    tags: Iterable[str] = (),
    made_in: str,
    author: str,
    answer: int | None,
    now: datetime,
) -> Annotation:
    """Return a new annotation, with a new id, on `span` (code points) of `document_text`, whose digest is `sha256`.

    `made_in` names the script shown, `author` and `answer` (0-based) whose words they are, `now` is an aware time.
    Raises ValueError when the span is empty or runs past the text, or when `now` has no time zone.
    """
    passage = Passage(make_anchor(document_text, span, sha256), made_in, author, answer)
    return Annotation(
        id=uuid4().urn,
        passages=(passage,),
        color=color,
        created=_aware(now),
        modified=now,
        note=note,
        tags=tidy_tags(tags),
    )


def create(annotation: Annotation) -> Change:
    """Return the change that adds `annotation`."""
    return Change(None, annotation)


def recolour(annotation: Annotation, color: Color, now: datetime) -> Change:
    """Return the change that gives `annotation` another colour; one that changes nothing keeps `modified` too."""
    return _edited(annotation, replace(annotation, color=color), now)


def retag(annotation: Annotation, tags: Iterable[str], now: datetime) -> Change:
    """Return the change that gives `annotation` these tags, tidied, in place of its own."""
    return _edited(annotation, replace(annotation, tags=tidy_tags(tags)), now)


def edit_note(annotation: Annotation, note: str, now: datetime) -> Change:
    """Return the change that gives `annotation` this note; "" makes it a bare mark."""
    return _edited(annotation, replace(annotation, note=note), now)


def delete(annotation: Annotation) -> Change:
    """Return the change that removes `annotation`."""
    return Change(annotation, None)


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return `tags` without surrounding space, empty ones and repetitions, in the order given."""
    return tuple(dict.fromkeys(tag for raw in tags if (tag := raw.strip())))


def _edited(before: Annotation, after: Annotation, now: datetime) -> Change:
    return Change(before, before if after == before else replace(after, modified=_aware(now)))


def _aware(moment: datetime) -> datetime:
    """Return `moment`; a time without a zone would mean another instant on another machine."""
    if moment.tzinfo is None:
        raise ValueError("a time needs its time zone")
    return moment


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
