"""The phrases of a stage in a short text: where they stand, and the three rules by which some of them are taken."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.names.decided import Settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def by_words(
    text: str, phrases: Buckets, settled: Mapping[int, Settled], edges: bytes, settled_tier: int
) -> list[PhraseMatch]:
    """Return what our own edition matches: as OpenCC does, but of the phrases only those that the words allow.

    `edges` has a 1 at each place of `text`, its end included, where a word ends. A phrase holds if it begins and ends
    at such places, or lies within one word. `settled` has each character that is decided already, which only a phrase
    that is long enough may change; where none agrees with it, it is a match of `settled_tier` by itself.
    """
    found: list[PhraseMatch] = []
    done = 0
    for start, character in enumerate(text):
        if start < done:
            continue
        here = sorted(_occurrences_at(text, start, phrases), key=_by_tier_length_place) if phrases[character] else ()
        taken = next((match for match in here if _is_allowed(match, settled, edges)), None)
        if taken is None and start in settled:
            taken = PhraseMatch(start, start + 1, settled_tier, settled[start].form)
        if taken:
            found.append(taken)
            done = taken.end
    return found


def _is_allowed(match: PhraseMatch, settled: Mapping[int, Settled], edges: bytes) -> bool:
    if not _is_of_words(match, edges):
        return False
    size = match.end - match.start
    for place in range(match.start, match.end):
        if place in settled and size < settled[place].outdone_by:
            agrees = len(match.value) == size and match.value[place - match.start] == settled[place].form
            if not agrees:
                return False
    return True


def _is_of_words(match: PhraseMatch, edges: bytes) -> bool:
    """Tell whether `match` lies within one word, or begins and ends where words do."""
    return edges.find(1, match.start + 1, match.end) < 0 or bool(edges[match.start] and edges[match.end])


def refused(text: str, phrases: Buckets, edges: bytes) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each phrase in `text` that does not hold since it reaches across a word's edge."""
    for match in _occurrences(text, phrases):
        if not _is_of_words(match, edges):
            yield match.start, match.end


def settled_by(text: str, contexts: Buckets, edges: bytes) -> dict[int, Settled]:
    """Return each character of `text` that one of the `contexts` decides.

    Of several the longest, of equally long ones that of whole words, then the leftmost. A longer phrase knows better
    than a context that is not firm, and one as long where the context is none of whole words.
    """
    ranks: dict[int, tuple[int, bool]] = {}
    decided: dict[int, Settled] = {}
    for match in _occurrences(text, contexts):
        # In the place of a tier is the offset of the character; the value: its form, firmness, where words must end.
        place, size = match.start + match.tier, match.end - match.start
        needed = map(int, filter(None, match.value[2:].split(",")))
        whole = _is_of_words(match, edges)
        rank = size, whole
        if all(edges[match.start + edge] for edge in needed) and rank > ranks.get(place, (0, False)):
            ranks[place] = rank
            decided[place] = Settled(match.value[0], inf if match.value[1] == "!" else size + whole)
    return decided
