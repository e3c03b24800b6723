"""What a reader's annotations must be, in plain dicts: the model that the reading machine holds the session to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.annotations import Color
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
class Book:
    """What the model knows of one thread: its annotations by id, and those of each step back and forth."""

    text: str
    notes: Notes = field(default_factory=dict[str, Noted])
    past: list[Notes] = field(default_factory=list[Notes])
    future: list[Notes] = field(default_factory=list[Notes])

    def become(self, notes: Notes) -> None:
        """Take `notes` to be the annotations from now on, as a step if that changes anything."""
        if notes != self.notes:
            self.past.append(self.notes)
            self.future.clear()
            self.notes = notes

    def edit(self, key: str, noted: Noted) -> None:
        """Take one annotation to be `noted` from now on."""
        self.become({**self.notes, key: noted})

    def recolour(self, key: str, color: Color) -> None:
        """Take one annotation to have `color` from now on."""
        self.edit(key, self.notes[key]._replace(color=color))

    def undo(self) -> None:
        """Go one step back, if there is one."""
        if self.past:
            self.future.append(self.notes)
            self.notes = self.past.pop()

    def redo(self) -> None:
        """Go one step forth, if there is one."""
        if self.future:
            self.past.append(self.notes)
            self.notes = self.future.pop()

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
