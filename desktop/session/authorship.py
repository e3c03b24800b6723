"""Who wrote in a thread, each with all that they wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.anonymous import CALLED_ALIKE
from desktop.script import search_key
from desktop.session.listing import COMMENTERS, NOBODY, Person

if TYPE_CHECKING:
    from desktop.documents import Document
    from desktop.documents.document import Answer


class Authorship:
    """The persons in `document`, in the order in which they turn up.

    A name is one person's in either script, width and case. Each answer that names nobody, or calls whoever wrote it
    as it does many, is by a person of its own; comments like that are nobody's.
    """

    def __init__(self, document: Document) -> None:
        self.of_name: dict[str, int] = {}
        """The person by each name as it is written; `NOBODY` for what names nobody."""
        self._of_key = dict.fromkeys(["", *search_key(CALLED_ALIKE).split()], NOBODY)
        self._names: list[tuple[str, str]] = []
        self._answers: list[list[int]] = []
        self._comments: list[int] = []
        self._asked: set[int] = set()
        self.of_answer = tuple(self._take(index, answer) for index, answer in enumerate(document.answers))
        """The person who wrote each answer."""

    @property
    def everyone(self) -> tuple[Person, ...]:
        """All of them."""
        return tuple(
            Person(name, key, tuple(self._answers[index]), self._comments[index], index in self._asked)
            for index, (name, key) in enumerate(self._names)
        )

    def _take(self, index: int, answer: Answer) -> int:
        """Take note of an answer and the comments on it; return the person who wrote it."""
        person = self._named(answer.author)
        if person == NOBODY:
            person = self._add(answer.author, f"{COMMENTERS}{index}")
        if answer.is_question:
            self._asked.add(person)
        else:
            self._answers[person].append(index)
        for comment in answer.comments:
            commenter = self._named(comment.author)
            if commenter != NOBODY:
                self._comments[commenter] += 1
        return person

    def _named(self, name: str) -> int:
        """Return the person of this name, `NOBODY` where it names nobody."""
        if name not in self.of_name:
            key = search_key(name)
            if key not in self._of_key:
                self._of_key[key] = self._add(name, key)
            self.of_name[name] = self._of_key[key]
        return self.of_name[name]

    def _add(self, name: str, key: str) -> int:
        self._names.append((name, key))
        self._answers.append([])
        self._comments.append(0)
        return len(self._names) - 1
