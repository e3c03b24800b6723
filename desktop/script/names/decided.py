"""Names that are decided, as a value that a conversion keeps to; a page in its own script is painted with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SOUNDS = frozenset("里干涂采")
"""The characters that are only sounds in foreign names, and something else by themselves."""

SURNAMES = {"余": "余", "于": "于", "游": "游", "涂": "涂", "钟": "鍾"}
"""Surnames, and how they are written; those that are so anyway (范, 岳, 郁, 朴) need no decision."""

IN_NAMES = {**{sound: sound for sound in SOUNDS}, **SURNAMES, **{each: each for each in "后丑咸斗"}}
"""Characters that are something else by themselves, and what they are in a name."""

CALLED = frozenset(
    "到和与跟同找请让叫给问是说像的、，。：；！？“”「」『』（）()《》〈〉—…·・　 \t\n对向被把由及或为替叫姓叹"
)
"""What may stand right before somebody's name."""

_SHORT = 2


class Settled(NamedTuple):
    """What decides a character: its form, and how many characters a phrase must have to know better."""

    form: str
    outdone_by: float = inf


@dataclass(frozen=True)
class Names:
    """Names of a thread, with how they are written; hashable, so that results can be kept by it.

    `items` are the name in simplified script and its form, equally long, of which only the characters count that
    have a choice. Of names that stand at one place the longest holds.

    `said` is what a reader said of words, which holds before all else: the form of a name, all of whose characters
    count, or None for what is no name, whose characters are settled by none then.
    """

    items: tuple[tuple[str, str], ...] = ()
    said: tuple[tuple[str, str | None], ...] = ()

    def places_in(self, line: str) -> list[tuple[int, int]]:
        """Return the start and end of each place of `line` where one of the names may stand, or what is said of."""
        found = [found.span() for found in self._finder.finditer(line)] if self.items else []
        return sorted({*found, *self.said_places_in(line)}) if self.said else found

    def said_places_in(self, line: str) -> list[tuple[int, int]]:
        """Return the start and end of each place of `line` with words of which a reader said something."""
        return [found.span() for found in self._said_finder.finditer(line)] if self.said else []

    def settled_in(
        self, line: str, places: Sequence[tuple[int, int]], edges: bytes, before: Mapping[int, Settled]
    ) -> dict[int, Settled]:
        """Return what of `line` is settled `before` and by names at the `places`, by the place of each character.

        `edges` has a 1 where a word of `line` ends: one of two characters is none within a word (其余|海), unless
        behind what names stand behind (和泽于, which jieba takes for one).
        """
        stand = [(start, end) for start, end in places if _stands_alone(line, start, end, edges)]
        settled = dict(before)
        for start, end in stand:
            found = self._settling.get(line[start:end], ())
            settled |= {start + offset: Settled(form) for offset, form in found}
        for start, end in self.said_places_in(line):
            form = self._forms_said[line[start:end]]
            if form is not None:
                if _stands_alone(line, start, end, edges):
                    settled |= {start + offset: Settled(each) for offset, each in enumerate(form)}
            elif not any(first <= start and end <= last and last - first > end - start for first, last in stand):
                for place in range(start, end):
                    settled.pop(place, None)
        return settled

    def stands_at(self, line: str, start: int, end: int, edges: bytes) -> bool:
        """Tell whether one of the names stands at that place of `line`, or what is between `edges` is other words."""
        return _stands_alone(line, start, end, edges)

    def joined(self, others: Names) -> Names:
        """Return these names and `others`, which win."""
        return Names(tuple(sorted({**dict(self.items), **dict(others.items)}.items()))) if others.items else self

    def as_said(self, said: tuple[tuple[str, str | None], ...]) -> Names:
        """Return these names with what a reader `said` of words, the form of a name or None for what is no name."""
        return self if said == self.said else replace(self, said=said)

    def __hash__(self) -> int:
        return self._hash  # a giant thread has thousands, and whatever is kept by a manner asks for it

    @cached_property
    def _hash(self) -> int:
        return hash((self.items, self.said))

    @cached_property
    def _finder(self) -> re.Pattern[str]:
        return _finder_of(self.items)

    @cached_property
    def _said_finder(self) -> re.Pattern[str]:
        return _finder_of(self.said)

    @cached_property
    def _forms_said(self) -> dict[str, str | None]:
        return dict(self.said)

    @cached_property
    def _settling(self) -> dict[str, list[tuple[int, str]]]:
        return {
            name: [(offset, form[offset]) for offset, character in enumerate(name) if character in IN_NAMES]
            for name, form in self.items
        }


@lru_cache(8)
def _finder_of(items: tuple[tuple[str, str | None], ...]) -> re.Pattern[str]:
    """Return what finds any of the names, at each place the longest: made once, whatever a reader says of them."""
    names = sorted((name for name, _ in items), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


def _stands_alone(line: str, start: int, end: int, edges: bytes) -> bool:
    return bool(end - start > _SHORT or edges[start] or line[start - 1 : start] in CALLED)


NO_NAMES = Names()
