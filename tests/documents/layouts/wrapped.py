"""A program that breaks the lines of a text at a fixed width, as editors and boards did."""

from __future__ import annotations

import re
import unicodedata

_UNIT = re.compile(r"[!-~]+ ?|.[，。！？；：、」』”）》…]*", re.DOTALL)


def columns(words: str) -> int:
    """Return how many columns `words` take in a terminal: an ideograph has two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in words)


def wrapped(words: str, width: int, indent: str = "") -> str:
    """Return `words` in lines of at most `width` columns, the first of them set in."""
    lines, line = list[str](), indent
    for unit in _UNIT.findall(words):
        if line.strip() and columns(line + unit.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += unit
    return "\n".join([*lines, line.rstrip()])
