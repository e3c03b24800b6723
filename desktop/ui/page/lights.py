"""The lights of one page: which row each line is drawn in, and how the rows fit between two lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.look.light_line import draw_light_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QPainter

    from desktop.session import LitSpan, State
    from desktop.text import Span
    from desktop.ui.look.look import Look
    from desktop.ui.page.place import Piece, Places

_DROP_EM = 0.24
_ROOM_EM = 0.62  # from the first row down to the glyphs of the next line
_ROW_PX = 4
_CLEAR_PX = 6
_LOWEST_EM = 0.8


@dataclass(frozen=True, slots=True)
class PageLight:
    """A light on this page: `place` in UTF-16 positions of the document.

    `level` counts the lights above it on the same words, of which `depth` lie on each other in all.
    """

    place: Span
    slot: int
    level: int
    depth: int


def rows_at(text_size: int) -> int:
    """Return how many rows of lines fit below text of `text_size` (pixels) without touching the next line."""
    return max(1, round(_ROOM_EM * text_size) // _ROW_PX)


def lines_on(state: State, places: Places) -> Iterator[PageLight]:
    """Yield the lights of the answer on the page, each in the first row that is free under all of its words."""
    for cluster in _clusters(_placed(state.lights.places.get(state.pane.answer, ()), places)):
        ends: list[int] = []
        levels: list[int] = []
        for place, _ in cluster:
            level = next((row for row, end in enumerate(ends) if end <= place.start), len(ends))
            ends[level : level + 1] = [place.end]
            levels.append(level)
        yield from (
            PageLight(place, slot, level, len(ends)) for (place, slot), level in zip(cluster, levels, strict=True)
        )


def draw_line(painter: QPainter, look: Look, line: PageLight, pieces: Iterable[Piece]) -> None:
    """Draw a light below `pieces` of text (pixels of the painter).

    Where more lights lie on each other than rows fit, those of one row share its length, so that none is hidden.
    """
    em = look.page_px
    rows = rows_at(em)
    turn, row = divmod(line.level, rows)
    turns = -(-(line.depth - row) // rows)
    for piece in pieces:
        # On a whole pixel: between two, the strokes of a double line would run into one.
        y = _first_row(piece.baseline, em) + row * _ROW_PX
        width = (piece.right - piece.left) / turns
        left = piece.left + turn * width
        draw_light_line(painter, line.slot, look.tokens.light(line.slot), left, left + width, y)


def row_below(lines: Sequence[PageLight], place: Span, baseline: float, em: float) -> float:
    """Return the y (pixels) of a small sign at the document positions `place`, clear of the `lines` on them.

    Without a light it takes the lights' own first row; below lights it also clears the frame of a search.
    """
    levels = [line.level for line in lines if line.place.overlaps(place)]
    first = _first_row(baseline, em)
    if not levels:
        return first
    lowest = min(max(levels), rows_at(round(em)) - 1)
    return min(first + lowest * _ROW_PX + _CLEAR_PX, baseline + _LOWEST_EM * em)


def _first_row(baseline: float, em: float) -> int:
    return round(baseline + _DROP_EM * em)


def _placed(lit: Iterable[LitSpan], places: Places) -> Iterator[tuple[Span, int]]:
    for light in lit:
        if place := places.to_document(light.span):
            yield place, light.slot


def _clusters(placed: Iterable[tuple[Span, int]]) -> Iterator[list[tuple[Span, int]]]:
    """Yield the lights, which come in text order, in groups that share no words with each other."""
    cluster: list[tuple[Span, int]] = []
    end = 0
    for place, slot in placed:
        if cluster and place.start >= end:
            yield cluster
            cluster = []
        cluster.append((place, slot))
        end = max(end, place.end)
    if cluster:
        yield cluster
