"""What a thread is once it has been read: a source text, and the structure that lies on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.text import Span


class BlockKind(StrEnum):
    """What a block is to whoever wrote it."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"


class Block(NamedTuple):
    """A paragraph, heading, quote or item of a list, in code points of `Document.text`."""

    span: Span
    """From its first character to its last, a mark such as `## ` or `> ` included."""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    """A heading's level, 1 for the highest; how many quotes a quote is nested in, itself included; else 1."""


class Fact(NamedTuple):
    """Something that a saved thread says about a post: when it was written, how many agree, where it stands."""

    kind: str
    """What is said: "time", "votes", "address"."""
    words: str
    """What it is, as the file has it."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote about an answer; every span is in code points of `Document.text`."""

    author: str
    """The bare name of who wrote it; "" where the text doesn't say."""
    span: Span
    """From the first character of the first paragraph to the last of the last."""
    paragraphs: tuple[Span, ...]
    """Its lines of text, without indentation and blank lines."""
    to: str = ""
    """The bare name of whom it replies to; "" for the answer's own author."""
    depth: int = 0
    """How many comments it is below: 0 for one on the answer itself."""
    facts: tuple[Fact, ...] = ()
    """What the file says about it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer; every span is in code points of `Document.text`."""

    author: str
    """The bare name; "" if the text names nobody."""
    span: Span
    """From the first character of the first paragraph to the last of the last."""
    paragraphs: tuple[Span, ...]
    """Its lines of text, without indentation and blank lines."""
    author_span: Span | None = None
    """Where the name stands; None when the file's own name stands in for it, or nothing does."""
    blocks: tuple[Block, ...] = ()
    """What the paragraphs are, in order: each of them lies in one block."""
    comments: tuple[Comment, ...] = ()
    """What was written about it, in the order of the text; plain text has none."""
    facts: tuple[Fact, ...] = ()
    """What the file says about it; plain text has none."""
    is_question: bool = False
    """Whether this is the question's own text, which is first of the answers; `author` is then who asked."""

    @property
    def length(self) -> int:
        """The answer's length in code points, blank lines and indentation left out."""
        return sum(len(paragraph) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class ThreadOrigin:
    """Where a thread was read from."""

    path: Path
    """The file as it was asked for."""
    container: str
    """The id of the container that read it."""
    member: str = ""
    """Which of the files that `path` holds the thread is in; "" where `path` is the thread itself."""


@dataclass(frozen=True, slots=True)
class Document:
    """A thread that was read."""

    title: str
    """The question; the file's name where the text has none."""
    text: str
    """The source, which never changes: what a container made of the file, in reading order.

    Of plain text that is the decoded file with its BOM stripped and CRLF and CR turned into LF, nothing else.
    """
    sha256: str
    """The hex digest of `text` in UTF-8, so that a file that was only re-encoded is the same document."""
    encoding: str
    """The name that Python knows the file's encoding by."""
    answers: tuple[Answer, ...]
    """In the order of the text; none where the text is blank."""
    origin: ThreadOrigin
    """Where it was read from."""
    title_span: Span | None = None
    """Where the question stands in `text`; None when the file's name stands in for it."""

    @property
    def path(self) -> Path:
        """The file that it was read from."""
        return self.origin.path

    @property
    def is_essay(self) -> bool:
        """Whether this is one text, of which the file doesn't say who wrote it."""
        return len(self.answers) == 1 and self.answers[0].author_span is None

    def answer_at(self, offset: int) -> int | None:
        """Return the index of the answer that holds code point `offset`, or None between answers."""
        return next((i for i, a in enumerate(self.answers) if a.span.start <= offset <= a.span.end), None)
