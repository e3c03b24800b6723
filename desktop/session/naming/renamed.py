"""The state after another line was taken for an author's name: the same text, with other answers on it.

Whatever stands at words stays at those: selection, places, lights, notes. What is known by the number of an answer
follows its words.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.session.state import Lighting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.documents import Answer, Document
    from desktop.session.changes import Changes
    from desktop.session.listing import Listing
    from desktop.session.pane import OtherSide, Pane
    from desktop.session.search import Origin
    from desktop.session.state import LitSpan, State
    from desktop.text import Span

T = TypeVar("T")


def renamed(state: State, document: Document) -> State:
    """Return `state` with `document` in the place of the open one, whose text it has."""
    before = state.document
    if before is None or document is before:
        return state
    numbers = AnswerNumbers(before, document)
    panes = tuple(numbers.pane(pane) for pane in state.panes)
    listed = state.concordance
    return replace(
        state,
        document=document,
        panes=panes,
        awaited=numbers.beside(state.awaited),
        read=numbers.read(state.read),
        listing=_listing(state.listing, panes),
        changes=numbers.changes(state.changes),
        lights=numbers.lights(state.lights),
        search=state.search and replace(state.search, origin=numbers.origin(state.search.origin)),
        concordance=listed and listed.unlisted(numbers.origin(listed.origin)),
    )


class AnswerNumbers:
    """What number each answer of the document `before` has in another one `after` it, of the same text."""

    def __init__(self, before: Document, after: Document) -> None:
        self._before = before.answers
        self._after = after.answers
        self._starts = [_extent(answer)[0] for answer in after.answers]
        self._same = {(one.author_span, one.span): number for number, one in enumerate(after.answers)}

    def same(self, number: int) -> int | None:
        """Return which answer the old answer `number` is now, None where it has other words or another author."""
        old = self._before[number]
        return self._same.get((old.author_span, old.span))

    def at(self, offset: int) -> int:
        """Return the answer that `offset` is in, the name above it included; the first for what is before them."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def pane(self, pane: Pane) -> Pane:
        """Return `pane` with the reader at the same words."""
        here = self.offset(pane.answer, pane.positions)
        answer = self.same(pane.answer)
        if answer is None:
            answer = self.at(here if pane.selection is None else pane.selection.start)
        shown = self._after[answer].extent
        return replace(
            pane,
            answer=answer,
            positions=self.positions(pane.answer, pane.positions),
            unfolded=frozenset(),
            selection=pane.selection if pane.selection is not None and shown.contains(pane.selection) else None,
            goal=pane.goal if pane.goal is not None and shown.contains(pane.goal.span) else None,
        )

    def beside(self, side: OtherSide | None) -> OtherSide | None:
        """Return what is to stand beside the page, None where that answer is another one now."""
        here = None if side is None else self.same(side.answer)
        return None if side is None or here is None else replace(side, answer=here)

    def offset(self, answer: int, positions: Mapping[int, int]) -> int:
        """Return where one is who is at the old `answer`, with these `positions` by answer."""
        return positions.get(answer, _extent(self._before[answer])[0])

    def positions(self, answer: int, positions: Mapping[int, int]) -> dict[int, int]:
        """Return old `positions` by the answers that they are in now; that in the old `answer` goes before others."""
        offsets = (offset for number, offset in positions.items() if number != answer)
        here = self.offset(answer, positions)
        return {self.at(offset): offset for offset in chain(offsets, (here,)) if self._holds(offset)}

    def origin(self, origin: Origin | None) -> Origin | None:
        """Return the way back to the same words."""
        if origin is None:
            return None
        answer = self.same(origin.answer)
        if answer is None:
            answer = self.at(origin.here.start if origin.offset is None else origin.offset)
        extent = self._after[answer].extent
        offset = origin.offset if origin.offset is not None and extent.start <= origin.offset <= extent.end else None
        selection = origin.selection if origin.selection is not None and extent.contains(origin.selection) else None
        return origin._replace(answer=answer, offset=offset, selection=selection)

    def read(self, read: frozenset[int]) -> frozenset[int]:
        """Return which answers were read: those of which every part was."""
        if not read:
            return read
        starts = [_extent(answer)[0] for answer in self._before]
        found = set[int]()
        for number, answer in enumerate(self._after):
            start, end = _extent(answer)
            first = max(0, bisect_right(starts, start) - 1)
            if read.issuperset(range(first, max(first + 1, bisect_right(starts, end - 1)))):
                found.add(number)
        return frozenset(found)

    def lights(self, lighting: Lighting) -> Lighting:
        """Return the lit places under their answers, those between answers left out, and the keywords that stay."""
        places: dict[int, list[LitSpan]] = {}
        for lit in chain.from_iterable(lighting.places[number] for number in sorted(lighting.places)):
            number = self.at(lit.span.start)
            if self._after[number].extent.contains(lit.span):
                places.setdefault(number, []).append(lit)
        keywords = lighting.keywords and self.of_same(lighting.keywords)
        found: Mapping[int, Any] = {number: tuple(spans) for number, spans in places.items()}
        return Lighting(lighting.terms, MappingProxyType(found), keywords)

    def changes(self, changes: Changes) -> Changes:
        """Return what is known of changes in answers that stay; of all others it is found again."""
        renewal = changes.renewal
        if renewal is not None:
            renewal = replace(renewal, kinds=self.of_same(renewal.kinds), earlier=self.of_same(renewal.earlier))
        looked, seen = (frozenset(self.of_same(dict.fromkeys(some))) for some in (changes.looked, changes.seen))
        unasked = None if changes.unasked is None else self.changes(changes.unasked)
        return replace(changes, renewal=renewal, looked=looked, seen=seen, unasked=unasked)

    def of_same(self, known: Mapping[int, T]) -> dict[int, T]:
        """Return what is known by answer of those that stay, by their numbers now."""
        return {here: one for number, one in known.items() if (here := self.same(number)) is not None}

    def _holds(self, offset: int) -> bool:
        """Tell whether `offset` is in an answer, beyond its first word: there one is without being told."""
        span = self._after[self.at(offset)].extent
        return span.start < offset <= span.end


def _extent(answer: Answer) -> tuple[int, int]:
    """Return where an answer begins, with its author's name, and where it ends."""
    named: Span = answer.span if answer.author_span is None else answer.author_span
    return named.start, answer.extent.end


def _listing(listing: Listing, panes: tuple[Pane, ...]) -> Listing:
    """Return `listing`; with nobody gone along with where the pane for that shows another answer now."""
    walked = listing.walked
    if walked is None or any((pane.key, pane.answer) == (walked.pane, walked.answer) for pane in panes):
        return listing
    return replace(listing, walked=None)
