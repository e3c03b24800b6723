"""Going through much in slices, so that who computes can be interrupted between two."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

_SLICE = 2_000
"""Phrases: the costliest step takes about 10 ms for so many."""


def no_pause() -> None:
    """Go on at once."""


def in_slices(items: Iterable[T], pause: Callable[[], None]) -> Iterator[T]:
    """Yield `items`, and call `pause` before each 2,000 of them."""
    rest = iter(items)
    while part := list(islice(rest, _SLICE)):
        pause()
        yield from part
