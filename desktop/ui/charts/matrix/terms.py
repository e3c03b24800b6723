"""Which terms the matrix has, with their counts by author: what the session has counted, as one value."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.script import search_key

if TYPE_CHECKING:
    from desktop.keywords import Matrix
    from desktop.session import Session

_MOST = 100
"""Terms of all answers that are shown: those that weigh most."""


class MatrixTerms(Enum):
    """Which terms are shown."""

    ANSWER = auto()
    """The leading terms of the answer on the page."""
    ALL = auto()
    """Those that weigh most in all answers."""
    LIT = auto()


def counted(session: Session, which: MatrixTerms) -> Matrix | None:
    """Return who says each of these terms how often; None until it is counted."""
    counting = session.corpus.counting
    if which is MatrixTerms.LIT:
        return counting.lit.matrix if counting.lit is not None else None
    if which is MatrixTerms.ALL:
        return counting.matrix(_MOST)
    terms, counts = counting.terms, counting.counts
    if terms is None or counts is None:
        return None
    rows = (counts.row(term.text) for term in terms.topics.get(session.state.pane.answer, ()))
    return counts.matrix.reordered(terms=[row for row in rows if row is not None])


def lights_of(session: Session, matrix: Matrix) -> tuple[int | None, ...]:
    """Return the light of each term of `matrix`, None where it isn't lit; words of one concept have one light."""
    concepts = session.corpus.concepts
    slots = {concepts.key(search_key(light.term)): light.slot for light in session.state.lights.terms}
    if not slots:
        return (None,) * len(matrix.terms)
    return tuple(slots.get(concepts.key(search_key(term))) for term in matrix.terms)
