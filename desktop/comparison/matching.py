"""Which answers of a newer save of a thread are new, which were edited, and which of the older one are gone.

An answer is followed by where it stands on the web; else by who wrote it and by its words; else by its words alone:
people change their names, and many have none. What is only parted otherwise, as by another program, is no change.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.comparison.addresses import address_keys
from desktop.comparison.said import lines_of, name_key, said
from desktop.comparison.sampling import clauses_in
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from desktop.documents import Document

_TELLING = 40
"""Fewer letters can be said by two people, or twice by one: 「好的」."""

_ALIKE_OF_ONE = 0.3
"""Two answers of one author are one, edited, when so much of the shorter one is in the other."""

_ALIKE_OF_ANY = 0.5
"""Of two authors, when so much of the longer one is in the other."""

_ELSEWHERE = 0.9
"""An answer is neither new nor gone when so much of it stands somewhere in the other save."""

_COMMON = 8
"""A clause that stands in more answers than these tells none of them."""


class AnswerChange(StrEnum):
    """What became of an answer between two saves."""

    NEW = "new"
    EDITED = "edited"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class ThreadChanges:
    """What is otherwise in a newer save; answers are named by their indices in it, those `gone` in the older one."""

    new: frozenset[int] = frozenset()
    edited: Mapping[int, int] = field(default_factory=dict[int, int])
    """The answers whose words are others now, and what each was in the older save."""
    gone: tuple[int, ...] = ()
    kept: Mapping[int, int] = field(default_factory=dict[int, int], compare=False)
    """The answers of the older save that say the same in the newer one, and which each is there."""

    def __bool__(self) -> bool:
        return bool(self.new or self.edited or self.gone)


def compare_threads(earlier: Document, later: Document, pause: Callable[[], None] = no_pause) -> ThreadChanges:
    """Return what is otherwise in the save `later` than it was in `earlier`, of the same thread.

    `pause` is called before each answer and may raise. Raises DictionaryError.
    """
    before, now = address_keys(earlier, later)
    matching = _Matching(_Side(earlier, before, pause), _Side(later, now, pause))
    for step in (matching.by_address, matching.by_words, matching.by_likeness, matching.by_author):
        step()
    old, new = matching.old, matching.new
    kept = {here: there for here, there in matching.pairs if old.words[here] == new.words[there]}
    edited = {there: here for here, there in matching.pairs if here not in kept}
    return ThreadChanges(
        frozenset(index for index in new.free if new.words[index] and not new.is_in(index, old)),
        dict(sorted(edited.items())),
        tuple(index for index in old.free if old.words[index] and not old.is_in(index, new)),
        kept,
    )


class _Side:
    """One of the saves: what its answers are compared by, and which of them have no counterpart yet."""

    def __init__(self, document: Document, addresses: tuple[str, ...], pause: Callable[[], None]) -> None:
        self._document = document
        self._pause = pause
        self.answers = document.answers
        self.words = tuple(self._words())
        named = cache(name_key)
        self.authors = tuple(named(answer.author) for answer in self.answers)
        self.addresses = addresses
        self.free = dict.fromkeys(range(len(self.answers)))
        self._clauses: dict[int, set[str]] = {}
        self._all: set[str] | None = None

    def _words(self) -> Iterable[str]:
        for answer in self.answers:
            self._pause()
            yield said(self._document, answer)

    def clauses(self, index: int) -> set[str]:
        """Return what the words of an answer are weighed by."""
        if index not in self._clauses:
            words = "\n".join(lines_of(self._document, self.answers[index]))
            self._clauses[index] = clauses_in(words, self._pause)
        return self._clauses[index]

    def is_in(self, index: int, other: _Side) -> bool:
        """Tell whether nearly all words of an answer stand somewhere in the `other` save."""
        own = self.clauses(index)
        return bool(own) and _weight(own & other.everything()) >= _ELSEWHERE * _weight(own)

    def everything(self) -> set[str]:
        """Return the clauses of the whole save, whoever wrote them."""
        if self._all is None:
            self._all = clauses_in(self._document.text, self._pause)
        return self._all


class _Likeness(NamedTuple):
    """How much two answers, of either save, share: in letters of clauses."""

    shared: int
    old: int
    new: int


class _Matching:
    """The answers of two saves, brought together step by step."""

    def __init__(self, old: _Side, new: _Side) -> None:
        self.old, self.new = old, new
        self.pairs: list[tuple[int, int]] = []

    def by_address(self) -> None:
        """Bring those together that stand in one place on the web, and the question with the question."""
        self._by(lambda side, index: side.addresses[index] or None)
        self._by(lambda side, index: side.answers[index].is_question or None)

    def by_words(self) -> None:
        """Bring those together that say the very same: of one author, else of anyone, where that can't be chance."""
        self._by(lambda side, index: (side.authors[index], side.words[index]) if side.words[index] else None)
        self._by(lambda side, index: side.words[index] if len(side.words[index]) >= _TELLING else None)

    def by_likeness(self) -> None:
        """Bring those together that say nearly the same, the likest first, of one author before all others."""
        likely = self._likely()
        of_one = [one for one in likely if self._is_one_author(one.old, one.new)]
        self._take(of_one, lambda one: one.shared / max(1, min(self._weights(one))), _ALIKE_OF_ONE)
        long = [one for one in likely if min(map(len, self._words(one))) >= _TELLING]
        self._take(long, lambda one: one.shared / max(1, *self._weights(one)), _ALIKE_OF_ANY)

    def by_author(self) -> None:
        """Bring together what little an author says on either side, where it is all that is left of theirs."""
        ours, theirs = self._left(self.old), self._left(self.new)
        for author in ours.keys() & theirs.keys() - {""}:
            if len(ours[author]) == len(theirs[author]) == 1:
                here, there = ours[author][0], theirs[author][0]
                short = max(len(self.old.words[here]), len(self.new.words[there])) < _TELLING
                if short and self._may_be_one(here, there):
                    self._match(here, there)

    def _left(self, side: _Side) -> dict[str, list[int]]:
        left: dict[str, list[int]] = defaultdict(list)
        for index in side.free:
            left[side.authors[index]].append(index)
        return left

    def _by(self, key: Callable[[_Side, int], Hashable | None]) -> None:
        """Bring those together that have the same `key`, in the order of the saves where several have."""
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for index in self.old.free:
            if (value := key(self.old, index)) is not None:
                waiting[value].append(index)
        for index in tuple(self.new.free):
            value = key(self.new, index)
            if value is not None and waiting.get(value):
                self._match(waiting[value].popleft(), index)

    def _likely(self) -> list[_Likeness]:
        """Return the pairs of answers without a counterpart that share clauses which few have."""
        holders: dict[str, list[int]] = defaultdict(list)
        for index in self.old.free:
            for clause in self.old.clauses(index):
                holders[clause].append(index)
        shared: dict[tuple[int, int], int] = defaultdict(int)
        for index in self.new.free:
            for clause in self.new.clauses(index):
                for other in holders.get(clause, ()) if len(holders.get(clause, ())) <= _COMMON else ():
                    shared[other, index] += len(clause)
        return [_Likeness(weight, *pair) for pair, weight in shared.items() if self._may_be_one(*pair)]

    def _take(self, likely: Iterable[_Likeness], measure: Callable[[_Likeness], float], least: float) -> None:
        ranked = sorted(((measure(one), -one.old, -one.new) for one in likely), reverse=True)
        for alike, old, new in ranked:
            if alike >= least and -old in self.old.free and -new in self.new.free:
                self._match(-old, -new)

    def _weights(self, one: _Likeness) -> tuple[int, int]:
        return _weight(self.old.clauses(one.old)), _weight(self.new.clauses(one.new))

    def _words(self, one: _Likeness) -> tuple[str, str]:
        return self.old.words[one.old], self.new.words[one.new]

    def _is_one_author(self, old: int, new: int) -> bool:
        return self.old.authors[old] == self.new.authors[new] != ""

    def _may_be_one(self, old: int, new: int) -> bool:
        """Tell whether two answers don't stand in two places on the web."""
        addresses = self.old.addresses[old], self.new.addresses[new]
        return not all(addresses) or addresses[0] == addresses[1]

    def _match(self, old: int, new: int) -> None:
        del self.old.free[old], self.new.free[new]
        self.pairs.append((old, new))


def _weight(found: set[str]) -> int:
    return sum(map(len, found))
