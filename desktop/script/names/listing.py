"""The names of a thread as a reader is shown them: where each stands, and by what it was taken for one.

More is listed than is decided: a surname that is written as it is anyway (范, 叶) has other forms, which a reader may
choose, and so has a foreign name that a dictionary settles (里根).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.names.decided import CALLED, SOUNDS, SURNAMES
from desktop.script.names.foreign import known_foreign, may_be_known_foreign
from desktop.script.names.local import name_places, settled_at
from desktop.script.names.people import TITLES, given_name_at, is_given
from desktop.script.names.places import is_village
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from desktop.script.names.decided import Names, Settled
    from desktop.script.names.lexicon import Lexicon

_OTHER_SURNAMES = "范卜万郁谷宁叶党丰朴岳凌姜沈曲云"
"""Surnames with other forms of which the usual one is right."""
_TITLED = re.compile(f"[{''.join(SURNAMES)}{_OTHER_SURNAMES}]({TITLES})")
_OTHERS = re.compile(f"[{_OTHER_SURNAMES}]")
_FAMILIAR = frozenset("老小阿")
_SHORT, _WHOLE_NAME = 2, 3
_LONGEST_AUTHOR = 4
_HAN = re.compile("[\u4e00-\u9fff]+")


class Reason(StrEnum):
    """By what words are taken for a name, the most telling first."""

    AUTHOR = "author"
    TITLE = "title"
    GIVEN = "given"
    SOUND = "sound"
    VILLAGE = "village"
    THREAD = "thread"
    READER = "reader"


class NamePlace(NamedTuple):
    """A place in a line that is taken for a name; READER: of which a reader said something, be it that it is none."""

    span: Span
    reason: Reason


class NameLister:
    """Tells where in simplified lines names stand, of a thread with these `names`, by authors of these `callings`.

    `edges_of` returns for a line and places in it where words end there, as `settled_at` takes it.
    """

    def __init__(
        self,
        names: Names,
        callings: Iterable[str],
        edges_of: Callable[[str, Sequence[Span]], bytes],
        lexicon: Lexicon,
    ) -> None:
        self._names = names
        self._edges_of = edges_of
        self._lexicon = lexicon
        self._callings = frozenset(callings)
        longest_first = sorted(self._callings, key=len, reverse=True)
        self._authors = re.compile("|".join(map(re.escape, longest_first))) if self._callings else None

    def places(self, line: str) -> list[NamePlace]:
        """Return the names in `line` in order, none within another."""
        local = name_places(line)
        others = [Span(found.start(), min(len(line), found.start() + 4)) for found in _OTHERS.finditer(line)]
        named = [Span(*place) for place in self._names.places_in(line)]
        authors = [Span(*found.span()) for found in self._authors.finditer(line)] if self._authors else []
        foreign = [Span(*place) for place in may_be_known_foreign(line)]
        asked = sorted({*local, *others, *named, *authors, *foreign})
        if not asked:
            return []
        edges = self._edges_of(line, asked)
        settled = settled_at(line, local, edges, self._lexicon)
        found: dict[Span, Reason] = {}
        for place in (*self._shown(line, local, edges, settled), *self._of_others(line, others, edges)):
            found[place.span] = min(place.reason, found.get(place.span, place.reason), key=_RANKS.__getitem__)
        for run in foreign:
            for span in known_foreign(line, run, edges, self._lexicon):
                found.setdefault(span, Reason.SOUND)
        for span in authors:
            if self._is_apart(line, span, edges):
                found[span] = Reason.AUTHOR
        said = [Span(*place) for place in self._names.said_places_in(line)]
        for span in named:
            if span not in found and span not in said and self._names.stands_at(line, span.start, span.end, edges):
                found[span] = Reason.THREAD
        return _outermost(found, said)

    def _shown(
        self, line: str, places: Sequence[Span], edges: bytes, settled: Mapping[int, Settled]
    ) -> Iterator[NamePlace]:
        """Yield what the `line` itself shows at `places`, as its characters are `settled`."""
        for place in places:
            if line[place.start] in SURNAMES:
                if place.start in settled:
                    yield from _person(line, place.start, edges)
            elif line[place.end - 1] == "里" and is_village(line, place.start, place.end, self._lexicon):
                yield NamePlace(place, Reason.VILLAGE)
            elif any(at in settled and line[at] in SOUNDS for at in range(place.start, place.end)):
                yield NamePlace(place, Reason.SOUND)

    def _of_others(self, line: str, places: Sequence[Span], edges: bytes) -> Iterator[NamePlace]:
        """Yield names at `places` with a surname that needs no decision: before a title, or whole in one word."""
        for place in places:
            start = place.start
            if not edges[start] or not (start == 0 or line[start - 1] in CALLED or line[start - 1] in _FAMILIAR):
                continue
            word = line[start : edges.find(1, start + 1)]
            titled = _TITLED.match(line, start)
            if titled and edges[titled.end()]:
                yield from _person(line, start, edges)
            elif len(word) == _WHOLE_NAME and is_given(word[1:]) and not self._lexicon.is_phrase(word):
                yield NamePlace(Span(start, start + len(word)), Reason.GIVEN)

    def _is_apart(self, line: str, span: Span, edges: bytes) -> bool:
        """Tell whether an author's name stands at `span`: not the end of one word and the beginning of another.

        Nor a word itself, by which somebody calls himself (后来).
        """
        if len(span) == _SHORT and self._lexicon.is_word(span.of(line)):
            return False
        return bool((edges[span.start] or line[span.start - 1] in CALLED) and edges[span.end])


def callings_of(authors: Iterable[str], several: Callable[[str], bool]) -> list[str]:
    """Return what simplified `authors` are called by with a character that has `several` forms, each once."""
    runs = (run for author in dict.fromkeys(authors) for run in _HAN.findall(author))
    wanted = (run for run in runs if 1 < len(run) <= _LONGEST_AUTHOR and any(map(several, run)))
    return list(dict.fromkeys(wanted))


def _person(line: str, start: int, edges: bytes) -> Iterator[NamePlace]:
    """Yield the name that begins with the surname at `start`: with its given name, else with its title or 老."""
    titled = _TITLED.match(line, start)
    given = "" if titled else given_name_at(line, start, edges)  # 先生 could be a given name, too
    end = start + 1 + len(given)
    if given:
        behind = re.compile(TITLES).match(line, end)
        yield NamePlace(Span(start, end), Reason.TITLE if behind else Reason.GIVEN)
    elif titled:
        yield NamePlace(Span(*titled.span()), Reason.TITLE)
    elif start and line[start - 1] in _FAMILIAR:
        yield NamePlace(Span(start - 1, start + 1), Reason.TITLE)


_RANKS = {reason: rank for rank, reason in enumerate(Reason)}


def _outermost(found: Mapping[Span, Reason], said: Sequence[Span]) -> list[NamePlace]:
    """Return the places `found` that lie within no other; those of which a reader `said` something come first."""
    taken = [NamePlace(span, found.get(span, Reason.READER)) for span in said]
    for span in sorted(found, key=lambda span: (-len(span), span.start)):
        if not any(span.overlaps(place.span) for place in taken):
            taken.append(NamePlace(span, found[span]))
    return sorted(taken, key=lambda place: place.span)
