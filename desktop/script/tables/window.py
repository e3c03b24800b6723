"""The window solver: a short run of text taken through all stages exactly as the edition's rule says.

Slow compared with a look-up, and played once for each different window: see `tables`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.script.aligned import AlignedText, LengthChange, compose
from desktop.script.tables.editions import StageRole
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.script.tables.stage import ConversionStage, Given


@dataclass(frozen=True, slots=True)
class WordExchange:
    """What one stage did at a place: `key` became `value` by the dictionaries `names` ("STPhrases.txt")."""

    key: str
    value: str
    names: str


def solve(
    stages: Sequence[ConversionStage], window: str, given: Given | None = None
) -> tuple[str, list[LengthChange]]:
    """Return `window` after all `stages`, and the changes of length; `given` is what is known about it before.

    Within the pieces of a stage that cuts, the stages after it run one by one, so that no match reaches across.
    """
    text, changes = window, list[LengthChange]()
    for rank, stage in enumerate(stages):
        if stage.role is StageRole.CUT:
            parts = [solve(stages[rank + 1 :], piece) for piece in stage.pieces(text)]
            return "".join(words for words, _ in parts), compose(changes, list(_joined(stage.pieces(text), parts)))
        converted, changed = stage.convert(text, given)
        given = _moved(given, AlignedText(text, converted, tuple(changed)))
        text, changes = converted, compose(changes, changed)
    return text, changes


def trace(
    stages: Sequence[ConversionStage], window: str, place: Span, given: Given | None = None
) -> tuple[Span, list[WordExchange]]:
    """Return the words of `window` that were exchanged as one with what is at `place`, and what each stage did.

    `place` and the span returned are code points of `window`; the span holds `place`.
    """
    done: list[WordExchange] = []
    text, here, so_far = window, place, AlignedText.identity(window)
    whole = place
    for rank, stage in enumerate(stages):
        if stage.role is StageRole.CUT:
            start, piece = _piece_at(stage.pieces(text), here.start)
            inner, more = trace(stages[rank + 1 :], piece, _within(here.shifted(-start), len(piece)))
            return _hull(whole, so_far.to_source(inner.shifted(start))), [*done, *more]
        here, exchange = _exchange_at(stage, text, here, given)
        if exchange:
            done.append(exchange)
        whole = _hull(whole, so_far.to_source(here))
        converted, changed = stage.convert(text, given)
        aligned = AlignedText(text, converted, tuple(changed))
        here, given = aligned.to_display(here), _moved(given, aligned)
        so_far = AlignedText(window, converted, tuple(compose(so_far.changes, changed)))
        text = converted
    return whole, done


def _moved(given: Given | None, aligned: AlignedText) -> Given | None:
    """Return what is `given` about the source of `aligned` as it is for its text; what was decided there is done."""
    if given is None or not aligned.changes:
        return given
    edges = bytearray(len(aligned.text) + 1)
    for place in (place for place, edge in enumerate(given.edges) if edge):
        edges[aligned.offset_to_display(place)] = 1
    return replace(given, edges=bytes(edges))


def _exchange_at(
    stage: ConversionStage, text: str, place: Span, given: Given | None
) -> tuple[Span, WordExchange | None]:
    """Return the words of `text` that the stage takes as one at `place`, and what it makes of them if anything."""
    for match in stage.matches(text, given):
        if match.start < place.end and place.start < match.end:
            key = text[match.start : match.end]
            exchange = WordExchange(key, match.value, stage.tiers[match.tier]) if key != match.value else None
            return _hull(place, Span(match.start, match.end)), exchange
    key = place.of(text)
    value = key.translate(stage.singles)
    if key == value:
        return place, None
    changing = next(ord(character) for character in key if character.translate(stage.singles) != character)
    return place, WordExchange(key, value, stage.tiers[stage.single_tiers[changing]])


def _joined(pieces: Iterator[str], parts: Sequence[tuple[str, list[LengthChange]]]) -> Iterator[LengthChange]:
    """Yield the changes of all pieces, moved to where each piece stands."""
    source = display = 0
    for piece, (words, changes) in zip(pieces, parts, strict=True):
        yield from (change.shifted(source, display) for change in changes)
        source, display = source + len(piece), display + len(words)


def _piece_at(pieces: Iterator[str], offset: int) -> tuple[int, str]:
    """Return the start of the piece that holds `offset`, and the piece; the last one at the end of the text."""
    start, piece = 0, ""
    for following in pieces:
        start, piece = start + len(piece), following
        if offset < start + len(piece):
            break
    return start, piece


def _within(span: Span, size: int) -> Span:
    return Span(min(span.start, size), min(span.end, size))


def _hull(first: Span, second: Span) -> Span:
    return Span(min(first.start, second.start), max(first.end, second.end))
