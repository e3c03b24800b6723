"""What was worked out last, for as long as it is asked about the very same things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Latest(Generic[T]):
    """Remembers what `work` returned last, and returns it again when it is called with the same objects.

    The parts of a state are replaced, never changed, so that to compare them is to ask whether they are the same.
    At a flip, several widgets ask about the same ten thousand notes.
    """

    def __init__(self, work: Callable[..., T]) -> None:
        self._work = work
        self._kept: tuple[tuple[object, ...], T] | None = None

    def __call__(self, *given: object) -> T:
        """Return what the work returns for what is `given`."""
        kept = self._kept
        if kept is None or len(kept[0]) != len(given) or any(a is not b for a, b in zip(kept[0], given, strict=True)):
            kept = self._kept = (given, self._work(*given))
        return kept[1]
