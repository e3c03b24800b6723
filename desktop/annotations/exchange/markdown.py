"""Notes as Markdown (CommonMark): a heading for the question and each author, a block quote for each passage.

What a reader or an author wrote is escaped, so that none of it is taken for structure or is hidden.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.annotations.exchange.wording import ENGLISH
from desktop.documents.writing.markdown_words import escaped
from desktop.documents.writing.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.annotations.exchange.digest import Digest, Excerpt
    from desktop.annotations.exchange.wording import Wording

_BREAK = "\\\n"


def to_markdown(digest: Digest, wording: Wording = ENGLISH) -> str:
    """Return `digest` as Markdown."""
    parts = [f"# {escaped(one_line(digest.question))}", _line([digest.file, wording.count])]
    for group in digest.groups:
        parts += _section(group.author or wording.nobody, group.excerpts, wording)
    if digest.unplaced:
        parts += _section(wording.unplaced, digest.unplaced, wording)
    return "\n\n".join(parts) + "\n"


def paragraphs(text: str) -> str:
    """Return `text` with its line ends and blank lines kept: a hard break for each, a paragraph after a blank."""
    kept = [[escaped(line) for line in block.split("\n")] for block in _blocks(visible(text))]
    return "\n\n".join(_BREAK.join(lines) for lines in kept)


def _blocks(text: str) -> Iterator[str]:
    """Yield what stands between blank lines, whatever blanks those hold."""
    return (block for block in re.split(r"\n(?:[ \t]*(?:\n|$))+", text.strip("\n")) if block.strip(" \t"))


def _section(heading: str, excerpts: tuple[Excerpt, ...], wording: Wording) -> list[str]:
    return [f"## {escaped(one_line(heading))}", "\n\n---\n\n".join(_note(e, wording) for e in excerpts)]


def _note(excerpt: Excerpt, wording: Wording) -> str:
    """Return each passage as a block quote, the further ones under their authors, then the note.

    Last comes a line with colour, tags and day.
    """
    annotation = excerpt.annotation
    quotes = [_quote(excerpt.quote)]
    for passage in excerpt.further:
        quotes += [
            f"{escaped(one_line(passage.author or wording.nobody))}{wording.colon.rstrip()}",
            _quote(passage.quote),
        ]
    tags = wording.separator.join(annotation.tags)
    about = [
        f"{wording.color}{wording.colon}{wording.colors[annotation.color]}",
        f"{wording.tags}{wording.colon}{tags}" if tags else "",
        excerpt.day,
    ]
    return "\n\n".join(part for part in (*quotes, paragraphs(annotation.note), _line(about)) if part)


def _quote(words: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in paragraphs(words).split("\n"))


def _line(parts: list[str]) -> str:
    return escaped(" · ".join(one_line(part) for part in parts if part))
