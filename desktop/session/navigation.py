"""Where the reader is in the thread, and going elsewhere in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.session.listing import Walked
from desktop.session.pane import Goal
from desktop.session.people import beside
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session.pane import Pane
    from desktop.session.state import State
    from desktop.session.store import Store


class Navigation:
    """The commands by which the reader gets about. All offsets and spans are of the source, in code points.

    Where a method takes an `index`, that is a pane's; None: of the one in focus.
    `keeps_active` tells of a state whether its active annotation stays active on another page.
    """

    def __init__(self, store: Store, keeps_active: Callable[[State], bool]) -> None:
        self._store = store
        self._keeps_active = keeps_active

    @property
    def offset(self) -> int:
        """The source offset where the reader is: the selection, the last place gone to, or the page's first line."""
        return self.here.start

    @property
    def here(self) -> Span:
        """The words that the reader is at, as `offset` says; a caret where there are none."""
        state = self._store.state
        if state.pane.selection:
            return state.pane.selection
        if state.pane.goal is not None:
            return state.pane.goal.span
        start = state.current.span.start if state.current else 0
        here = state.pane.positions.get(state.pane.answer, start)
        return Span(here, here)

    def show_answer(self, answer: int, index: int | None = None) -> None:
        """Put an answer (0-based) on the page, where it was left; out of range shows the nearest."""
        state, pane = self._store.state, self._pane(index)
        if state.document is None:
            return
        answer = max(0, min(answer, len(state.document.answers) - 1))
        if answer == pane.answer:
            return
        here = index is None or index == state.focus
        seen = state if index is None else state.seen_from(index)
        active = state.notes.active if self._keeps_active(seen) else None
        there = replace(pane, answer=answer, selection=None, goal=None)
        self._store.update(
            lambda now: (_walking(now, None) if here else now).activating(active).with_pane(there, index)
        )

    def step(self, by: int) -> None:
        """Walk `by` answers on (or back, when negative) as they are listed, stopping at either end."""
        one = 1 if by > 0 else -1
        steps = (
            there for distance in range(by, 0, -one) if (there := beside(self._store.state, distance)) is not None
        )
        there = next(steps, None)
        if there is not None:
            self.show_answer(there)

    def go_to(self, span: Span, *, goal: Goal | None = None, person: str | None = None) -> None:
        """Show the source `span`: its answer, scrolled to it, in the pane that shows it already, else in this one.

        `goal` is how to go there, where it isn't to be pointed at; `person` the key of whoever one goes along with.
        """
        state = self._store.state
        answer = state.document.answer_at(span.start) if state.document else None
        if answer is not None:
            index = state.pane_with_answer(answer)
            there = replace(state.panes[index], answer=answer, goal=goal or Goal(span), selection=None)
            walked = Walked(person, there.key, answer) if person is not None else None
            self._store.update(lambda now: replace(_walking(now, walked), focus=index).with_pane(there))

    def select(self, span: Span | None, index: int | None = None) -> None:
        """Take the source `span` to be selected in a pane, which leaves a goal elsewhere behind; None: nothing."""
        chosen, pane = span or None, self._pane(index)
        if chosen != pane.selection:
            goal = pane.goal if pane.goal and chosen in (None, pane.goal.span) else None
            self._store.replace_pane(replace(pane, selection=chosen, goal=goal), index)

    def scrolled(self, offset: int, index: int | None = None, *, by_reader: bool = True) -> None:
        """Keep the source `offset` of a pane's first line; scrolling by hand leaves the last goal behind."""
        pane = self._pane(index)
        goal = None if by_reader else pane.goal
        if pane.positions.get(pane.answer) != offset or goal is not pane.goal:
            there = replace(pane, positions={**pane.positions, pane.answer: offset}, goal=goal)
            self._store.replace_pane(there, index)

    def leave_goal(self, offset: int | None) -> None:
        """Leave the last place gone to when the reader points at another; None: at no place in the text."""
        pane = self._store.state.pane
        if pane.goal is not None and (offset is None or not pane.goal.span.overlaps(Span(offset, offset + 1))):
            self._store.replace_pane(replace(pane, goal=None))

    def clear_focus(self) -> None:
        """Leave the place gone to and the active annotation: nothing is pointed at any more."""
        state = self._store.state
        if state.pane.goal is not None or state.notes.active is not None:
            there = replace(state.pane, goal=None)
            self._store.update(lambda now: now.activating(None).with_pane(there))

    def mark_read(self, index: int) -> None:
        """Take the answer `index` to be read to its end."""
        if index not in self._store.state.read:
            self._store.replace(read=self._store.state.read | {index})

    def _pane(self, index: int | None) -> Pane:
        return self._store.state.pane if index is None else self._store.state.panes[index]


def _walking(state: State, walked: Walked | None) -> State:
    """Return `state` with the reader going along with a person, None: with nobody, as whoever goes elsewhere."""
    kept = state.listing.walked == walked
    return state if kept else replace(state, listing=replace(state.listing, walked=walked))
