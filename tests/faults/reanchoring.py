"""How well annotations are found again in texts that were edited: right, and silently wrong.

Usage: python -m tests.faults.reanchoring [--count 3000] [--seed 0] [--seeds 1] [--show]

The threads that ship with the app, with near-duplicates planted, are edited at random (see revisions.py in
tests/annotations), and the annotations are placed with and without the old text. Exits with 1 unless, with it, 99 %
of the survivors are right and at most 0.5 % of all are silently wrong, with every one of the `--seeds` from `--seed`
on. `--show` prints every annotation that isn't right. Takes about 5 s for each seed.
"""

from __future__ import annotations

import argparse
import sys
from random import Random
from typing import TYPE_CHECKING

from tests.annotations.judging import Tally, Verdict, tallied
from tests.annotations.revisions import PROFILES, revise, threads

if TYPE_CHECKING:
    from desktop.annotations import Placement
    from desktop.text import Span
    from tests.annotations.revisions import Revision

EACH = 60
"""Annotations in one revision."""

LEAST_RIGHT, MOST_WRONG = 0.99, 0.005


def main() -> int:
    """Run the evaluations that the arguments ask for; return 0 if both bars hold in each."""
    parser = argparse.ArgumentParser(description="How well annotations are found again in edited texts.")
    parser.add_argument("--count", type=int, default=3000, help="annotations, at least")
    parser.add_argument("--seed", type=int, default=0, help="of the randomness")
    parser.add_argument("--seeds", type=int, default=1, help="how many, from that one on")
    parser.add_argument("--show", action="store_true", help="print what isn't right")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.seeds)
    verdicts = [_holds(options.count, seed, show=options.show) for seed in seeds]
    return 0 if all(verdicts) else 1


def _holds(count: int, seed: int, *, show: bool) -> bool:
    """Print the evaluations with one seed, and tell whether both bars hold with the old text."""
    _say(f"\nseed {seed}")
    kept = evaluate(count, seed, with_snapshot=True, show=show)
    evaluate(count, seed, with_snapshot=False, show=show)
    return kept.right >= LEAST_RIGHT and kept.wrong <= MOST_WRONG


def evaluate(count: int, seed: int, *, with_snapshot: bool, show: bool) -> Tally:
    """Print how `count` annotations or a few more fare in all kinds of revisions, and return the whole tally."""
    random, texts = Random(seed), threads()  # noqa: S311 (repeatable, not secret)
    tallies = {profile: Tally() for profile in PROFILES}
    rounds = -(-count // (EACH * len(PROFILES)))
    for number in range(rounds):
        for profile, tally in tallies.items():
            revision = revise(texts[number % len(texts)], profile, EACH, random)
            found, verdicts = tallied(revision, with_snapshot=with_snapshot)
            tally.add(found)
            if show:
                _show(revision, verdicts)
    whole = Tally()
    _say("\nwith the old text" if with_snapshot else "\nwithout the old text")
    for profile, tally in tallies.items():
        whole.add(tally)
        _report(profile, tally)
    _report("all", whole)
    return whole


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _report(name: str, tally: Tally) -> None:
    counts = ", ".join(f"{tally.verdicts[verdict]} {verdict}" for verdict in Verdict)
    total = tally.verdicts.total()
    _say(f"{name:12} {total:5}: right {tally.right:7.2%} of {tally.survivors}, wrong {tally.wrong:6.2%} ({counts})")


def _show(revision: Revision, verdicts: list[tuple[Verdict, Placement]]) -> None:
    for index, (verdict, placement) in enumerate(verdicts):
        if verdict in (Verdict.RIGHT, Verdict.GONE):
            continue
        _say(f"\n{revision.profile}: {verdict}, {placement.state} {placement.how or ''} {placement.score}")
        _say(f"  old   {_in_context(revision.anchors[index].span, revision.old)}")
        for truth in revision.truths[index]:
            _say(f"  truth {_in_context(truth.span, revision.new)}")
        for span in (placement.span, *placement.candidates[:3]):
            if span is not None:
                _say(f"  found {_in_context(span, revision.new)}")


def _in_context(span: Span, text: str) -> str:
    before, after = text[max(0, span.start - 12) : span.start], text[span.end : span.end + 12]
    return f"{span.start:5} {before}【{span.of(text)}】{after}".replace("\n", "/")


if __name__ == "__main__":
    sys.exit(main())
