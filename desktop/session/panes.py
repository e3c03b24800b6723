"""Panes: two answers, or one answer in both scripts, side by side, and which of them commands act on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.session.pane import Goal, Pane
from desktop.session.people import beside
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.documents import Answer
    from desktop.session.navigation import Navigation
    from desktop.session.pane import OtherSide
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.scripts import Scripts


class Panes:
    """The commands on panes: one more beside the one in focus, going to the other, closing one.

    `scripts` has a script ready before a pane is shown in it, `navigation` turns a pane to another answer.
    """

    def __init__(self, store: Store, scripts: Scripts, navigation: Navigation) -> None:
        self._store = store
        self._scripts = scripts
        self._navigation = navigation
        self._bringing: OtherSide | None = None

    def begin(self) -> None:
        """Have two panes wherever a thread is opened that was left in two; to be called after the first paint."""
        self._store.settled.connect(self._bring_awaited)
        self._bring_awaited()

    def _bring_awaited(self) -> None:
        """Put what stood beside the page there again, as soon as its script is ready."""
        awaited = self._store.state.awaited
        if awaited is not self._bringing:
            self._bringing = awaited
            if awaited is not None:
                self._scripts.change(partial(_with_awaited, awaited))

    def focus(self, index: int) -> None:
        """Have commands act on the pane `index` from now on; no search leads back to another one's place."""
        if index != self._store.state.focus and index < len(self._store.state.panes):
            self._store.update(lambda state: focusing(state, index))

    def focus_other(self) -> None:
        """Have commands act on the other pane, where there are two."""
        state = self._store.state
        self.focus((state.focus + 1) % len(state.panes))

    def put_answer_beside(self) -> None:
        """Show the next answer as they are listed (behind the last, the one before) beside the one in focus."""
        self._store.update(_with_answer_beside)

    def put_beside(self, answer: int) -> None:
        """Show the answer `answer` on the other side, in the place of what is there; the focus stays on this one."""
        state = self._store.state
        if state.document is None or not 0 <= answer < len(state.document.answers):
            return
        if len(state.panes) > 1:
            self._store.update(partial(_with_one_script_for, answer))
            self._navigation.show_answer(answer, 1 - state.focus)
        else:
            pane = Pane(answer, state.pane.script, positions=_known(state))
            self._store.update(lambda now: replace(now, panes=(now.pane, pane), awaited=None))

    def step_other(self, by: int) -> None:
        """Walk `by` answers on (or back, when negative) on the other side, where there are two."""
        state = self._store.state
        if len(state.panes) > 1:
            there = beside(state.seen_from(1 - state.focus), by)
            if there is not None:
                self.put_beside(there)

    def toggle_together(self) -> None:
        """Have the sides scroll together from now on, or each by itself: of this pair and all others of its kind."""
        state = self._store.state
        if is_one_in_two_scripts(state):
            self._store.prefer(scripts_together=not state.preferences.scripts_together)
        elif len(state.panes) > 1:
            self._store.prefer(answers_together=not state.preferences.answers_together)

    def put_script_beside(self) -> None:
        """Show the answer in focus in the other script beside it, in the other pane, as soon as that is ready."""
        asked = self._store.state.pane.key
        if self._store.state.document is not None:
            self._scripts.change(lambda state: _with_script_beside(state, asked))

    def toggle_comments(self, index: int | None = None) -> None:
        """Show the comments on the answer in a pane below it and go to them, or fold them; None: in focus."""
        state = self._store.state
        pane = state.pane if index is None else state.panes[index]
        answer = state.document.answers[pane.answer] if state.document is not None else None
        if answer is not None and answer.comments:
            changed = _folded(answer.span, pane) if pane.is_unfolded else _unfolded(answer, pane)
            self._store.replace_pane(changed, index)

    def close(self) -> None:
        """Close the pane in focus, where there are two; the other one has the room to itself."""
        if len(self._store.state.panes) > 1:
            self._store.update(_closing)


