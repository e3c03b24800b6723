"""The rows of a plain text: its lines, as a reader says of them whether they are authors' names."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.documents.layouts.apart import may_be_name
from desktop.documents.layouts.by_hand import hindrance
from desktop.documents.layouts.table import LaidOut
from desktop.documents.naming import found_in, said_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from desktop.documents.document import Document
    from desktop.documents.layouts.by_hand import Hindrance
    from desktop.documents.naming import NamedLine, Naming

_start = attrgetter("span.start")


class TextRows:
    """All lines that aren't blank of a text that is `laid` out, which are `rows`, by their numbers from 0."""

    def __init__(self, laid: LaidOut) -> None:
        self._laid = laid
        self.rows = laid.rows

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, offset: int) -> int | None:
        """Return the line that holds code point `offset`, its end included; None between lines."""
        number = bisect_right(self.rows, offset, key=_start) - 1
        return number if number >= 0 and offset <= self.rows[number].span.end else None

    def names_in(self, document: Document) -> frozenset[int]:
        """Return the lines that are authors' names in `document`, which has this text."""
        spans = (answer.author_span for answer in document.answers)
        found = (self.at(span.start) for span in spans if span is not None)
        return frozenset(number for number in found if number is not None)

    def title_in(self, document: Document) -> int | None:
        """Return the line that is the question in `document`, which has this text; None where none is."""
        return None if document.title_span is None else self.at(document.title_span.start)

    def hindrance(self, number: int) -> Hindrance | None:
        """Return why a line can't be a name, None where it can."""
        return hindrance(self.rows[number], self._laid.lines)

    def short(self) -> Iterator[int]:
        """Yield the lines that could be names by how they look."""
        return (number for number, row in enumerate(self.rows) if may_be_name(row))

    def said_in(self, naming: Naming) -> Mapping[int, NamedLine]:
        """Return by line what a reader's `naming` says last of it."""
        return found_in(naming, self._laid.known)

    def say(self, numbers: Iterable[int], naming: Naming, now: datetime, *, is_name: bool | None) -> Naming:
        """Return what is said `now` of some lines, after all in `naming`; None: that they are left to the layout."""
        return said_of(numbers, self._laid.known, is_name=is_name, now=now, before=naming)


NO_ROWS = TextRows(LaidOut("", ""))
"""Those of no text."""
