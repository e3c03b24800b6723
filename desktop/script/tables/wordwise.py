"""Mending a text by words: line by line, each different line once, so that nothing is cut or solved a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script.names.decided import NO_NAMES, Names
from desktop.script.names.local import name_places, settled_at
from desktop.script.tables.stage import Given
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.script.names.decided import Settled
    from desktop.script.tables.cut import WordCut
    from desktop.script.tables.loading import LineMemo, Mended, Tables


def mended_by_words(text: str, tables: Tables, cut: WordCut, names: Names | None) -> Iterator[Mended]:
    """Yield each window of `text` that is not converted one by one, where the rule of `tables` goes by words.

    `names` are those of the whole thread.
    """
    of_thread = names or NO_NAMES
    return mended_lines(text, tables.lines_for(of_thread), lambda line: _mended(line, tables, cut, of_thread))


def mended_lines(text: str, known: LineMemo, mended: Callable[[str], Iterator[Mended]]) -> Iterator[Mended]:
    """Yield the windows of `text` as its lines are `mended`, each different line once: what is `known` is kept."""
    start = 0
    for line in text.split("\n"):
        windows = known.get(line)
        if windows is None:
            windows = tuple(mended(line))
            known.keep(line, windows)
        for first, last, words, changes in windows:
            yield first + start, last + start, words, changes
        start += len(line) + 1


def given_at(line: str, window: Span, tables: Tables, cut: WordCut, names: Names | None) -> Given:
    """Return what is known about the `window` of `line` before its conversion."""
    edges, settled = _known(line, [window], tables, cut, names or NO_NAMES)
    return _given(window, edges, settled)


def given_in(line: str, windows: list[Span], tables: Tables, names: Names | None) -> Iterator[Given]:
    """Yield what is known about each of the `windows` of `line`, in order; the rule of `tables` goes by words."""
    assert tables.cut is not None  # noqa: S101 (by the rule)
    edges, settled = _known(line, windows, tables, tables.cut, names or NO_NAMES)
    return (_given(window, edges, settled) for window in windows)


def _mended(line: str, tables: Tables, cut: WordCut, names: Names) -> Iterator[Mended]:
    windows = list(_windows(line, tables))
    edges, settled = _known(line, windows, tables, cut, names)
    for window in _with_places(line, windows, settled, tables):
        repair = tables.solved(window.of(line), _given(window, edges, settled))
        if repair:
            yield window.start, window.end, *repair


def _known(
    line: str, windows: list[Span], tables: Tables, cut: WordCut, names: Names
) -> tuple[bytes, dict[int, Settled]]:
    """Return where words of `line` end, within `windows` and where names may be, and what those settle."""
    places, named = name_places(line), names.places_in(line)
    if not (windows or places or named):
        return b"", {}
    edges = cut.edges(line, sorted((*windows, *places, *(Span(*place) for place in named))))
    settled = settled_at(line, places, edges, tables.lexicon)
    if named or settled:  # the windows around them may reach further
        settled = names.settled_in(line, named, edges, settled)
        around = (Span(*tables.window_at(line, place)) for place in settled)
        edges = cut.edges(line, sorted((*windows, *around)))
    return edges, settled


def _given(window: Span, edges: bytes, settled: Mapping[int, Settled]) -> Given:
    """Return what is known about `window` of what is known about its line."""
    inside = {place - window.start: one for place, one in settled.items() if window.start <= place < window.end}
    return Given(edges[window.start : window.end + 1], inside)


def _with_places(line: str, windows: list[Span], settled: Mapping[int, Settled], tables: Tables) -> list[Span]:
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
