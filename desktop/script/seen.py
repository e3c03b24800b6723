"""The characters of a text that a reader sees, for search and for cutting words, and the map back to all of them.

A zero-width space within 自由自在, a soft hyphen within software, or the selector of a variant behind 葛 is nothing
that anyone types or sees. Texts are searched and cut without such characters; the places found have them in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# What Unicode calls default-ignorable, without its fillers, which take a place of their own on the page.
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    f"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff{_SELECTORS}"
)
"""The members of the class of characters that nobody sees, for a regular expression."""

_RUN = re.compile(f"([{_SELECTORS}]*)[{UNSEEN}]*")
_FIRST = re.compile(f"[{UNSEEN}]")


def without_unseen(text: str) -> str:
    """Return `text` without the characters that nobody sees."""
    return _FIRST.sub("", text) if _FIRST.search(text) else text


def search_key(words: str) -> str:
    """Return what `words` are compared and searched by: equal for the same seen words in either script.

    Raises DictionaryError if the dictionaries are missing.
    """
    from desktop.script.folding import fold

    return fold(without_unseen(words))


class SeenText(NamedTuple):
    """`text` is what is seen of a source; the maps lead from its offsets back to code points of the source.

    For each run of characters that are not seen, `places` has where it stood in `text`, in ascending order,
    `hidden` how many have been left out up to its end, and `selectors` how many of it select the form of the
    character before it.
    """

    text: str
    places: tuple[int, ...] = ()
    hidden: tuple[int, ...] = ()
    selectors: tuple[int, ...] = ()

    @classmethod
    def of(cls, source: str, joints: Sequence[tuple[int, int, bool]] = ()) -> SeenText:
        """Return what is seen of `source`, in which lines are joined at `joints` (see `Joint`)."""
        return cls._with_joints(source, joints) if joints else cls._of(source)

    @classmethod
    def _of(cls, source: str) -> SeenText:
        runs: list[re.Match[str]] = []
        first = _FIRST.search(source)
        while first is not None and (run := _RUN.match(source, first.start())):
            runs.append(run)
            first = _FIRST.search(source, run.end())
        if not runs:
            return cls(source)
        hidden = tuple(accumulate(len(run[0]) for run in runs))
        places = (run.end() - gone for run, gone in zip(runs, hidden, strict=True))
        return cls(_FIRST.sub("", source), tuple(places), hidden, tuple(len(run[1]) for run in runs))

    @classmethod
    def _with_joints(cls, source: str, joints: Sequence[tuple[int, int, bool]]) -> SeenText:
        """Return what is seen between `joints`, and the blanks that are read there."""
        pieces, places, hidden, selectors = list[str](), list[int](), list[int](), list[int]()
        length = gone = done = 0
        for start, end, blank in (*joints, (len(source), len(source), False)):
            part = cls._of(source[done:start])
            pieces += (part.text, " " * blank)
            places += (length + place for place in part.places)
            hidden += (gone + count for count in part.hidden)
            selectors += part.selectors
            length += len(part.text) + blank
            gone = end - length
            done = end
            if end - start > blank:
                places.append(length)
                hidden.append(gone)
                selectors.append(0)
        return cls("".join(pieces), tuple(places), tuple(hidden), tuple(selectors))

    def to_source(self, span: Span) -> Span:
        """Return the code points of the source that are seen at `span`, with the selectors of its last character.

        An empty span becomes one before the character that it is before.
        """
        start = self.start_in_source(span.start)
        if not span:
            return Span(start, start)
        run = bisect_left(self.places, span.end)
        end = span.end + (self.hidden[run - 1] if run else 0)
        behind = run < len(self.places) and self.places[run] == span.end
        return Span(start, end + (self.selectors[run] if behind else 0))

    def start_in_source(self, offset: int) -> int:
        """Return where in the source the seen character at `offset` stands; the source's end for that of `text`."""
        run = bisect_right(self.places, offset)
        return offset + (self.hidden[run - 1] if run else 0)

    def tile_in_source(self, span: Span) -> Span:
        """Return `span` with all that is not seen behind its characters, and what begins the source.

        Spans that tile `text` become spans that tile the source.
        """
        start = self.start_in_source(span.start) if span.start else 0
        return Span(start, self.start_in_source(span.end))

    def offset_in_text(self, offset: int) -> int:
        """Return how many characters are seen before the source's `offset`."""
        runs = range(len(self.places))
        run = bisect_left(runs, offset, key=lambda rank: self.places[rank] + (self.hidden[rank - 1] if rank else 0))
        return max(self.places[run - 1], offset - self.hidden[run - 1]) if run else offset
