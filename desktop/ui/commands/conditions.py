"""In which states a command can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.session import State


def is_open(state: State) -> bool:
    """Tell whether a document is open."""
    return state.document is not None


def is_selected(state: State) -> bool:
    """Tell whether words are selected and can be marked."""
    return bool(state.selection) and not state.read_only


def is_markable(state: State) -> bool:
    """Tell whether words are selected or an annotation is active, and can be marked."""
    return (bool(state.selection) or state.active is not None) and not state.read_only


def is_active(state: State) -> bool:
    """Tell whether an annotation is active and can be changed."""
    return state.active is not None and not state.read_only


def is_annotated(state: State) -> bool:
    """Tell whether there are annotations."""
    return bool(state.annotations)


def is_lit(state: State) -> bool:
    """Tell whether keywords are lit."""
    return bool(state.lights)


def is_searching(state: State) -> bool:
    """Tell whether a search has found something."""
    return state.search is not None and bool(state.search.hits)
