"""Where each passage of an annotation stands in the open text, and which have no certain place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text import Span

if TYPE_CHECKING:
    from desktop.annotations import Annotation, Placement
    from desktop.session.state import State


def active_placement(state: State) -> Placement | None:
    """Return where the passage stands that commands act on, None when there is none."""
    passages = state.notes.placements.get(state.notes.active, ()) if state.notes.active else ()
    return passages[min(state.notes.passage, len(passages) - 1)] if passages else None


def passage_in_hand(state: State, annotation: Annotation) -> int:
    """Return which passage of `annotation`, the active one, commands act on; of fewer than there were, the last."""
    return min(state.notes.passage, len(annotation.passages) - 1)


def stays_active(state: State) -> bool:
    """Tell whether the active annotation stays active when the pane in focus turns to another answer.

    It does where the reader may be looking for its words, and where the other pane shows them.
    """
    placement = active_placement(state)
    if placement is None or placement.span is None:
        return placement is not None
    others = (state.seen_from(index) for index in range(len(state.panes)) if index != state.focus)
    return any((shown := other.on_show) is not None and shown.contains(placement.span) for other in others)


def unplaced(state: State) -> tuple[Annotation, ...]:
    """Return the annotations that, or a passage of which, no longer have one certain place in the text.

    They are kept and listed. Those with places to choose from come first; each in the order in which they stood.
    """
    found = [a for a in state.notes.annotations.values() if passages_unplaced(state, a.id)]
    open_to_choice = {a.id for a in found if any(place.candidates for _, place in passages_unplaced(state, a.id))}
    return tuple(
        sorted(found, key=lambda a: (a.id not in open_to_choice, a.passages[0].anchor.span, a.created, a.id))
    )


def passages_unplaced(state: State, annotation_id: str) -> list[tuple[int, Placement]]:
    """Return the passages of an annotation that have no certain place, by number, with what is known of each."""
    return [(number, p) for number, p in enumerate(state.notes.placements.get(annotation_id, ())) if p.span is None]


def trimmed(span: Span, text: str) -> Span:
    """Return `span` without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
