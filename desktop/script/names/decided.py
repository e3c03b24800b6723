"""Names that are decided, as a value that a conversion keeps to; a page in its own script is painted with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """

    items: tuple[tuple[str, str], ...] = ()

    def places_in(self, line: str) -> list[tuple[int, int]]:
        """Return the start and end of each place of `line` where one of the names may stand."""
        return [found.span() for found in self._finder.finditer(line)] if self.items else []

    def settled_in(self, line: str, places: Sequence[tuple[int, int]], edges: bytes) -> dict[int, Settled]:
        """Return the form of each character of `line` that a name at one of the `places` settles, by its place.

        `edges` has a 1 where a word of `line` ends: one of two characters is none within a word (其余|海), unless
        behind what names stand behind (和泽于, which jieba takes for one).
        """
        return {
            start + offset: Settled(form)
            for start, end in places
            if end - start > _SHORT or edges[start] or line[start - 1 : start] in CALLED
            for offset, form in self._settling[line[start:end]]
        }

    def joined(self, others: Names) -> Names:
        """Return these names and `others`, which win."""
        return Names(tuple(sorted({**dict(self.items), **dict(others.items)}.items()))) if others.items else self

    def with_choice(self, name: str, form: str) -> Names:
        """Return these names with `name` written as `form`, as a reader chose."""
        others = tuple(item for item in self.items if item[0] != name)
        return Names((*others, (name, form)))

    def __hash__(self) -> int:
        return self._hash  # a giant thread has thousands, and whatever is kept by a manner asks for it

    @cached_property
    def _hash(self) -> int:
        return hash(self.items)

    @cached_property
    def _finder(self) -> re.Pattern[str]:
        names = sorted((name for name, _ in self.items), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, names)))

    @cached_property
    def _settling(self) -> dict[str, list[tuple[int, str]]]:
        return {
            name: [(offset, form[offset]) for offset, character in enumerate(name) if character in IN_NAMES]
            for name, form in self.items
        }


NO_NAMES = Names()
