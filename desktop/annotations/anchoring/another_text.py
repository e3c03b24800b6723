"""Finding annotations in another text than the one that they were made on: by comparing both, or by their words.

With the old text at hand, a passage is followed through a comparison of both. Without it, or when too little of it
was kept, it is searched for by its words: first as they are, then, where that leaves a doubt, by likeness, and by
where the annotations around it have gone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop.annotations.anchoring.candidates import (
    HALF,
    SPEAKS_FOR_ITSELF,
    SURE,
    Candidate,
    FoldedQuote,
    asked,
    clear_winner,
    followed,
    judged,
    judged_afresh,
    taken,
    weighed,
)
from desktop.annotations.anchoring.quote_search import QuoteSearch
from desktop.annotations.anchoring.textdiff import align
from desktop.annotations.values import How
from desktop.script import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from desktop.annotations.anchoring.alignment import Alignment
    from desktop.annotations.anchoring.anchors import Placement
    from desktop.annotations.values import Anchor

_Key = TypeVar("_Key", bound="Hashable")

_ASKED = 3
"""Neighbours that are asked on either side."""

_NEAR, _PART = 60, 0.5
"""A distance may have changed by so many code points, or by this part of itself, through edits in between."""


@dataclass(frozen=True, slots=True)
class _Version:
    """An older version of the text, by what it shares with the new one."""

    alignment: Alignment

    def followed(self, anchor: Anchor, words: FoldedQuote) -> Placement | None:
        """Return where the passage has gone, if at least half of it was kept, with something around it.

        Its context must have stayed like itself, or the runs that were kept must be too long for chance.
        """
        image = self.alignment.image(anchor.span)
        if not image or image.kept < HALF * len(anchor.span):
            return None
        candidate = weighed(words, self.alignment.new, image.span)
        candidate = candidate._replace(quote=max(candidate.quote, image.kept / len(anchor.span)))
        if candidate.context < HALF and image.held < SPEAKS_FOR_ITSELF:
            return None
        return followed(candidate, image.held)

    def doubted(self, anchor: Anchor, words: FoldedQuote) -> Placement | None:
        """Return the question whether the passage has gone where the words are the same, but may be another's."""
        places = self.alignment.doubtful(anchor.span)
        return asked([weighed(words, self.alignment.new, place) for place in places], How.DIFF) if places else None

    def fresh(self, found: list[Candidate]) -> list[Candidate]:
        """Return those of `found` that mostly weren't in the old text: only there may a passage have gone."""
        return [c for c in found if self.alignment.inherited(c.span) <= HALF * len(c.span)]


class _Sought(NamedTuple):
    """An anchor to search for, its folded words, and the version that it was made on, if that was kept."""

    anchor: Anchor
    words: FoldedQuote
    version: _Version | None

    def step_to(self, candidate: Candidate) -> Step:
        """Return the step from the old place to that of `candidate`."""
        return Step(self.anchor.span.start, candidate.span.start)


def found_in_another(
    anchors: Mapping[_Key, Anchor], text: str, snapshots: Mapping[str, str]
) -> dict[_Key, Placement]:
    """Return the places of `anchors`, none of which was made on `text`; `snapshots` are older texts by digest."""
    new = fold(text)
    digests = {anchor.sha256 for anchor in anchors.values()} & snapshots.keys()
    versions = {digest: _Version(align(fold(snapshots[digest]), new)) for digest in digests}
    placements: dict[_Key, Placement] = {}
    sought: dict[_Key, _Sought] = {}
    for key, anchor in anchors.items():
        words = FoldedQuote(fold(anchor.exact), fold(anchor.prefix), fold(anchor.suffix))
        version = versions.get(anchor.sha256)
        if version and anchor.span.of(version.alignment.old) != words.exact:
            version = None
        placed = version and (version.followed(anchor, words) or version.doubted(anchor, words))
        if placed:
            placements[key] = placed
        else:
            sought[key] = _Sought(anchor, words, version)
    return placements | (_searched(new, sought) if sought else {})


def _searched(new: str, sought: Mapping[_Key, _Sought]) -> dict[_Key, Placement]:
    """Return the places of what has to be searched for in the folded text `new`."""
    search = QuoteSearch(new, [each.words for each in sought.values()])
    neighbours_of, winners = _neighbours(search, {key: each for key, each in sought.items() if each.version is None})
    placements: dict[_Key, Placement] = {}
    for key, each in sought.items():
        winner, neighbours = winners.get(key), neighbours_of.get(each.anchor.sha256, NOBODY)
        if winner and winner.score >= SURE and neighbours.agreement(each.step_to(winner)) >= HALF:
            placements[key] = taken(winner, How.QUOTE)
        elif each.version:
            placements[key] = judged_afresh(each.version.fresh(search.candidates(each.words)))
        else:
            placements[key] = judged(
                search.candidates(each.words), lambda c, each=each, n=neighbours: n.agreement(each.step_to(c))
            )
    return placements


def _neighbours(
    search: QuoteSearch, sought: Mapping[_Key, _Sought]
) -> tuple[dict[str, Neighbours], dict[_Key, Candidate]]:
    """Return, of the anchors whose words stand in one place only, what they say of the others, and those places."""
    winners = {key: winner for key, each in sought.items() if (winner := clear_winner(search.copies(each.words)))}
    steps: dict[str, list[Step]] = defaultdict(list)
    for key, winner in winners.items():
        if not sought[key].anchor.sha256:
            continue  # made in a text that is unknown: it stood beside none of the others
        steps[sought[key].anchor.sha256].append(sought[key].step_to(winner))
    return {digest: Neighbours.of(those) for digest, those in steps.items()}, winners


class Step(NamedTuple):
    """Where a passage began in the old text and where it begins in the new one."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Steps of passages whose places are hardly in doubt, in the order of the old text.

    Without that text, the words of a near-duplicate can be more like a quote than the passage itself, once that was
    edited or deleted. Where the annotations around it have gone tells which of the two is meant.
    """

    steps: tuple[Step, ...]

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Neighbours:
        """Return those of `steps` that most of the others around them agree with."""
        every = cls(tuple(sorted(steps)))
        return cls(tuple(step for step in every.steps if every.agreement(step) >= 0.5))

    def agreement(self, step: Step) -> float:
        """Return which part of the neighbours that `step` has, itself left out, went the same way; 1 without any."""
        around = self._around(step)
        return sum(_agree(step, other) for other in around) / len(around) if around else 1.0

    def _around(self, step: Step) -> Sequence[Step]:
        here = bisect_left(self.steps, step)
        after = here + (self.steps[here : here + 1] == (step,))
        return self.steps[max(0, here - _ASKED) : here] + self.steps[after : after + _ASKED]


def _agree(step: Step, other: Step) -> bool:
    apart = step.old - other.old
    return abs(step.new - other.new - apart) <= max(_NEAR, _PART * abs(apart))


NOBODY = Neighbours(())
