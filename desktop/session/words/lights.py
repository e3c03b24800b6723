"""Keyword lights and search: both find words whatever script they are written in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.script import search_key, without_unseen
from desktop.session.pane import Goal
from desktop.session.state import LIGHT_SLOTS, Light, LitSpan, NoticeKind, Origin, Search
from desktop.session.words.own_words import concepts_of
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.documents import Document
    from desktop.keywords import Hit, WordList
    from desktop.session.navigation import Navigation
    from desktop.session.pane import Pane
    from desktop.session.store import Store
    from desktop.session.words.finding import Finding


class Lights:
    """The keywords that are lit, and the places where they stand, which `finding` knows."""

    def __init__(self, store: Store, navigation: Navigation, finding: Finding) -> None:
        self._store = store
        self._navigation = navigation
        self._finding = finding
        self._coming: tuple[Document, tuple[Light, ...]] | None = None
        finding.stale.connect(self._find_again)
        finding.failed.connect(self._on_failed)

    def toggle(self, term: str) -> None:
        """Light `term`, or put it out if it is lit, in whichever script or region's words it was lit."""
        lights = self._lights()
        term = _plain(term)
        kept = tuple(light for light in lights if not self._are_same(light.term, term))
        if len(kept) == len(lights):
            self.light(term)
        else:
            self._show(kept)

    def light(self, term: str) -> None:
        """Light `term` in a line of its own.

        A term that is nowhere in the thread, or for which no line is left, is refused with a sentence.
        """
        term = _plain(term)
        new = not any(self._are_same(light.term, term) for light in self._lights())
        if search_key(term) and self._store.state.document is not None and new:
            # A slot of its own: one that is still looked for is not forgotten for the next.
            self._finding.ask(f"light {search_key(term)}", [term], partial(self._light, term))

    def light_selection(self) -> None:
        """Light the selected words."""
        state = self._store.state
        if state.document is not None and state.pane.selection:
            self.toggle(state.document.words_at(state.pane.selection))

    def light_list(self, words: WordList) -> None:
        """Light those words of a list that are in the thread, as many as there are lines for, and say so."""
        wanted = [term for term in map(_plain, words.words) if search_key(term)]
        if wanted and self._store.state.document is not None:
            self._finding.ask("list", wanted, partial(self._light_found, words.name, wanted))

    def _light_found(self, name: str, wanted: Sequence[str], hits: Sequence[Hit]) -> None:
        there, lights = {hit.term for hit in hits}, self._lights()
        found = [term for term in wanted if term in there]
        for term in found:
            slot = _free_slot(lights)
            if slot is not None and not any(self._are_same(light.term, term) for light in lights):
                lights = (*lights, Light(term, slot))
        lit = [term for term in found if any(self._are_same(light.term, term) for light in lights)]
        self._show(lights)
        if not found:
            self._store.notify("list-nowhere", NoticeKind.NEWS, list=name)
        elif len(lit) < len(found):
            details = {"list": name, "lit": str(len(lit)), "count": str(LIGHT_SLOTS)}
            self._store.notify("list-too-long", NoticeKind.NEWS, **details)
        elif len(found) < len(wanted):
            details = {"list": name, "lit": str(len(lit)), "count": str(len(wanted))}
            self._store.notify("list-lit", NoticeKind.NEWS, **details)

    def clear(self) -> None:
        """Put all lights out."""
        self._show(())

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) lit place from where the reader is, round the end."""
        places = [
            place.span
            for answer in sorted(self._store.state.lights.places)
            for place in self._store.state.lights.places[answer]
        ]
        if places:
            self._navigation.go_to(places[_beside(places, self._navigation.here, by)])

    def _light(self, term: str, hits: Sequence[Hit]) -> None:
        lights = self._lights()
        if not hits:
            self._store.notify("keyword-not-found", NoticeKind.NEWS, term=term)
        elif not any(self._are_same(light.term, term) for light in lights):
            slot = _free_slot(lights)
            if slot is None:
                self._store.notify("keywords-full", NoticeKind.NEWS, term=term, count=str(LIGHT_SLOTS))
            else:
                self._show((*lights, Light(term, slot)))

    def _lights(self) -> tuple[Light, ...]:
        """Return the lights as they will be when the places of those that are coming are known."""
        document, coming = self._store.state.document, self._coming
        return coming[1] if coming is not None and coming[0] is document else self._store.state.lights.terms

    def _show(self, lights: tuple[Light, ...]) -> None:
        document = self._store.state.document
        if document is not None and lights != self._lights():
            self._coming = document, lights
            self._finding.ask("lights", [light.term for light in lights], partial(self._put, lights))

    def _put(self, lights: tuple[Light, ...], hits: Sequence[Hit]) -> None:
        self._coming = None
        state = self._store.state
        if state.document is not None:
            lit = _lit(state.document, lights, hits)
            if (lights, lit) != (state.lights.terms, state.lights.places):
                self._store.replace(lights=replace(state.lights, terms=lights, places=lit))

    def _are_same(self, term: str, other: str) -> bool:
        return concepts_of(self._store.state).are_same(term, other)

    def _find_again(self) -> None:
        """Find the places of all lights in the document as it reads now; of those that are one by now, the first."""
        self._coming = None
        lights: tuple[Light, ...] = ()
        for light in self._store.state.lights.terms:
            if not any(self._are_same(one.term, light.term) for one in lights):
                lights = (*lights, light)
        if lights:
            terms = [light.term for light in lights]
            self._finding.ask("lights", terms, partial(self._put, lights), prefetched=True)

    def _on_failed(self, _slot: str) -> None:
        """Go on from the lights that are there."""
        self._coming = None


class Searching:
    """Looking for words in the whole thread; `finding` knows where they are."""

    def __init__(self, store: Store, navigation: Navigation, finding: Finding) -> None:
        self._store = store
        self._navigation = navigation
        self._finding = finding
        self.last = ""
        self._led_to: Span | None = None
        finding.stale.connect(self._find_again)
        finding.failed.connect(self._on_failed)

    def look_for(self, query: str, *, staying: bool = False) -> None:
        """Find `query` in every answer and go to its first place from where the reader was when the search began.

        Round the end; typing on searches from there again, so that a letter taken back leads back. With `staying`
        the places are found and none is gone to. "" finds nothing.
        """
        if self._store.state.document is None:
            return
        origin = self._origin()
        if search_key(query.strip()):
            self.last = query
            self._ask(Search(query, (), origin, under_way=True), staying=staying)
        else:
            self._begin(Search(query, (), origin))

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place, round the end, and on from where the search began.

        Without a search, what was looked for last is looked for again.
        """
        if self._store.state.search is None and self.last:
            self.look_for(self.last, staying=True)
        search = self._store.state.search
        if search is None or not search.hits:
            return
        here = self._store.state.pane.hit
        index = _beside(search.hits, self._navigation.here, by) if here is None else (here + by) % len(search.hits)
        self._store.replace(search=replace(search, origin=None))
        self._visit(index)

    def go_on(self) -> None:
        """Stay where the search has led: nothing leads back from there any more."""
        search = self._store.state.search
        if search is not None and search.origin is not None:
            self._store.replace(search=replace(search, origin=None))

    def turn_back(self) -> None:
        """Forget the search; lead back to where it began if the reader has not gone on from what it found first."""
        state, search, here = self._store.state, self._store.state.search, self._navigation.here
        origin = search.origin if search is not None else None
        as_it_was = origin is not None and (here, state.pane.selection) == (origin.here, origin.selection)
        index = state.pane_with_key(origin.pane) if origin is not None else None
        if origin is None or index is None or origin is not self._origin() or as_it_was:
            self.close()
            return
        pane = state.panes[index]
        start = state.document.answers[origin.answer].span.start if state.document else 0
        offset = start if origin.offset is None else origin.offset
        scrolled = origin.answer == pane.answer and pane.positions.get(origin.answer, start) != offset
        self._finding.cancel("search")
        there = replace(
            pane,
            answer=origin.answer,
            selection=origin.selection,
            goal=Goal(Span(offset, offset), at_top=True) if scrolled else None,
            positions={**pane.positions, origin.answer: offset},
        )
        self._store.replace(focus=index)
        self._begin(None, there)

    def close(self) -> None:
        """Forget the search, and the place that it pointed at."""
        state = self._store.state
        self._finding.cancel("search")
        if state.search is not None:
            panes = (replace(pane.leaving(state.search.hits), hit=None) for pane in state.panes)
            self._store.replace(search=None, panes=tuple(panes))

    def _ask(self, search: Search, *, staying: bool) -> None:
        """Have the places of `search` found; until they are, the state says that it is under way."""
        asked = self._store.state.pane.key
        done = self._finding.ask("search", [search.query], partial(self._found, search, staying, asked))
        if not done:
            self._begin(search)

    def _found(self, search: Search, staying: bool, asked: int, hits: Sequence[Hit]) -> None:
        document, now = self._store.state.document, self._store.state.search
        if document is None:
            return
        places = _in_answers(document, hits)
        pane = self._store.state.pane
        staying = staying or pane.key != asked  # the reader has gone on to the other pane meanwhile
        origin = now.origin if now is not None and now.under_way else search.origin  # one may have gone on meanwhile
        self._begin(Search(search.query, places, origin), pane if staying else replace(pane, goal=None))
        if places and search.origin is not None and not staying:
            starts = [place.start for place in places]
            self._visit(bisect_left(starts, search.origin.here.start) % len(places))
        self._led_to = self._navigation.here

    def _find_again(self) -> None:
        """Find the places of the query in the document as it reads now; the current one stays if it is still one."""
        search = self._store.state.search
        if search is not None and search_key(search.query.strip()):
            renew = partial(self._renew, search.query)
            self._finding.ask("search", [search.query], renew, prefetched=not search.under_way)

    def _on_failed(self, slot: str) -> None:
        """Wait no longer for the places of what is looked for; the reader was told why there are none."""
        search = self._store.state.search
        if slot == "search" and search is not None and search.under_way:
            self._store.replace(search=replace(search, under_way=False))

    def _renew(self, query: str, hits: Sequence[Hit]) -> None:
        state, search = self._store.state, self._store.state.search
        if state.document is None or search is None or search.query != query:
            return
        places = _in_answers(state.document, hits)
        if places != search.hits or search.under_way:
            current = (None if pane.hit is None else search.hits[pane.hit] for pane in state.panes)
            numbers = (places.index(here) if here in places else None for here in current)
            panes = (replace(pane, hit=number) for pane, number in zip(state.panes, numbers, strict=True))
            self._store.replace(search=replace(search, hits=places, under_way=False), panes=tuple(panes))

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
        state, search, here = self._store.state, self._store.state.search, self._navigation.here
        if search is not None and search.origin is not None and here in (search.origin.here, self._led_to):
            return search.origin
        pane = state.pane
        return Origin(pane.key, pane.answer, here, pane.positions.get(pane.answer), pane.selection)

    def _visit(self, index: int) -> None:
        search = self._store.state.search
        if search is not None:
            self._navigation.go_to(search.hits[index])
            self._store.replace_pane(replace(self._store.state.pane, hit=index))


