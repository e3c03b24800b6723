"""What a keyword and a hit are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.text import Span


@dataclass(frozen=True, slots=True)
class Term:
    """A keyword: `text` as the source first writes it, its `score` (higher is better) and `count` of hits.

    Two terms are the same keyword when `search_key(text)` is equal, whatever script they are written in.
    """

    text: str
    score: float
    count: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One place, in code points of the text searched, where `term` (as it was asked for) stands."""

    span: Span
    term: str