def _unfolded(answer: Answer, pane: Pane) -> Pane:
    """Return `pane` with the comments on its `answer` shown, the first of them in sight."""
    start = answer.comments[0].extent.start
    goal = Goal(Span(start, start), pointed=False)
    return replace(pane, unfolded=pane.unfolded | {pane.answer}, goal=goal)


def _folded(answer: Span, pane: Pane) -> Pane:
    """Return `pane` with the comments on its `answer` folded: in them nothing is selected, or gone to."""
    selection = pane.selection if pane.selection is not None and answer.contains(pane.selection) else None
    goal = pane.goal if pane.goal is not None and answer.contains(pane.goal.span) else None
    return replace(pane, unfolded=pane.unfolded - {pane.answer}, selection=selection, goal=goal)


def is_one_in_two_scripts(state: State) -> bool:
    """Tell whether the two sides show one answer, and each in another script."""
    if len(state.panes) < 2 or state.panes[0].answer != state.panes[1].answer:
        return False
    return state.manner_in(state.panes[0]).shown_script is not state.manner_in(state.panes[1]).shown_script


def is_scrolled_together(state: State) -> bool:
    """Tell whether there are two sides, and to scroll one scrolls the other."""
    preferences = state.preferences
    if is_one_in_two_scripts(state):
        return preferences.scripts_together
    return len(state.panes) > 1 and preferences.answers_together


def focusing(state: State, index: int) -> State:
    """Return `state` with the focus on the pane `index`."""
    search = state.search and replace(state.search, origin=None)
    return replace(state, focus=index, search=search)


def _with_answer_beside(state: State) -> State:
    """Return `state` with the answer next to the one in focus in the other pane, which has the focus then."""
    following, before = beside(state, 1), beside(state, -1)
    index = before if following is None else following
    return state if index is None else _with_beside(state, Pane(index, state.pane.script, positions=_known(state)))


def _with_script_beside(state: State, asked: int) -> State:
    """Return `state` with the answer in focus in the other script in the other pane, which has the focus then.

    As it is when the reader has gone on to another pane than that with the key `asked` meanwhile.
    """
    if state.pane.key != asked:
        return state
    script = state.focused_manner.other_script
    beside = Pane(state.pane.answer, script, positions=state.pane.positions, unfolded=state.pane.unfolded)
    return _with_beside(state, beside)


def _with_beside(state: State, pane: Pane) -> State:
    """Return `state` with `pane` at the right of the one in focus, in the place of any other, and with the focus."""
    return focusing(replace(state, panes=(state.pane, pane), awaited=None), 1)


def _with_awaited(awaited: OtherSide, state: State) -> State:
    """Return `state` with what is `awaited` beside its one pane, which keeps the focus; as it is if no longer so."""
    if state.awaited is not awaited or state.document is None or len(state.panes) > 1:
        return state
    known = _known(state)
    known.pop(awaited.answer, None)
    if awaited.offset is not None:
        known[awaited.answer] = awaited.offset
    unfolded = frozenset({awaited.answer}) if awaited.unfolded else frozenset[int]()
    pane = Pane(awaited.answer, awaited.script, positions=known, unfolded=unfolded)
    panes = (pane, state.pane) if awaited.at_left else (state.pane, pane)
    return replace(state, panes=panes, focus=panes.index(state.pane), awaited=None)


def _with_one_script_for(answer: int, state: State) -> State:
    """Return `state` with the other side in this one's script where it is to leave the answer that both show.

    Two scripts were asked for to compare them, not whoever comes in the place of one.
    """
    other = state.panes[1 - state.focus]
    if other.answer != state.pane.answer or other.answer == answer:
        return state
    return state.with_pane(replace(other, script=state.pane.script), 1 - state.focus)


def _closing(state: State) -> State:
    """Return `state` with the pane alone that hasn't the focus; all else is shown as that is."""
    left = state.panes[1 - state.focus]
    return focusing(state.alone(replace(left, positions={**_known(state), **left.positions})), 0)


def _known(state: State) -> dict[int, int]:
    """Return where each answer was left, in whichever pane; in the one in focus before the other."""
    elsewhere = {index: offset for pane in state.panes for index, offset in pane.positions.items()}
    return elsewhere | dict(state.pane.positions)
