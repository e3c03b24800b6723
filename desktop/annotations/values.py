"""The values of an annotation, and the one primitive by which annotations change."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop.annotations.color import Color  # noqa: TC001 (one of the values that others take from here)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.text import Span


def _no_extra() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation was made: its words with 32 code points on either side, and their place.

    `span` is in code points of the source whose digest is `sha256`. Nothing here is ever overwritten.
    """

    exact: str
    prefix: str
    suffix: str
    span: Span
    sha256: str


class How(StrEnum):
    """How a passage was found again: by comparing with the old text, by its words, or by the reader's own hand."""

    DIFF = "diff"
    QUOTE = "quote"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an annotation was found in a later version of its text: `anchor` is made on that version.

    `score` runs from 0 to 1, 1 for what the reader chose.
    """

    anchor: Anchor
    how: How
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A further passage of an annotation, as `Annotation` has its first one.

    `extra` holds what the JSON of the passage says beyond this, written back as it came. `resolved` is as in
    `Annotation`.
    """

    anchor: Anchor
    made_in: str = "original"
    author: str = ""
    answer: int | None = None
    extra: Mapping[str, Any] = field(default_factory=_no_extra)
    resolved: tuple[Resolution, ...] = ()

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every anchor that it was made or found by."""
        return (self.anchor, *(resolution.anchor for resolution in self.resolved))


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark on a passage, with an optional note and tags.

    `id` is a urn:uuid. `note` is plain text, "" for a bare highlight. `made_in` names the script that was shown.
    `author` and `answer` (0-based) say whose words they are. `resolved` are the places found in later versions of the
    text, oldest first; `anchor` is never replaced by them. `also` are the further passages of a note that links
    several, in the order in which they were added, perhaps of other authors. `conflicts_with` is "", or the id of the
    annotation that this is another writer's version of: both changed the same thing, and a reader must say which
    holds. `extra` holds JSON keys that this version does not know, written back as they came.
    """

    id: str
    anchor: Anchor
    color: Color
    created: datetime
    modified: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    made_in: str = "original"
    author: str = ""
    answer: int | None = None
    resolved: tuple[Resolution, ...] = ()
    also: tuple[Passage, ...] = ()
    conflicts_with: str = ""
    extra: Mapping[str, Any] = field(default_factory=_no_extra)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every anchor that any of its passages was made or found by."""
        found = (resolution.anchor for resolution in self.resolved)
        return (self.anchor, *found, *(anchor for passage in self.also for anchor in passage.anchors))


@dataclass(frozen=True, slots=True)
class Change:
    """Replace `before` with `after`; None stands for absent. Creating, editing and deleting are all this."""

    before: Annotation | None
    after: Annotation | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change needs a before or an after")
        if self.before is not None and self.after is not None and self.before.id != self.after.id:
            raise ValueError("a change keeps the annotation's id")

    @property
    def id(self) -> str:
        """The id of the annotation that changes."""
        kept = self.after if self.after is not None else self.before
        assert kept is not None  # noqa: S101 (held by __post_init__)
        return kept.id

    @property
    def inverse(self) -> Change:
        """The change that undoes this one."""
        return Change(self.after, self.before)


def apply_changes(annotations: Mapping[str, Annotation], changes: tuple[Change, ...]) -> Mapping[str, Annotation]:
    """Return `annotations` (by id) with `changes` made in order, as a new read-only mapping.

    Raises ValueError when an annotation is not what a change says it was; the given mapping never changes.
    """
    result = dict(annotations)
    for change in changes:
        if result.get(change.id) != change.before:
            raise ValueError(f"{change.id} is not what the change expects")
        if change.after is None:
            del result[change.id]
        else:
            result[change.id] = change.after
    return MappingProxyType(result)
