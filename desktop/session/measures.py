"""What facts are worth in numbers: how many votes, and when something was written; and how times are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.amounts import amount_in
from desktop.documents.document import FactKind, fact_of
from desktop.documents.moments import read_moment
from desktop.session.work.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop.documents import Document
    from desktop.documents.moments import Moment


def votes_and_times(document: Document) -> tuple[Sequence[int | None], Sequence[datetime | None]]:
    """Return of each answer how many agree with it, and when it was written; None where it doesn't say so."""
    votes, moments = _MEASURED(document)
    return votes, [moment and moment.when for moment in moments]


def _measured(document: Document) -> tuple[Sequence[int | None], Sequence[Moment | None]]:
    answers = document.answers
    votes = tuple(amount_in(fact_of(answer.facts, FactKind.VOTES)) for answer in answers)
    return votes, tuple(read_moment(fact_of(answer.facts, FactKind.TIME)) for answer in answers)


_MEASURED = Latest(_measured)


def in_short(words: str, document: Document) -> str:
    """Return when something in `document` was written in a few characters: the day, else `words` as they are.

    Where all answers were written on one day, it is the hour, if `words` have one.
    """
    moment = read_moment(words)
    if moment is None:
        return words
    return f"{moment.shown:%H:%M}" if moment.has_hour and _ON_ONE_DAY(document) else f"{moment.shown:%Y-%m-%d}"


def in_full(words: str) -> str:
    """Return when something was written, to the minute where `words` have an hour; else `words` as they are."""
    moment = read_moment(words)
    if moment is None:
        return words
    return f"{moment.shown:%Y-%m-%d %H:%M}" if moment.has_hour else f"{moment.shown:%Y-%m-%d}"


def _on_one_day(document: Document) -> bool:
    """Tell whether several answers were written on the same day, and none on another."""
    days = [moment.shown.date() for moment in _MEASURED(document)[1] if moment is not None]
    return len(days) > 1 and len(set(days)) == 1


_ON_ONE_DAY = Latest(_on_one_day)
