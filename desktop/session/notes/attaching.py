"""What the reader does about annotations that have no certain place in the open text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import reattach, redraw
from desktop.session.notes.placing import passage_in_hand, passages_unplaced, trimmed, unplaced
from desktop.session.state import Panel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.annotations import Annotation, Change
    from desktop.documents import Document
    from desktop.session.navigation import Navigation
    from desktop.session.notes.edits import Edits
    from desktop.session.notes.visits import Visits
    from desktop.session.store import Store
    from desktop.text import Span


class Placing:
    """The commands on annotations that have no certain place; `now` is the time of an edit."""

    def __init__(
        self, store: Store, navigation: Navigation, edits: Edits, visits: Visits, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._navigation = navigation
        self._edits = edits
        self._visits = visits
        self._now = now

    def step(self, by: int = 1) -> None:
        """Visit the next (1) or previous (-1) passage without a certain place, round the end."""
        state = self._store.state
        places = [(a.id, number) for a in unplaced(state) for number, _ in passages_unplaced(state, a.id)]
        active = (state.notes.active or "", state.notes.passage)
        if places:
            here = places.index(active) + by if active in places else 0
            self._store.unfold(Panel.NOTES)
            self._navigation.select(None)
            self._visits.visit(*places[here % len(places)])

    def offer(self) -> None:
        """Select the next place where the active annotation may belong, unless other words are selected."""
        self._visits.offer()

    def reattach(self, annotation_id: str | None = None, span: Span | None = None) -> None:
        """Put an annotation (None: the active one) on `span` (None: the selection), as one step.

        The words that it was made on are kept with it; of several passages, the one that commands act on is put
        there, and made anew unless it is the first. Nothing happens without a place, or over blanks alone.
        """
        state = self._store.state
        annotation = state.notes.annotations.get(annotation_id or state.notes.active or "")
        place = span or state.pane.selection
        if annotation is None or state.document is None or not place:
            return
        words, number = trimmed(place, state.document.text), 0
        if annotation.id == state.notes.active:
            number = passage_in_hand(state, annotation)
        if words and self._edits.push((self._moved(annotation, number, words, state.document),)):
            self._store.update(lambda now: now.taking_in_hand(annotation.id))
            self._navigation.go_to(words)

    def _moved(self, annotation: Annotation, number: int, words: Span, document: Document) -> Change:
        """Return the change that puts the passage `number` of `annotation` on `words` of `document`."""
        if number == 0:
            return reattach(annotation, words, document.text, document.sha256, self._now())
        return redraw(annotation, number, words, document.text, document.sha256, self._now())
