"""The matrix: how often each author uses each term, as counts and as rates."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.keywords.finding import Searched, count_each, written_text
from desktop.keywords.speeches import Scope, speeches_of
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.documents import Document
    from desktop.keywords.concepts import Concepts
    from desktop.keywords.speeches import Speech
    from desktop.text import Span

PER = 1000
"""Rates are per so many characters."""


class Measure(Enum):
    """What a cell of a matrix is compared by."""

    COUNT = auto()
    RATE = auto()


@dataclass(frozen=True, slots=True)
class Matrix:
    """How often each of `authors` uses each of `terms`, each term counted for itself.

    `counts` has a row for each term, with a column for each author. `lengths` says how many characters each author
    wrote: those that are seen, without what lies between paragraphs.
    """

    terms: tuple[str, ...]
    authors: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    lengths: tuple[int, ...]

    @property
    def rates(self) -> tuple[tuple[float, ...], ...]:
        """The counts per thousand characters of the author's; 0 where nothing was written."""
        return tuple(tuple(map(_rate, row, self.lengths)) for row in self.counts)

    def total(self, term: int) -> int:
        """Return how often all authors together use the term with this index."""
        return sum(self.counts[term])

    def users(self, term: int) -> int:
        """Return how many authors use the term with this index."""
        return sum(count > 0 for count in self.counts[term])

    def reordered(self, terms: Sequence[int] | None = None, authors: Sequence[int] | None = None) -> Matrix:
        """Return the rows and columns with these indexes, in this order; None stands for all as they are."""
        rows = range(len(self.terms)) if terms is None else terms
        columns = range(len(self.authors)) if authors is None else authors
        return Matrix(
            tuple(self.terms[row] for row in rows),
            tuple(self.authors[column] for column in columns),
            tuple(tuple(self.counts[row][column] for column in columns) for row in rows),
            tuple(self.lengths[column] for column in columns),
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each term of `matrix`, which is by author, stands in each answer.

    `counts` has a row for each term, with a column for each answer, the question's own text among them; `columns`
    has for each answer its author's column in `matrix`, None for the question's.
    """

    matrix: Matrix
    counts: tuple[tuple[int, ...], ...]
    columns: tuple[int | None, ...]

    def answers(self, term: int) -> int:
        """Return how many answers, without the question, have the term with this index."""
        row = self.counts[term]
        return sum(count > 0 and column is not None for count, column in zip(row, self.columns, strict=True))


def matrix(
    document: Document,
    terms: Sequence[str],
    *,
    scope: Scope = Scope.ANSWERS,
    searched: Searched | None = None,
    concepts: Concepts | None = None,
) -> Matrix:
    """Return how often each author in `document` uses each of `terms`, blind to script as `find_terms` is.

    Authors come in the order in which they first speak in `scope`; all that stands under one name counts together.
    A count is that of the term alone: 俄羅斯 counts within 俄羅斯總統, if that is a term or not, so that it is the
    number of lines of a `concordance`. `searched` is `document` made ready for search, with what it is shown as.
    Raises DictionaryError.
    """
    said = list(speeches_of(document, scope))
    text = searched or Searched(written_text(document))
    return _by_author(text, terms, said, count_each(text, terms, [speech.span for speech in said], concepts))


def tally(
    document: Document,
    terms: Sequence[str],
    *,
    searched: Searched | None = None,
    concepts: Concepts | None = None,
    pause: Callable[[], None] = no_pause,
) -> Tally:
    """Return how often each answer in `document` has each of `terms`; its `matrix` is that of the answers.

    `pause` is called again and again meanwhile, and may raise. Raises DictionaryError.
    """
    said = list(speeches_of(document, Scope.ANSWERS | Scope.QUESTION))
    text = searched or Searched(written_text(document))
    counts = count_each(text, terms, [speech.span for speech in said], concepts, pause)
    own = [number for number, answer in enumerate(document.answers) if not answer.is_question]
    by_author = _by_author(text, terms, [said[n] for n in own], [[row[n] for n in own] for row in counts])
    numbers = {author: column for column, author in enumerate(by_author.authors)}
    columns = tuple(None if answer.is_question else numbers[answer.author] for answer in document.answers)
    return Tally(by_author, tuple(map(tuple, counts)), columns)


def _by_author(
    text: Searched, terms: Sequence[str], said: Sequence[Speech], counts: Sequence[Sequence[int]]
) -> Matrix:
    """Return the matrix of `counts`, which have for each of `terms` a column for each speech."""
    authors = tuple(dict.fromkeys(speech.author for speech in said))
    numbers = {author: column for column, author in enumerate(authors)}
    columns = [numbers[speech.author] for speech in said]
    lengths = [_length(text, speech.paragraphs) for speech in said]
    return Matrix(
        tuple(terms),
        authors,
        tuple(_gathered(row, columns, len(authors)) for row in counts),
        _gathered(lengths, columns, len(authors)),
    )


def terms_by(matrix: Matrix, author: int | None = None, measure: Measure = Measure.COUNT) -> Matrix:
    """Return `matrix` with the terms that `author` (None: all together) uses most first; equal ones stay in order."""

    def size(term: int) -> float:
        if author is None:
            return matrix.total(term)
        return _value(matrix, term, author, measure)

    return matrix.reordered(terms=_descending(len(matrix.terms), size))


def authors_by(matrix: Matrix, term: int | None = None, measure: Measure = Measure.COUNT) -> Matrix:
    """Return `matrix` with the authors first who use `term` (None: all terms together) most; equal ones in order."""
    rows = range(len(matrix.terms)) if term is None else [term]

    def size(author: int) -> float:
        return sum(_value(matrix, row, author, measure) for row in rows)

    return matrix.reordered(authors=_descending(len(matrix.authors), size))


def _descending(count: int, size: Callable[[int], float]) -> list[int]:
    return sorted(range(count), key=lambda index: -size(index))


def _value(matrix: Matrix, term: int, author: int, measure: Measure) -> float:
    count = matrix.counts[term][author]
    return count if measure is Measure.COUNT else _rate(count, matrix.lengths[author])


def _rate(count: int, length: int) -> float:
    return PER * count / length if length else 0.0


def _length(searched: Searched, paragraphs: Sequence[Span]) -> int:
    seen = searched.written.seen
    return sum(seen.offset_in_text(span.end) - seen.offset_in_text(span.start) for span in paragraphs)


def _gathered(numbers: Sequence[int], columns: Sequence[int], size: int) -> tuple[int, ...]:
    """Return the sums of the `numbers` that go to one of `columns`."""
    sums = defaultdict[int, int](int)
    for number, column in zip(numbers, columns, strict=True):
        sums[column] += number
    return tuple(sums[column] for column in range(size))
