"""The steps that can be taken back and made again: whatever a reader makes of their own, in the order it was made in.

Two lists and not a QUndoStack: when the garbage collector took a session with one that held commands of Python's,
PySide 6.11.3 crashed the interpreter. A step is nothing but its changes anyway.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from time import monotonic
from typing import TYPE_CHECKING

from desktop.annotations import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from desktop.annotations import Annotation
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents.chosen_names import NameChoices
    from desktop.documents.naming import NamedLine
    from desktop.keywords import Concept, WordList
    from desktop.script import Corrections, SourceScript
    from desktop.session.own.own import OwnKind


@dataclass(frozen=True, slots=True)
class CorrectionStep:
    """The reader's corrections of conversion before and after one of them was made, altered or deleted."""

    before: Corrections
    after: Corrections

    @property
    def inverse(self) -> CorrectionStep:
        """The step that undoes this one."""
        return CorrectionStep(self.after, self.before)


@dataclass(frozen=True, slots=True)
class SourceStep:
    """What the reader said the thread is written in, before and after; None: what is detected."""

    before: SourceScript | None
    after: SourceScript | None

    @property
    def inverse(self) -> SourceStep:
        """The step that undoes this one."""
        return SourceStep(self.after, self.before)


@dataclass(frozen=True, slots=True)
class SimilarStep:
    """The notes that the reader was asked about before and after; None: they were said to be on another thread."""

    before: NotesMatch | None
    after: NotesMatch | None

    @property
    def inverse(self) -> SimilarStep:
        """The step that undoes this one."""
        return SimilarStep(self.after, self.before)


@dataclass(frozen=True, slots=True)
class NamingStep:
    """What the reader said of some lines, before and after: of the same lines, in the same order."""

    before: tuple[NamedLine, ...]
    after: tuple[NamedLine, ...]

    @property
    def inverse(self) -> NamingStep:
        """The step that undoes this one."""
        return NamingStep(self.after, self.before)


@dataclass(frozen=True, slots=True)
class NameStep:
    """What the reader said of some names, before and after: of the same names, in the same order."""

    before: NameChoices
    after: NameChoices

    @property
    def inverse(self) -> NameStep:
        """The step that undoes this one."""
        return NameStep(self.after, self.before)


@dataclass(frozen=True, slots=True)
class OwnStep:
    """What went of the reader's own words of one kind, and what came."""

    kind: OwnKind
    gone: tuple[Concept | WordList | str, ...]
    come: tuple[Concept | WordList | str, ...]

    @property
    def inverse(self) -> OwnStep:
        """The step that undoes this one."""
        return OwnStep(self.kind, self.come, self.gone)


NotesStep = tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class CopyStep:
    """What was made of a similar thread copied to the open one: what that changed, and the answer that it was.

    That are notes, and what was said of lines and of names, None for nothing.
    """

    changes: NotesStep
    answer: SimilarStep
    naming: NamingStep | None = None
    names: NameStep | None = None

    @property
    def inverse(self) -> CopyStep:
        """The step that undoes this one."""
        naming, names = self.naming and self.naming.inverse, self.names and self.names.inverse
        return CopyStep(_inverse(self.changes), self.answer.inverse, naming, names)


Step = NotesStep | CopyStep | CorrectionStep | SourceStep | SimilarStep | NamingStep | NameStep | OwnStep
"""A step of any kind. To add one: a value with an `inverse` here, and a case in each `match` of `History`."""

FOR_EVER = float("inf")


class Outcome(Enum):
    """What became of a step that was to be taken back or made again.

    `REFUSED`: it can't be now, and the reader was told; `GONE`: what it would change is another thing by now.
    """

    DONE = auto()
    REFUSED = auto()
    GONE = auto()


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
    def last_made(self) -> Step:
        """The step that `back` takes back, () without one."""
        return self._made[-1] if self._made else ()

    @property
    def last_undone(self) -> Step:
        """The step that `forth` makes again, () without one."""
        return self._undone[-1] if self._undone else ()

    def add(self, step: Step, kind: str = "", within: float = FOR_EVER) -> None:
        """Add what was done; it grows the last step if that was of the same `kind` ("": none), so recently.

        `within` is how many seconds later the next act of this kind still belongs to it. Only steps of notes grow.
        """
        goes_on = bool(kind) and kind == self._kind and self._clock() <= self._until
        if goes_on and isinstance(step, tuple) and isinstance(last := self.last_made, tuple):
            self._made[-1:] = []
            step = joined(last, step)
        if step:
            self._made.append(step)
        self._undone.clear()
        # What came to nothing is no step, so what follows has none to grow: the last one is another.
        self._kind, self._until = kind if step else "", self._clock() + within

    def begun(self, kind: str, annotation_id: str) -> Annotation | None:
        """Return the annotation as it was before the acts of this `kind` that would go on; None without any."""
        if not kind or kind != self._kind or self._clock() > self._until or not isinstance(self.last_made, tuple):
            return None
        return next((change.before for change in self.last_made if change.id == annotation_id), None)

    def settle(self) -> None:
        """Have whatever is done next be a step of its own."""
        self._kind = ""

    def back(self) -> Step:
        """Return what takes the last step back; () without one."""
        self.settle()
        if not self._made:
            return ()
        self._undone.append(self._made.pop())
        return inverse(self._undone[-1])

    def forth(self) -> Step:
        """Return what makes the last step that was taken back again; () without one."""
        self.settle()
        if not self._undone:
            return ()
        self._made.append(self._undone.pop())
        return self._made[-1]

    def drop(self, *, made: bool) -> None:
        """Forget the last step that was `made`, or else the last one that was taken back."""
        (self._made if made else self._undone).pop()

    def forget(self, ids: Collection[str]) -> None:
        """Forget what was done to the annotations `ids`, whose state no step leads from any more; keep all else.

        The changes of one annotation only build on each other, so those of any other still hold.
        """
        self.settle()
        for steps in (self._made, self._undone):
            steps[:] = [left for step in steps if (left := _without(step, ids))]

    def clear(self) -> None:
        """Forget all."""
        self.settle()
        self._made.clear()
        self._undone.clear()


def inverse(step: Step) -> Step:
    """Return the step that undoes `step`."""
    return _inverse(step) if isinstance(step, tuple) else step.inverse


def _inverse(changes: NotesStep) -> NotesStep:
    return tuple(change.inverse for change in reversed(changes))


def joined(first: NotesStep, second: NotesStep) -> NotesStep:
    """Return two steps as one, with a single change for each annotation; none for one that is as it was."""
    ends: dict[str, tuple[Annotation | None, Annotation | None]] = {}
    for change in (*first, *second):
        before, _ = ends.get(change.id, (change.before, None))
        ends[change.id] = (before, change.after)
    return tuple(Change(before, after) for before, after in ends.values() if before != after)


def _without(step: Step, ids: Collection[str]) -> Step:
    match step:
        case tuple():
            return tuple(change for change in step if change.id not in ids)
        case CopyStep():
            return replace(step, changes=tuple(change for change in step.changes if change.id not in ids))
        case _:
            return step
