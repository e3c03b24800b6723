"""Keyword lights: words are lit wherever they stand, whatever script they are written in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.script import search_key, without_unseen
from desktop.session.own.own_words import concepts_of
from desktop.session.state import LIGHT_SLOTS, Light, LitSpan, NoticeKind
from desktop.session.words.places import beside, by_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.documents import Document
    from desktop.keywords import Hit, WordList
    from desktop.session.navigation import Navigation
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
            self._navigation.go_to(places[beside(places, self._navigation.here, by)])

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


def _plain(term: str) -> str:
    """Return a term with single blanks and without what nobody sees."""
    return " ".join(without_unseen(term).split())


def _free_slot(lights: Sequence[Light]) -> int | None:
    """Return the first slot that no light uses; None when all are taken."""
    used = {light.slot for light in lights}
    return next((slot for slot in range(LIGHT_SLOTS) if slot not in used), None)


def _lit(document: Document, lights: Sequence[Light], hits: Sequence[Hit]) -> Mapping[int, tuple[LitSpan, ...]]:
    """Return the `hits` of the terms of `lights` by answer, in text order; only answers that have some."""
    slots = {light.term: light.slot for light in lights}
    slot_at = {hit.span: slots[hit.term] for hit in hits}
    found = by_answer(document, [hit.span for hit in hits])
    lit = {answer: tuple(LitSpan(span, slot_at[span]) for span in spans) for answer, spans in found.items()}
    return MappingProxyType(lit)
