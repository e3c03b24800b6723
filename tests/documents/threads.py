"""The shipped threads, and a writer that lays a thread out in any habit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents import parse_document

if TYPE_CHECKING:
    from desktop.documents import Document

SEEDS = Path(__file__).parents[2] / "seeds"
TRADITIONAL = (SEEDS / "trump-putin-meeting.zh-Hant.txt").read_text(encoding="utf-8")
SIMPLIFIED = (SEEDS / "houseplants.zh-Hans.txt").read_text(encoding="utf-8")

Words = tuple[str, list[tuple[str, list[str]]]]


def parse(text: str) -> Document:
    return parse_document(text, Path("houseplants.txt"))


def words(document: Document) -> Words:
    """Return what `document` says, without where: its title, and each author with the paragraphs."""
    answers = [(a.author, [span.of(document.text) for span in a.paragraphs]) for a in document.answers]
    return document.title, answers


@dataclass(frozen=True)
class Habit:
    """How a thread is typed: blank lines after the title, around a name, between paragraphs; marks; padding."""

    title: int = 1
    above: int = 2
    below: int = 2
    between: int = 1
    mark: str = ""
    title_mark: str = ""
    indent: str = ""
    trailing: str = ""
    blank: str = ""

    def write(self, thread: Words) -> str:
        title, answers = thread
        text = self._line(self.title_mark + title) + self._blanks(self.title)
        blocks = (
            self._line(self.mark + author) + self._blanks(self.below) + self._paragraphs(paragraphs)
            for author, paragraphs in answers
        )
        return text + self._blanks(self.above).join(blocks)

    def _paragraphs(self, paragraphs: list[str]) -> str:
        return self._blanks(self.between).join(self._line(self.indent + paragraph) for paragraph in paragraphs)

    def _line(self, content: str) -> str:
        return content + self.trailing + "\n"

    def _blanks(self, count: int) -> str:
        return (self.blank + "\n") * count
