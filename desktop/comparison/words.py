"""What came into an answer's words, and what went, in the order in which one reads them."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations.anchoring.alignment import SharedRun
from desktop.annotations.anchoring.textdiff import PRODUCT_LIMIT, align_closely
from desktop.script import fold
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_LETTER = re.compile(r"[A-Za-z0-9À-ɏЀ-ӿ]")
"""What words are written with that gaps part: of these, whole words come and go."""


_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Fate(Enum):
    """What became of some words."""

    KEPT = "kept"
    CAME = "came"
    WENT = "went"


class DiffPiece(NamedTuple):
    """Some words, perhaps of several lines, and what became of them."""

    fate: Fate
    words: str


def word_changes(old: str, new: str, pause: Callable[[], None] = no_pause) -> tuple[DiffPiece, ...]:
    """Return `new` with what came into it since `old`, and what went, where that stood; both are lines of words.

    What is only in another script is kept, and as `new` has it. Of a stretch in which no line is the same, and which
    is too long to be compared by characters, all went and all came. `pause` is called before each stretch that is
    compared, and may raise. Raises DictionaryError.
    """
    pieces: list[DiffPiece] = []
    for here, there in _stretches(f"{old}\n" if old else "", f"{new}\n" if new else ""):
        pause()
        pieces += _compared(here, there)
    return _joined(pieces)


def _stretches(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield both texts in pairs of stretches: lines that are the same, or what stands between two of those."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    if len(before) * len(after) > PRODUCT_LIMIT:
        yield old, new
        return
    from rapidfuzz.distance import Indel

    same = Indel.editops(_folded(before), _folded(after)).as_matching_blocks()
    here, there = 0, 0
    for block in same:
        yield "".join(before[here : block.a]), "".join(after[there : block.b])
        here, there = block.a + block.size, block.b + block.size
        yield "".join(before[block.a : here]), "".join(after[block.b : there])


def _folded(lines: Iterable[str]) -> list[str]:
    return [fold(line) for line in lines]


def _compared(old: str, new: str) -> Iterator[DiffPiece]:
    """Yield what became of the words of one stretch; pieces may be empty."""
    folded, other = fold(old), fold(new)
    if folded == other:
        yield DiffPiece(Fate.KEPT, new)
        return
    here, there = 0, 0
    for run in (*_whole_words(align_closely(folded, other).by_old, old, new), SharedRun(len(old), len(new), 0)):
        yield DiffPiece(Fate.WENT, old[here : run.old])
        yield DiffPiece(Fate.CAME, new[there : run.new])
        yield DiffPiece(Fate.KEPT, new[run.new : run.new_end])
        here, there = run.old_end, run.new_end


def _whole_words(runs: Sequence[SharedRun], old: str, new: str) -> Iterator[SharedRun]:
    """Yield `runs` without the parts of words at their ends."""
    for run in runs:
        start, end = 0, run.length
        while start < end and (_is_within(old, run.old + start) or _is_within(new, run.new + start)):
            start += 1
        while start < end and (_is_within(old, run.old + end) or _is_within(new, run.new + end)):
            end -= 1
        if start < end:
            yield SharedRun(run.old + start, run.new + start, end - start)


def _is_within(text: str, place: int) -> bool:
    """Tell whether `place` lies within a word."""
    if not 0 < place < len(text):
        return False
    return bool(_LETTER.match(text[place - 1]) and _LETTER.match(text[place]))


def _joined(pieces: Iterable[DiffPiece]) -> tuple[DiffPiece, ...]:
    """Return `pieces` without empty ones and the last line end, neighbours of one fate made one."""
    joined: list[DiffPiece] = []
    for piece in pieces:
        if joined and piece.words and joined[-1].fate is piece.fate:
            joined[-1] = DiffPiece(piece.fate, joined[-1].words + piece.words)
        elif piece.words:
            joined.append(piece)
    if joined:
        last = joined[-1]
        joined[-1] = DiffPiece(last.fate, last.words.removesuffix("\n"))
    return tuple(piece for piece in joined if piece.words)
