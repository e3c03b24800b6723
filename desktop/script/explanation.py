"""What the conversion did at one place, for a reader who wants to know: the words there, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeGuard

from desktop.script.certainty import Decider, Deciding
from desktop.script.converter import convert
from desktop.script.edition import Edition
from desktop.script.tables.correcting import correction_finder
from desktop.script.tables.loading import tables_of
from desktop.script.tables.window import WordExchange, trace
from desktop.script.tables.wordwise import given_at
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.script.names.decided import Names


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the source words at `span` are shown as they are.

    `source` and `shown` are the words; `exchanges` what each stage did, in order, none where nothing changed.
    `corrected` tells that the reader's own correction stands here. `by` is what settled the form of the simplified
    character that was asked about, if it has several; None: nothing did. `mended` are characters of the wrong script
    that the exchanges gave, each with what the guard put in its place.
    """

    span: Span
    source: str
    shown: str
    exchanges: tuple[WordExchange, ...] = ()
    corrected: bool = False
    by: Decider | None = None
    mended: tuple[tuple[str, str], ...] = ()

    def guarded(self, shown: str) -> Explanation:
        """Return this explanation with the words `shown` by the guard, of the same length."""
        slips = (pair for pair in zip(self.shown, shown, strict=True) if pair[0] != pair[1])
        return replace(self, shown=shown, mended=tuple(dict.fromkeys(slips))) if shown != self.shown else self

    def shifted(self, by: int) -> Explanation:
        """Return this explanation with its span moved by `by` code points."""
        return replace(self, span=self.span.shifted(by))


def explain(
    text: str,
    offset: int,
    config: str | None,
    edition: Edition = Edition.REIMPLEMENTED,
    corrections: Mapping[str, str] | None = None,
    names: Names | None = None,
) -> Explanation:
    """Return why the source code point `offset` of `text` (a paragraph) is shown as `convert` shows it.

    Raises IndexError for an offset outside the text, else as `convert` does.
    """
    if not 0 <= offset < len(text):
        raise IndexError(offset)
    span, corrected = _own_stretch(text, offset, corrections or {})
    exchanges: list[WordExchange] = []
    if not corrected:
        span, exchanges = _traced(text, offset, span, config, edition, names)
    aligned = convert(text, config, edition, corrections, names)
    display = aligned.to_display(span)
    span = aligned.to_source(display)
    by = Deciding(text, [offset], config, edition, corrections, names).at(offset) if _has_choices(config) else None
    return Explanation(span, span.of(text), display.of(aligned.text), tuple(exchanges), corrected, by)


def _has_choices(config: str | None) -> TypeGuard[str]:
    return config is not None and config.startswith("s2")


def _own_stretch(text: str, offset: int, corrections: Mapping[str, str]) -> tuple[Span, bool]:
    """Return the stretch around `offset` that is converted by itself, and whether a correction stands there."""
    start = 0
    for place in correction_finder(corrections).places(text) if corrections else ():
        if place.start > offset:
            return Span(start, place.start), False
        if offset < place.end:
            return place, True
        start = place.end
    return Span(start, len(text)), False


def _traced(
    text: str, offset: int, stretch: Span, config: str | None, edition: Edition, names: Names | None
) -> tuple[Span, list[WordExchange]]:
    """Return the words around `offset` that were exchanged as one, and what each stage did there."""
    if config is None:
        return Span(offset, offset + 1), []
    tables = tables_of(config, edition)
    words = stretch.of(text)
    start, end = tables.window_at(words, offset - stretch.start)
    at = offset - stretch.start - start
    given = given_at(words, Span(start, end), tables, tables.cut, names) if tables.cut else None
    span, exchanges = trace(tables.stages, words[start:end], Span(at, at + 1), given)
    return span.shifted(stretch.start + start), exchanges
