"""Judging placements by the truth of a revision: right, or in what way not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.reanchor import place_anchors

if TYPE_CHECKING:
    from desktop.annotations import Placement
    from desktop.text import Span
    from tests.annotations.revisions import Revision, Truth


class Verdict(StrEnum):
    """What came of an annotation.

    Of survivors: RIGHT; FRAYED (in its place, with an end that is off); ASKED (the reader is); MISSED. WRONG: placed
    on other words without a question, whether it survived or not. GONE: what did not survive, and wasn't placed.
    """

    RIGHT = "right"
    FRAYED = "frayed"
    ASKED = "asked"
    MISSED = "missed"
    WRONG = "wrong"
    GONE = "gone"


@dataclass(slots=True)
class Tally:
    """How often each verdict was given, and to how many survivors any was."""

    verdicts: Counter[Verdict] = field(default_factory=Counter[Verdict])
    survivors: int = 0

    def add(self, other: Tally) -> None:
        """Add what `other` counted."""
        self.verdicts += other.verdicts
        self.survivors += other.survivors

    @property
    def right(self) -> float:
        """The part of the survivors that is right, 0 to 1."""
        return self.verdicts[Verdict.RIGHT] / max(1, self.survivors)

    @property
    def wrong(self) -> float:
        """The part of all that is silently wrong, 0 to 1."""
        return self.verdicts[Verdict.WRONG] / max(1, self.verdicts.total())


def tallied(revision: Revision, *, with_snapshot: bool) -> tuple[Tally, list[tuple[Verdict, Placement]]]:
    """Return the tally of `revision`, placed with or without its old text, and the verdict on each anchor."""
    snapshots = {"old": revision.old} if with_snapshot else {}
    keys = [str(index) for index in range(len(revision.anchors))]
    placed = place_anchors(dict(zip(keys, revision.anchors, strict=True)), revision.new, "new", snapshots)
    judged = [(verdict_on(revision, index, placed[key]), placed[key]) for index, key in enumerate(keys)]
    tally = Tally(Counter(verdict for verdict, _ in judged), sum(bool(truths) for truths in revision.truths))
    return tally, judged


def verdict_on(revision: Revision, index: int, placement: Placement) -> Verdict:
    """Return the verdict on anchor `index` of `revision` at `placement`."""
    truths, span = revision.truths[index], placement.span
    if span is None:
        return (Verdict.ASKED if placement.candidates else Verdict.MISSED) if truths else Verdict.GONE
    if any(_is_right(span, truth, revision.new) for truth in truths):
        return Verdict.RIGHT
    if any(_is_mostly(span, truth.span) for truth in truths):
        return Verdict.FRAYED
    return Verdict.GONE if not truths and _is_on_remains(span, revision, index) else Verdict.WRONG


def _is_right(span: Span, truth: Truth, text: str) -> bool:
    """Tell whether both ends are right; one of two equal characters beside an edit is as good as the other."""
    if span.of(text) == truth.span.of(text) and abs(span.start - truth.span.start) <= 3:
        return True
    return (
        abs(span.start - truth.span.start) <= truth.start_slack and abs(span.end - truth.span.end) <= truth.end_slack
    )


def _is_mostly(span: Span, truth: Span) -> bool:
    shared = span.intersection(truth)
    outer = max(span.end, truth.end) - min(span.start, truth.start)
    return shared is not None and 2 * len(shared) >= outer


def _is_on_remains(span: Span, revision: Revision, index: int) -> bool:
    """Tell whether `span` is mostly what was left of a quote that lost more than half of itself, or holds a third."""
    there = len(revision.remains[index].intersection(range(span.start, span.end)))
    return 2 * there >= len(span) or 3 * there >= len(revision.anchors[index].exact)
