"""A text as its lines and the blank lines between them, and which lines are the title and the authors' names."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.layouts.facts import bare_name
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.document import Fact

# What `str.splitlines` breaks at, CRLF apart.
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# U+3000, NBSP and their like are white space to Python; these three are invisible too, and pad lines as well.
_INVISIBLE = "\u200b\u2060\ufeff"
_CONTENT = re.compile(rf"[^\s{_INVISIBLE}]")
# All that \s matches, and these: to strip them is twice as fast as to search for what stands between.
_BLANK = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    f"\u2028\u2029\u202f\u205f\u3000{_INVISIBLE}"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_TITLE = 80
_LONGEST_CHAPTER = 40
"""In code points: the longest heading of a chapter seen in 272 books has 23, two lines of verse in it have 30."""
_CHAPTER_STARTS = frozenset("第正卷序前引楔尾后後终終番附结結大")
CHAPTER_UNITS = "回章节節卷部集篇幕折话話"
"""What is numbered in the heading of a chapter, a volume or a part: 第三回."""
_UNFINISHED = "。，；、,;"
_TITLE_MARK = re.compile(
    r"(?:#{1,6}[ \t\u3000]+(?=\S))?(?:(?:標題|标题|問題|问题|题目|題目|书名|書名|主题|主題)\s*[:：]\s*(?=\S))?"
)
# What browsers and savers put behind a title.
_SITE = re.compile(
    r"\s*(?:\s[-–—_|]|[-–—_|]\s|[|_])\s*(?:知乎|知乎专栏|豆瓣|百度贴吧|天涯论坛|虎扑社区|批踢踢實業坊|PTT|V2EX)$"
)


class TextLine(NamedTuple):
    """A line that holds more than space: its words, where they stand, and the blank lines around it.

    `span` is in code points of the whole text and leaves indentation and trailing spaces out. `above` and `below`
    count the blank lines up to the next line, or to the start or end of the text; a line of spaces is blank.
    """

    text: str
    span: Span
    above: int
    below: int


def text_lines(text: str) -> tuple[TextLine, ...]:
    """Return the lines of `text` that are not blank.

    A line ends where `str.splitlines` ends it, so that no line holds a form feed, U+0085, U+2028 or U+2029 inside.
    """
    rows = text.splitlines(keepends=True)
    starts = accumulate((len(row) for row in rows), initial=0)
    numbers, words, spans = [-1], list[str](), list[Span]()
    for number, (row, start) in enumerate(zip(rows, starts, strict=False)):
        if content := row.strip(_BLANK):
            begin = start + row.index(content[0])
            numbers.append(number)
            words.append(content)
            spans.append(Span(begin, begin + len(content)))
    numbers.append(len(rows))
    gaps = [after - before - 1 for before, after in pairwise(numbers)]
    return tuple(map(TextLine, words, spans, gaps[:-1], gaps[1:]))


def line_count(text: str) -> int:
    """Return how many line ends `text` has."""
    return sum(map(text.count, _LINE_ENDS)) - text.count("\r\n")


def may_head_chapter(line: TextLine) -> bool:
    """Tell whether `line` begins as the headings of chapters do, and is as short; a few that do are none."""
    words = line[0]
    if words[0] not in _CHAPTER_STARTS or len(words) > _LONGEST_CHAPTER:
        return False
    return words[0] != "第" or any(map(CHAPTER_UNITS.__contains__, words))


def is_blank(text: str) -> bool:
    """Tell whether `text` holds nothing that can be seen."""
    return _CONTENT.search(text) is None


class Heading(NamedTuple):
    """A line that is no part of an answer: its number among the lines, and the words that name, with their span.

    `words` leave out the mark that a line can begin with, such as `# ` or `作者：`, and the `facts` behind a name.
    """

    line: int
    words: str
    span: Span
    facts: tuple[Fact, ...] = ()

    @classmethod
    def in_line(cls, number: int, line: TextLine, start: int = 0, end: int | None = None) -> Heading:
        """Return the heading made of the code points `start` to `end` of the words of line `number`."""
        words = line.text[start:end]
        begin = line.span.start + start
        return cls(number, words, Span(begin, begin + len(words)))

    @classmethod
    def naming(cls, number: int, line: TextLine, start: int = 0, end: int | None = None) -> Heading:
        """Return the heading whose words are the bare name in the code points `start` to `end` of line `number`."""
        if _LETTERS.fullmatch(line.text, start, len(line.text) if end is None else end):
            return cls.in_line(number, line, start, end)
        named = bare_name(line.text[start:end])
        found = cls.in_line(number, line, start + named.span.start, start + named.span.end)
        return found._replace(facts=named.facts)


class Outline(NamedTuple):
    """The title, where the text has one, and the authors in the order of the text.

    `others` are the numbers of lines that are told in the facts of an author: they are in no answer.
    """

    title: Heading | None
    authors: tuple[Heading, ...]
    others: frozenset[int] = frozenset()


def title_of(lines: Sequence[TextLine], authors: Sequence[Heading]) -> Heading | None:
    """Return the first line as the title: when it is short, no sentence, and a blank line or an author follows it.

    The marks of a heading (`# `, `標題：`) are no part of the title. A text of one line is all answer.
    """
    first = lines[0]
    if (
        len(lines) == 1
        or len(first.text) > _LONGEST_TITLE
        or "\n" in first.text
        or any(author.line == 0 for author in authors)
    ):
        return None
    mark = _TITLE_MARK.match(first.text)
    start = mark.end() if mark else 0
    begins = bool(authors) and authors[0].line == 1
    if not (start or begins or (first.below and first.text[-1] not in _UNFINISHED)):
        return None
    site = _SITE.search(first.text, start)
    return Heading.in_line(0, first, start, site.start() if site and site.start() > start else None)
