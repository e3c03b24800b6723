"""The layout of threads that say who writes: `作者：name`, `楼主：name`, or the headings of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents.layouts.outline import Heading, Outline, may_head_chapter, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.documents.layouts.outline import TextLine

_LONGEST_LINE = 100
"""In code points, the mark included: a name of any length that is one, and no paragraph."""
_BYLINE = re.compile(
    r"(?:#{1,6}[ \t\u3000]+)?(?:\*\*)?(?:作者|答主|回答者|楼主|樓主|层主|層主)\s*[:：](?:\*\*)?\s*(?P<name>\S.*)",
    re.DOTALL,
)
_FIRST = frozenset("#*作答回楼樓层層")
_HEADING = re.compile(r"(?P<level>#{1,6})[ \t\u3000]+(?P<name>\S.*?)(?:\s+#+)?", re.DOTALL)


def marked(lines: Sequence[TextLine]) -> Outline | None:
    """Return the outline of a text whose authors are marked, None for any other.

    Bylines win over headings. A single mark only counts in one of the first two lines, where a name stands:
    further down it is more likely somebody's emphasis, or a quotation, and above chapters it is the book's author.
    """
    likely = ((number, line) for number, line in enumerate(lines) if line[0][0] in _FIRST)
    for names in (_matching(_BYLINE, likely), _headings(lines)):
        authors = _with_words_below(names, len(lines))
        if len(authors) > 1 or (any(author.line <= 1 for author in authors) and in_chapters(lines) is None):
            return Outline(title_of(lines, authors), authors)
    return None


def named_by_mark(number: int, line: TextLine) -> Heading:
    """Return the name that line `number` is, without the mark of a byline or a heading where it has one."""
    match = _short_match(_BYLINE, line) or _short_match(_HEADING, line)
    return Heading.naming(number, line, *(match.span("name") if match else (0, None)))


def in_chapters(lines: Sequence[TextLine]) -> Outline | None:
    """Return the outline of a text in chapters, None for any other; what knows them is loaded where some may be."""
    if not any(map(may_head_chapter, lines)):
        return None
    from desktop.documents.layouts.chapters import chapters

    return chapters(lines)


def _headings(lines: Sequence[TextLine]) -> Mapping[int, Heading]:
    """Return the headings of the level that the authors' names have: the highest one below the title's.

    A heading in the first line is the title if another one follows it at once, or if it stands above all others.
    """
    levels = {number: _level(line) for number, line in enumerate(lines) if _level(line)}
    lower = {number: level for number, level in levels.items() if number}
    if not lower or 1 in lower or levels.get(0, min(lower.values())) < min(lower.values()):
        levels = lower
    top = min(levels.values(), default=0)
    return _matching(_HEADING, ((number, lines[number]) for number, level in levels.items() if level == top))


def _level(line: TextLine) -> int:
    """Return the level of a heading, 1 for the highest; 0 for a line that is none."""
    match = _short_match(_HEADING, line) if line.text[0] == "#" else None
    return len(match["level"]) if match else 0


def _matching(pattern: re.Pattern[str], lines: Iterable[tuple[int, TextLine]]) -> Mapping[int, Heading]:
    """Return the names that `pattern` finds in the numbered `lines`, by line number."""
    found = ((number, line, _short_match(pattern, line)) for number, line in lines)
    return {number: Heading.naming(number, line, *match.span("name")) for number, line, match in found if match}


def _short_match(pattern: re.Pattern[str], line: TextLine) -> re.Match[str] | None:
    return pattern.fullmatch(line.text) if len(line.text) <= _LONGEST_LINE else None


def _with_words_below(names: Mapping[int, Heading], count: int) -> tuple[Heading, ...]:
    """Leave out the names that another name or the end of the text follows at once: nobody answers there."""
    return tuple(name for number, name in names.items() if number + 1 < count and number + 1 not in names)
