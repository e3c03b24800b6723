"""The front door of conversion: text and an OpenCC configuration in, an aligned text out.

Every character is translated one by one at the speed of `str.translate`, then only the windows are mended in which a
phrase could matter: the detector finds where one may be, glue says how far what it touches reaches, and the rule of
the edition is played there, exactly and once for each different window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.script.aligned import AlignedText
from desktop.script.edition import Edition
from desktop.script.tables.correcting import correction_finder
from desktop.script.tables.loading import tables_of
from desktop.script.tables.matching import PhraseMatch
from desktop.script.tables.stage import spliced
from desktop.script.tables.wordwise import mended_by_words, mended_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.script.aligned import LengthChange
    from desktop.script.names.decided import Names
    from desktop.script.tables.loading import Mended, Tables


def convert(
    text: str,
    config: str | None,
    edition: Edition = Edition.REIMPLEMENTED,
    corrections: Mapping[str, str] | None = None,
    names: Names | None = None,
) -> AlignedText:
    """Return `text` converted by `config`, one of CONFIGS, with the map between the two; None leaves it as it is.

    In the default edition the words are exactly those that opencc-python-reimplemented 0.1.7 gives, in another those
    of OpenCC 1.4; in our own they are by the rule of `tables.editions`. `corrections` (source words -> words shown)
    win over all: they are put in wherever they stand, the longest first, and what is between is converted by itself.
    `names` are those of the whole thread, which only our own edition asks for. Converting a text at once or cut at
    line ends gives the same. Raises ValueError for another `config`, and
    DictionaryError if the dictionaries are missing. Compiles tables that `load_tables` has not made ready before.
    """
    tables = None if config is None else tables_of(config, edition)
    if corrections:
        return _corrected(text, tables, corrections, names)
    return AlignedText.identity(text) if tables is None else _converted(text, tables, names)


def _converted(text: str, tables: Tables, names: Names | None) -> AlignedText:
    plain = tables.one_by_one(text)
    mended = list(_mended_windows(text, tables, names))
    return _put_in(text, plain, mended) if mended else AlignedText(text, plain)


def _mended_windows(text: str, tables: Tables, names: Names | None) -> Iterator[Mended]:
    """Yield each window of `text` that is not converted one by one."""
    if tables.cut is not None:
        yield from mended_by_words(text, tables, tables.cut, names)
        return
    if tables.detector is None:
        return
    pairs, glue, windows, size = tables.pairs, tables.glue.get, tables.windows, len(text)
    end = 0
    for hit in tables.detector.finditer(text):
        here = hit.start()
        if here < end or not (
            text[here : here + 2] in pairs or text[here - 1 : here + 1] in pairs or text[here] in pairs
        ):
            continue
        # As Tables.window_at does and Tables.repair; calling them would take a third of the time of a conversion.
        start, end = here, here + 1
        while start and text[start] in glue(text[start - 1], ""):
            start -= 1
        while end < size and text[end] in glue(text[end - 1], ""):
            end += 1
        window = text[start:end]
        repair = windows[window] if window in windows else tables.repair(window)
        if repair:
            yield start, end, *repair


def _put_in(text: str, plain: str, windows: list[Mended]) -> AlignedText:
    """Return `text` shown as `plain`, but in the `windows` as they say."""
    parts: list[str] = []
    changes: list[LengthChange] = []
    source = growth = 0
    for start, end, words, changed in windows:
        parts += plain[source:start], words
        if changed:
            changes += (change.shifted(start, start + growth) for change in changed)
            growth += len(words) - (end - start)
        source = end
    parts.append(plain[source:])
    return AlignedText(text, "".join(parts), tuple(changes))


def _corrected(text: str, tables: Tables | None, corrections: Mapping[str, str], names: Names | None) -> AlignedText:
    """Return `text` with `corrections` in it, and between them converted by `tables`, if any."""
    plain = text if tables is None else tables.one_by_one(text)
    finder = correction_finder(corrections)
    if tables is None or tables.cut is None or not finder.within_lines:
        return _put_in(text, plain, list(_corrected_windows(text, tables, corrections, names)))

    def windows(line: str) -> Iterator[Mended]:
        return _corrected_windows(line, tables, corrections, names)

    known = tables.lines_for((names, finder))
    return _put_in(text, plain, list(mended_lines(text, known, windows)))


def _corrected_windows(
    text: str, tables: Tables | None, corrections: Mapping[str, str], names: Names | None
) -> Iterator[Mended]:
    """Yield the windows of `text` with `corrections` in it: those, and what is mended between them."""
    done = 0
    for place in correction_finder(corrections).places(text):
        yield from _between(text, done, place.start, tables, names)
        source = place.of(text)
        plain = source if tables is None else tables.one_by_one(source)
        words, changes = spliced(plain, [PhraseMatch(0, len(place), 0, corrections[source])])
        yield place.start, place.end, words, tuple(changes)
        done = place.end
    yield from _between(text, done, len(text), tables, names)


def _between(text: str, start: int, end: int, tables: Tables | None, names: Names | None) -> Iterator[Mended]:
    """Yield the windows of text[start:end], converted by itself."""
    for first, last, words, changes in _mended_windows(text[start:end], tables, names) if tables else ():
        yield first + start, last + start, words, changes
