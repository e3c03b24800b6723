"""Text to a thread: the title, the authors and their answers, each as a span of the text."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.documents.document import Answer, Document
from desktop.documents.error import readable_name
from desktop.documents.furniture import without_furniture
from desktop.documents.layouts.table import outline_of
from desktop.documents.lines import text_lines
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.documents.layouts.outline import Outline
    from desktop.documents.lines import Line


def parse_document(text: str, path: Path, encoding: str = "utf-8") -> Document:
    """Return the thread that `text` holds; `path` and `encoding` say where it is from and how it was written.

    CRLF and CR become LF first. Every line that is neither blank nor page furniture is the title, an author's name,
    or one paragraph of one answer. Words between the title and the first author are an answer by "": the question's
    own text. In a text without authors the file's name stands in for one. A blank text has no answers.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    stem = readable_name(path.stem)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    lines = without_furniture(text_lines(text))
    if not lines:
        return Document(stem, text, digest, encoding, (), path)
    outline = outline_of(lines)
    title = outline.title
    answers = tuple(_answers(lines, outline, stem))
    return Document(
        title.words if title else stem, text, digest, encoding, answers, path, title.span if title else None
    )


def _answers(lines: Sequence[Line], outline: Outline, stem: str) -> Iterator[Answer]:
    """Yield what stands between the names, from the end of the title on; `stem` answers where nobody is named."""
    start = outline.title.line + 1 if outline.title else 0
    first = outline.authors[0].line if outline.authors else len(lines)
    if start < first:
        yield _answer("" if outline.authors else stem, None, lines[start:first])
    ends = [*(author.line for author in outline.authors), len(lines)]
    for author, (name_line, end) in zip(outline.authors, pairwise(ends), strict=True):
        yield _answer(author.words, author.span, lines[name_line + 1 : end])


def _answer(author: str, author_span: Span | None, lines: Sequence[Line]) -> Answer:
    paragraphs = tuple(line.span for line in lines)
    return Answer(author, Span(paragraphs[0].start, paragraphs[-1].end), paragraphs, author_span)
