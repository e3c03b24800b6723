"""Settling a conflict: two writers changed one note at the same time; both versions were kept, the reader decides.

Versions of one note name each other by `Annotation.conflicts_with`, a copy the note that it is a copy of. One whose
namesake was deleted is in conflict with nobody.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.annotations import Change, delete
from desktop.session.notes.standing import marked
from desktop.session.state import Panel
from desktop.session.work.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from desktop.annotations import Annotation
    from desktop.session.notes.edits import Edits
    from desktop.session.notes.visits import Visits
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store


def versions(state: State) -> tuple[Annotation, ...]:
    """Return all versions of the active annotation, the original before its copies; none unless there are several."""
    return tuple(
        state.notes.annotations[name] for name in _VERSIONS(state.notes.annotations).get(state.notes.active or "", ())
    )


def is_in_versions(state: State, annotation_id: str) -> bool:
    """Tell whether a note is there in several versions, of which this annotation is one."""
    return annotation_id in _VERSIONS(state.notes.annotations)


def has_conflicts(state: State) -> bool:
    """Tell whether any note is there in several versions."""
    return bool(_VERSIONS(state.notes.annotations))


def in_conflict(state: State) -> tuple[str, ...]:
    """Return one id for each note that is there in several versions, in text order, those without a place last."""
    groups = _VERSIONS(state.notes.annotations)
    ids = dict.fromkeys((*(mark.annotation.id for mark in marked(state) if mark.annotation.id in groups), *groups))
    return tuple(dict.fromkeys(groups[name][0] for name in ids))


class Versions:
    """The commands on versions of a note, each one step to undo; `now` is the time of an edit."""

    def __init__(self, store: Store, log: StepLog, edits: Edits, visits: Visits, now: Callable[[], datetime]) -> None:
        self._store = store
        self._log = log
        self._edits = edits
        self._visits = visits
        self._now = now

    def visit_other(self) -> None:
        """Go from the active version to the next one, round the last."""
        ids = [one.id for one in versions(self._store.state)]
        if ids:
            here = ids.index(self._store.state.notes.active or "")
            self._visits.visit(ids[(here + 1) % len(ids)])

    def visit_next(self) -> None:
        """Go to the next note that is there in several versions, round the end."""
        state = self._store.state
        ids = in_conflict(state)
        if ids:
            here = versions(state)
            following = ids.index(here[0].id) + 1 if here else 0
            self._store.unfold(Panel.NOTES)
            self._visits.visit(ids[following % len(ids)])

    def keep_this(self) -> None:
        """Delete all other versions of the active annotation."""
        self._keep(self._store.state.notes.active)

    def keep_other(self) -> None:
        """Delete the active version where there is one other; of several, none is meant."""
        others = [one.id for one in versions(self._store.state) if one.id != self._store.state.notes.active]
        self._keep(others[0] if len(others) == 1 else None)

    def keep_all(self) -> None:
        """Make the versions of the active annotation notes of their own, which have nothing to do with each other."""
        self._store.commit_typing()
        parted = tuple(change for one in versions(self._store.state) for change in self._freed(one))
        if parted and self._edits.push(parted):
            self._log.tell("versions-parted")

    def _keep(self, name: str | None) -> None:
        self._store.commit_typing()
        known = versions(self._store.state)
        kept = next((one for one in known if one.id == name), None)
        if kept is None:
            return
        left_out = tuple(delete(one) for one in known if one is not kept)
        if self._edits.push((*self._freed(kept), *left_out)):
            if kept.id != self._store.state.notes.active:
                self._visits.visit(kept.id)
            self._log.tell("version-kept")

    def _freed(self, one: Annotation) -> tuple[Change, ...]:
        """Return the change, if it takes one, that has an annotation be a version of no other."""
        return (Change(one, replace(one, conflicts_with="", modified=self._now())),) if one.conflicts_with else ()


def _grouped(annotations: Mapping[str, Annotation]) -> Mapping[str, list[str]]:
    """Return, for each annotation that is there in several versions, the ids of all of them."""
    groups: dict[str, list[str]] = {}
    for one in annotations.values():
        if one.conflicts_with in annotations and one.conflicts_with != one.id:
            _join(groups, one.id, one.conflicts_with)

    def precedence(name: str) -> tuple[object, ...]:
        one = annotations[name]
        return one.conflicts_with in annotations, one.modified, name

    for group in {id(group): group for group in groups.values()}.values():
        group.sort(key=precedence)
    return groups


_VERSIONS = Latest(_grouped)


def _join(groups: dict[str, list[str]], one: str, other: str) -> None:
    """Have two ids, and all that are with either, be in one group; the smaller list goes into the larger."""
    less, more = sorted((groups.setdefault(name, [name]) for name in (one, other)), key=len)
    if less is not more:
        more += less
        groups |= dict.fromkeys(less, more)
