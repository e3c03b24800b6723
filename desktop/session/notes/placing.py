"""Where annotations stand in the open text, and what the reader does about those that have no certain place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchors import reattach
from desktop.annotations.edits import redraw
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.annotations import Annotation, Change, Placement
    from desktop.documents import Document
    from desktop.session.session import Session
    from desktop.session.state import State


def active_placement(state: State) -> Placement | None:
    """Return where the passage stands that commands act on, None when there is none."""
    passages = state.placements.get(state.active, ()) if state.active else ()
    return passages[min(state.passage, len(passages) - 1)] if passages else None


def unplaced(state: State) -> tuple[Annotation, ...]:
    """Return the annotations that, or a passage of which, no longer have one certain place in the text.

    They are kept and listed. Those with places to choose from come first; each in the order in which they stood.
    """
    found = [a for a in state.annotations.values() if _adrift(state, a.id)]
    open_to_choice = {a.id for a in found if any(place.candidates for _, place in _adrift(state, a.id))}
    return tuple(
        sorted(found, key=lambda a: (a.id not in open_to_choice, a.passages[0].anchor.span, a.created, a.id))
    )


def _adrift(state: State, annotation_id: str) -> list[tuple[int, Placement]]:
    """Return the passages of an annotation that have no certain place, by number, with what is known of each."""
    return [(number, p) for number, p in enumerate(state.placements.get(annotation_id, ())) if p.span is None]


class Placing:
    """The commands on annotations that have no certain place, of `session`; `now` is the time of an edit."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def is_adrift(self, annotation_id: str | None) -> bool:
        """Tell whether an annotation has no certain place in the text; of the active one, the passage in hand."""
        state = self._session.state
        placement = next(iter(state.placements.get(annotation_id or "", ())), None)
        if annotation_id == state.active:
            placement = active_placement(state)
        return placement is not None and placement.span is None

    def step(self, by: int = 1) -> None:
        """Visit the next (1) or previous (-1) passage without a certain place, round the end."""
        state = self._session.state
        places = [(a.id, number) for a in unplaced(state) for number, _ in _adrift(state, a.id)]
        active = (state.active or "", state.passage)
        if places:
            here = places.index(active) + by if active in places else 0
            self._session.prefer(notes_shown=True)
            self._session.select(None)
            self._session.marks.visit(*places[here % len(places)])

    def offer(self) -> None:
        """Select the next place where the active annotation may belong, unless other words are selected."""
        state = self._session.state
        placement = active_placement(state)
        candidates = placement.candidates if placement else ()
        if not candidates or (state.selection and state.selection not in candidates):
            return
        here = candidates.index(state.selection) + 1 if state.selection in candidates else 0
        span = candidates[here % len(candidates)]
        self._session.go_to(span)
        self._session.select(span)

    def reattach(self, annotation_id: str | None = None, span: Span | None = None) -> None:
        """Put an annotation (None: the active one) on `span` (None: the selection), as one step.

        The words that it was made on are kept with it; of several passages, the one that commands act on is put
        there, and made anew unless it is the first. Nothing happens without a place, or over blanks alone.
        """
        state = self._session.state
        annotation = state.annotations.get(annotation_id or state.active or "")
        place = span or state.selection
        if annotation is None or state.document is None or not place:
            return
        words, number = trimmed(place, state.document.text), 0
        if annotation.id == state.active:
            number = min(state.passage, len(annotation.passages) - 1)
        if words and self._session.marks.push((self._moved(annotation, number, words, state.document),)):
            self._session.replace(selection=None, active=annotation.id)
            self._session.go_to(words)

    def _moved(self, annotation: Annotation, number: int, words: Span, document: Document) -> Change:
        """Return the change that puts the passage `number` of `annotation` on `words` of `document`."""
        if number == 0:
            return reattach(annotation, words, document.text, document.sha256, self._now())
        return redraw(annotation, number, words, document.text, document.sha256, self._now())


def trimmed(span: Span, text: str) -> Span:
    """Return `span` without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
