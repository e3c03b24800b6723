"""The reader's place in a document, and the same place in another version of it: at the same words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from desktop.script import fold
from desktop.session.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.documents import Document
    from desktop.session.listing import Order


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in one document: answer, offsets by answer (code points), lit terms, answers read.

    `source_script` is set only where the reader corrected what was detected, `order` where he chose one;
    `unfolded` are the answers whose comments were shown; `apart` tells that each post is listed by itself. `looked`
    are the changed answers that were looked at, `told` tells that the sentence about them was said: both are about
    this version alone. `named` is what the reader had said of lines by then, by their ids, and what the answers are
    numbered by; None where it isn't known. `others` are what a later version of the app remembered besides, as JSON.
    """

    answer: int = 0
    positions: Mapping[int, int] = field(default_factory=dict[int, int])
    lights: tuple[tuple[str, int], ...] = ()
    read: tuple[int, ...] = ()
    source_script: str | None = None
    order: Order | None = None
    unfolded: tuple[int, ...] = ()
    apart: bool = False
    looked: tuple[int, ...] = ()
    told: bool = False
    named: Mapping[str, bool] | None = None
    others: Mapping[str, Any] = field(default_factory=dict[str, Any], compare=False)


def named_in(document: Document) -> dict[str, bool]:
    """Return what the reader has said of lines of `document`, by their ids."""
    return {line.id: line.is_name for line in document.naming if line.is_name is not None}


def carried(place: Place, old: Document, new: Document) -> Place:
    """Return `place`, which was in `old`, as one in `new`, another version of the same thread."""
    return VersionMap(old, new).carried(place)


class VersionMap:
    """Maps places in one version of a thread, `old`, to places in another, `new`, by the words that both have."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old = old
        self._new = new
        # Imported late: a text has seldom changed, and then nothing is compared before the first paint.
        from desktop.annotations.anchoring.textdiff import align

        self._runs = align(fold(old.text), fold(new.text)).by_old
        self._starts = [answer.span.start for answer in new.answers]

    def carried(self, place: Place) -> Place:
        """Return `place`, which was in the old version, as one in the new.

        Answers are followed by their words: one that more were put before keeps its place and its mark of having
        been read. What was in an answer that is gone is left behind; the reader is put where it was.
        """
        positions: dict[int, int] = {}
        for index, offset in place.positions.items():
            here = self.same(index)
            if here is not None:
                span = self._new.answers[here].extent
                positions[here] = max(span.start, min(self.offset(offset), span.end))
        return replace(
            place,
            answer=self.nearest(place.answer),
            positions=positions,
            read=self._all_same(place.read),
            unfolded=self._all_same(place.unfolded),
            looked=(),
            told=False,
        )

    def _all_same(self, indices: tuple[int, ...]) -> tuple[int, ...]:
        """Return the answers that these old ones are now, in order."""
        return tuple(sorted({here for index in indices if (here := self.same(index)) is not None}))

    def offset(self, offset: int) -> int:
        """Return where the words at `offset` of the old text are; of those that are gone, where the next are."""
        index = bisect_right(self._runs, offset, key=attrgetter("old"))
        if index and offset < self._runs[index - 1].old + self._runs[index - 1].length:
            return self._runs[index - 1].new + offset - self._runs[index - 1].old
        if index < len(self._runs):
            return self._runs[index].new
        return len(self._new.text)

    def nearest(self, index: int) -> int:
        """Return the answer in which the old answer `index` stands, or what follows where it stood."""
        if not 0 <= index < len(self._old.answers):
            return 0
        return max(0, bisect_right(self._starts, self.offset(self._old.answers[index].span.start)) - 1)

    def same(self, index: int) -> int | None:
        """Return the answer that the old answer `index` is now, None when its author no longer has one there."""
        if not 0 <= index < len(self._old.answers):
            return None
        here = self.nearest(index)
        return here if fold(self._new.answers[here].author) == fold(self._old.answers[index].author) else None


def place_of_pane(pane: Pane, read: tuple[int, ...]) -> Place:
    """Return the reader's place in `pane`, with the answers that were `read`."""
    return Place(pane.answer, pane.positions, read=read, unfolded=tuple(sorted(pane.unfolded)))


def pane_at(document: Document, place: Place, before: Pane | None = None) -> Pane:
    """Return a pane on `document` with the reader at `place`; in the script of the one that it was `before`."""
    answer = max(0, min(place.answer, len(document.answers) - 1))
    pane = replace(before, selection=None, goal=None, hit=None) if before is not None else Pane()
    unfolded = frozenset(place.unfolded) & frozenset(range(len(document.answers)))
    return replace(pane, answer=answer, positions=dict(place.positions), unfolded=unfolded)
