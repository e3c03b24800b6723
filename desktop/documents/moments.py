"""When something was written: how containers write it, how it is read, and on which clock it is shown.

Written: "2020-11-21T02:12:00Z" where the zone is known; without a zone as a site in Chinese shows it.
Read: that, and what sites write: "2020/11/21 下午 3:12", "2020年11月21日", "Sat Nov 21 10:12:33 2020". What can't be
told is no moment, "昨天" among it: nobody knows any more on which day the page was saved.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple

CHINA = timezone(timedelta(hours=8))
"""Where a time without a zone is taken to be: sites in Chinese show it as it is in Beijing and Taipei."""

_LATEST = 4_102_444_800
"""In seconds: 1 January 2100. What is larger is in milliseconds."""
_FEWEST_DIGITS = 9
"""Of seconds since 1970 that are written as words: fewer are a year or a day."""
_LONGEST_DAY = len("2020-11-21")

_DATE = (
    r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号號]?"
    r"(?:[T\s,，]*(凌晨|早上|上午|中午|下午|傍晚|晚上|[AaPp][Mm])?\s*(\d{1,2})[:：時时点點](\d{2})(?:[:：分](\d{2}))?"
    r"(?:\.\d+)?\s*([AaPp][Mm]\b)?\s*([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?"
)
_IN_ENGLISH = (
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(\d{4})\b"
)
"""As C's `asctime` writes it, which PTT has in the head of each post."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_AFTER_NOON = frozenset({"下午", "傍晚", "晚上", "pm"})
_BEFORE_NOON = frozenset({"凌晨", "早上", "上午", "am"})


class Moment(NamedTuple):
    """When something was written, as far as it is known."""

    when: datetime
    """With its zone, that of China where the words have none; midnight where they have no hour."""
    has_hour: bool
    has_zone: bool

    @property
    def shown(self) -> datetime:
        """When it was on this computer's clock; where the zone isn't known, as the site showed it."""
        try:
            return self.when.astimezone() if self.has_zone else self.when
        except (OverflowError, OSError, ValueError):  # before the first of all days, or what the system can tell
            return self.when


def moment(value: object, zone: tzinfo = UTC) -> str:
    """Return when something was, as a container writes it: "…Z", or in the time of another `zone`, without it.

    `value` is in seconds or milliseconds since 1970, or is ISO 8601, which has its zone already where that is UTC;
    of all else words are returned as they are, and "" for what has none.
    """
    if isinstance(value, str):
        words = value.strip()
        stamp = int(words) if re.fullmatch(rf"[0-9]{{{_FEWEST_DIGITS},15}}", words) else None
        if stamp is None and (zone is UTC or len(words) <= _LONGEST_DAY):
            return words
        when = _of_stamp(stamp) if stamp is not None else _in_iso(words)
        return _written(when, zone) if when is not None else words
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    when = _of_stamp(value)
    return _written(when, zone) if when is not None else ""


def read_moment(words: str) -> Moment | None:
    """Return the moment that `words` name, None where they name no day."""
    try:
        return _read(words)
    except ValueError:  # the 31st of February, 25 o'clock
        return None


def _of_stamp(stamp: float) -> datetime | None:
    if not 0 < stamp < _LATEST * 1000:
        return None
    return datetime.fromtimestamp(stamp / 1000 if stamp > _LATEST else stamp, UTC)


def _in_iso(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _written(when: datetime, zone: tzinfo) -> str:
    if when.tzinfo is None:
        return f"{when:%Y-%m-%d %H:%M}"
    if zone is UTC:
        return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    try:
        return f"{when.astimezone(zone):%Y-%m-%d %H:%M}"
    except OverflowError:  # at the end of all days
        return ""


def _read(words: str) -> Moment | None:
    date, in_english = _patterns()
    if (found := date.search(words)) is not None:
        year, month, day, before, hour, minute, second, behind, zone = found.groups()
        when = datetime(int(year), int(month), int(day), tzinfo=_zone(zone))
        if hour is None:
            return Moment(when, has_hour=False, has_zone=False)
        at = when.replace(hour=_hour(int(hour), before or behind or ""), minute=int(minute), second=int(second or 0))
        return Moment(at, has_hour=True, has_zone=zone is not None)
    if (found := in_english.search(words)) is not None:
        number, year = _MONTHS.index(found[1]) + 1, int(found[6])
        when = datetime(year, number, int(found[2]), *map(int, found.groups()[2:5]), tzinfo=CHINA)
        return Moment(when, has_hour=True, has_zone=False)
    if (when := _in_iso(words)) is None:  # without marks between its numbers
        return None
    return Moment(
        when if when.tzinfo else when.replace(tzinfo=CHINA),
        has_hour="T" in words or ":" in words,
        has_zone=when.tzinfo is not None,
    )


def _hour(hour: int, half: str) -> int:
    """Return which hour of 24 it is by which half of the day the words say."""
    half = half.lower()
    if half in _AFTER_NOON or (half == "中午" and hour < 10):
        return hour + 12 if hour < 12 else hour
    return 0 if half in _BEFORE_NOON and hour == 12 else hour


def _zone(words: str | None) -> tzinfo:
    if words is None:
        return CHINA
    if words[0] not in "+-":
        return UTC
    digits = words[1:].replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-away if words[0] == "-" else away)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_DATE), re.compile(_IN_ENGLISH)
