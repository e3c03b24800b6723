"""Commands on several annotations at once, each one step to undo, and each said in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import Change, delete, recolour, retag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from desktop.annotations import Annotation, Color
    from desktop.session.navigation import Navigation
    from desktop.session.notes.edits import Edits
    from desktop.session.notes.visits import Visits
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store


class Chosen:
    """The commands on what is chosen, else on the active annotation; `now` is the time of an edit."""

    def __init__(
        self,
        store: Store,
        log: StepLog,
        navigation: Navigation,
        edits: Edits,
        visits: Visits,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._log = log
        self._navigation = navigation
        self._edits = edits
        self._visits = visits
        self._now = now

    def choose(self, ids: Iterable[str], lead: str | None = None) -> None:
        """Choose these annotations, and make `lead`, one of them, active: the page goes to its words.

        One alone is simply visited; none leaves none active.
        """
        state = self._store.state
        known = frozenset(key for key in ids if key in state.notes.annotations)
        lead = lead if lead in known else next(iter(sorted(known)), None)
        if len(known) < 2 or lead is None:
            self._choose_one(lead)
            return
        same = lead == state.notes.active
        self._store.update(lambda now: now.activating(lead, passage=0, chosen=known))
        for placement in state.notes.placements[lead][:1]:
            if placement.span is not None and not same:
                self._navigation.go_to(placement.span)

    def keep(self, ids: Iterable[str]) -> None:
        """Leave only those of `ids` chosen; the page stays where it is."""
        state = self._store.state
        kept = state.notes.chosen & set(ids)
        if kept != state.notes.chosen:
            lead = state.notes.active if state.notes.active in kept else min(kept, default=None)
            several = kept if len(kept) > 1 else frozenset[str]()
            self._store.update(lambda now: now.activating(lead, passage=0, chosen=several))

    def recolour(self, color: Color) -> None:
        """Give all that are chosen another colour."""
        now = self._now()
        changes = tuple(
            recolour(one, color, now) for one in self._store.state.notes.targets if one.color is not color
        )
        if count := self._push(changes):
            self._log.tell("notes-recoloured", count=count)

    def tag(self, added: Iterable[str]) -> None:
        """Add tags to all that are chosen."""
        new = tuple(added)
        changes = self._retagged(self._store.state.notes.targets, lambda tags: (*tags, *new))
        if count := self._push(changes):
            tags = " ".join(f"#{tag}" for tag in new)
            self._log.tell("notes-tagged", count=count, tag=tags)

    def untag(self, tag: str) -> None:
        """Take a tag from all that are chosen and have it."""
        having = (one for one in self._store.state.notes.targets if tag in one.tags)
        changes = self._retagged(having, lambda tags: tuple(other for other in tags if other != tag))
        if count := self._push(changes):
            self._log.tell("notes-untagged", count=count, tag=f"#{tag}")

    def delete(self) -> None:
        """Delete all that are chosen; `undo` brings them back, with what was being typed in one."""
        self._store.commit_typing()
        targets = self._store.state.notes.targets
        if targets and self._edits.push(tuple(delete(one) for one in targets)):
            if len(targets) > 1:
                self._log.tell("notes-deleted", count=str(len(targets)))
            else:
                self._log.tell("annotation-deleted")

    def _choose_one(self, annotation_id: str | None) -> None:
        if annotation_id is None:
            self._visits.activate(None)
        else:
            self._visits.visit(annotation_id)

    def _retagged(
        self, annotations: Iterable[Annotation], tags: Callable[[tuple[str, ...]], tuple[str, ...]]
    ) -> tuple[Change, ...]:
        now = self._now()
        changes = (retag(one, tags(one.tags), now) for one in annotations)
        return tuple(change for change in changes if change.before != change.after)

    def _push(self, changes: tuple[Change, ...]) -> str:
        """Make `changes` one step; return how many there are to tell of, "" for one, which is seen, and for none."""
        made = bool(changes) and self._edits.push(changes)
        return str(len(changes)) if made and len(changes) > 1 else ""
