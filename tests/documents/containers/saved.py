"""Files in the forms of containers: the fixtures, what is in them once they are opened, and damaged ones."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents import DocumentError, open_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.documents import Answer, Comment, Document, Fact

FIXTURES = Path(__file__).parent / "fixtures"
DAMAGED = 200


def opened(folder: Path, data: bytes | str, name: str = "saved.html") -> Document:
    """Return the thread in a file that holds `data`."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return open_document(path)


def facts(some: Iterable[Fact]) -> dict[str, str]:
    return {fact.kind.value: fact.words for fact in some}


def names(document: Document) -> list[str]:
    return [answer.author for answer in document.answers]


def paragraphs(document: Document, part: Answer | Comment) -> list[str]:
    return [span.of(document.text) for span in part.paragraphs]


def blocks(document: Document, part: Answer | Comment) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.span.of(document.text)) for block in part.blocks]


def runs(document: Document, part: Answer | Comment) -> list[tuple[str, str, str]]:
    return [(run.kind.value, run.span.of(document.text), run.address) for run in part.runs]


def comments(document: Document, answer: Answer) -> list[tuple[str, str, int, list[str]]]:
    return [(one.author, one.to, one.depth, paragraphs(document, one)) for one in answer.comments]


def damaged(data: bytes, count: int = DAMAGED) -> Iterator[bytes]:
    """Yield `count` files made from `data`: cut, with flipped bytes, with doubled and with moved pieces."""
    chance = random.Random(20261129)  # noqa: S311 - the same files in every run
    for number in range(count):
        made = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            start, end = sorted((chance.randrange(len(made) + 1), chance.randrange(len(made) + 1)))
            piece = made[start : min(end, start + 400)]
            if number % 4 == 0:
                made = made[: max(end, 1)]
            elif number % 4 == 1 and start < len(made):
                made[start] ^= 1 << chance.randrange(8)
            elif number % 4 == 2:
                made[end:end] = piece
            else:
                made[start : start + len(piece)] = b""
                made[0 : chance.randrange(2)] = piece
        yield bytes(made)


def open_damaged(folder: Path, fixture: str) -> int:
    """Open damaged copies of a fixture, and return how many could be read; anything but a DocumentError is raised."""
    path = folder / fixture
    read = 0
    for data in damaged((FIXTURES / fixture).read_bytes()):
        path.write_bytes(data)
        with suppress(DocumentError):
            open_document(path)
            read += 1
    return read


def outline(document: Document) -> list[str]:
    """Return all of a thread but runs and pictures, a line for each part."""
    lines = [f"title {document.title}", *_facts_of(document.facts, "  ")]
    for answer in document.answers:
        lines += [f"{'asked' if answer.is_question else 'answer'} {answer.author}", *_facts_of(answer.facts, "  ")]
        lines += [f"  {kind} {level} {words}" for kind, level, words in blocks(document, answer)]
        for one in answer.comments:
            lines.append(f"  comment {one.author} > {one.to} {one.depth}")
            lines += [*_facts_of(one.facts, "    "), *(f"    {words}" for words in paragraphs(document, one))]
    return lines


def _facts_of(some: Iterable[Fact], indent: str) -> list[str]:
    return [f"{indent}{fact.kind.value}: {fact.words}" for fact in some]
