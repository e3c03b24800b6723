"""Mending a text by words: line by line, each different line once, so that nothing is cut or solved a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script.names.decided import NO_NAMES, Names
from desktop.script.names.local import name_places, settled_by_names
from desktop.script.tables.stage import Given
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.script.tables.cut import WordCut
    from desktop.script.tables.loading import Mended, Tables


def mended_by_words(text: str, tables: Tables, cut: WordCut, names: Names | None) -> Iterator[Mended]:
    """Yield each window of `text` that is not converted one by one, where the rule of `tables` goes by words.

    `names` are those of the whole thread.
    """
    names = names or NO_NAMES
    known, start = tables.lines_for(names), 0
    for line in text.split("\n"):
        windows = known.get(line)
        if windows is None:
            windows = tuple(_mended(line, tables, cut, names))
            known.keep(line, windows)
        for first, last, words, changes in windows:
            yield first + start, last + start, words, changes
        start += len(line) + 1


def given_at(line: str, window: Span, tables: Tables, cut: WordCut, names: Names | None) -> Given:
    """Return what is known about the `window` of `line` before its conversion."""
    places = name_places(line)
    edges = cut.edges(line, sorted((window, *places)))
    settled = settled_by_names(line, places, edges, tables.lexicon) | (names or NO_NAMES).settled_in(line)
    return _given(window, edges, settled)


def _mended(line: str, tables: Tables, cut: WordCut, names: Names) -> Iterator[Mended]:
    places, named = name_places(line), names.settled_in(line)
    windows = list(_windows(line, tables))
    if not (windows or places or named):
        return
    around = [Span(*tables.window_at(line, place)) for place in named]
    edges = cut.edges(line, sorted((*windows, *places, *around)))
    settled = settled_by_names(line, places, edges, tables.lexicon) | named
    for window in _with_places(line, windows, settled, tables):
        repair = tables.solved(window.of(line), _given(window, edges, settled))
        if repair:
            yield window.start, window.end, *repair


def _given(window: Span, edges: bytes, settled: Mapping[int, str]) -> Given:
    """Return what is known about `window` of what is known about its line."""
    inside = {place - window.start: form for place, form in settled.items() if window.start <= place < window.end}
    return Given(edges[window.start : window.end + 1], inside)


def _with_places(line: str, windows: list[Span], settled: Mapping[int, str], tables: Tables) -> list[Span]:
    """Return `windows` and those around the characters that are `settled`, in order, each once."""
    return sorted({*windows, *(Span(*tables.window_at(line, place)) for place in settled)})


def _windows(line: str, tables: Tables) -> Iterator[Span]:
    """Yield each run of glued characters in which a phrase or a context may stand that is more than one for one."""
    end = 0
    pairs = tables.pairs
    for hit in tables.detector.finditer(line) if tables.detector else ():
        here = hit.start()
        if here >= end and (
            line[here : here + 2] in pairs or line[here - 1 : here + 1] in pairs or line[here] in pairs
        ):
            start, end = tables.window_at(line, here)
            yield Span(start, end)
