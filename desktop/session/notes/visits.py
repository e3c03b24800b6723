"""Which annotation commands act on, and going to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.session.notes.placing import active_placement

if TYPE_CHECKING:
    from desktop.session.navigation import Navigation
    from desktop.session.store import Store


class Visits:
    """Makes annotations active, and goes to where they stand or may stand."""

    def __init__(self, store: Store, navigation: Navigation) -> None:
        self._store = store
        self._navigation = navigation

    def activate(self, annotation_id: str | None, passage: int = 0) -> None:
        """Make an annotation the one that commands act on, of several passages this one; None: none of them."""
        state = self._store.state
        known = annotation_id if annotation_id in state.notes.annotations else None
        number = passage if known else 0
        if (known, number, frozenset[str]()) != (state.notes.active, state.notes.passage, state.notes.chosen):
            self._store.update(lambda now: now.activating(known, passage=number, chosen=frozenset()))

    def visit(self, annotation_id: str, passage: int = 0) -> None:
        """Make an annotation active and go to its words, or to the first place where these may be."""
        self.activate(annotation_id, passage)
        for placement in self._store.state.notes.placements.get(annotation_id, ())[passage : passage + 1]:
            if placement.span is not None:
                self._navigation.go_to(placement.span)
            else:
                self.offer()

    def offer(self) -> None:
        """Select the next place where the active annotation may belong, unless other words are selected."""
        state = self._store.state
        placement = active_placement(state)
        candidates = placement.candidates if placement else ()
        if not candidates or (state.pane.selection and state.pane.selection not in candidates):
            return
        here = candidates.index(state.pane.selection) + 1 if state.pane.selection in candidates else 0
        span = candidates[here % len(candidates)]
        self._navigation.go_to(span)
        self._navigation.select(span)
