"""Marks that lie on each other: which are at a place, and going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.session.notes.standing import Marked, marked, marked_within
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.session.navigation import Navigation
    from desktop.session.notes.visits import Visits
    from desktop.session.state import State
    from desktop.session.store import Store


def innermost(state: State, offset: int) -> tuple[Marked, ...]:
    """Return what is marked at a source offset, the shortest first; of marks on the same words, the newest first."""
    return _by_length(marked_within(state, Span(offset, offset + 1)))


def overlapping(state: State) -> tuple[Marked, ...]:
    """Return the marks that lie on each other where the active passage is, the shortest first; none if it is alone.

    Two that share no words are both in it where a third lies on either.
    """
    active = (state.notes.active or "", state.notes.passage)
    group: list[Marked] = []
    end = 0
    for place in marked(state):
        if place.span.start >= end:
            if active in map(_key, group):
                break
            group = []
        group.append(place)
        end = max(end, place.span.end)
    return _by_length(group) if len(group) > 1 and active in map(_key, group) else ()


def _by_length(places: list[Marked]) -> tuple[Marked, ...]:
    newest_first = reversed(places)
    return tuple(sorted(newest_first, key=lambda place: len(place.span)))


class Overlaps:
    """Reaching each of the marks that lie on each other."""

    def __init__(self, store: Store, navigation: Navigation, visits: Visits) -> None:
        self._store = store
        self._navigation = navigation
        self._visits = visits
        self._clicked: tuple[tuple[str, int], ...] = ()
        self._before: tuple[str, int] = ("", 0)

    def click(self, offset: int | None) -> None:
        """Make the innermost mark at a source offset active; clicked again there, the next one out, and so round.

        None, or a place without a mark, leaves none active. The last place gone to is left unless it is clicked.
        """
        self._navigation.leave_goal(offset)
        state = self._store.state
        over = () if offset is None else tuple(_key(place) for place in innermost(state, offset))
        active = (state.notes.active or "", state.notes.passage)
        again = over == self._clicked and active in over and not state.notes.chosen
        self._clicked, self._before = over, active
        self._activate(over[(over.index(active) + 1) % len(over)] if again else over[0] if over else None)

    def double_click(self, offset: int | None) -> str | None:
        """Return the id of the mark that a double click means, and make it active: of several, the one that was.

        Its first click has gone on to the next one already. None where there is no mark.
        """
        over = () if offset is None else tuple(_key(place) for place in innermost(self._store.state, offset))
        if not over:
            return None
        meant = self._before if self._before in over and over == self._clicked else over[0]
        self._activate(meant)
        return meant[0]

    def point(self, offset: int | None) -> None:
        """Make the innermost mark at a source offset active, unless one there already is."""
        state = self._store.state
        over = () if offset is None else tuple(_key(place) for place in innermost(state, offset))
        if (state.notes.active or "", state.notes.passage) not in over:
            self._activate(over[0] if over else None)

    def step(self) -> None:
        """Make the next of the marks active that lie on each other where the active one is, round the longest."""
        state = self._store.state
        over = [_key(place) for place in overlapping(state)]
        if over:
            here = over.index((state.notes.active or "", state.notes.passage))
            self._activate(over[(here + 1) % len(over)])

    def _activate(self, place: tuple[str, int] | None) -> None:
        self._visits.activate(*(place or (None, 0)))


def _key(place: Marked) -> tuple[str, int]:
    return place.annotation.id, place.passage
