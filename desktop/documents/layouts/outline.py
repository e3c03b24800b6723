"""What a layout finds in a text: which lines are the title and the authors' names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.lines import Line

_LONGEST_TITLE = 80
_UNFINISHED = "。，；、,;"
_TITLE_MARK = re.compile(r"#{1,6}[ \t\u3000]+(?=\S)|(?:標題|标题|問題|问题)\s*[:：]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is no part of an answer: its number among the lines, and the words that name, with their span.

    `words` leave out the mark that a line can begin with, such as `# ` or `作者：`.
    """

    line: int
    words: str
    span: Span

    @classmethod
    def in_line(cls, number: int, line: Line, start: int = 0, end: int | None = None) -> Heading:
        """Return the heading made of the code points `start` to `end` of the words of line `number`."""
        words = line.text[start:end]
        begin = line.span.start + start
        return cls(number, words, Span(begin, begin + len(words)))


@dataclass(frozen=True, slots=True)
class Outline:
    """The title, where the text has one, and the authors in the order of the text."""

    title: Heading | None
    authors: tuple[Heading, ...]


def title_of(lines: Sequence[Line], authors: Sequence[Heading]) -> Heading | None:
    """Return the first line as the title: when it is short, no sentence, and a blank line or an author follows it.

    The marks of a heading (`# `, `標題：`) are no part of the title. A text of one line is all answer.
    """
    first = lines[0]
    if len(lines) == 1 or len(first.text) > _LONGEST_TITLE or any(author.line == 0 for author in authors):
        return None
    mark = _TITLE_MARK.match(first.text)
    begins = bool(authors) and authors[0].line == 1
    if not (mark or begins or (first.below and first.text[-1] not in _UNFINISHED)):
        return None
    return Heading.in_line(0, first, mark.end() if mark else 0)
