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
    """One anchored place of an annotation."""

    anchor: Anchor
    """The words that were marked, in the text that they were marked in; never replaced by where they were found."""

    made_in: str = "original"
    """The name of the script that was shown when it was marked."""

    author: str = ""
    """Whose words they are, "" if that isn't known."""

    answer: int | None = None
    """The number of the answer that they stand in, from 0; None if they stand in none."""

    extra: Mapping[str, Any] = field(default_factory=_no_extra)
    """What the JSON of the passage says beyond this, as `form` lays it out; written back as it came."""

    resolved: tuple[Resolution, ...] = ()
    """The places found in later versions of the text, oldest first."""

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every anchor that it was made or found by."""
        return (self.anchor, *(resolution.anchor for resolution in self.resolved))


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark on one passage or several, with an optional note and tags. Raises ValueError without a passage."""

    id: str
    """A urn:uuid; another program's or a hand-edited file's may be anything but ""."""

    passages: tuple[Passage, ...]
    """The passages that it is about, at least one, in the order in which they were added, perhaps of several authors.

    It is listed by the first of them.
    """

    color: Color
    """The colour of the mark on all its passages."""

    created: datetime
    """When it was made, with a time zone."""

    modified: datetime
    """When a reader last changed it, with a time zone; finding its words again in another text doesn't count."""

    note: str = ""
    """Its text, plain, "" for a bare mark."""

    tags: tuple[str, ...] = ()
    """Its tags, in the order given, none of them twice."""

    conflicts_with: str = ""
    """The id of the annotation that this is another writer's version of, "" for none.

    Both changed the same thing, and a reader must say which holds.
    """

    extra: Mapping[str, Any] = field(default_factory=_no_extra)
    """JSON keys of the annotation itself that this version does not know, written back as they came."""

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError("an annotation needs a passage")

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every anchor that any of its passages was made or found by."""
        return tuple(anchor for passage in self.passages for anchor in passage.anchors)


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
