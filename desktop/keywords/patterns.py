"""Regular expressions for many terms at once: together, where one leaves no room for another, or each for itself."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.script import phrase_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms of which no two can overlap, so that one pass over a text finds all places of each of them."""

    pattern: re.Pattern[str]
    number_of: Mapping[str, int]
    """By the form that is found: the number of the words that it is a form of."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Terms to be found each for itself, whatever others stand there too."""

    numbers: tuple[int | None, ...]
    """For each term the number of its words: the same for terms of the same forms, None for a blank one."""
    count: int
    """How many numbers there are."""
    groups: tuple[TermGroup, ...]


def any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Return one alternation, longest first: up to 200 terms as fast as a trie or Aho-Corasick, as measured."""
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))


@lru_cache(maxsize=64)
def apart(terms: tuple[str, ...]) -> Wanted:
    """Return what finds each of `terms` as if it were asked for alone. Raises DictionaryError."""
    forms = [tuple(sorted(phrase_forms(term.strip()))) for term in terms]
    numbers = {some: number for number, some in enumerate(dict.fromkeys(filter(None, forms)))}
    groups = (
        TermGroup(
            any_of(form for some in group for form in some), {form: numbers[some] for some in group for form in some}
        )
        for group in _grouped(list(numbers))
    )
    return Wanted(tuple(numbers.get(some) for some in forms), len(numbers), tuple(groups))


def _grouped(wanted: Sequence[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """Return `wanted` in as many groups as it takes for no two of a group to overlap, as a rule one or two."""
    clashes = defaultdict[int, set[int]](set)
    for one, other in _clashing(wanted):
        clashes[other].add(one)
    groups: list[list[int]] = []
    for number in range(len(wanted)):
        free = next((group for group in groups if clashes[number].isdisjoint(group)), None)
        if free is None:
            groups.append([number])
        else:
            free.append(number)
    return [[wanted[number] for number in group] for group in groups]


def _clashing(wanted: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of `wanted`, the lower number first, of which a form can overlap one of the other's."""
    having = defaultdict[str, list[tuple[int, str]]](list)
    for number, forms in enumerate(wanted):
        for form in forms:
            for other, another in {pair for char in form for pair in having.get(char, ())}:
                if _overlap(form, another):
                    yield other, number
        for form in forms:
            for char in set(form):
                having[char].append((number, form))


def _overlap(form: str, other: str) -> bool:
    """Tell whether two forms can share characters of a text: one ends as the other begins, or has it inside."""
    if form in other or other in form:
        return True
    sizes = range(1, min(len(form), len(other)))
    return any(form[-size:] == other[:size] or other[-size:] == form[:size] for size in sizes)
