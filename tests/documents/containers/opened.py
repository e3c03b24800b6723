"""Files opened as the app does, from their bytes, and what is found in them as words to compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents import Document, open_document
from desktop.documents.containers.container import Extract, ThreadFile
from desktop.documents.containers.table import container_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.documents import Answer, Comment, Fact

FIXTURES = Path(__file__).with_name("fixtures")


def fixture(name: str) -> Document:
    """Return the fixture `name` as a thread."""
    return open_document(FIXTURES / name)


def read(data: bytes | str, name: str = "thread.txt") -> Extract:
    """Return what the first container that knows it makes of `data`, as a file called `name`."""
    return read_by_container(data, name)[1]


def read_by_container(data: bytes | str, name: str = "thread.txt") -> tuple[str, Extract]:
    """Return the id of the container that knows `data`, and what it makes of it."""
    file = ThreadFile(Path(name), name, data.encode() if isinstance(data, str) else data)
    container = container_of(file)
    return container.id, container.read(file, None)


def outline(found: Document | Extract) -> str:
    """Return all that was found, a line for each thing.

    The title; `?` for the question and `*` for an answer, with its author; `|` for a fact; a line for each block that
    says of what kind it is when it is no paragraph, with the words that are set off; `-` for a comment and its depth.
    """
    lines = [found.title, *_facts(found.facts)]
    for answer in found.answers:
        lines += [f"{'?' if answer.is_question else '*'} {answer.author}".strip(), *_facts(answer.facts)]
        lines += _blocks(found.text, answer, "  ")
        for comment in answer.comments:
            to = f" > {comment.to}" if comment.to else ""
            lines += [f"  - {comment.depth} {comment.author}{to}", *_facts(comment.facts, "    ")]
            lines += _blocks(found.text, comment, "    ")
    return "\n".join(lines)


def _facts(facts: Iterable[Fact], indent: str = "") -> list[str]:
    return [f"{indent}| {one.kind} {one.words}" for one in facts]


def _blocks(text: str, part: Answer | Comment, indent: str) -> list[str]:
    lines: list[str] = []
    for block in part.blocks:
        kind = "" if block.kind == "paragraph" else f"{block.kind} {block.level}: "
        runs = [run for run in part.runs if block.span.contains(run.span)]
        marks = "".join(f" ~{run.kind} {run.span.of(text)} {run.address}".rstrip() for run in runs)
        picture = f" ▣ {block.picture}" if block.picture else ""
        lines.append(f"{indent}{kind}{block.span.of(text)}{marks}{picture}")
    return lines
