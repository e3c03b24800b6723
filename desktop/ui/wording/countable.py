"""Which numbers Qt can say: `%Ln` takes an `int` of 32 bits, and a file may have any number of digits."""

from __future__ import annotations

_MOST_DIGITS = 9


def countable(words: str) -> int | None:
    """Return the number that `words` are where it can be said by `%Ln`, else None: they are then said as they are."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= _MOST_DIGITS else None
