"""Listing who wrote in the thread in another order, by name, or with all their posts; going along with one person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.session.listing import NOBODY, Order
from desktop.session.pane import Goal
from desktop.session.people import in_hand, order_of, people_of
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.session.listing import Listing
    from desktop.session.navigation import Navigation
    from desktop.session.people import Said
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

    def part(self, *, apart: bool) -> None:
        """List each post of this thread by itself from now on, or all of a person together."""
        self._list(replace(self._listing, apart=apart))

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
        """Show what a person said, along with them: a comment is pointed at, of an answer the beginning is shown."""
        document = self._store.state.document
        if document is not None:
            start = Span(there.span.start, there.span.start)
            goal = None if there.is_comment else Goal(start, at_top=True, pointed=False)
            self._navigation.go_to(there.span, goal=goal, person=people_of(document).everyone[person].key)
