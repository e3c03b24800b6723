"""The parts of an answer as they are read: its own words, and of each comment the name and the words.

What one person wrote in one go is in one script, which is weighed by itself: a comment on a simplified answer may be
in traditional script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.documents import Answer
    from desktop.text import Span


class Part(NamedTuple):
    """Some paragraphs that are read in one script, by which `span` is weighed; in code points of the source."""

    span: Span
    paragraphs: tuple[Span, ...]


def own_part(answer: Answer) -> Part:
    """Return the answer's own words."""
    return Part(answer.span, answer.paragraphs)


def commenting_parts(answer: Answer) -> Iterator[Part]:
    """Yield the comments on an answer, in the order of the text: of each its author's name, if any, and its words."""
    for comment in answer.comments:
        if comment.author_span is not None:
            yield Part(comment.author_span, (comment.author_span,))
        yield Part(comment.span, comment.paragraphs)


def parts_of(answer: Answer) -> Iterator[Part]:
    """Yield all parts of an answer, in the order of the text."""
    yield own_part(answer)
    yield from commenting_parts(answer)


def part_at(answer: Answer, offset: int) -> Part:
    """Return the part that the source `offset` lies in; where it lies in none, the answer's own words."""
    if offset <= answer.span.end or not answer.comments:
        return own_part(answer)
    parts = commenting_parts(answer)
    return next((part for part in parts if part.span.start <= offset <= part.span.end), own_part(answer))
