"""What a reader has said of words: which stay whole, and which tell nothing."""

from __future__ import annotations

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
        if not self.whole:
            return
        folded, done = self.fold(line), 0
        begin, width = self._by_beginning
        for start in range(len(folded)):
            words = begin.get(folded[start : start + width]) if start >= done else None
            for word in words or ():
                if folded.startswith(word, start) and _is_by_itself(folded, start, start + len(word)):
                    done = start + len(word)
                    yield Span(start, done)
                    break

    def is_whole(self, word: str) -> bool:
        """Tell whether `word` is one that stays whole."""
        return bool(self.whole) and self.fold(word) in self.whole

    def is_stopped(self, word: str) -> bool:
        """Tell whether `word` makes no keyword."""
        return bool(self.stop) and self.fold(word) in self.stop

    @cached_property
    def _by_beginning(self) -> tuple[dict[str, list[str]], int]:
        """The words by their first characters, the longest first, and how many characters these are: two, or one.

        One expression of thousands of words would take a second to compile, and be tried word by word.
        """
        width = min(2, *map(len, self.whole))
        found: dict[str, list[str]] = {}
        for word in sorted(self.whole, key=len, reverse=True):
            found.setdefault(word[:width], []).append(word)
        return found, width


def _is_by_itself(line: str, start: int, end: int) -> bool:
    """Tell whether a word in letters or digits is one by itself from `start` to `end`: art is none of start."""
    joined = _is_letter(line[start - 1 : start]) and _is_letter(line[start])
    return not joined and not (_is_letter(line[end - 1]) and _is_letter(line[end : end + 1]))


def _is_letter(character: str) -> bool:
    """Tell whether `character`, folded, is a letter or digit of ASCII; False for none."""
    return character.isascii() and character.isalnum()
