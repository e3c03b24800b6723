"""A text as its lines and the blank lines between them: what every layout is recognised from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, pairwise

from desktop.text import Span

# What `str.splitlines` breaks at, CRLF apart.
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# U+3000, NBSP and their like are white space to Python; these three are invisible too, and pad lines as well.
_INVISIBLE = "\u200b\u2060\ufeff"
_CONTENT = re.compile(rf"[^\s{_INVISIBLE}](?:.*[^\s{_INVISIBLE}])?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than space: its words, where they stand, and the blank lines around it.

    `span` is in code points of the whole text and leaves indentation and trailing spaces out. `above` and `below`
    count the blank lines up to the next line, or to the start or end of the text; a line of spaces is blank.
    """

    text: str
    span: Span
    above: int
    below: int


def text_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank.

    A line ends where `str.splitlines` ends it, so that no line holds a form feed, U+0085, U+2028 or U+2029 inside.
    """
    rows = text.splitlines(keepends=True)
    starts = accumulate((len(row) for row in rows), initial=0)
    filled = [
        (number, Span(start + match.start(), start + match.end()))
        for number, (row, start) in enumerate(zip(rows, starts, strict=False))
        if (match := _CONTENT.search(row))
    ]
    numbers = [-1, *(number for number, _ in filled), len(rows)]
    gaps = [after - before - 1 for before, after in pairwise(numbers)]
    return tuple(
        Line(span.of(text), span, above, below)
        for (_, span), (above, below) in zip(filled, pairwise(gaps), strict=True)
    )


def line_count(text: str) -> int:
    """Return how many line ends `text` has."""
    return sum(map(text.count, _LINE_ENDS)) - text.count("\r\n")


def is_blank(text: str) -> bool:
    """Tell whether `text` holds nothing that can be seen."""
    return _CONTENT.search(text) is None
