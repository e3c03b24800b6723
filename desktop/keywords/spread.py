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
    """Where each of `terms` stands in each of `stripes`, each of which is what one author wrote in one go.

    `places` has for each stripe a tuple for each term: spans of the source in text order.
    """

    terms: tuple[str, ...]
    stripes: tuple[Speech, ...]
    places: tuple[tuple[tuple[Span, ...], ...], ...]

    @property
    def shares(self) -> tuple[tuple[tuple[float, ...], ...], ...]:
        """Where each place begins, as a share of the length of its stripe: 0 <= share < 1, ascending."""
        return tuple(
            tuple(tuple((place.start - span.start) / len(span) for place in one) for one in places)
            for span, places in zip((speech.span for speech in self.stripes), self.places, strict=True)
        )


def dispersion(
    document: Document,
    terms: Sequence[str],
    *,
    scope: Scope = Scope.ANSWERS,
    searched: Searched | None = None,
    concepts: Concepts | None = None,
) -> Dispersion:
    """Return where in each part of `document` that is in `scope` each of `terms` stands, each found for itself.

    Raises DictionaryError.
    """
    said = tuple(speeches_of(document, scope))
    found = find_each(searched or Searched(written_text(document)), terms, concepts)
    return Dispersion(
        tuple(terms), said, tuple(tuple(_inside(places, speech.span) for places in found) for speech in said)
    )


def _inside(places: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """Return those of `places`, in text order, that begin in `span`."""
    return tuple(places[bisect_left(places, span.start, key=_start) : bisect_left(places, span.end, key=_start)])


def _start(place: Span) -> int:
    return place.start
