"""Concepts: several words for one thing that are one term under one light (特朗普 川普), as values.

`concepts_form` reads and writes the files of them: the one that ships with the app, and the reader's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from desktop.script import convert, exchanged, forms_by, pieces_of, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SHORTEST, LONGEST = 2, 60
"""How many characters a word of a concept may have: a single one is a part of a thousand other words."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class ConceptFlaw(StrEnum):
    """Why a line, or words that were chosen, make no concept."""

    ONE_WORD = "one-word"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    CONTROL = "control"
    STRANGE_EXCEPTION = "strange-exception"


@dataclass(frozen=True, slots=True)
class Concept:
    """Words for one thing, two or more. `exceptions` are longer words in which they are something else.

    Raises ValueError for words that `concept_flaw` objects to.
    """

    words: tuple[str, ...]
    exceptions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        flaw = concept_flaw(self.words, self.exceptions)
        if flaw is not None:
            raise ValueError(flaw.value)

    @property
    def keys(self) -> frozenset[str]:
        """What the words are compared by."""
        return frozenset(map(search_key, self.words))


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """Concepts that go and concepts that come; the inverse is the other way round."""

    gone: tuple[Concept, ...] = ()
    come: tuple[Concept, ...] = ()

    @property
    def inverse(self) -> ConceptChange:
        """What takes it back."""
        return ConceptChange(self.come, self.gone)


def concept_flaw(words: Sequence[str], exceptions: Sequence[str] = ()) -> ConceptFlaw | None:
    """Return what keeps `words` from being a concept with these `exceptions`; None when nothing does.

    An exception has to have one of the words in it and more. CONTROL is a line break, another control character, or
    a lone surrogate, which no file in UTF-8 can hold.
    """
    keys = [search_key(word.strip()) for word in words]
    longer = [search_key(word.strip()) for word in exceptions]
    if any(_CONTROL.search(word) for word in (*words, *exceptions)):
        return ConceptFlaw.CONTROL
    if any(len(key) < SHORTEST for key in keys):
        return ConceptFlaw.TOO_SHORT
    if any(len(key) > LONGEST for key in (*keys, *longer)):
        return ConceptFlaw.TOO_LONG
    if len(set(keys)) < 2:
        return ConceptFlaw.ONE_WORD
    if not all(any(key in long and key != long for key in keys) for long in longer):
        return ConceptFlaw.STRANGE_EXCEPTION
    return None


