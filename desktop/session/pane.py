"""A pane: one answer on show, and where the reader is in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from desktop.script import Script
    from desktop.text import Span


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """A place the page is asked to go to. Each request is a new object, so asking twice goes twice.

    `at_top` asks for its line to be the first in sight, as it was when the reader was there. One that is not
    `pointed` at is brought into sight and no more: nothing is drawn around it.
    """

    span: Span
    at_top: bool = False
    pointed: bool = True


@dataclass(frozen=True, slots=True)
class Pane:
    """One answer on show. The window has one or two; commands act on the one that has the focus."""

    answer: int = 0
    """The answer that is shown: an index into `document.answers`."""

    script: Script | None = None
    """The script that is asked for in this pane alone; None: the one of the state's `manner`."""

    selection: Span | None = None
    """The words that are selected; never empty."""

    goal: Goal | None = None
    """The place that the pane was asked to go to last, until the reader leaves it."""

    positions: Mapping[int, int] = field(default_factory=_nothing)
    """Where each answer was left, by its index: the offset of the first line in sight."""

    hit: int | None = None
    """The current place of the search: an index into `search.hits`; None: none yet."""

    unfolded: frozenset[int] = frozenset()
    """The answers whose comments are shown below them, by index."""

    key: int = field(default_factory=count().__next__, compare=False)
    """Which pane this is, wherever it comes to stand: no other one ever has the same key."""

    @property
    def is_unfolded(self) -> bool:
        """Whether the comments on the answer are shown."""
        return self.answer in self.unfolded

    def leaving(self, spans: Collection[Span | None]) -> Pane:
        """Return this pane, and where it was asked to go to one of these `spans` last, without that."""
        return replace(self, goal=None) if self.goal is not None and self.goal.span in spans else self


@dataclass(frozen=True, slots=True)
class OtherSide:
    """What stands beside the pane in focus: all that is kept of that pane when a thread is left."""

    answer: int
    """The answer that it shows: an index into `document.answers`."""

    offset: int | None = None
    """The source offset of the first line in sight; None: it was never scrolled."""

    script: Script | None = None
    """The script that it is shown in; None: in that of the pane in focus."""

    at_left: bool = False
    """Whether it stands at the left of the pane in focus."""

    unfolded: bool = False
    """Whether the comments on its answer are shown."""
