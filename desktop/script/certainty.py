"""How certain a choice is: what settled which of its traditional forms a simplified character has at a place.

Where nothing did, the character has its most usual form, and only a reader can tell.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.script.tables.contexts import CONTEXTS
from desktop.script.tables.correcting import correction_finder
from desktop.script.tables.editions import StageRole
from desktop.script.tables.loading import tables_of
from desktop.script.tables.matching import refused
from desktop.script.tables.wordwise import given_in
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.script.edition import Edition
    from desktop.script.names.decided import Names
    from desktop.script.tables.loading import Tables
    from desktop.script.tables.stage import ConversionStage, Given

_PHRASES = "STPhrases.txt"
_BOUND = frozenset("了家局果才同向夫巨豆吃拿证核")
"""Characters whose other form (瞭傢侷菓纔衕嚮伕鉅荳喫拏証覈) no word is by itself; those that it is in are listed."""


class Decider(StrEnum):
    """What settled a choice."""

    WRITER = "writer"
    """The source is traditional: whoever wrote it chose, or their program did."""
    CORRECTION = "correction"
    """The reader's own correction."""
    NAME = "name"
    """The character stands in a name, of the thread or one that its line shows."""
    CONTEXT = "context"
    """One of the contexts that were checked by hand."""
    PHRASE = "phrase"
    """A phrase of the dictionaries."""
    WORD = "word"
    """The word that it is, or is in: a phrase that would have chosen otherwise reaches across the edge of a word, or
    a word that jieba knows is none of those that the dictionaries list since they are written otherwise."""


class Deciding:
    """Tells what settled each choice in a simplified `text`, a paragraph on one line, as it is converted.

    The words are those of `convert`. `places` are the code points that will be asked about, in order.
    """

    def __init__(
        self,
        text: str,
        places: Sequence[int],
        config: str,
        edition: Edition,
        corrections: Mapping[str, str] | None = None,
        names: Names | None = None,
    ) -> None:
        self._text = text
        self._places = places
        self._config, self._edition = config, edition
        self._corrections = corrections or {}
        self._names = names

    def at(self, offset: int) -> Decider | None:
        """Return what settled the character at `offset`, one of the places; None: nothing did."""
        return self._found.get(offset)

    @cached_property
    def _found(self) -> Mapping[int, Decider]:
        """What settled each of the places that are settled. Raises DictionaryError."""
        tables = tables_of(self._config, self._edition)
        found: dict[int, Decider] = {}
        done, places = 0, list(self._places)
        for start, end in (*self._corrected(), (len(self._text), len(self._text))):
            before, first = bisect_right(places, start - 1), bisect_right(places, end - 1)
            between = self._text[done:start]
            found.update(
                (place + done, decider)
                for place, decider in _decided(
                    between, [place - done for place in places[:before]], tables, self._names
                )
            )
            found.update((place, Decider.CORRECTION) for place in places[before:first])
            del places[:first]
            done = end
        return found

    def _corrected(self) -> Iterator[tuple[int, int]]:
        if self._corrections:
            yield from ((place.start, place.end) for place in correction_finder(self._corrections).places(self._text))


def _decided(text: str, places: Sequence[int], tables: Tables, names: Names | None) -> Iterator[tuple[int, Decider]]:
    """Yield each of the `places` of `text`, which is converted by itself, that is settled, with what settled it."""
    windows: list[Span] = []
    for place in places:
        if not windows or windows[-1].end <= place:
            windows.append(Span(*tables.window_at(text, place)))
    asked = set(places)
    given = given_in(text, windows, tables, names) if tables.cut else (None for _ in windows)
    for window, known in zip(windows, given, strict=True):
        words = window.of(text)
        settled = dict(_in_window(tables.stages, words, known))
        for place in range(len(words)):
            if place + window.start in asked:
                by = settled.get(place) or _by_word(text, window, place, known, tables)
                if by:
                    yield place + window.start, by


def _by_word(text: str, window: Span, place: int, given: Given | None, tables: Tables) -> Decider | None:
    """Return what the word at `place` of `window` settles: whether it is one that needs no line in a dictionary."""
    character = text[window.start + place]
    if character in _BOUND:
        return Decider.WORD
    if given is None or tables.cut is None:
        return None
    word = tables.cut.word_at(text, window.start + place)
    return Decider.WORD if len(word) > 1 and tables.cut.is_word(word) else None


def _in_window(stages: Sequence[ConversionStage], window: str, given: Given | None) -> Iterator[tuple[int, Decider]]:
    """Yield each code point of `window` that the first of `stages` from simplified script settles, and by what."""
    for rank, stage in enumerate(stages):
        if stage.role is StageRole.CUT:
            start = 0
            for piece in stage.pieces(window):
                yield from ((start + place, by) for place, by in _in_window(stages[rank + 1 :], piece, None))
                start += len(piece)
            return
        if any(_PHRASES in names for names in stage.tiers):
            yield from _in_stage(stage, window, given)
            return
        size = len(window)
        window, _ = stage.convert(window, given)  # compatibility ideographs, one for one
        if len(window) != size:
            return


def _in_stage(stage: ConversionStage, window: str, given: Given | None) -> Iterator[tuple[int, Decider]]:
    done = 0
    matches = [*stage.matches(window, given)]
    crossing = refused(window, stage.phrases, given.edges) if given else ()
    across = {place for start, end in crossing for place in range(start, end)}
    for match in (*matches, None):
        upto = match.start if match else len(window)
        yield from ((place, Decider.WORD) for place in range(done, upto) if place in across)
        if match is None:
            return
        done = match.end
        if stage.tiers[match.tier] == CONTEXTS:
            yield match.start, Decider.NAME if given and match.start in given.decided else Decider.CONTEXT
        elif match.end - match.start > 1:
            yield from ((place, Decider.PHRASE) for place in range(match.start, match.end))
        elif match.start in across:
            yield match.start, Decider.WORD
