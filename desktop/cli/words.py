"""Who says what in a thread, for the command line: terms, matrix and concordance as tables or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.keywords import (
    LineOrder,
    concordance,
    concordance_csv,
    concordance_markdown,
    distinctive_terms,
    leading_terms,
    matrix,
    matrix_csv,
    sorted_lines,
    terms_csv,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.documents import Document
    from desktop.keywords import Concepts


def as_terms(document: Document, limit: int, concepts: Concepts) -> Iterator[str]:
    """Yield the table of at most `limit` terms of each answer, and as many that set its author apart."""
    topics = leading_terms(document, limit=limit, concepts=concepts)
    yield terms_csv(document, topics, distinctive_terms(document, limit=limit, concepts=concepts))


def as_matrix(document: Document, terms: Sequence[str], concepts: Concepts, *, rates: bool) -> Iterator[str]:
    """Yield the table of how often each author uses each of `terms`, or of their `rates` per thousand characters."""
    yield matrix_csv(matrix(document, terms, concepts=concepts), rates=rates)


def as_concordance(document: Document, term: str, concepts: Concepts, order: str, *, markdown: bool) -> Iterator[str]:
    """Yield every place of `term` in an `order` by the name of a `LineOrder`, as a table or as Markdown."""
    lines = sorted_lines(concordance(document, term, concepts=concepts), LineOrder[order.upper()])
    yield concordance_markdown(document, term, lines) if markdown else concordance_csv(document, lines)
