"""Listing who wrote in another order, by name, or with all their posts; going along with one person; their words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.documents import BlockKind
from desktop.script import search_key
from desktop.session.listing import NOBODY, Order
from desktop.session.own.own_words import concepts_of
from desktop.session.pane import Goal
from desktop.session.people import in_hand, order_of, people_of
from desktop.session.state import LitPerson, Notice, NoticeKind
from desktop.slices import no_pause
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.documents import Document
    from desktop.keywords import Searched
    from desktop.session.listing import Listing, Person
    from desktop.session.navigation import Navigation
    from desktop.session.people import Said
    from desktop.session.store import Store

    Look = Callable[..., bool]
    """`Finding.look`."""


_SLOT = "person"
_AT_ONCE = 40_000
"""Code points in which one person's words are found within two frames, with all quotations (0.9 µs each)."""
_LEAST_NAME = 2
"""A name of one character is looked for nowhere: it is a part of a thousand words."""
_LEAST_QUOTE = 8
"""So many characters of a quotation have to be somebody's word for word, to be taken for theirs."""


class Authors:
    """The commands on the list of authors, and those that go from one thing that a person said to the next."""

    def __init__(self, store: Store, navigation: Navigation, look: Look, cancel: Callable[[str], None]) -> None:
        self._store = store
        self._navigation = navigation
        self._look = look
        self._cancel = cancel

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

    # -- one person's words -----------------------------------------------------------------------------------

    def light(self) -> None:
        """Have only the words of the person in hand in ink, wherever they wrote, and their name; again: everybody's.

        Where others quote them word for word, those are their words too; what they quote of others isn't.
        """
        state = self._store.state
        person = in_hand(state)
        if state.lights.person is not None or state.document is None or person == NOBODY:
            self.leave_light()
            return
        who, concepts = people_of(state.document).everyone[person], concepts_of(state)

        def find(document: Document, searched: Searched, pause: Callable[[], None]) -> tuple[Span, ...]:
            from desktop.keywords import find_in

            is_looked_for = len(search_key(who.name.strip())) >= _LEAST_NAME
            named = find_in(searched, [who.name], concepts) if is_looked_for else ()
            return _united([*words_by(document, person, pause), *(hit.span for hit in named)])

        quick = len(state.document.text) <= _AT_ONCE
        self._look(_SLOT, find, partial(self._light, who), quick=quick)

    def leave_light(self) -> None:
        """Have everybody's words in ink again."""
        self._cancel(_SLOT)
        if self._store.state.lights.person is not None:
            self._store.replace(lights=replace(self._store.state.lights, person=None))

    def _light(self, who: Person, spans: tuple[Span, ...]) -> None:
        self._store.replace(lights=replace(self._store.state.lights, person=LitPerson(who.key, spans)))
        details = {"name": who.name, "count": str(who.sayings)}
        self._store.replace(notice=Notice("person-lit", NoticeKind.NEWS, details, ("person.light",)))

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


def words_by(document: Document, person: int, pause: Callable[[], None] = no_pause) -> tuple[Span, ...]:
    """Return what one person wrote, in answers and comments, without what they quote of others.

    And what others quote of them, word for word in either script: eight characters at least. `pause` is called again
    and again, and may raise.
    """
    said = people_of(document).of(person)
    own = [one.span for one in said]
    their = {one.answer for one in said if not one.is_comment}
    quotes = [
        (block.span, number in their)
        for number, answer in enumerate(document.answers)
        for block in answer.blocks
        if block.kind is BlockKind.QUOTE
    ]
    if not quotes:
        return tuple(own)
    spoken = _plain_words(_without(own, [span for span, is_their in quotes if is_their]), document)
    theirs = set[Span]()
    for span, _ in quotes:
        pause()
        if _is_in(_plain_words([span], document), spoken):
            theirs.add(span)
    kept = _without(own, [span for span, is_their in quotes if is_their and span not in theirs])
    return _united([*kept, *theirs])


def _is_in(quote: str, spoken: str) -> bool:
    return len(quote) >= _LEAST_QUOTE and quote in spoken


def _plain_words(spans: Iterable[Span], document: Document) -> str:
    """Return the letters of `spans` as `search_key` has them, without blanks and the marks of a quotation."""
    words = "\n".join(search_key(document.words_at(span)) for span in spans)
    return "".join(character for character in words if character.isalnum())


def _without(spans: Iterable[Span], holes: Sequence[Span]) -> tuple[Span, ...]:
    """Return `spans` without the `holes`, which are in text order."""
    left: list[Span] = []
    for span in spans:
        start = span.start
        for hole in holes:
            if hole.overlaps(span):
                if start < hole.start:
                    left.append(Span(start, hole.start))
                start = max(start, hole.end)
        if start < span.end:
            left.append(Span(start, span.end))
    return tuple(left)


def _united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` in text order, those that touch as one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return tuple(united)
