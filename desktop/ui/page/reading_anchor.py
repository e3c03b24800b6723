"""Keeping the reader's place while the text is set anew: some words, and the height at which they stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.text import Span

if TYPE_CHECKING:
    from desktop.session import State
    from desktop.ui.page.page_map import PageMap


class AnchoredLine(NamedTuple):
    """The words at a source `offset`, and the height `y` of their line below the top of the view, in pixels."""

    offset: int
    y: float


def left_at(state: State) -> AnchoredLine | None:
    """Return where the answer on the page was left; None: at its top, or never read."""
    offset = state.pane.positions.get(state.pane.answer)
    if state.current is None or offset is None or offset <= state.current.span.start:
        return None
    return AnchoredLine(offset, 0.0)


def goal_set(old: State, new: State) -> Span | None:
    """Return the words to go to, where there are new ones."""
    return new.pane.goal.span if new.pane.goal is not None and old.pane.goal is not new.pane.goal else None


def moved_edge(old: State, new: State) -> Span | None:
    """Return the character at the edge that the active passage has further out or in than it had."""
    if old.notes.placements is new.notes.placements:
        return None
    same = old.document is new.document and (old.notes.active, old.notes.passage) == (
        new.notes.active,
        new.notes.passage,
    )
    from desktop.session.notes.placing import active_placement

    before, after = ((place := active_placement(state)) and place.span for state in (old, new))
    if not same or not before or not after:
        return None
    if before.start == after.start and before.end != after.end:
        return Span(after.end - 1, after.end)
    if before.end == after.end and before.start != after.start:
        return Span(after.start, after.start + 1)
    return None


class ReadingAnchor:
    """What must stay in its place: the selected words if they are in sight, else the first line that is.

    It is measured when the reader scrolls or selects, never when the text is flipped: what rounding and the ends of
    the page take from a single flip would otherwise add up. Holding nothing means the top of the page.
    """

    def __init__(self) -> None:
        self.held: AnchoredLine | None = None
        self._selection: Span | None = None

    def hold(self, held: AnchoredLine | None) -> None:
        """Hold these words from now on; None: the top of the page."""
        self.held, self._selection = held, None

    def hold_first_line(self, page_map: PageMap, scroll: int) -> int:
        """Hold the first line below `scroll` (pixels of the document); return the source offset it begins with."""
        position, top = page_map.first_line_below(scroll)
        offset = page_map.offset(position)
        self.hold(AnchoredLine(offset, top - scroll) if scroll > 0 else None)
        return offset

    def hold_selection(self, page_map: PageMap, selection: Span | None, scroll: int, height: int) -> None:
        """Hold the selected words if they begin in sight: `scroll` is at the top of a view of `height` pixels."""
        if selection is None or selection is self._selection:
            return
        y = page_map.line_top(page_map.position(selection.start)) - scroll
        if 0 <= y < height:
            self.held, self._selection = AnchoredLine(selection.start, y), selection

    def scroll(self, page_map: PageMap) -> float:
        """Return what to scroll to (pixels of the document) so that the held words stand where they stood."""
        if self.held is None:
            return 0.0
        return page_map.line_top(page_map.position(self.held.offset)) - self.held.y
