"""The table of layouts by which plain text can be a thread; a further one is a function and a line here."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.document import Answer
from desktop.documents.layouts.apart import set_apart
from desktop.documents.layouts.blocks import blocks_of
from desktop.documents.layouts.facts import facts_alone
from desktop.documents.layouts.furniture import without_furniture
from desktop.documents.layouts.marked import in_chapters, marked
from desktop.documents.layouts.outline import Heading, Outline, text_lines, title_of
from desktop.documents.naming import KnownLines, found_in
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.documents.document import Run
    from desktop.documents.layouts.outline import TextLine
    from desktop.documents.naming import Naming

    # Of the lines of a text, the outline; None where it is laid out otherwise. Each author it names has a line below
    # that names none.
    Layout = Callable[[Sequence[TextLine]], Outline | None]


_BUTTONS = (
    *("赞同", "贊同", "讚同", "分享", "收藏", "收起", "添加评论", "添加評論", "新增評論"),
    *("关注问题", "關注問題", "写回答", "寫回答", "邀请回答", "邀請回答", "好问题", "好問題"),
)
_LONGEST_ROW = 80


def copied_page(lines: Sequence[TextLine]) -> Outline | None:
    """Return the outline of what was copied off a question's page, of which hardly a text has the buttons."""
    if not any(len(line[0]) <= _LONGEST_ROW and line[0].startswith(_BUTTONS) for line in lines):
        return None
    from desktop.documents.layouts.copied import copied

    return copied(lines)


def undivided(lines: Sequence[TextLine]) -> Outline:
    """Return the outline of a text that names no authors: perhaps a title, and one answer."""
    return Outline(title_of(lines, ()), ())


LAYOUTS: tuple[Layout, ...] = (copied_page, marked, in_chapters, set_apart, undivided)
"""The layouts, the surest evidence first; each returns None for a text that is not laid out its way."""


_SURELY_TITLE = 8
"""The code points of a title that can't be somebody's short answer when it comes again."""


_NONE = Outline(None, ())


class Structure(NamedTuple):
    """The question that a text has, None where it has none, and its answers in order."""

    title: Heading | None
    answers: tuple[Answer, ...]


class LaidOut:
    """A `text`, whose line ends are LF, as the first layout has it that knows it; `stem` is the file's name.

    `rows` are all lines that aren't blank, `lines` those that aren't furniture, broken ones taken together. What it
    takes long to find is kept, so that what a reader says of a line is heeded at once.
    """

    def __init__(self, text: str, stem: str) -> None:
        self.text = text
        self._stem = stem
        self.rows = text_lines(text)
        lines = without_furniture(self.rows)
        if any(line.below == 0 for line in lines[:-1]):  # else no line goes on in the next
            from desktop.documents.layouts.wrapping import unwrapped

            lines = unwrapped(text, lines)
        self.lines = lines
        self._outline = next(found for layout in LAYOUTS if (found := layout(lines)) is not None) if lines else _NONE
        self._made: dict[tuple[object, ...], Answer] = {}

    @cached_property
    def known(self) -> KnownLines:
        """The `rows`, in which those are found again that something was said of."""
        return KnownLines([row.text for row in self.rows])

    def structure(self, naming: Naming = ()) -> Structure:
        """Return the structure of the text; what a reader has said of lines in their `naming` holds before all else.

        Every line that is neither blank nor page furniture is the title (which may be repeated above each answer), an
        author's name or facts about the answer, or one paragraph of one answer; lines that a program broke are one
        paragraph together. Words between the title and the first author are an answer by "": the question's own text.
        In a text without authors, the file's name stands in for one. A blank text has no answers.
        """
        lines, outline = self.lines, self._outline
        if not lines:
            return Structure(None, ())
        if naming:
            from desktop.documents.layouts.by_hand import Outlined, as_said

            lines, outline = as_said(self.text, self.rows, Outlined(lines, outline), found_in(naming, self.known))
        return Structure(outline.title, tuple(self._answers(lines, outline)))

    def _answers(self, lines: Sequence[TextLine], outline: Outline) -> Iterator[Answer]:
        """Yield what stands between the names, from the end of the title on."""
        start = outline.title.line + 1 if outline.title else 0
        first = outline.authors[0].line if outline.authors else len(lines)
        apart = _repeated_titles(lines, outline) | outline.others
        if opening := _between(lines, start, first, apart):
            asked = bool(outline.authors)
            author = Heading(0, "" if asked else self._stem, Span(0, 0))
            yield _answer(author, None, opening, is_question=asked)
        ends = [*(author.line for author in outline.authors), len(lines)]
        for author, (name_line, end) in zip(outline.authors, pairwise(ends), strict=True):
            yield self._answer_by(author, _between(lines, name_line + 1, end, apart))

    def _answer_by(self, author: Heading, lines: Sequence[TextLine]) -> Answer:
        """Return the answer that `lines` are; most are as they were when something was said of a line elsewhere."""
        # Between the same ends are the same lines: who parts a paragraph makes one more.
        key = author.words, author.span, author.facts, lines[0].span.start, lines[-1].span.end, len(lines)
        if key not in self._made:
            self._made[key] = _answer(author, author.span, lines)
        return self._made[key]