@dataclass(frozen=True, eq=False)
class Concepts:
    """Concepts in order; those that share a word are one. Hashable; equal ones are told by their hash first.

    Besides, words are one concept that OpenCC's dictionaries exchange between regions (內存 記憶體), unless
    `exchanging` is False.
    """

    items: tuple[Concept, ...] = ()
    exchanging: bool = True
    _hash: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.items, self.exchanging)))

    def forms(self, words: str) -> tuple[str, ...]:
        """Return the folded forms by which `words` are searched: their own first, then all that they are one with.

        Each whole word of a concept in them, the longest at each place, stands for all of its concept, and for all
        that a dictionary exchanges it with in one step, as `phrase_forms` has it. At most 64 forms; none of what
        nobody sees. Raises DictionaryError if the dictionaries are missing.
        """
        return _forms(self, words)

    def exceptions(self, form: str) -> tuple[str, ...]:
        """Return the folded longer words in which a folded `form` is something else.

        Those that a concept names for it, and the words of all other concepts that have it in them.
        """
        return self._exceptions.get(form, ())

    def are_same(self, words: str, others: str) -> bool:
        """Tell whether one is a form of the other: in either script, of another region, or of one concept."""
        return search_key(others) in self.forms(words)

    def key(self, word: str) -> str:
        """Return what a folded `word` is counted as: the same for all words of its concept.

        Unlike `forms`, this goes on from word to word, so that each is counted once. A word that is none of a concept
        is counted by those within it: 項目經理 as 專案經理.
        """
        if word in self._keys or len(word) <= SHORTEST:
            return self._keys.get(word, word)
        return _key_by_pieces(self, word)

    def members(self, key: str) -> tuple[str, ...]:
        """Return the folded words that are counted as `key`."""
        return self._members.get(key, (key,))

    def simplified(self, key: str) -> tuple[str, ...]:
        """Return the simplified words that are counted as `key`, as far as the concepts name them."""
        return self._simplified.get(key, ())

    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Return all folded words of concepts, with the longer words in which each is something else."""
        return {word: self.exceptions(word) for word in self._others}

    def __contains__(self, word: str) -> bool:
        """Tell whether a folded `word` is one of a concept."""
        return word in self._keys

    # -- the reader's own -----------------------------------------------------------------------------------------

    def merging(self, word: str, other: str) -> ConceptChange:
        """Return what makes `word` and `other` one, with all that either is one with among these already.

        Nothing where they are one. Raises ValueError for words that `concept_flaw` objects to.
        """
        touched = tuple(item for item in self.items if {search_key(word), search_key(other)} & item.keys)
        if any({search_key(word), search_key(other)} <= item.keys for item in touched):
            return ConceptChange()
        words = (*(one for item in touched for one in item.words), word.strip(), other.strip())
        exceptions = dict.fromkeys(one for item in touched for one in item.exceptions)
        by_key = {search_key(one): one for one in reversed(words)}
        together = tuple(dict.fromkeys(by_key[search_key(one)] for one in words))
        return ConceptChange(touched, (Concept(together, tuple(exceptions)),))

    def with_change(self, change: ConceptChange) -> Concepts | None:
        """Return these with `change` done to them; None where one that should go isn't here.

        Those that come take the place of the first that goes.
        """
        if not set(change.gone) <= set(self.items):
            return None
        place = min((self.items.index(item) for item in change.gone), default=len(self.items))
        come = tuple(item for item in change.come if item not in self.items or item in change.gone)
        rest = [item for item in self.items if item not in change.gone]
        return Concepts((*rest[:place], *come, *rest[place:]), self.exchanging)

    def together(self, others: Concepts) -> Concepts:
        """Return these and `others`: the shipped ones with the reader's own."""
        return Concepts((*self.items, *others.items), self.exchanging)

    # -- what they come to ----------------------------------------------------------------------------------------

    @cached_property
    def _groups(self) -> tuple[frozenset[str], ...]:
        return _joined(item.keys for item in self.items)

    @cached_property
    def _others(self) -> Mapping[str, tuple[str, ...]]:
        others = {word: tuple(sorted(group - {word})) for group in self._groups for word in group}
        if not self.exchanging:
            return others
        known = exchanged()
        return {
            **known,
            **{word: tuple(dict.fromkeys((*some, *known.get(word, ())))) for word, some in others.items()},
        }

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._others), default=0)

    @cached_property
    def _exceptions(self) -> Mapping[str, tuple[str, ...]]:
        found = defaultdict[str, dict[str, None]](dict)
        for item in self.items:
            for longer in map(search_key, item.exceptions):
                for word in item.keys:
                    if word in longer:
                        found[word][longer] = None
        for word, longer in _nested(self._groups):
            found[word][longer] = None
        return {word: tuple(longer) for word, longer in found.items()}

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        pairs = (frozenset((word, *some)) for word, some in self._others.items())
        first = {search_key(word): -rank for rank, item in enumerate(self.items) for word in item.words[:1]}
        return {
            min(group, key=lambda word: (first.get(word, 1), word)): tuple(sorted(group)) for group in _joined(pairs)
        }

    @cached_property
    def _simplified(self) -> Mapping[str, tuple[str, ...]]:
        return {key: tuple(convert(word, "t2s").text for word in group) for key, group in self._members.items()}

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return {word: key for key, group in self._members.items() for word in group}

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Concepts):
            return NotImplemented
        if self is other:
            return True
        return self._hash == other._hash and (self.items, self.exchanging) == (other.items, other.exchanging)

    def __hash__(self) -> int:
        return self._hash


NO_CONCEPTS = Concepts(exchanging=False)
"""With these a word is itself alone, in either script."""


@lru_cache(maxsize=2**15)
def _key_by_pieces(concepts: Concepts, word: str) -> str:
    def key(piece: str) -> str:
        strange = any(longer in word for longer in concepts.exceptions(piece))
        return piece if strange or len(piece) < SHORTEST else concepts.key(piece)

    return "".join(map(key, pieces_of(word, concepts._others, concepts._longest)))  # pyright: ignore[reportPrivateUsage]


@lru_cache(maxsize=4096)
def _forms(concepts: Concepts, words: str) -> tuple[str, ...]:
    return forms_by(search_key(words), concepts._others, concepts._longest)  # pyright: ignore[reportPrivateUsage]


def _joined(groups: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Return `groups` with those made one that share a word, in the order of their first words."""
    of_word: dict[str, set[str]] = {}
    for group in groups:
        touched = {id(one): one for word in group if (one := of_word.get(word)) is not None}
        largest = max(touched.values(), key=len, default=set[str]())
        for word in group.union(*touched.values()):
            of_word[word] = largest
            largest.add(word)
    return tuple(frozenset(group) for group in {id(group): group for group in of_word.values()}.values())


def _nested(groups: Sequence[frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Yield each word that stands within one of another group, with that."""
    number_of = {word: number for number, group in enumerate(groups) for word in group}
    for longer, number in number_of.items():
        for start in range(len(longer)):
            for end in range(start + SHORTEST, len(longer) + 1):
                if number_of.get(longer[start:end], number) != number:
                    yield longer[start:end], longer
