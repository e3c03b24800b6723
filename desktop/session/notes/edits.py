"""Edits of annotations: groups of changes made on the state, each a step that can be undone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations import apply_changes
from desktop.session.state import NoticeKind
from desktop.session.steps import FOR_EVER, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from desktop.annotations import Annotation, Change, Placements
    from desktop.documents import Document
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.text import Span

    Placer = Callable[[Mapping[str, Annotation], Document], Placements]


class Edits:
    """Makes changes of annotations; `log` is told of them, `placer` tells where annotations stand in a document."""

    def __init__(self, store: Store, log: StepLog, placer: Placer) -> None:
        self._store = store
        self._log = log
        self._placer = placer

    def push(self, changes: tuple[Change, ...], kind: str = "", within: float = FOR_EVER) -> bool:
        """Make `changes` one step that can be undone; False when the notes can't be written to.

        They go into the last step if that was of the same `kind` ("": none), within so many seconds. Raises
        ValueError when an annotation is not what a change says it was; then nothing has happened.
        """
        if not self.allowed():
            return False
        self._apply(changes)
        self._log.add(changes, kind, within)
        return True

    def step_through(self, changes: tuple[Change, ...]) -> Outcome:
        """Make `changes`, which take a step back or make it again, unless the notes can't be written to."""
        if not self.allowed():
            return Outcome.REFUSED
        self._apply(changes)
        return Outcome.DONE

    def allowed(self) -> bool:
        """Tell whether the notes can be written to; where they can't, the reader is told as well."""
        if self._store.state.changes.visit is not None:
            self._store.notify("changes-read-only", NoticeKind.PROBLEM)
        elif self._store.state.notes.read_only:
            self._store.notify("annotations-read-only", NoticeKind.PROBLEM)
        return not self._store.state.notes.read_only

    def _apply(self, changes: tuple[Change, ...]) -> None:
        """Make `changes` on the state."""
        state = self._store.state
        assert state.document is not None  # noqa: S101 (the steps are forgotten with the document)
        annotations = apply_changes(state.notes.annotations, changes)
        placements = self._renewed(state.document, annotations, changes)
        changed = {change.id for change in changes}
        left = _spans(state.notes.placements, changed) - _spans(placements, changed)
        self._store.replace(
            notes=state.notes.with_records(annotations, placements),
            panes=tuple(pane.leaving(left) for pane in state.panes),
        )

    def _renewed(
        self, document: Document, annotations: Mapping[str, Annotation], changes: tuple[Change, ...]
    ) -> Placements:
        """Return where `annotations` stand, looking up only those that `changes` have made or put elsewhere."""
        known = self._store.state.notes.placements
        sought = {change.id for change in changes if _is_placed_anew(change)} & annotations.keys()
        found = self._placer({key: annotations[key] for key in sought}, document) if sought else known
        return MappingProxyType({key: found[key] if key in sought else known[key] for key in annotations})


def _spans(placements: Placements, ids: Collection[str]) -> set[Span | None]:
    """Return where the passages of these annotations stand; those that are not there any more stand nowhere."""
    found = (placements[key] for key in ids if key in placements)
    return {place.span for passages in found for place in passages}


def _is_placed_anew(change: Change) -> bool:
    """Tell whether `change` leaves an annotation that has to be looked up in the text."""
    before, after = change.before, change.after
    if before is None or after is None:
        return after is not None
    return before.passages != after.passages
