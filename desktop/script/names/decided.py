"""Names that are decided, as a value that a conversion keeps to; a page in its own script is painted with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

SOUNDS = frozenset("里干涂采")
"""The characters that are only sounds in foreign names, and something else by themselves."""

SURNAMES = {"余": "余", "于": "于", "游": "游", "涂": "涂", "钟": "鍾"}
"""Surnames, and how they are written; those that are so anyway (范, 岳, 郁, 朴) need no decision."""

IN_NAMES = {**{sound: sound for sound in SOUNDS}, **SURNAMES, **{each: each for each in "后云丑咸斗"}}
"""Characters that are something else by themselves, and what they are in a name."""


@dataclass(frozen=True)
class Names:
    """Names of a thread, with how they are written; hashable, so that results can be kept by it.

    `items` are the name in simplified script and its form, equally long, of which only the characters count that
    have a choice. Of names that stand at one place the longest holds.
    """

    items: tuple[tuple[str, str], ...] = ()

    def settled_in(self, line: str) -> dict[int, str]:
        """Return the form of each character of `line` that one of the names settles, by its place."""
        if not self.items:
            return {}
        return {
            found.start() + offset: form
            for found in self._finder.finditer(line)
            for offset, form in self._settling[found[0]]
        }

    def with_choice(self, name: str, form: str) -> Names:
        """Return these names with `name` written as `form`, as a reader chose."""
        others = tuple(item for item in self.items if item[0] != name)
        return Names((*others, (name, form)))

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
