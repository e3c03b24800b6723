"""How well annotations are found again in edited threads; `python -m tests.faults.reanchoring` asks more."""

from __future__ import annotations

from random import Random

import pytest

from tests.annotations.judging import Tally, Verdict, tallied
from tests.annotations.revisions import PROFILES, Revision, revise, threads


@pytest.fixture(scope="module")
def revisions() -> list[Revision]:
    """Return a revision of each kind with 60 annotations in each, always the same."""
    random, texts = Random(7), threads()[:2]  # noqa: S311 (repeatable, not secret)
    return [revise(texts[number % 2], profile, 60, random) for number, profile in enumerate(PROFILES)]


def whole(revisions: list[Revision], *, with_snapshot: bool) -> Tally:
    tally = Tally()
    for revision in revisions:
        tally.add(tallied(revision, with_snapshot=with_snapshot)[0])
    return tally


def test_with_the_old_text_nearly_all_are_right_and_hardly_any_silently_wrong(revisions: list[Revision]) -> None:
    tally = whole(revisions, with_snapshot=True)
    assert tally.survivors > 300
    assert tally.right >= 0.99
    assert tally.wrong <= 0.005


def test_without_it_the_reader_is_asked_rather_than_misled(revisions: list[Revision]) -> None:
    tally = whole(revisions, with_snapshot=False)
    assert tally.right >= 0.88
    assert tally.wrong <= 0.01
    assert tally.verdicts[Verdict.ASKED] > tally.verdicts[Verdict.WRONG]


def test_the_truth_of_a_revision_is_made_of_the_very_words(revisions: list[Revision]) -> None:
    for revision in revisions:
        for anchor, truths in zip(revision.anchors, revision.truths, strict=True):
            if revision.profile != "re-encoded" and truths:
                assert revision.new[truths[0].span.start] in anchor.exact
