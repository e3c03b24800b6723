"""The compiled tables of a configuration, loaded once for the process: what a conversion runs on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.script.aligned import LengthChange
from desktop.script.edition import Edition
from desktop.script.names.lexicon import Lexicon
from desktop.script.tables.cache import read_packed, write_packed
from desktop.script.tables.cut import the_cut
from desktop.script.tables.editions import Rule, StageRole, read_chain, whose_tables
from desktop.script.tables.matching import Buckets
from desktop.script.tables.stage import ConversionStage, Given
from desktop.script.tables.window import solve
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from desktop.script.tables.compiling import Packed, PackedStage
    from desktop.script.tables.cut import WordCut

# Windows are a few characters long; what is longer hardly comes twice. At 50,000 they take about 10 MB.
_LONGEST_REMEMBERED = 24
_MOST_REMEMBERED = 50_000
_MOST_MANNERS = 4

Repair = tuple[str, tuple[LengthChange, ...]] | None
"""A window converted, with its changes; None where converting one by one gives the same."""

Mended = tuple[int, int, str, tuple[LengthChange, ...]]
"""Start and end of a window in the source, its words afterwards, the changes within it."""


class LineMemo(dict[str, tuple[Mended, ...]]):
    """The windows of each line that was converted by words, up to a million characters of lines."""

    _MOST_KEPT = 1_000_000

    def __init__(self) -> None:
        super().__init__()
        self._size = 0

    def keep(self, line: str, windows: tuple[Mended, ...]) -> None:
        """Remember the `windows` of `line`."""
        if self._size > self._MOST_KEPT:
            self.clear()
            self._size = 0
        self._size += len(line)
        self[line] = windows


@dataclass(frozen=True)
class Tables:
    """A configuration of one edition, compiled.

    `plain` has, by code point of the BMP, what it becomes one by one; `rarely` finds what that changes, if it changes
    few of the characters in use: looking for them is nine times as fast as translating all. `glue` (x -> all y) says
    which neighbours a match may hold together. `detector` finds the anchors of phrases that are not one for one, if
    there are any; `pairs` are the anchors with a neighbour, or alone. `windows` remembers what was repaired.
    """

    plain: list[int]
    rarely: re.Pattern[str] | None
    glue: dict[str, str]
    detector: re.Pattern[str] | None
    pairs: frozenset[str]
    stages: tuple[ConversionStage, ...]
    cut: WordCut | None = None
    windows: dict[str, Repair] = field(default_factory=dict[str, "Repair"])
    given_windows: dict[tuple[object, ...], Repair] = field(default_factory=dict[tuple[object, ...], "Repair"])
    lines: dict[Hashable, LineMemo] = field(default_factory=dict["Hashable", LineMemo])

    def one_by_one(self, text: str) -> str:
        """Return `text` with every character of the BMP converted by itself."""
        if self.rarely is None:
            return text.translate(self.plain)
        return self.rarely.sub(lambda found: chr(self.plain[ord(found[0])]), text)

    def repair(self, window: str) -> Repair:
        """Return what the run of glued characters `window` becomes, unless that is plain. Remembers short ones."""
        try:
            return self.windows[window]
        except KeyError:
            pass
        text, changes = solve(self.stages, window)
        repair = None if text == window.translate(self.plain) else (text, tuple(changes))
        if len(window) <= _LONGEST_REMEMBERED and len(self.windows) < _MOST_REMEMBERED:
            self.windows[window] = repair
        return repair

    def solved(self, window: str, given: Given) -> Repair:
        """Return what `window` becomes with what is `given`, unless that is plain. Remembers short ones."""
        key = window, given.edges, *given.decided.items()
        try:
            return self.given_windows[key]
        except KeyError:
            pass
        text, changes = solve(self.stages, window, given)
        repair = None if text == window.translate(self.plain) else (text, tuple(changes))
        if len(window) <= _LONGEST_REMEMBERED and len(self.given_windows) < _MOST_REMEMBERED:
            self.given_windows[key] = repair
        return repair

    def lines_for(self, manner: Hashable) -> LineMemo:
        """Return what is remembered of lines that are shown in this `manner`, which is kept for the last few.

        Without corrections of the reader, it is the names of the whole thread.
        """
        known = self.lines.pop(manner, None) or LineMemo()
        while len(self.lines) >= _MOST_MANNERS:
            del self.lines[next(iter(self.lines))]
        self.lines[manner] = known
        return known

    @cached_property
    def lexicon(self) -> Lexicon:
        """Which words are known, to jieba and to the dictionaries."""
        return Lexicon(self.cut.is_word if self.cut else _is_never, self._is_phrase)

    def _is_phrase(self, word: str) -> bool:
        return any(stage.has(word) for stage in self.stages if stage.has_contexts)

    def window_at(self, text: str, offset: int) -> tuple[int, int]:
        """Return start and end of the run of glued characters of `text` that holds the code point at `offset`."""
        glue, size = self.glue, len(text)
        start, end = offset, offset + 1
        while start and text[start] in glue.get(text[start - 1], ""):
            start -= 1
        while end < size and text[end] in glue.get(text[end - 1], ""):
            end += 1
        return start, end


def _is_never(_word: str) -> bool:
    return False


_loaded: dict[tuple[str, Edition], Tables] = {}


def are_ready(config: str, edition: Edition = Edition.REIMPLEMENTED) -> bool:
    """Tell whether a conversion by `config` can run at once, with all that it may need."""
    tables = _loaded.get((config, whose_tables(config, edition)))
    return tables is not None and (tables.cut is None or tables.cut.is_loaded)


def load_tables(
    config: str,
    edition: Edition = Edition.REIMPLEMENTED,
    cache: Path | None = None,
    pause: Callable[[], None] = no_pause,
) -> Tables:
    """Return the tables of `config` with all that they need: from the folder `cache`, or compiled and kept there.

    Takes 5 to 30 ms with a cache, up to a second without, and where they need jieba as long as loading that does;
    `pause` is called every 70 ms or sooner meanwhile, and may raise. Raises ValueError for an unknown `config`,
    DictionaryError.
    """
    tables = tables_of(config, edition, cache, pause)
    if tables.cut is not None:
        if cache:
            tables.cut.keep_in(cache)
        tables.cut.load(pause)
    return tables


def tables_of(
    config: str,
    edition: Edition = Edition.REIMPLEMENTED,
    cache: Path | None = None,
    pause: Callable[[], None] = no_pause,
) -> Tables:
    """Return the tables of `config`, one for the process, as `load_tables` does, but load no jieba.

    The first line that asks it waits for that; one that is remembered needs none.
    """
    edition = whose_tables(config, edition)
    if not (cache and load_kept_tables(config, edition, cache)) and (config, edition) not in _loaded:
        # Imported late: where the tables are kept on the disk, nothing is compiled.
        from desktop.script.tables.compiling import compile_chain

        packed = compile_chain(read_chain(config, edition), pause)
        if cache:
            write_packed(cache, config, edition, packed)
        _loaded[config, edition] = _unpacked(packed, _cut_for(config, edition))
    return _loaded[config, edition]


def load_kept_tables(config: str, edition: Edition, cache: Path) -> bool:
    """Load the tables of `config` if they are kept in the folder `cache`; return whether they are loaded now.

    jieba isn't loaded, which takes longer: of those that need it only what is remembered can be asked at once. Raises
    ValueError for an unknown `config`, DictionaryError.
    """
    edition = whose_tables(config, edition)
    if (config, edition) not in _loaded:
        packed = read_packed(cache, config, edition)
        if packed is not None:
            _loaded[config, edition] = _unpacked(packed, _cut_for(config, edition))
            the_cut().keep_in(cache)
    return (config, edition) in _loaded


def _cut_for(config: str, edition: Edition) -> WordCut | None:
    """Return the cut that tables need, if they do."""
    return the_cut() if read_chain(config, edition).rule is Rule.BY_WORDS else None


def _unpacked(packed: Packed, cut: WordCut | None) -> Tables:
    plain, rarely, glue, pattern, pairs, stages = packed
    expressions = [re.compile(source, re.DOTALL) if source else None for source in (rarely, pattern)]
    return Tables([*map(ord, plain)], expressions[0], glue, expressions[1], pairs, tuple(map(_stage, stages)), cut)


def _stage(packed: PackedStage) -> ConversionStage:
    rule, role, keys, values, single_tiers, buckets, tiers, contexts = packed
    singles = dict(zip(map(ord, keys), values, strict=True))
    tier_of = dict(zip(singles, single_tiers, strict=True))
    return ConversionStage(Rule(rule), StageRole(role), singles, tier_of, Buckets(buckets), tiers, Buckets(contexts))
