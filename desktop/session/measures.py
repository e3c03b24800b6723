"""What facts are worth in numbers: how many votes, and when something was written.

Saved threads have them in words, as the site showed them: "321", "1,234", "1.2 万", "3.4K"; "2020-11-21 10:12",
"2020-11-21T02:12:00Z", "2020年11月21日", "Sat Nov 21 10:12:33 2020". What can't be told is None, "昨天" among it:
nobody knows any more on which day the page was saved.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from desktop.documents.document import FactKind, fact_of
from desktop.session.work.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents import Document

_NUMBER = re.compile(r"([-−]?\d[\d,，]*(?:\.\d+)?)\s*([KkMmWw千万萬亿億]?)")
_TIMES = {"k": 1_000, "千": 1_000, "w": 10_000, "万": 10_000, "萬": 10_000, "m": 10**6, "亿": 10**8, "億": 10**8}

_DATE = re.compile(
    r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号號]?"
    r"(?:[T\s,，]*(\d{1,2})[:：時时点點](\d{2})(?:[:：分](\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
_IN_ENGLISH = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(\d{4})\b"
)
"""As C's `asctime` writes it, which PTT has in the head of each post."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HERE = timezone(timedelta(hours=8))
"""Where a time without a zone is taken to be: sites in Chinese show it as it is in Beijing and Taipei."""


def number_of(words: str) -> int | None:
    """Return the number in `words`, 12,000 for "1.2 万"; None where there is none."""
    found = _NUMBER.search(words)
    if found is None:
        return None
    digits = found[1].replace(",", "").replace("，", "").replace("−", "-")
    try:
        return round(float(digits) * _TIMES.get(found[2].lower(), 1))
    except OverflowError:  # more digits than any number of people has
        return None


def moment_of(words: str) -> datetime | None:
    """Return the moment that `words` name, None where they name no day."""
    try:
        return _moment(words)
    except ValueError:  # the 31st of February, 25 o'clock
        return None


def _moment(words: str) -> datetime | None:
    if (found := _DATE.search(words)) is not None:
        numbers = (int(part or 0) for part in found.groups()[:6])
        return datetime(*numbers, tzinfo=_zone(found[7]))  # type: ignore[arg-type, misc]
    if (found := _IN_ENGLISH.search(words)) is not None:
        month, year = _MONTHS.index(found[1]) + 1, int(found[6])
        return datetime(year, month, int(found[2]), *map(int, found.groups()[2:5]), tzinfo=_HERE)
    return None


def _zone(words: str | None) -> timezone:
    if not words:
        return _HERE
    if words == "Z":
        return UTC
    digits = words[1:].replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if words[0] == "-" else away)


def votes_and_times(document: Document) -> tuple[Sequence[int | None], Sequence[datetime | None]]:
    """Return of each answer how many agree with it, and when it was written; None where it doesn't say so."""
    return _MEASURED(document)


def _measured(document: Document) -> tuple[Sequence[int | None], Sequence[datetime | None]]:
    answers = document.answers
    votes = tuple(number_of(fact_of(answer.facts, FactKind.VOTES)) for answer in answers)
    return votes, tuple(moment_of(fact_of(answer.facts, FactKind.TIME)) for answer in answers)


_MEASURED = Latest(_measured)


def in_short(words: str, document: Document) -> str:
    """Return when something in `document` was written in a few characters: the day, else `words` as they are.

    Where all answers were written on one day, it is the hour, if `words` have one.
    """
    moment = moment_of(words)
    if moment is None:
        return words
    has_hour = bool(re.search(r"\d[:：時时点點]\d", words))
    return f"{moment:%H:%M}" if has_hour and _ON_ONE_DAY(document) else f"{moment:%Y-%m-%d}"


def _on_one_day(document: Document) -> bool:
    """Tell whether several answers were written on the same day, and none on another."""
    days = [time.date() for time in votes_and_times(document)[1] if time is not None]
    return len(days) > 1 and len(set(days)) == 1


_ON_ONE_DAY = Latest(_on_one_day)
