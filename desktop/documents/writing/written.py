"""What the forms in which a thread is written have in common: their names, and the marks of items."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import NO_WORDS

if TYPE_CHECKING:
    from desktop.documents.containers.drafts import BlockDraft


class ThreadForm(StrEnum):
    """A form in which a thread is saved; its value is the ending of its files."""

    TEXT = ".txt"
    MARKDOWN = ".md"
    HTML = ".html"
    EPUB = ".epub"


_MARKER = re.compile(r"(?:•|(?P<number>\d{1,9})\.) (?=\S)")


def parted_marker(words: str) -> tuple[str, str]:
    """Return the mark that the words of an item begin with ("• ", "3. "), "" for none, and the words behind it."""
    found = _MARKER.match(words)
    return (found[0], words[found.end() :]) if found else ("", words)


def words_of_figure(block: BlockDraft) -> str:
    """Return the alternative words of a figure, "" where it has none."""
    return "" if block.words == NO_WORDS else block.words
