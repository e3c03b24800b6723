"""The table of layouts by which plain text can be a thread; a further one is a function and a line here."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.document import Answer
from desktop.documents.layouts.apart import set_apart
from desktop.documents.layouts.blocks import blocks_of
from desktop.documents.layouts.furniture import without_furniture
from desktop.documents.layouts.marked import marked
from desktop.documents.layouts.outline import Heading, Outline, text_lines, title_of
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.documents.layouts.outline import TextLine

    # Of the lines of a text, the outline; None where it is laid out otherwise. Each author it names has a line below
    # that names none.
    Layout = Callable[[Sequence[TextLine]], Outline | None]


def undivided(lines: Sequence[TextLine]) -> Outline:
    """Return the outline of a text that names no authors: perhaps a title, and one answer."""
    return Outline(title_of(lines, ()), ())


LAYOUTS: tuple[Layout, ...] = (marked, set_apart, undivided)
"""The layouts, the surest evidence first; each returns None for a text that is not laid out its way."""


class Structure(NamedTuple):
    """The question that a text has, None where it has none, and its answers in order."""

    title: Heading | None
    answers: tuple[Answer, ...]


def structure_of(text: str, stem: str) -> Structure:
    """Return the structure of `text`, whose line ends are LF, by the first layout that knows it.

    Every line that is neither blank nor page furniture is the title, an author's name, or one paragraph of one
    answer. Words between the title and the first author are an answer by "": the question's own text. In a text
    without authors, `stem` (the file's name) stands in for one. A blank text has no answers.
    """
    lines = without_furniture(text_lines(text))
    if not lines:
        return Structure(None, ())
    outline = next(outline for layout in LAYOUTS if (outline := layout(lines)) is not None)
    return Structure(outline.title, tuple(_answers(lines, outline, stem)))


def _answers(lines: Sequence[TextLine], outline: Outline, stem: str) -> Iterator[Answer]:
    """Yield what stands between the names, from the end of the title on; `stem` answers where nobody is named."""
    start = outline.title.line + 1 if outline.title else 0
    first = outline.authors[0].line if outline.authors else len(lines)
    if start < first:
        asked = bool(outline.authors)
        yield _answer("" if asked else stem, None, lines[start:first], is_question=asked)
    ends = [*(author.line for author in outline.authors), len(lines)]
    for author, (name_line, end) in zip(outline.authors, pairwise(ends), strict=True):
        yield _answer(author.words, author.span, lines[name_line + 1 : end])


def _answer(author: str, author_span: Span | None, lines: Sequence[TextLine], *, is_question: bool = False) -> Answer:
    paragraphs = tuple(line.span for line in lines)
    span = Span(paragraphs[0].start, paragraphs[-1].end)
    return Answer(author, span, paragraphs, author_span, blocks_of(lines), is_question=is_question)
