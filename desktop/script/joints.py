"""Where a paragraph goes on in the next line of its source: what is there is not read, and parts no words.

A text whose lines were broken at a fixed width has paragraphs of several lines. They are shown, searched and cut into
words as if they were on one: between two Latin words one blank is left, else nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.aligned import AlignedText, LengthChange
from desktop.script.seen import UNSEEN
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOT_SEEN = re.compile(f"[{UNSEEN}]")
_BLANKS = r"(?<![^\S\n])[^\S\n]*+"
"""A run of blanks in a line, looked for from its first one alone: else a long one takes the time of its square."""
_JOINT = re.compile(rf"{_BLANKS}\n\s*")
_BREAK = re.compile(rf"{_BLANKS}\n(?:[^\S\n]*\n|[ \t\u3000])\s*|(?<=[。！？!?…：:”」』])[^\S\n]*\n")
WIDE = re.compile(
    "[\u2e80-\u2fdf\u3000-\u30ff\u3105-\u312f\u31a0-\u31bf\u3400-\u9fff\uf900-\ufaff\uff00-\uffee“”‘’…—\U00020000-\U0003ffff]"
)
"""Han characters, kana and the marks that go with them, between which a line break is none of the words.

https://www.w3.org/TR/css-text-4/#line-break-transform
"""


class Joint(NamedTuple):
    """The code points from `start` to `end`, a line feed with the blanks around it, of which perhaps one is read."""

    start: int
    end: int
    blank: bool


def joints_in(text: str, paragraphs: Iterable[Span]) -> Iterator[Joint]:
    """Yield the joints within `paragraphs`, which are spans of `text` that begin and end with what is seen."""
    for start, end in ((paragraph.start, paragraph.end) for paragraph in paragraphs):
        if text.find("\n", start, end) >= 0:
            for match in _JOINT.finditer(text, start, end):
                last = match.start() - 1
                while last > start and _NOT_SEEN.match(text, last):
                    last -= 1
                wide = WIDE.match(text, last) or WIDE.match(text, match.end())
                yield Joint(match.start(), match.end(), wide is None)


def joined(paragraph: str) -> AlignedText:
    """Return `paragraph` as it is read, on one line, with the map between the two."""
    if "\n" not in paragraph:
        return AlignedText.identity(paragraph)
    pieces, changes, done, length = list[str](), list[LengthChange](), 0, 0
    for start, end, blank in joints_in(paragraph, (Span(0, len(paragraph)),)):
        pieces += (paragraph[done:start], " " * blank)
        at = length + start - done
        length, done = at + blank, end
        if end - start != blank:
            changes.append(LengthChange(start, end, at, length))
    pieces.append(paragraph[done:])
    return AlignedText(paragraph, "".join(pieces), tuple(changes))


def joined_within(text: str, span: Span, paragraphs: Iterable[Span]) -> str:
    """Return the words at `span` of `text` as they are read: `paragraphs` are those that it may lie in or cross."""
    pieces, done = list[str](), span.start
    for start, end, blank in joints_in(text, (one for one in paragraphs if one.overlaps(span))):
        if span.start < end and start < span.end:
            pieces += (text[done:start], " " * (blank and span.start < start and end < span.end))
            done = min(end, span.end)
    pieces.append(text[done : span.end])
    return "".join(pieces)


def joined_alone(words: str) -> str:
    """Return `words` that were taken out of a text as they are read, though where its paragraphs end isn't known.

    A line feed behind a sentence, or before a blank line or one that is set in, is taken for an end, all others for
    joints.
    """
    if "\n" not in words:
        return words
    bounds = [0, *(place for match in _BREAK.finditer(words) for place in match.span()), len(words)]
    parts = [words[start:end] for start, end in pairwise(bounds)]
    return "".join(part if number % 2 else joined(part).text for number, part in enumerate(parts))
