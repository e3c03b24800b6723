"""What an answer says, told apart from how a file writes it: the words by which two saves are compared.

The same answer comes in another script, with other punctuation and other gaps, under other marks for headings and
lists, depending on which program saved it. None of that is what its author wrote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.documents import BlockKind
from desktop.documents.anonymous import CALLED_ALIKE
from desktop.documents.layouts.facts import facts_alone
from desktop.script import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.documents import Answer, Document

_NUMBERING = re.compile(r"^\s*\d{1,3}\s*(?:[.．](?!\d)|[、)）])\s*")
"""What a list's items begin with in some forms, and in others not; no decimal is one."""

_WORDS = re.compile(r"\w+")


def lines_of(document: Document, answer: Answer) -> Iterator[str]:
    """Yield what an answer says, line by line as it is written; no picture's name, and no line of facts alone."""
    figures = [block.span for block in answer.blocks if block.kind is BlockKind.FIGURE]
    for paragraph in answer.paragraphs:
        words = document.words_at(paragraph)
        if not any(figure.contains(paragraph) for figure in figures) and not facts_alone(words):
            yield words


def said(document: Document, answer: Answer) -> str:
    """Return the letters and digits of an answer, the same in either script. Raises DictionaryError."""
    lines = (_NUMBERING.sub("", words, count=1) for words in lines_of(document, answer))
    return "".join("".join(_WORDS.findall(search_key(words).lower())) for words in lines)


def name_key(name: str) -> str:
    """Return what a name is compared by; "" for what many are called at once. Raises DictionaryError."""
    key = "".join(search_key(name).lower().split())
    return "" if key in _called_alike() else key


def title_key(title: str) -> str:
    """Return what a question is compared by. Raises DictionaryError."""
    return "".join(_WORDS.findall(search_key(title).lower()))


def _called_alike() -> frozenset[str]:
    return frozenset(search_key(CALLED_ALIKE).lower().split())
