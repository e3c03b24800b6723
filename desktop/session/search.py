"""What is looked for in the thread, as values: the search, how it is done, and the lines of a concordance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.keywords import ConcordanceLine, ExpressionFlaw, LineOrder, Scope
    from desktop.text import Span


class Origin(NamedTuple):
    """Where the reader was when a search began.

    `pane` is the key of the pane. `offset` is that of the first line on the page (None: the top of the answer).
    `here` are the words that the reader was at; a caret where there were none.
    """

    pane: int
    answer: int
    here: Span
    offset: int | None = None
    selection: Span | None = None


class SearchKind(StrEnum):
    """What the words are that are looked for: as they are, as whole words, or as a regular expression."""

    WORDS = "words"
    WHOLE = "whole"
    EXPRESSION = "expression"


class SearchScope(StrEnum):
    """Where is searched: in the answer in focus, in the whole thread, or in the notes on it."""

    ANSWER = "answer"
    THREAD = "thread"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class SearchMode:
    """How words are looked for; `concepts`: with all other words for the same thing, unless it is an expression."""

    kind: SearchKind = SearchKind.WORDS
    concepts: bool = True
    scope: SearchScope = SearchScope.THREAD


PLAIN = SearchMode()


class FoundNote(NamedTuple):
    """A note in which a search found something: the first line where, and at which of its code points."""

    id: str
    line: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and every place of it in text order; each pane has a current one of its own.

    `origin` is where the reader was when it began, until one goes on from the place that was found first or to
    another pane. `under_way` tells that the places are not known yet, `flaw` why there are none. `notes` are those
    in which it was found, in text order, where notes are searched; `hits` are the places of theirs then.
    """

    query: str
    hits: tuple[Span, ...]
    origin: Origin | None = None
    under_way: bool = False
    flaw: ExpressionFlaw | None = None
    notes: tuple[FoundNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Concordance:
    """The lines of a concordance: every place of `query`, in `order`, or those in the words of one `author` alone.

    `counts` are the numbers of lines by author, in text order, whichever are listed. `place` is the term of the line
    that was gone to last, `origin` where the reader was before the first of them.
    """

    query: str
    order: LineOrder
    scope: Scope
    kind: SearchKind = SearchKind.WORDS
    concepts: bool = True
    author: str | None = None
    lines: tuple[ConcordanceLine, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    under_way: bool = False
    flaw: ExpressionFlaw | None = None
    place: Span | None = None
    origin: Origin | None = None

    def unlisted(self, origin: Origin | None = None) -> Concordance:
        """Return it with no line yet, for another document: they are found in that once it is open.

        The lines that were, the place gone to and the way back are at offsets and answers of the document before;
        the way back leads to `origin` now.
        """
        return replace(self, lines=(), counts=(), under_way=True, flaw=None, place=None, origin=origin)
