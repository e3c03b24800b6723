"""The structure of a thread as JSON, from which, with its text, the same document is made again.

Pictures are left out: what is kept are words. What was damaged makes no document: every span is checked against the
text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from desktop.documents import (
    Answer,
    Block,
    BlockKind,
    Comment,
    Document,
    Fact,
    FactKind,
    Run,
    RunKind,
    ThreadOrigin,
)
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def outline_of(document: Document) -> Iterator[dict[str, Any]]:
    """Yield the structure of `document` as JSON objects: that of the whole, then that of each answer.

    They are several, so that whoever writes and reads them needn't do it in one go.
    """
    yield {
        "title": document.title,
        "title_span": _spans([document.title_span]),
        "encoding": document.encoding,
        "container": document.origin.container,
        "unreadable": document.unreadable,
        "facts": _facts(document.facts),
        "answers": len(document.answers),
    }
    yield from map(_answer, document.answers)


def document_of_outline(
    whole: dict[str, Any], answers: Iterable[dict[str, Any]], text: str, sha256: str, origin: ThreadOrigin
) -> Document:
    """Return the document with the outline `whole` and that of its `answers` on its `text`, whose digest is `sha256`.

    `origin` is where it is to be taken to come from, but for the container. Raises ValueError, TypeError, KeyError
    or IndexError for what is no outline of it.
    """
    reading = _Reading(len(text))
    return Document(
        _text(whole["title"]),
        text,
        sha256,
        _text(whole["encoding"]),
        tuple(map(reading.answer, answers)),
        origin._replace(container=_text(whole["container"])),
        reading.span(whole["title_span"]),
        reading.facts(whole["facts"]),
        unreadable=_number(whole["unreadable"]),
    )


# -- to JSON --------------------------------------------------------------------------------------------------


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        **_post(answer),
        "question": answer.is_question,
        "unread": answer.unread,
        "comments": [{**_post(comment), "to": comment.to, "depth": comment.depth} for comment in answer.comments],
    }


def _post(post: Answer | Comment) -> dict[str, Any]:
    return {
        "author": post.author,
        "name": _spans([post.author_span]),
        "paragraphs": _spans(post.paragraphs),
        "blocks": [[*_spans([block.span]), block.kind.value, block.level] for block in post.blocks],
        "runs": [[*_spans([run.span]), run.kind.value, run.address] for run in post.runs],
        "facts": _facts(post.facts),
    }


def _facts(facts: Iterable[Fact]) -> list[list[str]]:
    return [[fact.kind.value, fact.words] for fact in facts]


def _spans(spans: Iterable[Span | None]) -> list[int]:
    """Return both ends of each of `spans`, one after the other; none for what is nowhere."""
    return [offset for span in spans if span is not None for offset in (span.start, span.end)]


# -- from JSON ------------------------------------------------------------------------------------------------


class _Reading:
    """Makes values of what JSON has, whose spans lie in a text of so many code points."""

    def __init__(self, length: int) -> None:
        self._length = length

    def answer(self, raw: dict[str, Any]) -> Answer:
        paragraphs = self._paragraphs(raw)
        comments = tuple(self._comment(one) for one in raw["comments"])
        return Answer(
            _text(raw["author"]),
            Span(paragraphs[0].start, paragraphs[-1].end),
            paragraphs,
            self.span(raw["name"]),
            self._blocks(raw),
            comments,
            self.facts(raw["facts"]),
            raw["question"] is True,
            self._runs(raw),
            _number(raw["unread"]),
        )

    def _comment(self, raw: dict[str, Any]) -> Comment:
        paragraphs = self._paragraphs(raw)
        return Comment(
            _text(raw["author"]),
            Span(paragraphs[0].start, paragraphs[-1].end),
            paragraphs,
            _text(raw["to"]),
            _number(raw["depth"]),
            self.facts(raw["facts"]),
            self.span(raw["name"]),
            self._blocks(raw),
            self._runs(raw),
        )

    def span(self, raw: Sequence[Any]) -> Span | None:
        found = self._spans(raw)
        return found[0] if found else None

    def facts(self, raw: Iterable[Sequence[Any]]) -> tuple[Fact, ...]:
        return tuple(Fact(FactKind(kind), _text(words)) for kind, words in raw)

    def _paragraphs(self, raw: dict[str, Any]) -> tuple[Span, ...]:
        return self._spans(raw["paragraphs"])

    def _blocks(self, raw: dict[str, Any]) -> tuple[Block, ...]:
        return tuple(
            Block(self._spans([start, end])[0], BlockKind(kind), _number(level))
            for start, end, kind, level in raw["blocks"]
        )

    def _runs(self, raw: dict[str, Any]) -> tuple[Run, ...]:
        return tuple(
            Run(self._spans([start, end])[0], RunKind(kind), _text(address))
            for start, end, kind, address in raw["runs"]
        )

    def _spans(self, raw: Sequence[Any]) -> tuple[Span, ...]:
        """Return the spans whose ends follow one another in `raw`; ValueError where they don't lie in the text."""
        if not all(map(_is_number, raw)) or len(raw) % 2 or not _is_within(raw, self._length):
            raise ValueError("not spans of this text")
        return tuple(Span(start, end) for start, end in zip(raw[::2], raw[1::2], strict=True))


def _is_within(offsets: Sequence[int], length: int) -> bool:
    return all(one <= other for one, other in zip(offsets, (*offsets[1:], length), strict=False))


def _is_number(value: object) -> TypeGuard[int]:
    return type(value) is int and value >= 0


def _number(value: object) -> int:
    if not _is_number(value):
        raise TypeError("not a number")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
