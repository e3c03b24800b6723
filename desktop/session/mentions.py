"""How a note's words, or a correction, are named in a sentence to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.script import Correction

_SHORT = 16
"""So many code points of a note's or a correction's words name it in a sentence."""


def correction_of(before: Iterable[Correction], after: Iterable[Correction]) -> Correction | None:
    """Return the correction that is in `after` and not in `before`, the first of several, None if there is none."""
    known = set(before)
    return next((one for one in after if one not in known), None)


def named(correction: Correction) -> str:
    """Return a correction as it is said in a sentence."""
    return f"{shortened(correction.source)} → {shortened(correction.shown)}"


def shortened(words: str) -> str:
    """Return `words` on one line, and no more of them than a sentence has room for."""
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"
