"""What is otherwise in the open thread than when it was last read: a group of the state.

A newer save of a thread is compared with the version that was read before it, once its first page has been painted.
What was changed is marked in the list of authors for as long as the reader hasn't looked at it: an answer that has
been on the page is marked until the thread is closed, and no more when it is opened again. The sentence about it all
is said once for each save. So nothing comes again at each start, and nothing is missed that was not looked at.
Answers that are gone stay listed for as long as this save is the newest: they are to be read nowhere else.

A comparison with a save that the reader names stands in the place of that until the thread is closed. It is not
remembered: what was looked at in it says nothing about a newer save.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.comparison.matching import AnswerChange
    from desktop.comparison.renewal import GoneAnswer, Renewal


@dataclass(frozen=True, slots=True)
class Changes:
    """What was changed in the open thread, and what of that the reader knows."""

    renewal: Renewal | None = None
    """What is otherwise than in the version read before; None until that is known, or where there is none."""

    looked: frozenset[int] = frozenset()
    """The answers that were changed and that the reader has looked at, by index."""

    seen: frozenset[int] = frozenset()
    """Those that are not marked any more: they were looked at before the thread was opened this time."""

    told: bool = False
    """Whether the sentence about them was said, now or when the thread was open before."""

    known: bool = False
    """Whether it was said before the thread was opened this time, or the reader has said that all is seen."""

    visit: GoneAnswer | None = None
    """The answer that the reader went to an earlier version for, which is the open document then; None else."""

    unasked: Changes | None = None
    """What was found unasked, while the thread is compared with a save that the reader named; None else."""

    @property
    def remembered(self) -> Changes:
        """Those of which is remembered what the reader knows of them: what was found unasked."""
        return self if self.unasked is None else self.unasked

    def with_found(self, renewal: Renewal | None) -> Changes:
        """Return these with what was found unasked, behind a comparison that the reader asked for."""
        if self.unasked is None:
            return replace(self, renewal=renewal)
        return replace(self, unasked=replace(self.unasked, renewal=renewal))

    def with_named(self, renewal: Renewal) -> Changes:
        """Return these with what is otherwise than in a save that the reader has named."""
        return Changes(renewal, told=True, unasked=self.remembered)

    def mark_of(self, answer: int) -> AnswerChange | None:
        """Return what an answer is marked as: new or edited; in a version that is visited, gone."""
        return None if self.renewal is None or answer in self.seen else self.renewal.kinds.get(answer)

    @property
    def marked(self) -> frozenset[int]:
        """The answers that are marked."""
        return frozenset(self.renewal.kinds) - self.seen if self.renewal is not None else frozenset()

    @property
    def is_any_marked(self) -> bool:
        """Whether any answer is marked: asked at each change of the state, so it ends at the first that is."""
        return self.renewal is not None and any(answer not in self.seen for answer in self.renewal.kinds)

    @property
    def gone(self) -> tuple[GoneAnswer, ...]:
        """The answers that are gone, as far as one can go to them from here."""
        return self.renewal.gone if self.renewal is not None else ()

    def looking_at(self, answers: frozenset[int]) -> Changes:
        """Return these with the reader having looked at some answers; the same where none of them is another."""
        fresh = frozenset(answer for answer in answers - self.looked if self.mark_of(answer) is not None)
        return replace(self, looked=self.looked | fresh) if fresh else self

    def all_seen(self) -> Changes:
        """Return these with nothing marked any more."""
        kinds = frozenset(self.renewal.kinds) if self.renewal is not None else frozenset[int]()
        return replace(self, looked=self.looked | kinds, seen=self.seen | kinds, told=True, known=True)


def changes_known(looked: frozenset[int], *, told: bool) -> Changes:
    """Return what the reader knows of the changes in a thread that is being opened."""
    return Changes(looked=looked, seen=looked, told=told, known=told)
