"""What a line shows by itself about the names in it: which characters they settle, in OpenCC's own standard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.script.names.decided import IN_NAMES, SOUNDS, SURNAMES, Settled
from desktop.script.names.foreign import foreign_sounds, may_be_foreign
from desktop.script.names.people import given_name_at, may_be_people, surname_at
from desktop.script.names.places import is_village, may_be_village
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.script.names.lexicon import Lexicon

_TELLING = re.compile(f"[{''.join(sorted(SOUNDS | SURNAMES.keys()))}]")


def name_places(line: str) -> list[Span]:
    """Return the places of `line`, in order, that can be names with a character to settle."""
    if not _TELLING.search(line):
        return []
    return sorted({Span(*place) for place in (*may_be_foreign(line), *may_be_people(line), *may_be_village(line))})


def settled_at(line: str, places: Sequence[Span], edges: bytes, lexicon: Lexicon) -> dict[int, Settled]:
    """Return what settles characters of `line` by a name at one of the `places`, by the place of the character.

    A phrase of the dictionaries that is longer than the name knows better (余慈高速). `edges` has a byte for each
    place of the line, its end included: 1 where a word ends, at the `places` at least.
    """
    settled: dict[int, Settled] = {}
    for place in places:
        longer = len(place) + 1
        if line[place.start] in SURNAMES and (form := surname_at(line, place.start, edges, lexicon)):
            given = given_name_at(line, place.start, edges)
            settled[place.start] = Settled(form, len(given) + len("余") + 1 if given else len("余总") + 1)
        elif line[place.end - 1] == "里" and is_village(line, place.start, place.end, lexicon):
            settled[place.end - 1] = Settled("里", longer)
        for sound in foreign_sounds(line, place, edges, lexicon):
            settled[sound] = Settled(line[sound], longer)
    return settled


def proven_names(
    line: str, places: Sequence[Span], edges: bytes, settled: Mapping[int, Settled]
) -> Iterator[tuple[str, str]]:
    """Yield each whole name at one of the `places` of `line`, and its form, as its characters are `settled`."""
    for place in places:
        inside = {at: one.form for at, one in settled.items() if place.start <= at < place.end}
        if line[place.start] in SURNAMES and place.start in settled:
            name = line[place.start] + given_name_at(line, place.start, edges)
        else:
            name = place.of(line) if inside else ""
        open_to_more = any(each in IN_NAMES and place.start + rank not in settled for rank, each in enumerate(name))
        if len(name) > 1 and not open_to_more:  # 至于余海 has 于 that is in no name
            yield name, "".join(inside.get(place.start + rank, each) for rank, each in enumerate(name))
