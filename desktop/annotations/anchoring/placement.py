"""Where a passage lies in a text, and how surely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.annotations.values import How
    from desktop.text import Span


class PlacementState(StrEnum):
    """How surely an anchor was found in a text.

    EXACT: the text is the very one, and the words are in their place; or the reader has put it there. MOVED: another
    text, but one place only can be meant. UNCERTAIN: it may be any of several places, or one that little speaks for;
    the reader is asked. LOST: nothing in the text is like it.
    """

    EXACT = "exact"
    MOVED = "moved"
    UNCERTAIN = "uncertain"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an anchor lies in a text: `span` in its code points, None when `state` is UNCERTAIN or LOST.

    `candidates` are the places to ask the reader about, likeliest first, only when UNCERTAIN. `how` it was found
    and the `score` (0 to 1) of the likeness are told of what was found in a text that changed.
    """

    span: Span | None
    state: PlacementState
    candidates: tuple[Span, ...] = ()
    how: How | None = None
    score: float = 0.0


Placements = Mapping[str, tuple[Placement, ...]]
"""Where annotations lie in a text, by id: a placement for each passage, in the order of the passages."""

LOST = Placement(None, PlacementState.LOST)
