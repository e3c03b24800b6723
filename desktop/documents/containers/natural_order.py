"""The order in which a reader expects the names of files: numbers count by what they are worth.

2.md is before 10.md, 第二回 before 第十回, 第九十九章 before 第一百章.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000}
_NUMBER = re.compile(f"([0-9０-９]{{1,30}}|[{''.join(_DIGITS)}{''.join(_UNITS)}]{{1,30}})")


def natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Return what sorts `name`, with "/" between folders, among others.

    Each part of it is a number or words, and numbers are before words.
    """
    return tuple(tuple(_parts(folder)) for folder in name.casefold().split("/"))


def _parts(name: str) -> Iterator[tuple[int, int, str]]:
    for part in _NUMBER.split(name):
        if part:
            yield (0, _value(part), part) if _NUMBER.fullmatch(part) else (1, 0, part)


def _value(number: str) -> int:
    """Return what a number of digits (also full-width ones) or Chinese numerals is worth."""
    if number.isdecimal():
        return int(number)
    if not any(numeral in _UNITS for numeral in number):
        return int("".join(str(_DIGITS[numeral]) for numeral in number))  # 二〇二〇, as years are written
    total = section = digit = 0
    for numeral in number:
        if numeral in _DIGITS:
            digit = _DIGITS[numeral]
        elif _UNITS[numeral] == 10_000:
            total, section, digit = (total + section + digit) * 10_000, 0, 0
        else:
            section, digit = section + (digit or 1) * _UNITS[numeral], 0
    return total + section + digit
