"""From the places that are like an anchor to a placement: which one is taken, when the reader is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations.anchoring.likeness import MARGIN
from desktop.annotations.anchoring.placement import LOST, Placement, PlacementState
from desktop.annotations.values import How

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.annotations.anchoring.likeness import Candidate

SPEAKS_FOR_ITSELF = 8
"""From this many code points on, what is the same word for word isn't so by chance."""

SURE = 0.9
"""From this score on, the only copy of a quote is taken without a search for what is merely like it."""

COMPANY = 0.3
"""What the neighbours' agreement weighs beside the likeness of the words."""

FAINT = 0.4
"""The least score of a passage that was followed to where the comparison of both texts says it is."""

LONG_HELD = 16
"""From this many code points on, what two texts share where a passage went tells its place without any likeness."""

_FEW = 8
"""As many places are offered at most when the reader is asked."""

_WORTH_ASKING, _SHORTEST = 0.8, 4
"""How like its quote a place must be, and how long, to be offered although its context has gone."""


def taken(candidate: Candidate, how: How) -> Placement:
    """Return the placement at `candidate`, found `how`."""
    return Placement(candidate.span, PlacementState.MOVED, how=how, score=round(candidate.score, 3))


def followed(candidate: Candidate, held: int) -> Placement:
    """Return what is made of the place that a passage was followed to, with `held` code points in runs.

    A passage of which half went elsewhere is hardly like itself; then the runs alone can be sure of the place, if
    they are long.
    """
    is_sure = candidate.score >= FAINT or held >= LONG_HELD
    return taken(candidate, How.DIFF) if is_sure else asked([candidate], How.DIFF)


def clear_winner(found: Sequence[Candidate]) -> Candidate | None:
    """Return the likely one of `found`, likeliest first, if no other is nearly as good."""
    near = _nearest([c for c in found if c.is_likely], lambda c: c.score)
    return near[0] if len(near) == 1 else None


def judged(found: Sequence[Candidate], agreement: Callable[[Candidate], float]) -> Placement:
    """Return what is made of `found`; `agreement` is the part of the neighbours, 0 to 1, that speaks for one."""
    likely = [c for c in found if c.is_likely]
    if not likely:
        return _offered([c for c in found if c.quote >= _WORTH_ASKING and len(c.span) >= _SHORTEST])
    near = _nearest(likely, lambda c: c.score + COMPANY * agreement(c))
    if len(near) == 1 and agreement(near[0]) >= 0.5:
        return taken(near[0], How.QUOTE)
    return _offered(near)


def judged_afresh(fresh: Sequence[Candidate]) -> Placement:
    """Return what is made of `fresh`, places that were not in the old text: a copy there can only be a moved one."""
    copies = [c for c in fresh if c.quote == 1.0 and len(c.span) >= SPEAKS_FOR_ITSELF]
    return taken(copies[0], How.QUOTE) if len(copies) == 1 else judged(fresh, lambda _: 1.0)


def _nearest(found: Sequence[Candidate], merit: Callable[[Candidate], float]) -> list[Candidate]:
    """Return the best of `found` and those that come within the margin of it, best first."""
    ranked = sorted(found, key=merit, reverse=True)
    return [c for c in ranked if merit(c) > merit(ranked[0]) - MARGIN]


def _offered(found: Sequence[Candidate]) -> Placement:
    """Return the question which of `found` is meant; LOST if there is none."""
    if not found:
        return LOST
    return asked(found, How.QUOTE)


def asked(found: Sequence[Candidate], how: How) -> Placement:
    """Return the question which of `found`, likeliest first and at least one, is meant; they were found `how`."""
    spans = tuple(c.span for c in found[:_FEW])
    return Placement(None, PlacementState.UNCERTAIN, spans, how, round(found[0].score, 3))
