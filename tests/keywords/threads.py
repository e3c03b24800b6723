"""Threads made up for a test: authors and what each says."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.documents import Answer, Document, ThreadOrigin
from desktop.text import Span


def thread(*answers: tuple[str, str]) -> Document:
    """Return a document of (author, words) in this order; each line of the words is a paragraph."""
    text, parts = "", list[Answer]()
    for author, words in answers:
        text += f"{author}\n\n"
        paragraphs = tuple(Span(*line.span()).shifted(len(text)) for line in re.finditer(r"[^\n]+", words))
        parts.append(Answer(author, Span(len(text), len(text) + len(words)), paragraphs))
        text += f"{words}\n\n"
    return Document("問", text, "0" * 64, "utf-8", tuple(parts), ThreadOrigin(Path("thread.txt"), "text"))
