"""What a reader has said of words: which stay whole, and which tell nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, eq=False)
class OwnWords:
    """A reader's own words, as `fold` folds them: it keeps the length of a text and makes both scripts one.

    `whole` are words that stay whole, `stop` those that make no keyword.
    """

    fold: Callable[[str], str]
    whole: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()

    def whole_in(self, line: str) -> Iterator[Span]:
        """Yield where `line` has words that stay whole, from left to right, the longest at each place."""
        if self.whole:
            for found in self._pattern.finditer(self.fold(line)):
                yield Span(*found.span())

    def is_whole(self, word: str) -> bool:
        """Tell whether `word` is one that stays whole."""
        return bool(self.whole) and self.fold(word) in self.whole

    def is_stopped(self, word: str) -> bool:
        """Tell whether `word` makes no keyword."""
        return bool(self.stop) and self.fold(word) in self.stop

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.whole, key=lambda word: (-len(word), word))
        # A word in letters or digits is one by itself only: art is none of start.
        return re.compile("|".join(map(_by_itself, longest_first)))


def _by_itself(word: str) -> str:
    before, behind = (edge.isascii() and edge.isalnum() for edge in (word[0], word[-1]))
    return f"{'(?<![a-z0-9])' if before else ''}{re.escape(word)}{'(?![a-z0-9])' if behind else ''}"