def restored(lights: Iterable[tuple[str, int]]) -> tuple[Light, ...]:
    """Return remembered lights as values, for a document that is being opened; none has the slot of another."""
    found: list[Light] = []
    for term, slot in lights:
        taken = {light.slot for light in found}
        free = slot % LIGHT_SLOTS if slot % LIGHT_SLOTS not in taken else _free_slot(found)
        if term.strip() and free is not None:
            found.append(Light(term, free))
    return tuple(found)


def lit_places(document: Document, lights: Sequence[Light], finding: Finding) -> Mapping[int, tuple[LitSpan, ...]]:
    """Return the places of `lights` in `document`, which is being opened, as it is written; by answer."""
    return _lit(document, lights, finding.written(document, [light.term for light in lights]))


def places_of(query: str, document: Document, finding: Finding) -> tuple[Span, ...]:
    """Return every place of `query` in the answers of `document`, which is being opened, in text order."""
    return _in_answers(document, finding.written(document, [query]))


def _plain(term: str) -> str:
    """Return a term with single blanks and without what nobody sees."""
    return " ".join(without_unseen(term).split())


def _free_slot(lights: Sequence[Light]) -> int | None:
    """Return the first slot that no light uses; None when all are taken."""
    used = {light.slot for light in lights}
    return next((slot for slot in range(LIGHT_SLOTS) if slot not in used), None)


