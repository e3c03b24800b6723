"""The names of a whole thread: one decision for each, wherever it stands, from all places that show something of it.

What one place proves of a name (余海 in 余海先生, 洛克里 in 洛克里·范) holds for every other place with the same
words. An author's name is one without any proof, unless it is a word as well: 后来, 旅游达人.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.script.names.decided import IN_NAMES, Names
from desktop.script.names.local import name_places, proven_names, settled_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop.script.names.decided import Settled
    from desktop.script.names.lexicon import Lexicon
    from desktop.text import Span

_LONGEST = 4
"""Characters: who calls himself by more, calls himself by words (爱干饭的人)."""
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
    for name in _callings(authors):
        places = name_places(name)
        if _is_somebody(name, settled_at(name, places, edges_of(name, places), lexicon), lexicon):
            found[name] = "".join(IN_NAMES.get(character) or character for character in name)
    return Names(tuple(sorted(found.items())))


def _callings(authors: Iterable[str]) -> list[str]:
    """Return what `authors` are called that has a character to decide, without what else is beside it (余海_98)."""
    runs = (run for author in dict.fromkeys(authors) for run in _HAN.findall(author))
    return [run for run in runs if len(run) > 1 and not IN_NAMES.keys().isdisjoint(run)]


def _is_somebody(name: str, settled: Mapping[int, Settled], lexicon: Lexicon) -> bool:
    """Tell whether an author's `name`, some of whose characters are `settled`, is one, and not words."""
    left = [place for place, each in enumerate(name) if each in IN_NAMES and place not in settled]
    return not left or (len(name) <= _LONGEST and not any(_is_in_word(name, place, lexicon) for place in left))


def _is_in_word(author: str, place: int, lexicon: Lexicon) -> bool:
    """Tell whether the character at `place` is one of a word: somebody calls himself so, and means that."""
    words = (
        author[start:end] for start in range(place + 1) for end in range(max(place, start + 1) + 1, len(author) + 1)
    )
    return any(lexicon.is_word(word) or lexicon.is_phrase(word) for word in words)
