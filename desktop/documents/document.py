"""What a thread is once it has been read: a source text and the answers that lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.text import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer; every span is in code points of `Document.text`.

    `span` runs from the first character of the first paragraph to the last of the last; `paragraphs` are its
    lines of text without indentation and blank lines. `author` is the bare name ("" if the text names nobody);
    `author_span` is where it stands, None when the file's own name stands in for it.
    """

    author: str
    span: Span
    paragraphs: tuple[Span, ...]
    author_span: Span | None = None

    @property
    def length(self) -> int:
        """The answer's length in code points, blank lines and indentation left out."""
        return sum(len(paragraph) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Document:
    """A thread read from a file.

    `text` is the decoded file with its BOM stripped and CRLF and CR turned into LF, nothing else; it never changes.
    `sha256` is the hex digest of `text` in UTF-8, so that a file that was only re-encoded is the same document.
    `encoding` is the name that Python knows the file's encoding by. `path` is where it was read from.
    `title_span` is where the question stands in `text`, None when the file's name stands in for it.
    """

    title: str
    text: str
    sha256: str
    encoding: str
    answers: tuple[Answer, ...]
    path: Path
    title_span: Span | None = None

    @property
    def is_essay(self) -> bool:
        """Whether this is one text, of which the file doesn't say who wrote it."""
        return len(self.answers) == 1 and self.answers[0].author_span is None

    def answer_at(self, offset: int) -> int | None:
        """Return the index of the answer that holds code point `offset`, or None between answers."""
        return next((i for i, a in enumerate(self.answers) if a.span.start <= offset <= a.span.end), None)
