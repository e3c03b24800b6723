"""Who says what in a thread: the parts of it that are counted, each with its author."""

from __future__ import annotations

from enum import Flag, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.documents import Answer, Comment, Document
    from desktop.text import Span


class Scope(Flag):
    """Which parts of a thread are counted.

    A person is told by the name: all that stands under one name is that author's. Whoever compares authors means
    their answers; the question was asked before any of them, and a comment is on somebody else's answer.
    """

    ANSWERS = auto()
    """What each author answers."""
    QUESTION = auto()
    """The question's own text, as its asker's words."""
    COMMENTS = auto()
    """What was written about answers and question, as the words of who wrote it."""


class Speech(NamedTuple):
    """What one author wrote in one go: an answer, the question's own text, or a comment."""

    author: str
    """The bare name; "" where the thread doesn't say."""
    answer: int
    """The index of the answer, or of the one that the comment is on."""
    comment: int | None
    """The index of the comment among those on the answer."""
    part: Answer | Comment

    @property
    def span(self) -> Span:
        """From its first character to its last, in code points of the source."""
        return self.part.span

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """Its lines of text."""
        return self.part.paragraphs


def speeches_of(document: Document, scope: Scope = Scope.ANSWERS) -> Iterator[Speech]:
    """Yield the parts of `document` that are in `scope`, in text order."""
    for index, answer in enumerate(document.answers):
        if (Scope.QUESTION if answer.is_question else Scope.ANSWERS) in scope:
            yield Speech(answer.author, index, None, answer)
        if Scope.COMMENTS in scope:
            for number, comment in enumerate(answer.comments):
                yield Speech(comment.author, index, number, comment)
