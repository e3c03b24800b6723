"""The steps that can be taken back and made again: each a group of changes.

Two lists and not a QUndoStack: when the garbage collector took a session with one that held commands of Python's,
PySide 6.11.3 crashed the interpreter. A step is nothing but its changes anyway.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from desktop.annotations import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from desktop.annotations import Annotation

Step = tuple[Change, ...]

FOR_EVER = float("inf")


class Steps:
    """What was done and what was taken back; `clock` tells seconds.

    Acts of one kind that follow each other closely are one step: the letters of a note, or a key held down.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._made: list[Step] = []
        self._undone: list[Step] = []
        self._kind = ""
        self._until = 0.0

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._made)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._undone)

    def add(self, step: Step, kind: str = "", within: float = FOR_EVER) -> None:
        """Add what was done; it grows the last step if that was of the same `kind` ("": none), so recently.

        `within` is how many seconds later the next act of this kind still belongs to it.
        """
        goes_on = bool(kind) and kind == self._kind and self._clock() <= self._until
        if goes_on and self._made:
            step = joined(self._made.pop(), step)
        if step:
            self._made.append(step)
        self._undone.clear()
        # What came to nothing is no step, so what follows has none to grow: the last one is another.
        self._kind, self._until = kind if step else "", self._clock() + within

    def settle(self) -> None:
        """Have whatever is done next be a step of its own."""
        self._kind = ""

    def back(self) -> Step:
        """Return the changes that take the last step back; none without one."""
        self.settle()
        if not self._made:
            return ()
        self._undone.append(self._made.pop())
        return tuple(change.inverse for change in reversed(self._undone[-1]))

    def forth(self) -> Step:
        """Return the changes that make the last step that was taken back again; none without one."""
        self.settle()
        if not self._undone:
            return ()
        self._made.append(self._undone.pop())
        return self._made[-1]

    def forget(self, ids: Collection[str]) -> None:
        """Forget what was done to the annotations `ids`, whose state no step leads from any more; keep all else.

        The changes of one annotation only build on each other, so those of any other still hold.
        """
        self.settle()
        for steps in (self._made, self._undone):
            left = (tuple(change for change in step if change.id not in ids) for step in steps)
            steps[:] = [step for step in left if step]

    def clear(self) -> None:
        """Forget all."""
        self.settle()
        self._made.clear()
        self._undone.clear()


def joined(first: Step, second: Step) -> Step:
    """Return two steps as one, with a single change for each annotation; none for one that is as it was."""
    ends: dict[str, tuple[Annotation | None, Annotation | None]] = {}
    for change in (*first, *second):
        before, _ = ends.get(change.id, (change.before, None))
        ends[change.id] = (before, change.after)
    return tuple(Change(before, after) for before, after in ends.values() if before != after)
