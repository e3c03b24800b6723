"""Dispersion: where in each answer terms stand, for a picture with a stripe for each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.keywords.finding import Searched, find_each, written_text
from desktop.keywords.speeches import Scope, Speech, speeches_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents import Document
    from desktop.keywords.concepts import Concepts
    from desktop.text import Span


@dataclass(frozen=True, slots=True)
class Dispersion:
    """Where each of `terms` begins in each of `stripes`, as a share of its length: 0 <= share < 1, ascending.

    `shares` has for each stripe, which is a part of the thread that one author wrote, a tuple for each term.
    """

    terms: tuple[str, ...]
    stripes: tuple[Speech, ...]
    shares: tuple[tuple[tuple[float, ...], ...], ...]


def dispersion(
    document: Document,
    terms: Sequence[str],
    *,
    scope: Scope = Scope.ANSWERS,
    searched: Searched | None = None,
    concepts: Concepts | None = None,
) -> Dispersion:
    """Return where in each part of `document` that is in `scope` each of `terms` stands, each found for itself.

    Shares are of the code points from the part's first character to its last. Raises DictionaryError.
    """
    said = tuple(speeches_of(document, scope))
    found = find_each(searched or Searched(written_text(document)), terms, concepts)
    starts = [[place.start for place in places] for places in found]
    return Dispersion(
        tuple(terms), said, tuple(tuple(_shares(one, speech.span) for one in starts) for speech in said)
    )


def _shares(starts: Sequence[int], span: Span) -> tuple[float, ...]:
    inside = starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    return tuple((start - span.start) / len(span) for start in inside)