def structure_of(text: str, stem: str) -> Structure:
    """Return the structure of `text`, whose line ends are LF, as `LaidOut.structure` says it."""
    return LaidOut(text, stem).structure()


def _between(lines: Sequence[TextLine], start: int, end: int, apart: frozenset[int]) -> Sequence[TextLine]:
    """Return the lines from `start` to `end` that aren't `apart`."""
    return [lines[number] for number in range(start, end) if number not in apart] if apart else lines[start:end]


def _repeated_titles(lines: Sequence[TextLine], outline: Outline) -> frozenset[int]:
    """Return the numbers of the lines right above a name that say the title again, as where files were joined."""
    if outline.title is None or len(outline.title.words) < _SURELY_TITLE:
        return frozenset()
    title = lines[outline.title.line].text
    above = (author.line - 1 for author in outline.authors[1:])
    # Two lines at least are below the name before: that one needs words of its own.
    return frozenset(number for number in above if lines[number].text == title and _is_in_answer(number, outline))


def _is_in_answer(number: int, outline: Outline) -> bool:
    """Tell whether a line isn't the only one below a name."""
    above = number - 1
    while above in outline.others:
        above -= 1
    return all(author.line != above for author in outline.authors)


def _answer(
    author: Heading, author_span: Span | None, lines: Sequence[TextLine], *, is_question: bool = False
) -> Answer:
    """Return the answer that `lines` are; those at either end that are facts alone say them of it."""
    facts = author.facts
    if author_span is not None and len(lines) > 1:
        while len(lines) > 1 and (found := facts_alone(lines[0].text)):
            lines, facts = lines[1:], (*facts, *found)
        while len(lines) > 1 and (found := facts_alone(lines[-1].text)):
            lines, facts = lines[:-1], (*facts, *found)
    paragraphs = tuple(line.span for line in lines)
    span = Span(paragraphs[0].start, paragraphs[-1].end)
    blocks = blocks_of(lines)
    return Answer(
        author.words,
        span,
        paragraphs,
        author_span,
        blocks,
        facts=facts,
        is_question=is_question,
        runs=_links(lines),
        unread=sum(_unread(line.text) for line in lines if "\n" in line.text),
    )


def _links(lines: Sequence[TextLine]) -> tuple[Run, ...]:
    """Return the addresses of the web in `lines`, which are links."""
    likely = [line for line in lines if "://" in line.text]
    if not likely:
        return ()
    from desktop.documents.addresses import addresses_in

    return tuple(run for line in likely for run in addresses_in(line.text, line.span.start))


def _unread(paragraph: str) -> int:
    """Return how many code points of a paragraph of several lines only join these."""
    from desktop.script import joined

    return len(paragraph) - len(joined(paragraph).text)
