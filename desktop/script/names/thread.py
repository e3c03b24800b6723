"""The names of a whole thread: one decision for each, wherever it stands, from all places that show something of it.

What one place proves of a name (余海 in 余海先生, 洛克里 in 洛克里·范) holds for every other place with the same
words. An author's name is one without any proof.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.script.names.decided import IN_NAMES, SURNAMES, Names
from desktop.script.names.local import name_places, settled_by_names
from desktop.script.names.people import given_name_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.script.names.lexicon import Lexicon
    from desktop.text import Span

_LONGEST = 12
"""Characters: an author who calls himself by more is a sentence."""
_HAN = re.compile("[\u4e00-\u9fff]+")


def names_in(
    lines: Iterable[str],
    authors: Iterable[str],
    edges_of: Callable[[str, Sequence[Span]], bytes],
    lexicon: Lexicon,
) -> Names:
    """Return the names of the simplified `lines` of a thread by `authors`.

    `edges_of` returns for a line and places in it where words end there, as `settled_by_names` takes it.
    """
    found = {name: form for line in lines for name, form in _proven_names(line, edges_of, lexicon)}
    for author in authors:
        if 1 < len(author) <= _LONGEST and _HAN.fullmatch(author) and not IN_NAMES.keys().isdisjoint(author):
            found[author] = "".join(IN_NAMES.get(character) or character for character in author)
    return Names(tuple(sorted(found.items())))


def _proven_names(
    line: str, edges_of: Callable[[str, Sequence[Span]], bytes], lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """Yield each whole name that a `line` proves, and its form."""
    places = name_places(line)
    if not places:
        return
    edges = edges_of(line, places)
    settled = settled_by_names(line, places, edges, lexicon)
    for place in places:
        inside = {at: form for at, form in settled.items() if place.start <= at < place.end}
        if line[place.start] in SURNAMES and place.start in settled:
            given = given_name_at(line, place.start, edges)
            name = line[place.start] + given
        else:
            name = place.of(line) if inside else ""
        if len(name) > 1:
            yield name, "".join(inside.get(place.start + rank, each) for rank, each in enumerate(name))
