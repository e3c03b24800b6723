"""Listing who wrote in the thread in another order, by name, or with all their posts; going along with one person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.session.listing import NOBODY, Order, Walked
from desktop.session.pane import Goal
from desktop.session.people import in_hand, order_of, people_of
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.session.listing import Listing
    from desktop.session.navigation import Navigation
    from desktop.session.people import Said
    from desktop.session.state import State
    from desktop.session.store import Store


class Authors:
    """The commands on the list of authors, and those that go from one thing that a person said to the next."""

    def __init__(self, store: Store, navigation: Navigation) -> None:
        self._store = store
        self._navigation = navigation

    # -- listing ----------------------------------------------------------------------------------------------

    def sort(self, order: Order) -> None:
        """List the answers of this thread in `order` from now on."""
        self._list(replace(self._listing, order=order))

    def make_usual(self) -> None:
        """List every thread that has no order of its own as this one is; if that is so already, as their texts do."""
        state = self._store.state
        order = order_of(state)
        self._list(replace(self._listing, order=order))
        self._store.prefer(order=Order.THREAD if state.preferences.order is order else order)

    def filter(self, words: str) -> None:
        """List those alone whose names hold each of these `words`, in either script; "" lists everyone."""
        self._list(replace(self._listing, filter=words))

    def seek(self, *, sought: bool) -> None:
        """Have the field shown to filter names by; or list everyone, and have it shown only where it is of use."""
        self._list(replace(self._listing, sought=sought, filter=self._listing.filter if sought else ""))

    def fold(self, key: str, *, unfolded: bool) -> None:
        """List the posts of the person with this key below them, or put them away; or those who only commented."""
        self._list(self._listing.with_folding(key, unfolded=unfolded))

    # -- going along with a person ----------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) thing that the person in hand said, in text order, round the end."""
        state = self._store.state
        person = in_hand(state)
        if state.document is None or person == NOBODY:
            return
        said = people_of(state.document).of(person)
        here = self._navigation.here.start
        if by > 0:
            self._go(person, next((one for one in said if one.start > here), said[0]))
        else:
            before = (one for one in reversed(said) if max(one.start, one.span.start) < here)
            self._go(person, next(before, said[-1]))

    def leave(self) -> None:
        """Go along with nobody any more: in hand is who wrote the answer in focus."""
        self._list(replace(self._listing, walked=None))

    def go_to(self, person: int) -> None:
        """Go to the first thing that the person of this index said, and along with them from there."""
        document = self._store.state.document
        if document is not None:
            self._go(person, people_of(document).of(person)[0])

    @property
    def _listing(self) -> Listing:
        return self._store.state.listing

    def _list(self, listing: Listing) -> None:
        if listing != self._listing:
            self._store.replace(listing=listing)

    def _go(self, person: int, there: Said) -> None:
        document = self._store.state.document
        if document is not None:
            key = people_of(document).everyone[person].key
            self._store.update(lambda state: _gone(state, key, there))


def _gone(state: State, person: str, there: Said) -> State:
    """Return `state` with the reader at what this person said, in the pane that shows it already, else in this one.

    Of an answer the beginning is gone to, a comment is pointed at.
    """
    index = state.pane_with_answer(there.answer)
    start = Span(there.span.start, there.span.start)
    goal = Goal(there.span) if there.is_comment else Goal(start, at_top=True, pointed=False)
    pane = replace(state.panes[index], answer=there.answer, goal=goal, selection=None)
    walked = Walked(person, pane.key, there.answer)
    return replace(state, focus=index, listing=replace(state.listing, walked=walked)).with_pane(pane)