def _beside(places: Sequence[Span], focus: Span, by: int) -> int:
    """Return the index of the place after (1) or before (-1) `focus`, round the end."""
    after = bisect_right(places, focus)
    return after % len(places) if by > 0 else (bisect_left(places, focus) - 1) % len(places)


def _by_answer(document: Document, spans: Sequence[Span]) -> dict[int, tuple[Span, ...]]:
    """Sort `spans` (in text order) under the answers that, with their comments, hold them whole.

    What stands above the answers and between them, as the names of their authors, is left out.
    """
    found: dict[int, tuple[Span, ...]] = {}
    starts = [span.start for span in spans]
    for index, answer in enumerate(document.answers):
        extent = answer.extent
        inside = spans[bisect_left(starts, extent.start) : bisect_left(starts, extent.end)]
        whole = tuple(span for span in inside if span.end <= extent.end)
        if whole:
            found[index] = whole
    return found


def _in_answers(document: Document, hits: Sequence[Hit]) -> tuple[Span, ...]:
    """Return the places of `hits` that are in answers, in text order."""
    found = _by_answer(document, [hit.span for hit in hits])
    return tuple(span for spans in found.values() for span in spans)


def _lit(document: Document, lights: Sequence[Light], hits: Sequence[Hit]) -> Mapping[int, tuple[LitSpan, ...]]:
    """Return the `hits` of the terms of `lights` by answer, in text order; only answers that have some."""
    slots = {light.term: light.slot for light in lights}
    slot_at = {hit.span: slots[hit.term] for hit in hits}
    found = _by_answer(document, [hit.span for hit in hits])
    lit = {answer: tuple(LitSpan(span, slot_at[span]) for span in spans) for answer, spans in found.items()}
    return MappingProxyType(lit)
