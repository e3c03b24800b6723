"""Keyword lights and search: both find words whatever script they are written in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.keywords import find_folded
from desktop.script import fold
from desktop.session.state import LIGHT_SLOTS, Light, LitSpan, NoticeKind, Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.documents import Document
    from desktop.session.session import Session
    from desktop.text import Span


class Lights:
    """The keywords that are lit, and the places where they stand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def toggle(self, term: str) -> None:
        """Light `term`, or put it out if it is lit, in whichever script it was lit."""
        lights = self._session.state.lights
        term = " ".join(term.split())
        key = fold(term)
        kept = tuple(light for light in lights if fold(light.term) != key)
        if len(kept) == len(lights) and key:
            self.light(term)
        else:
            self._show(kept)

    def light(self, term: str) -> None:
        """Light `term` in a line of its own; a term that is nowhere in the thread is refused with a sentence."""
        term = " ".join(term.split())
        lights = self._session.state.lights
        document = self._session.state.document
        if not term or document is None or fold(term) in {fold(light.term) for light in lights}:
            return
        if not find_folded(self._session.folded, [term]):
            self._session.notify("keyword-not-found", NoticeKind.NEWS, term=term)
            return
        self._show((*lights, Light(term, _free_slot(lights))))

    def light_selection(self) -> None:
        """Light the selected words."""
        state = self._session.state
        if state.document is not None and state.selection:
            self.toggle(state.selection.of(state.document.text))

    def clear(self) -> None:
        """Put all lights out."""
        self._show(())

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) lit place from where the reader is, round the end."""
        places = [
            place.span for answer in sorted(self._session.state.lit) for place in self._session.state.lit[answer]
        ]
        if places:
            self._session.go_to(places[_beside(places, self._session.focus, by)])

    def restore(self, lights: Iterable[tuple[str, int]]) -> tuple[Light, ...]:
        """Return remembered lights as values, for a document that is being opened."""
        return tuple(Light(term, slot % LIGHT_SLOTS) for term, slot in lights if term.strip())

    def places(self, document: Document, lights: Sequence[Light]) -> Mapping[int, tuple[LitSpan, ...]]:
        """Return the places of `lights` in `document` by answer, in text order; only answers that have some."""
        slots = {light.term: light.slot for light in lights}
        hits = find_folded(self._session.folded_text(document), list(slots)) if slots else []
        found = _by_answer(document, [hit.span for hit in hits])
        slot_at = {hit.span: slots[hit.term] for hit in hits}
        lit = {answer: tuple(LitSpan(span, slot_at[span]) for span in spans) for answer, spans in found.items()}
        return MappingProxyType(lit)

    def _show(self, lights: tuple[Light, ...]) -> None:
        document = self._session.state.document
        if document is not None and lights != self._session.state.lights:
            self._session.replace(lights=lights, lit=self.places(document, lights))


class Searching:
    """Looking for words in the whole thread."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look_for(self, query: str) -> None:
        """Find `query` in every answer and go to its first place in this one, from here on and then from the top.

        Typing never turns the page: places in other answers are counted, and `step` goes to them. "" finds nothing.
        """
        document = self._session.state.document
        if document is None:
            return
        inside = self.places(document, query)
        # From where the words begin: a query that loses a letter stays in its place, too.
        here, answer = self._session.offset, document.answers[self._session.state.answer].span
        self._session.replace(search=Search(query, inside), goal=None)
        places = [index for index, span in enumerate(inside) if answer.contains(span)]
        if places:
            self._visit(next((index for index in places if inside[index].start >= here), places[0]))

    def places(self, document: Document, query: str) -> tuple[Span, ...]:
        """Return every place of `query` in the answers of `document`, in text order; none of a blank one."""
        folded = self._session.folded_text(document)
        hits = [hit.span for hit in find_folded(folded, [query])] if query.strip() else []
        return tuple(span for spans in _by_answer(document, hits).values() for span in spans)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place, round the end."""
        search = self._session.state.search
        if search is None or not search.hits:
            return
        here = search.current
        self._visit(_beside(search.hits, self._session.focus, by) if here is None else (here + by) % len(search.hits))

    def close(self) -> None:
        """Forget the search, and the place that it pointed at."""
        search, goal = self._session.state.search, self._session.state.goal
        if search is not None:
            pointed_at = goal is not None and goal.span in search.hits
            self._session.replace(search=None, goal=None if pointed_at else goal)

    def _visit(self, index: int) -> None:
        search = self._session.state.search
        if search is not None:
            self._session.replace(search=Search(search.query, search.hits, index))
            self._session.go_to(search.hits[index])


def _free_slot(lights: Sequence[Light]) -> int:
    """Return the first slot that no light uses; when all are taken, the one used least recently."""
    used = [light.slot for light in lights]
    free = [slot for slot in range(LIGHT_SLOTS) if slot not in used]
    return free[0] if free else used[-LIGHT_SLOTS]


def _beside(places: Sequence[Span], focus: Span, by: int) -> int:
    """Return the index of the place after (1) or before (-1) `focus`, round the end."""
    after = bisect_right(places, focus)
    return after % len(places) if by > 0 else (bisect_left(places, focus) - 1) % len(places)


def _by_answer(document: Document, spans: Sequence[Span]) -> dict[int, tuple[Span, ...]]:
    """Sort `spans` (in text order) under the answers that hold them whole; names and titles are left out."""
    found: dict[int, tuple[Span, ...]] = {}
    starts = [span.start for span in spans]
    for index, answer in enumerate(document.answers):
        inside = spans[bisect_left(starts, answer.span.start) : bisect_left(starts, answer.span.end)]
        whole = tuple(span for span in inside if span.end <= answer.span.end)
        if whole:
            found[index] = whole
    return found
