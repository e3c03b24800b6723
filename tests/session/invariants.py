"""What holds of every state, whatever was done: checked whenever one takes the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.session.people import arranged, beside, rows_of

if TYPE_CHECKING:
    from desktop.session import Session, State


def check(state: State) -> None:
    """Assert what no state may break."""
    notes, panes = state.notes, state.panes
    assert 0 <= state.focus < len(panes) <= 2
    assert len(panes) == 2 or panes[0].script is None
    assert len({pane.key for pane in panes}) == len(panes)
    assert notes.annotations.keys() == notes.placements.keys()
    assert notes.active is None or notes.active in notes.annotations
    assert notes.editing is None or notes.editing in notes.annotations
    assert notes.chosen <= notes.annotations.keys()
    hits = state.search.hits if state.search is not None else ()
    for pane in panes:
        assert pane.hit is None or 0 <= pane.hit < len(hits)
        if state.document is not None:
            assert 0 <= pane.answer < len(state.document.answers)
            assert pane.goal is None or pane.goal.span.end <= len(state.document.text)
    assert not state.listing.unfolded & state.listing.folded
    if state.document is not None:
        check_listing(state, len(state.document.answers))


def check_listing(state: State, answers: int) -> None:
    """Assert that each answer is listed once, or left out by a filter, and that none is beyond either end."""
    walk = arranged(state).walk
    assert len(set(walk)) == len(walk) <= answers
    assert state.listing.filter or sorted(walk) == list(range(answers))
    assert [answer for row in rows_of(state) if not row.is_below for answer in row.answers] == list(walk)
    here = state.pane.answer
    if here in walk:
        assert (beside(state, -1) is None) == (here == walk[0])
        assert (beside(state, 1) is None) == (here == walk[-1])


class Watch:
    """Checks every state of a session. Qt holds it weakly: keep it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        session.changed.connect(self.see)

    def see(self, _old: State, new: State) -> None:
        """Check the state that has come."""
        check(new)
