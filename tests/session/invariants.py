"""What holds of every state, whatever was done: checked whenever one takes the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


class Watch:
    """Checks every state of a session. Qt holds it weakly: keep it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        session.changed.connect(self.see)

    def see(self, _old: State, new: State) -> None:
        """Check the state that has come."""
        check(new)
