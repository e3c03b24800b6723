"""Looking for words, as they are typed: in the answer, in the thread or in the notes, and from place to place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from desktop.script import search_key
from desktop.session.search import PLAIN, Search, SearchScope
from desktop.session.searching.querying import Querying, is_asked, mode_of, words_differ
from desktop.session.searching.returning import back_at, origin_of
from desktop.session.words.places import beside, fallen_in, in_answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.documents import Document
    from desktop.keywords import Concepts
    from desktop.session.navigation import Navigation
    from desktop.session.pane import Pane
    from desktop.session.search import FoundNote, Origin, SearchMode
    from desktop.session.searching.listing import Concordances
    from desktop.session.searching.querying import FoundNotes, FoundPlaces
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.words.corpus import Corpus
    from desktop.session.words.finding import Finding
    from desktop.session.words.keywords import Words
    from desktop.text import Span

_SLOT = "search"


class Searching:
    """Looking for words. The find bar and the search panel show this one search.

    `finding` has the thread ready, `words` cuts it into words, `corpus` has the concepts by which words are found.
    `querying` finds what is asked in any mode; `concordances` takes the commands on the lines below the page.
    """

    def __init__(
        self,
        store: Store,
        navigation: Navigation,
        finding: Finding,
        words: Words,
        corpus: Callable[[], Corpus],
    ) -> None:
        self._store = store
        self._navigation = navigation
        self._finding = finding
        self._corpus = corpus
        self._querying = Querying(store, finding, words.segmenter)
        self.last = ""
        self._led_to: Span | None = None
        finding.stale.connect(self._find_again)
        finding.failed.connect(self._on_failed)
        store.changed.connect(self._follow)

    @cached_property
    def concordances(self) -> Concordances:
        """The commands on the concordance; made when one is given."""
        from desktop.session.searching.listing import Concordances

        return Concordances(self._store, self._navigation, self._finding, self._querying, self._corpus)

    # -- asking -----------------------------------------------------------------------------------------------

    def look_for(self, query: str, *, staying: bool = False) -> None:
        """Find `query` and go to its first place from where the reader was when the search began.

        Round the end; typing on searches from there again, so that a letter taken back leads back. With `staying`
        the places are found and none is gone to. "" finds nothing.
        """
        if self._store.state.document is None:
            return
        origin = self._origin()
        if is_asked(query, self.mode.kind, search_key):
            self.last = query
            self._ask(Search(query, (), origin, under_way=True), staying=staying)
        else:
            self._finding.cancel(_SLOT)
            self._begin(Search(query, (), origin))

    @property
    def mode(self) -> SearchMode:
        """How words are looked for."""
        return mode_of(self._store.state)

    def look_as(self, mode: SearchMode) -> None:
        """Look for words in another way from now on; what is looked for is found anew, and nothing is gone to."""
        if mode == self.mode:
            return
        self._store.replace(search_mode=None if mode == PLAIN else mode)
        search = self._store.state.search
        if search is not None:
            self.look_for(search.query, staying=True)

    def go_on_to(self, term: str) -> None:
        """Go to the next place of `term`, the first one from where the reader is; it is looked for plainly."""
        search, plain = self._store.state.search, self.mode == PLAIN
        if not plain:
            self._store.replace(search_mode=None)
        if plain and search is not None and search.query == term and not search.under_way:
            self.step(1)
        else:
            self.look_for(term)

    # -- going ------------------------------------------------------------------------------------------------

    def step(self, by: int, *, going_on: bool = True) -> None:
        """Go to the next (1) or previous (-1) place, round the end, and on from where the search began.

        Without a search, what was looked for last is looked for again. Unless one is `going_on`, a way leads back
        from there.
        """
        if self._store.state.search is None and self.last:
            self.look_for(self.last, staying=True)
        search = self._store.state.search
        if search is None or not search.hits:
            return
        here = self._store.state.pane.hit
        index = beside(search.hits, self._navigation.here, by) if here is None else (here + by) % len(search.hits)
        if going_on:
            self.go_on()
        self.visit(index)

    def visit(self, index: int) -> None:
        """Go to the place `index` of those that were found; a way leads back from there."""
        search = self._store.state.search
        if search is not None and index < len(search.hits):
            self._visit(index)
            self._led_to = self._navigation.here

    def go_on(self) -> None:
        """Stay where the search has led: nothing leads back from there any more."""
        search = self._store.state.search
        if search is not None and search.origin is not None:
            self._store.replace(search=replace(search, origin=None))

    @property
    def leads_back(self) -> bool:
        """Whether the reader is elsewhere than where the search began."""
        search, here = self._store.state.search, self._navigation.here
        return search is not None and search.origin is not None and here != search.origin.here

    def go_back(self) -> None:
        """Lead back to where the search began, and go on searching from there."""
        search = self._store.state.search
        origin = search.origin if search is not None else None
        if origin is not None:
            self._store.update(lambda state: back_at(state, origin))

    def turn_back(self) -> None:
        """Forget the search; lead back to where it began if the reader has not gone on from what it found."""
        state, search, here = self._store.state, self._store.state.search, self._navigation.here
        origin = search.origin if search is not None else None
        as_it_was = origin is not None and (here, state.pane.selection) == (origin.here, origin.selection)
        index = state.pane_with_key(origin.pane) if origin is not None else None
        if origin is None or index is None or origin is not self._origin() or as_it_was:
            self.close()
            return
        self._finding.cancel(_SLOT)
        there = back_at(state, origin)
        self._store.replace(focus=index)
        self._begin(None, there.pane)

    def close(self) -> None:
        """Forget the search, and the place that it pointed at."""
        state = self._store.state
        self._finding.cancel(_SLOT)
        if state.search is not None:
            panes = (replace(pane.leaving(state.search.hits), hit=None) for pane in state.panes)
            self._store.replace(search=None, panes=tuple(panes))

    # -- finding ----------------------------------------------------------------------------------------------

    def _ask(self, search: Search, *, staying: bool) -> None:
        """Have the places of `search` found; until they are, the state says that it is under way."""
        asked = self._store.state.pane.key
        if not self._find(search.query, partial(self._found, search, staying, asked)):
            self._begin(search)

    def _find(
        self, query: str, then: Callable[[FoundPlaces | FoundNotes], None], *, prefetched: bool = False
    ) -> bool:
        mode, concepts = self.mode, self._concepts_now()
        if mode.scope is SearchScope.NOTES:
            notes = self._store.state.notes
            searched = (notes.annotations, notes.placements)
            return self._querying.ask_notes(_SLOT, query, mode, concepts, searched, then, prefetched=prefetched)
        return self._querying.ask(_SLOT, query, mode, concepts, then, prefetched=prefetched)

    def _concepts_now(self) -> Concepts:
        from desktop.keywords import NO_CONCEPTS

        return self._corpus().concepts if self.mode.concepts else NO_CONCEPTS

    def _found(self, search: Search, staying: bool, asked: int, found: FoundPlaces | FoundNotes) -> None:
        document, now = self._store.state.document, self._store.state.search
        if document is None:
            return
        places, notes = self._in_scope(document, found)
        pane = self._store.state.pane
        staying = staying or pane.key != asked  # the reader has gone on to the other pane meanwhile
        origin = now.origin if now is not None and now.under_way else search.origin  # one may have gone on meanwhile
        done = Search(search.query, places, origin, flaw=found.flaw, notes=notes)
        self._begin(done, pane if staying else replace(pane, goal=None))
        if places and search.origin is not None and not staying:
            starts = [place.start for place in places]
            self._visit(bisect_left(starts, search.origin.here.start) % len(places))
        self._led_to = self._navigation.here

    def _in_scope(
        self, document: Document, found: FoundPlaces | FoundNotes
    ) -> tuple[tuple[Span, ...], tuple[FoundNote, ...]]:
        """Return the places that are searched among those that were found, and the notes."""
        from desktop.session.searching.querying import FoundNotes

        if isinstance(found, FoundNotes):
            return found.places, found.notes
        places = in_answers(document, found.places)
        if self.mode.scope is SearchScope.ANSWER and (current := self._store.state.current) is not None:
            return tuple(fallen_in(places, current.extent)), ()
        return places, ()

    def _follow(self, old: State, new: State) -> None:
        """Find anew where something else is searched: another answer, other notes, or other words."""
        if new.search is None or new is not self._store.state:
            return
        scope = mode_of(new).scope
        moved = scope is SearchScope.ANSWER and old.current is not new.current
        written = scope is SearchScope.NOTES and (
            old.notes.annotations is not new.notes.annotations or old.notes.placements is not new.notes.placements
        )
        if moved or written or words_differ(old, new, mode_of(new).kind):
            self._find_again()

    def _find_again(self) -> None:
        """Find the places of the query in the document as it reads now; the current one stays if it is still one."""
        search = self._store.state.search
        if search is not None and is_asked(search.query, self.mode.kind, search_key):
            self._find(search.query, partial(self._renew, search.query), prefetched=not search.under_way)

    def _on_failed(self, slot: str) -> None:
        """Wait no longer for the places of what is looked for; the reader was told why there are none."""
        search = self._store.state.search
        if slot == _SLOT and search is not None and search.under_way:
            self._store.replace(search=replace(search, under_way=False))

    def _renew(self, query: str, found: FoundPlaces | FoundNotes) -> None:
        state, search = self._store.state, self._store.state.search
        if state.document is None or search is None or search.query != query:
            return
        places, notes = self._in_scope(state.document, found)
        if (places, notes, found.flaw) != (search.hits, search.notes, search.flaw) or search.under_way:
            current = (None if pane.hit is None else search.hits[pane.hit] for pane in state.panes)
            numbers = (places.index(here) if here in places else None for here in current)
            panes = (replace(pane, hit=number) for pane, number in zip(state.panes, numbers, strict=True))
            renewed = replace(search, hits=places, notes=notes, flaw=found.flaw, under_way=False)
            self._store.replace(search=renewed, panes=tuple(panes))

    def _begin(self, search: Search | None, pane: Pane | None = None) -> None:
        """Have another search take the place of the present one, and `pane` that of the pane in focus.

        No pane has a current place yet, and none points at one of the search before.
        """
        state = self._store.state
        hits = state.search.hits if state.search is not None else ()
        others = tuple(replace(one.leaving(hits), hit=None) for one in state.panes)
        here = replace(pane or state.pane, hit=None)
        self._store.update(lambda now: replace(now, search=search, panes=others).with_pane(here))

    def _origin(self) -> Origin:
        """Return where the search that is open began; where the reader is, if there is none or the reader moved."""
        search, here = self._store.state.search, self._navigation.here
        if search is not None and search.origin is not None and here in (search.origin.here, self._led_to):
            return search.origin
        return origin_of(self._store.state, here)

    def _visit(self, index: int) -> None:
        search = self._store.state.search
        if search is not None:
            self._navigation.go_to(search.hits[index])
            self._store.replace_pane(replace(self._store.state.pane, hit=index))


def reopened(state: State, document: Document, finding: Finding) -> Search | None:
    """Return the search of `state` in `document`, a later version of the open one, as that is written.

    What isn't looked for plainly is looked for once the document is open.
    """
    search = state.search
    if search is None or mode_of(state) != PLAIN:
        return search and Search(search.query, (), under_way=True)
    found = finding.written(document, [search.query])
    return Search(search.query, in_answers(document, [hit.span for hit in found]))
