"""One stage of a conversion, ready to run, and the two rules by which it finds its words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.aligned import LengthChange
from desktop.script.tables.editions import Rule, StageRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Bucket = tuple[tuple[int, ...], dict[str, tuple[int, str]]]
"""The phrases with one first character: their lengths, longest first, and key -> (tier, value)."""


class PhraseMatch(NamedTuple):
    """The code points start..end, in which the phrase of `tier` stands that reads `value` afterwards."""

    start: int
    end: int
    tier: int
    value: str


class Buckets(dict[str, Bucket | None]):
    """The phrases of a stage by first character; each bucket is unpacked when its character is first met.

    `packed` has, by first character, lines of `key TAB tier TAB value`: 4,000 strings are loaded from a cache in a
    fifth of the time that 50,000 take, and a page meets few of them.
    """

    def __init__(self, packed: Mapping[str, str]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, character: str) -> Bucket | None:
        packed = self._packed.get(character)
        bucket = self[character] = unpacked(packed) if packed else None
        return bucket


def unpacked(packed: str) -> Bucket:
    """Return the bucket that is written in `packed`."""
    entries: dict[str, tuple[int, str]] = {}
    for line in packed.split("\n"):
        key, tier, value = line.split("\t")
        entries[key] = (int(tier), value)
    return tuple(sorted({len(key) for key in entries}, reverse=True)), entries


@dataclass(frozen=True, slots=True)
class ConversionStage:
    """`singles` (for str.translate) exchanges one character for one wherever none of the `phrases` matches.

    Phrases are the keys of several characters, and those single ones that `singles` can't do: they change the
    length, or keep a later tier from matching, or lie beyond the BMP. `tiers` has the names of the dictionaries,
    `single_tiers` which of them a single comes from.
    """

    rule: Rule
    role: StageRole
    singles: Mapping[int, str]
    single_tiers: Mapping[int, int]
    phrases: Buckets
    tiers: tuple[str, ...]

    def convert(self, text: str) -> tuple[str, list[LengthChange]]:
        """Return `text` after this stage, and the changes of length."""
        plain = text.translate(self.singles)
        matches = self.matches(text)
        return spliced(plain, matches) if matches else (plain, [])

    def pieces(self, text: str) -> Iterator[str]:
        """Yield the pieces that this stage cuts `text` into: each word that it knows, each stretch between them."""
        done = 0
        for match in self.matches(text):
            if done < match.start:
                yield text[done : match.start]
            yield text[match.start : match.end]
            done = match.end
        if done < len(text):
            yield text[done:]

    def matches(self, text: str) -> list[PhraseMatch]:
        """Return the phrases that the rule finds in `text`, in text order, none overlapping."""
        find = longest_first if self.rule is Rule.LONGEST_FIRST else forwards
        return find(text, self.phrases)


def longest_first(text: str, phrases: Buckets) -> list[PhraseMatch]:
    """Return what opencc-python-reimplemented matches in a piece of text.

    In the first tier the longest key found anywhere is taken (of equally long ones the leftmost), then the same to
    its left and to its right, until none is left; then the next tier on what is still untouched. Put otherwise: take
    all occurrences sorted by tier, then length (longest first), then place, and skip those that overlap one taken
    before.
    """
    found: list[PhraseMatch] = []
    taken = bytearray(len(text))
    for match in sorted(_occurrences(text, phrases), key=_by_tier_length_place):
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            found.append(match)
    return sorted(found)


def forwards(text: str, phrases: Buckets) -> list[PhraseMatch]:
    """Return what the official OpenCC matches: at each place the first tier with a match, its longest one."""
    found: list[PhraseMatch] = []
    done = 0
    for start, character in enumerate(text):
        if start >= done and phrases[character]:
            here = min(_occurrences_at(text, start, phrases), key=_by_tier_length_place, default=None)
            if here:
                found.append(here)
                done = here.end
    return found


def _occurrences(text: str, phrases: Buckets) -> Iterator[PhraseMatch]:
    """Yield every place where a phrase stands in `text`."""
    for start, character in enumerate(text):
        if phrases[character]:
            yield from _occurrences_at(text, start, phrases)


def _occurrences_at(text: str, start: int, phrases: Buckets) -> Iterator[PhraseMatch]:
    lengths, entries = phrases[text[start]] or ((), {})
    for length in lengths:
        end = start + length
        entry = entries.get(text[start:end]) if end <= len(text) else None
        if entry:
            yield PhraseMatch(start, end, *entry)


def _by_tier_length_place(match: PhraseMatch) -> tuple[int, int, int]:
    return match.tier, match.start - match.end, match.start


def spliced(plain: str, matches: Iterable[PhraseMatch]) -> tuple[str, list[LengthChange]]:
    """Return `plain` (converted one for one) with `matches` in it, and the changes of length."""
    parts: list[str] = []
    changes: list[LengthChange] = []
    source = display = 0
    for start, end, _tier, value in matches:
        parts += plain[source:start], value
        display += start - source
        if len(value) != end - start:
            changes.append(_trimmed(plain[start:end], value).shifted(start, display))
        source, display = end, display + len(value)
    return "".join((*parts, plain[source:])), changes


def _trimmed(plain: str, value: str) -> LengthChange:
    """Return the change of length for `plain` shown as `value`, without the ends where they read the same.

    So the SQL of SQL注入 is no part of it. At least one character stays on either side, so that no side of a change
    is empty.
    """
    room = min(len(plain), len(value)) - 1
    head = _common(plain[:room], value)
    tail = _common(plain[::-1][: room - head], value[::-1])
    return LengthChange(head, len(plain) - tail, head, len(value) - tail)


def _common(first: str, second: str) -> int:
    """Return how many characters the two texts have in common from their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
