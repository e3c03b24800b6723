"""What a reader has made, in plain dicts and lists: the model that the reading machine holds the session to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.annotations import Color
    from desktop.script import Correction, SourceScript
    from desktop.text import Span


class Noted(NamedTuple):
    """What the model knows of one annotation."""

    words: str
    span: Span
    color: Color
    note: str = ""
    tags: tuple[str, ...] = ()


Notes = Mapping[str, Noted]


@dataclass
class Shelf:
    """What the model knows of all threads together: the reader's corrections, in order."""

    corrections: tuple[Correction, ...] = ()


Made = tuple[Notes, "SourceScript | None", "tuple[Correction, ...]"]
"""All that steps lead from and to: annotations by id, what the thread is said to be written in, corrections."""


@dataclass
class Book:
    """What the model knows of one thread: what was made in it, and what there was before and after each step."""

    text: str
    shelf: Shelf
    notes: Notes = field(default_factory=dict[str, Noted])
    source: SourceScript | None = None
    past: list[Made] = field(default_factory=list[Made])
    future: list[Made] = field(default_factory=list[Made])

    @property
    def made(self) -> Made:
        """What holds now."""
        return self.notes, self.source, self.shelf.corrections

    @made.setter
    def made(self, made: Made) -> None:
        self.notes, self.source, self.shelf.corrections = made

    def become(self, notes: Notes) -> None:
        """Take `notes` to be the annotations from now on, as a step if that changes anything."""
        self._step((notes, self.source, self.shelf.corrections))

    def said_to_be_in(self, source: SourceScript | None) -> None:
        """Take the thread to be said to be written in `source`."""
        self._step((self.notes, source, self.shelf.corrections))

    def correct(self, corrections: tuple[Correction, ...]) -> None:
        """Take `corrections` to hold from now on."""
        self._step((self.notes, self.source, corrections))

    def _step(self, made: Made) -> None:
        if made != self.made:
            self.past.append(self.made)
            self.future.clear()
            self.made = made

    def edit(self, key: str, noted: Noted) -> None:
        """Take one annotation to be `noted` from now on."""
        self.become({**self.notes, key: noted})

    def recolour(self, key: str, color: Color) -> None:
        """Take one annotation to have `color` from now on."""
        self.edit(key, self.notes[key]._replace(color=color))

    def undo(self) -> None:
        """Go one step back, if there is one."""
        if self.past:
            self.future.append(self.made)
            self.made = self.past.pop()

    def redo(self) -> None:
        """Go one step forth, if there is one."""
        if self.future:
            self.past.append(self.made)
            self.made = self.future.pop()

    def forget(self) -> None:
        """Forget the steps, as the session does with each thread that it opens."""
        self.past.clear()
        self.future.clear()

    def on(self, span: Span) -> str | None:
        """Return the id of the annotation on exactly `span`."""
        return next((key for key, noted in self.notes.items() if noted.span == span), None)

    def some(self, index: int) -> str:
        """Return the id of the annotation number `index`, in text order and round the end."""
        ids = sorted(self.notes, key=lambda key: (self.notes[key].span, key))
        return ids[index % len(ids)]

    def stripped(self, span: Span) -> Span:
        """Return `span`, which isn't blank, without the white space at its ends, found one character at a time."""
        while self.text[span.start].isspace():
            span = replace(span, start=span.start + 1)
        while self.text[span.end - 1].isspace():
            span = replace(span, end=span.end - 1)
        return span
