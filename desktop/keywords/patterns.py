"""Regular expressions for many terms at once: together, where one leaves no room for another, or each for itself."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.keywords.concepts import Concepts


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


@dataclass(frozen=True, slots=True)
class TermHeads:
    """Very many terms to be counted each for itself: by the two characters that their forms begin with.

    A form comes with the number of its words, and with an expression where it isn't meant everywhere; longer forms
    come first. `numbers` and `count` are as those of `Wanted`.
    """

    numbers: tuple[int | None, ...]
    count: int
    heads: Mapping[str, tuple[tuple[str, int, re.Pattern[str] | None], ...]]

    def counted(self, text: str, start: int, end: int) -> list[int]:
        """Return how often the words of each number stand in a folded `text` between two offsets."""
        heads, counts, ends = self.heads, [0] * self.count, [start] * self.count
        # A form of one character is by itself a head: it is looked for at the last place as well.
        sizes = sorted({len(head) for head in heads})
        for size in sizes:
            found = [place for place in range(start, end + 1 - size) if text[place : place + size] in heads]
            for place in found:
                for form, number, meant in heads[text[place : place + size]]:
                    if place < ends[number] or not text.startswith(form, place, end):
                        continue
                    if meant is None or meant.match(text, place, end):
                        counts[number] += 1
                        ends[number] = place + len(form)
        return counts


_LATIN = "[a-z0-9]"


def any_of(forms: Mapping[str, Sequence[str] | None]) -> re.Pattern[str]:
    """Return one alternation, longest first: up to 200 terms as fast as a trie or Aho-Corasick, as measured.

    `forms` have longer words in which they are not meant, and are then no part of a longer word in Latin letters
    either; None stands for a form that is meant wherever it stands.
    """
    ordered = sorted(forms.items(), key=lambda item: len(item[0]), reverse=True)
    return re.compile("|".join(re.escape(form) + _but_not(form, longer) for form, longer in ordered))


def _but_not(form: str, exceptions: Sequence[str] | None) -> str:
    """Return what keeps an expression of `form` from matching in `exceptions`.

    It stands behind the form, so that all begins with the form's own letters, by which `re` skips quickly.
    """
    if exceptions is None:
        return ""
    bounds = f"(?!{_LATIN})" * form[-1].isascii() + f"(?<!{_LATIN}{re.escape(form)})" * form[0].isascii()
    longer = (word.partition(form) for word in exceptions)
    return bounds + "".join(
        f"(?!(?<={re.escape(before + form)}){re.escape(behind)})" if before else f"(?!{re.escape(behind)})"
        for before, _, behind in longer
    )


def forms_of(term: str, concepts: Concepts) -> dict[str, tuple[str, ...] | None]:
    """Return the forms by which `term` is searched, with the longer words in which each is something else.

    What is asked for is found wherever it stands: None. Empty for a term that is blank. Raises DictionaryError.
    """
    own, *others = concepts.forms(term.strip()) or [""]
    return {own: None, **{form: concepts.exceptions(form) for form in others}} if own else {}


@lru_cache(maxsize=64)
def apart(terms: tuple[str, ...], concepts: Concepts) -> Wanted:
    """Return what finds each of `terms` as if it were asked for alone. Raises DictionaryError."""
    kinds, numbers = _numbered(terms, concepts)
    groups = (
        TermGroup(
            any_of({form: longer for kind in group for form, longer in kind}),
            {form: numbers[kind] for kind in group for form, _ in kind},
        )
        for group in _grouped(list(numbers))
    )
    return Wanted(tuple(numbers.get(kind) for kind in kinds), len(numbers), tuple(groups))


@lru_cache(maxsize=8)
def heads_of(terms: tuple[str, ...], concepts: Concepts) -> TermHeads:
    """Return what counts each of `terms` as if it were asked for alone. Raises DictionaryError."""
    kinds, numbers = _numbered(terms, concepts)
    heads = defaultdict[str, list[tuple[str, int, re.Pattern[str] | None]]](list)
    for kind, number in numbers.items():
        # Of forms of one and of more characters, the shorter ones would be found before the longer: all go by one.
        size = min(2, *(len(form) for form, _ in kind)) if kind else 2
        for form, longer in kind:
            heads[form[:size]].append((form, number, None if longer is None else any_of({form: longer})))
    ordered = {head: tuple(sorted(forms, key=lambda form: -len(form[0]))) for head, forms in heads.items()}
    return TermHeads(tuple(numbers.get(kind) for kind in kinds), len(numbers), ordered)


_Kind = tuple[tuple[str, tuple[str, ...] | None], ...]
"""Forms with their exceptions, as values."""


def _numbered(terms: Sequence[str], concepts: Concepts) -> tuple[list[_Kind], dict[_Kind, int]]:
    """Return the forms of each of `terms`, and those that differ with a number for each."""
    forms = [forms_of(term, concepts) for term in terms]
    kinds = [tuple(sorted(some.items(), key=lambda item: item[0])) for some in forms]
    return kinds, {kind: number for number, kind in enumerate(dict.fromkeys(filter(None, kinds)))}


def _grouped(wanted: Sequence[_Kind]) -> list[list[_Kind]]:
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


def _clashing(wanted: Sequence[_Kind]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of `wanted`, the lower number first, of which a form can overlap one of the other's."""
    having = defaultdict[str, list[tuple[int, str]]](list)
    for number, kind in enumerate(wanted):
        forms = [form for form, _ in kind]
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
