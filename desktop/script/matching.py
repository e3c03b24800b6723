"""One stage of a conversion, over one piece of text that no separator interrupts.

The rule is that of opencc-python-reimplemented: in the first dictionary, the longest key found anywhere in the piece
is replaced (of equally long ones the leftmost), then the same to its left and to its right, until none is left; then
the next dictionary on what is still untouched. Put otherwise: take all occurrences sorted by dictionary, then by
length (longest first), then by place, and skip those that overlap one taken before.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.aligned import Block
from desktop.script.dictionaries import first_candidate, read_chain, read_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Match(NamedTuple):
    """The code points start..end of a piece, replaced by `value`."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Layer:
    """A dictionary with keys of more than one character.

    `lengths` gives, for each first character, how long the keys are that begin with it: only these are looked up.
    """

    entries: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]

    def occurrences(self, piece: str) -> list[tuple[int, int]]:
        """Return every place where a key stands in `piece`, as (-length, start): longest first, then leftmost."""
        entries, lengths, size = self.entries, self.lengths, len(piece)
        return sorted(
            (-length, start)
            for start, character in enumerate(piece)
            if character in lengths
            for length in lengths[character]
            if start + length <= size and piece[start : start + length] in entries
        )


@dataclass(frozen=True, slots=True)
class Stage:
    """The dictionaries of one stage.

    `layers` are those that need a search, in order. `table` (for str.translate) is the last one, if it has one
    character for one: it simply converts whatever no layer has matched.
    """

    layers: tuple[Layer, ...]
    table: Mapping[int, str]

    def convert(self, piece: str) -> tuple[str, list[Block]]:
        """Return `piece` converted, and the blocks whose length changed, in code points of the piece."""
        plain = piece.translate(self.table)
        matches = self._matches(piece)
        return _spliced(plain, matches) if matches else (plain, [])

    def _matches(self, piece: str) -> list[Match]:
        """Return what the layers match, in text order."""
        taken = bytearray(len(piece))
        found: list[Match] = []
        for layer in self.layers:
            for negative_length, start in layer.occurrences(piece):
                end = start - negative_length
                if taken.find(1, start, end) < 0:
                    taken[start:end] = b"\1" * (end - start)
                    found.append(Match(start, end, first_candidate(layer.entries[piece[start:end]])))
        return sorted(found)


@cache
def load_stages(config: str) -> tuple[Stage, ...]:
    """Return the stages of the configuration `config`, ready to run. Raises DictionaryError."""
    return tuple(_load_stage(names) for names in read_chain(config))


@cache
def _load_stage(names: tuple[str, ...]) -> Stage:
    """Return the stage that tries the dictionaries `names` in order."""
    searched, last = (names[:-1], names[-1:]) if _is_table(names[-1]) else (names, ())
    table = {ord(key): first_candidate(values) for name in last for key, values in read_dictionary(name).items()}
    return Stage(tuple(_load_layer(name) for name in searched), table)


def _is_table(name: str) -> bool:
    """Tell whether the dictionary `name` maps single characters to single characters only."""
    entries = read_dictionary(name)
    return all(len(key) == 1 == len(first_candidate(values)) for key, values in entries.items())


@cache
def _load_layer(name: str) -> Layer:
    entries = read_dictionary(name)
    lengths: defaultdict[str, list[int]] = defaultdict(list)
    for first, length in {(key[0], len(key)) for key in entries}:
        lengths[first].append(length)
    return Layer(entries, {first: tuple(found) for first, found in lengths.items()})


def _spliced(plain: str, matches: Iterable[Match]) -> tuple[str, list[Block]]:
    """Return `plain` (the piece converted one for one) with `matches` in it, and the blocks whose length changed."""
    parts: list[str] = []
    blocks: list[Block] = []
    source = display = 0
    for start, end, value in matches:
        parts += plain[source:start], value
        display += start - source
        if len(value) != end - start:
            blocks.append(_trimmed(plain[start:end], value).shifted(start, display))
        source, display = end, display + len(value)
    return "".join((*parts, plain[source:])), blocks


def _trimmed(plain: str, value: str) -> Block:
    """Return the block for `plain` shown as `value`, without the ends where they read the same (SQL in SQL注入).

    At least one character stays on either side, so that no side of a block is empty.
    """
    room = min(len(plain), len(value)) - 1
    head = _common(plain[:room], value)
    tail = _common(plain[::-1][: room - head], value[::-1])
    return Block(head, len(plain) - tail, head, len(value) - tail)


def _common(first: str, second: str) -> int:
    """Return how many characters the two texts have in common from their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
