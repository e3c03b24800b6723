"""How the sidebar lists who wrote in the thread: a group of the state, and the values that it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class Order(StrEnum):
    """In which order answers are listed and walked through; the question's own text is first in each."""

    THREAD = "thread"
    """As the text has them."""

    VOTES = "votes"
    """Those first that most agree with."""

    TIME = "time"
    """The newest first."""

    LENGTH = "length"
    """The longest first."""


NOBODY = -1
"""Stands for a person where nobody is named."""

COMMENTERS = "\0"
"""What stands for the key of a person for all those together who only commented."""


GONE = "\1"
"""What stands for the key of a person for all answers that are gone."""


class Person(NamedTuple):
    """Somebody who wrote in the thread."""

    name: str
    """The bare name, as it is written first."""
    key: str
    """What the name is compared by; nobody else has the same."""
    answers: tuple[int, ...]
    """Their answers; the question's own text is none."""
    comments: int
    """How many comments they wrote, on whatever."""
    asked: bool
    """Whether they asked the question."""

    @property
    def sayings(self) -> int:
        """How many things they said."""
        return len(self.answers) + self.comments + self.asked


class Walked(NamedTuple):
    """Whom the reader goes along with, from one thing that they said to the next, while a pane shows this answer."""

    person: str
    """The key of a `Person`."""
    pane: int
    """The key of a `Pane`."""
    answer: int
    """The index of the answer that the pane shows."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How the open thread is listed. Persons are named by their keys, which stay when the thread is read again."""

    order: Order | None = None
    """The order that the reader chose for this thread; None: the usual one, as the preferences say."""

    apart: bool = False
    """Whether each post is listed by itself, as a conversation is read, not with all others of its author."""

    filter: str = ""
    """What the names have to hold, as it was typed."""

    sought: bool = False
    """Whether the reader asked for the field to filter by; a thread of many people has it anyway."""

    unfolded: frozenset[str] = frozenset()
    """Those whose several posts the reader had listed."""

    folded: frozenset[str] = frozenset()
    """Those whose posts the reader had put away, although they are in hand; none of them is `unfolded`."""

    walked: Walked | None = None
    """Whom the reader goes along with; None: with whoever wrote the answer on the page."""

    def has_folded(self, key: str) -> bool:
        """Tell whether the reader has had listed, or put away, what is below the row of this key."""
        return key in self.unfolded or key in self.folded

    def with_folding(self, key: str, *, unfolded: bool) -> Listing:
        """Return this listing with the posts of the person with this key listed, or put away."""
        if unfolded:
            return replace(self, unfolded=self.unfolded | {key}, folded=self.folded - {key})
        return replace(self, unfolded=self.unfolded - {key}, folded=self.folded | {key})
