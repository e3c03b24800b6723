"""What a reader has made of words: a group of the state, and the kinds of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.keywords import Concept, WordList

    OwnItems = tuple[Concept | WordList | str, ...]


class OwnKind(StrEnum):
    """What a reader makes of words, each kept in a file of its own."""

    CONCEPTS = "concepts"
    WORDS = "words"
    STOP_WORDS = "stop-words"
    LISTS = "word-lists"


@dataclass(frozen=True, slots=True)
class Own:
    """What the reader has made of words, as the files say it."""

    concepts: tuple[Concept, ...] = ()
    """Words that are one to the reader."""

    words: tuple[str, ...] = ()
    """Words that stay whole."""

    stop_words: tuple[str, ...] = ()
    """Words that make no keyword."""

    lists: tuple[WordList, ...] = ()
    """Words to light together, under a name."""

    def of(self, kind: OwnKind) -> OwnItems:
        """Return what is of this kind."""
        match kind:
            case OwnKind.CONCEPTS:
                return self.concepts
            case OwnKind.WORDS:
                return self.words
            case OwnKind.STOP_WORDS:
                return self.stop_words
            case OwnKind.LISTS:
                return self.lists

    def having(self, kind: OwnKind, items: OwnItems) -> Own:
        """Return these with `items`, which are of this kind, in the place of the others."""
        given: Any = items
        match kind:
            case OwnKind.CONCEPTS:
                return replace(self, concepts=given)
            case OwnKind.WORDS:
                return replace(self, words=given)
            case OwnKind.STOP_WORDS:
                return replace(self, stop_words=given)
            case OwnKind.LISTS:
                return replace(self, lists=given)


NO_WORDS = Own()
"""Nothing, as long as the reader has made nothing."""
