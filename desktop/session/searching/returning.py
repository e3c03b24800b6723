"""The way back to where a reader was before a search or a concordance led elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.session.pane import Goal
from desktop.session.search import Origin
from desktop.text import Span

if TYPE_CHECKING:
    from desktop.session.state import State


def origin_of(state: State, here: Span) -> Origin:
    """Return where the reader of `state` is, who is at the words `here`."""
    pane = state.pane
    return Origin(pane.key, pane.answer, here, pane.positions.get(pane.answer), pane.selection)


def back_at(state: State, origin: Origin) -> State:
    """Return `state` with the reader back at `origin`, in the pane where that was; as it is if either is gone."""
    index = state.pane_with_key(origin.pane)
    if index is None or state.document is None or origin.answer >= len(state.document.answers):
        return state
    pane = state.panes[index]
    start = state.document.answers[origin.answer].span.start
    offset = start if origin.offset is None else origin.offset
    scrolled = origin.answer == pane.answer and pane.positions.get(origin.answer, start) != offset
    there = replace(
        pane,
        answer=origin.answer,
        selection=origin.selection,
        goal=Goal(Span(offset, offset), at_top=True) if scrolled else None,
        positions={**pane.positions, origin.answer: offset},
        hit=None,
    )
    return replace(state, focus=index).with_pane(there)
