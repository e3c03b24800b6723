"""Finding annotations again in a text that may have changed since they were made.

In the very text, the position holds, with the quote asserted. In another, with the old text at hand, a passage is
followed through a comparison of both. Without it, or when too little of it was kept, it is searched for by its words:
first as they are, then, where that leaves a doubt, by likeness, and by where the annotations around it have gone.

Where the W3C model advises to treat several matches as all meant, this app would rather say that it can't tell: a
note on the wrong passage does more harm than one in a list of unplaced notes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop.annotations.anchoring.anchors import Placement, Placements, PlacementState, holds
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
from desktop.annotations.values import How, Resolution

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from desktop.annotations.anchoring.alignment import Alignment
    from desktop.annotations.values import Anchor, Annotation, Passage

NO_SNAPSHOTS: Mapping[str, str] = MappingProxyType({})

_Key = TypeVar("_Key", bound="Hashable")

_ASKED = 3
"""Neighbours that are asked on either side."""

_NEAR, _PART = 60, 0.5
"""A distance may have changed by so many code points, or by this part of itself, through edits in between."""


def reanchor(
    annotations: Mapping[str, Annotation], text: str, sha256: str, snapshots: Mapping[str, str] = NO_SNAPSHOTS
) -> Placements:
    """Return where the passages of each of `annotations` (by id) lie in `text`, whose digest is `sha256`.

    Spans are in its code points, placements in the order of the passages. `snapshots` are the older versions of the
    text that were kept, by their digests. A passage starts from the newest version that it was found in
    (`Passage.resolved`), at best one that was kept; what was found before the reader put it elsewhere no longer
    counts.
    """
    passages = {
        (name, number): passage
        for name, annotation in annotations.items()
        for number, passage in enumerate(annotation.passages)
    }
    known = {key: _settled(passage, text, sha256) for key, passage in passages.items()}
    starts = {key: _start(passages[key], snapshots) for key, settled in known.items() if settled is None}
    found = place_anchors(starts, text, sha256, snapshots)

    def placed(name: str, annotation: Annotation) -> tuple[Placement, ...]:
        keys = ((name, number) for number in range(len(annotation.passages)))
        return tuple(known[key] or found[key] for key in keys)

    return MappingProxyType({name: placed(name, annotation) for name, annotation in annotations.items()})


def _settled(passage: Passage, text: str, sha256: str) -> Placement | None:
    """Return the place that is known in this very text; None in any other."""
    for step in _trail(passage):
        if holds(step.anchor, text, sha256):
            exact = step.anchor is passage.anchor or step.how is How.READER
            state = PlacementState.EXACT if exact else PlacementState.MOVED
            return Placement(step.anchor.span, state, how=step.how, score=step.score)
    return None


def _start(passage: Passage, snapshots: Mapping[str, str]) -> Anchor:
    """Return the anchor to go on from: the newest on a version that was kept, else the newest."""
    anchors = [step.anchor for step in _trail(passage)]
    return next((anchor for anchor in anchors if anchor.sha256 in snapshots), anchors[0])


def _trail(passage: Passage) -> list[Resolution]:
    """Return where a passage has been, newest first, back to where the reader put it: on making it, or since."""
    trail: list[Resolution] = []
    for step in (*reversed(passage.resolved), Resolution(passage.anchor, How.READER)):
        trail.append(step)
        if step.how is How.READER:
            break
    return trail


def place_anchors(
    anchors: Mapping[_Key, Anchor], text: str, sha256: str, snapshots: Mapping[str, str] = NO_SNAPSHOTS
) -> dict[_Key, Placement]:
    """Return where each of `anchors` lies in `text`, whose digest is `sha256`; `snapshots` are older texts by theirs.

    Spans are in code points of `text`. An anchor on `text` itself is EXACT if its quote is in its place.
    """
    placements = {
        key: Placement(anchor.span, PlacementState.EXACT, score=1.0)
        for key, anchor in anchors.items()
        if holds(anchor, text, sha256)
    }
    moved = {key: anchor for key, anchor in anchors.items() if key not in placements}
    return placements | (_found_in_another(moved, text, snapshots) if moved else {})


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


def _found_in_another(
    anchors: Mapping[_Key, Anchor], text: str, snapshots: Mapping[str, str]
) -> dict[_Key, Placement]:
    """Return the places of `anchors`, none of which was made on `text`."""
    # Imported late: nothing has changed as a rule, and then no dictionary is needed before the first paint.
    from desktop.script import fold

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
