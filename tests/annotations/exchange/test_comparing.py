"""Two versions of one annotation: who gives way, and when nobody does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.annotations import Annotation, Color, How, Resolution
from desktop.annotations.exchange.comparing import Outcome, compare, renewed, stamped
from tests.annotations.exchange.parcels import note_on
from tests.annotations.samples import LATER, NOON, with_first

MADE = note_on("戰略家", "誰?")
OURS, THEIRS, BOTH = Outcome.OURS, Outcome.THEIRS, Outcome.BOTH


def edited(annotation: Annotation, note: str) -> Annotation:
    return replace(annotation, note=note, modified=LATER)


def elsewhere(annotation: Annotation) -> Annotation:
    """Return `annotation` as it was found again in another version of the text."""
    anchor = replace(annotation.passages[0].anchor, sha256="ee" * 32)
    return with_first(annotation, resolved=(Resolution(anchor, How.DIFF, 0.9),))


def put(annotation: Annotation, quote: str) -> Annotation:
    """Return `annotation` as a reader has put it on `quote`."""
    chosen = Resolution(note_on(quote).passages[0].anchor, How.READER)
    return replace(with_first(annotation, resolved=(chosen,)), modified=LATER)


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        (MADE, MADE, OURS),
        (MADE, replace(MADE, modified=LATER), OURS),
        (MADE, elsewhere(MADE), OURS),
        (MADE, edited(MADE, "甲"), THEIRS),
        (edited(MADE, "甲"), MADE, OURS),
        (edited(MADE, "甲"), edited(MADE, "乙"), BOTH),
        (edited(MADE, "甲"), edited(MADE, "甲"), OURS),
        (MADE, replace(MADE, color=Color.ROUGE, modified=LATER), THEIRS),
        (MADE, put(MADE, "死敵"), THEIRS),
        (put(MADE, "死敵"), MADE, OURS),
        (put(MADE, "死敵"), put(MADE, "想法"), BOTH),
        (MADE, replace(MADE, note="甲", created=LATER, modified=LATER), BOTH),
    ],
    ids=[
        *("the same", "edited back", "found elsewhere", "they edited", "we edited", "both edited", "alike"),
        *("they recoloured", "they moved it", "we moved it", "both moved it", "not of one origin"),
    ],
)
def test_who_has_not_edited_gives_way(ours: Annotation, theirs: Annotation, outcome: Outcome) -> None:
    assert compare(ours, theirs, foreign=False) is outcome


COME = stamped(replace(MADE, modified=LATER))
"""What came from another program, which had edited it before."""


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        (COME, COME, OURS),
        (COME, stamped(edited(MADE, "甲")), THEIRS),
        (edited(COME, "甲"), COME, OURS),
        (edited(COME, "甲"), stamped(edited(MADE, "乙")), BOTH),
        (replace(COME, color=Color.ROUGE), COME, OURS),
        (put(COME, "死敵"), COME, OURS),
        (put(COME, "死敵"), stamped(edited(MADE, "乙")), BOTH),
    ],
    ids=["the same", "they edited", "we edited", "both edited", "we recoloured", "we moved it", "both"],
)
def test_what_came_from_another_program_is_told_by_what_it_said_then(
    ours: Annotation, theirs: Annotation, outcome: Outcome
) -> None:
    assert compare(ours, theirs, foreign=True) is outcome


def test_another_program_may_edit_without_saying_so() -> None:
    silent = stamped(replace(MADE, note="甲"))
    assert silent.modified == silent.created == NOON
    assert compare(edited(MADE, "乙"), silent, foreign=True) is BOTH
    assert compare(MADE, silent, foreign=True) is THEIRS


def test_what_another_program_knows_nothing_of_stays() -> None:
    ours = replace(put(COME, "死敵"), color=Color.ROUGE)
    after = renewed(ours, stamped(edited(MADE, "新")), foreign=True)
    assert (after.note, after.color, after.passages[0].resolved) == ("新", Color.ROUGE, ours.passages[0].resolved)
    assert compare(after, stamped(edited(MADE, "新")), foreign=True) is OURS


def test_a_passage_that_another_program_has_changed_is_taken_with_it() -> None:
    ours, theirs = (
        replace(COME, color=Color.ROUGE),
        stamped(with_first(edited(MADE, "新"), anchor=note_on("死敵").passages[0].anchor)),
    )
    after = renewed(ours, theirs, foreign=True)
    assert (after.passages[0].anchor.exact, after.color) == ("死敵", Color.ROUGE)


def test_what_this_program_made_is_taken_whole() -> None:
    theirs = edited(MADE, "新")
    assert renewed(MADE, theirs, foreign=False) is theirs
