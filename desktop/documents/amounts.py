"""How many people there are by what a site writes: "321", "1,234", "1.2 万", "3.4K", "2w+"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

_UNITS = {
    "k": 10**3,
    "千": 10**3,
    "w": 10**4,
    "万": 10**4,
    "萬": 10**4,
    "m": 10**6,
    "亿": 10**8,
    "億": 10**8,
}
_MOST = 10**15
"""What has more digits is no number of people."""


def amount_in(words: str) -> int | None:
    """Return the first number in `words`, 12,000 for "1.2 万"; None where there is none.

    A letter is a unit only where no other follows it: "3 months" is 3.
    """
    found = _number().search(words)
    if found is None:
        return None
    amount = Decimal(re.sub("[,，]", "", found[1]).replace("−", "-")) * _UNITS.get(found[2].lower(), 1)
    return round(amount) if abs(amount) < _MOST else None


# Compiled when the first number is asked for: plain text has no facts before the first paint.
@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"([-−]?\d[\d,，]*(?:\.\d+)?)\s*((?:[KkMmWw](?![A-Za-z])|[千万萬亿億])?)")
