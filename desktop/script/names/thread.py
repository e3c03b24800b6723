"""The names of a whole thread: one decision for each, wherever it stands, from all places that show something of it.

What one place proves of a name (余海 in 余海先生, 洛克里 in 洛克里·范) holds for every other place with the same
words. An author's name is one without any proof, unless it is a word as well: 后来, 旅游达人.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.script.names.decided import IN_NAMES, Names
from desktop.script.names.local import name_places, proven_names, settled_at
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.script.names.lexicon import Lexicon

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

    `edges_of` returns for a line and places in it where words end there, as `settled_at` takes it.
    """
    found: dict[str, str] = {}
    for line in lines:
        places = name_places(line)
        if places:
            edges = edges_of(line, places)
            found.update(proven_names(line, places, edges, settled_at(line, places, edges, lexicon)))
    for author in authors:
        if 1 < len(author) <= _LONGEST and _HAN.fullmatch(author) and not IN_NAMES.keys().isdisjoint(author):
            places = name_places(author)
            edges = edges_of(author, [Span(0, len(author))])
            settled = settled_at(author, places, edges, lexicon)
            if not any(place not in settled and _is_in_word(author, place, lexicon) for place in _telling(author)):
                found[author] = "".join(IN_NAMES.get(character) or character for character in author)
    return Names(tuple(sorted(found.items())))


def _telling(author: str) -> list[int]:
    """Return the places of the characters in `author` that are something else by themselves than in a name."""
    return [place for place, character in enumerate(author) if character in IN_NAMES]


def _is_in_word(author: str, place: int, lexicon: Lexicon) -> bool:
    """Tell whether the character at `place` is one of a word: somebody calls himself so, and means that."""
    words = (
        author[start:end] for start in range(place + 1) for end in range(max(place, start + 1) + 1, len(author) + 1)
    )
    return any(lexicon.is_word(word) or lexicon.is_phrase(word) for word in words)
