"""Mending a text by words: line by line, each different line once, so that nothing is cut or solved a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script.tables.stage import Given
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.script.tables.cut import WordCut
    from desktop.script.tables.loading import Mended, Tables


def mended_by_words(text: str, tables: Tables, cut: WordCut) -> Iterator[Mended]:
    """Yield each window of `text` that is not converted one by one, where the rule of `tables` goes by words."""
    known, start = tables.lines, 0
    for line in text.split("\n"):
        windows = known.get(line)
        if windows is None:
            windows = tuple(_mended(line, tables, cut))
            known.keep(line, windows)
        for first, last, words, changes in windows:
            yield first + start, last + start, words, changes
        start += len(line) + 1


def given_at(line: str, window: Span, cut: WordCut) -> Given:
    """Return what is known about the `window` of `line` before its conversion."""
    return Given(cut.edges(line, (window,))[window.start : window.end + 1])


def _mended(line: str, tables: Tables, cut: WordCut) -> Iterator[Mended]:
    windows = list(_windows(line, tables))
    edges = cut.edges(line, windows) if windows else b""
    for window in windows:
        repair = tables.solved(window.of(line), Given(edges[window.start : window.end + 1]))
        if repair:
            yield window.start, window.end, *repair


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
