"""Making, editing and deleting annotations: every edit is a group of changes that is one step to undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.annotations import (
    Annotation,
    Change,
    Color,
    create,
    delete,
    edit_note,
    new_annotation,
    recolour,
    retag,
)
from desktop.session.notes.attaching import Placing
from desktop.session.notes.chosen import Chosen
from desktop.session.notes.edges import Edges
from desktop.session.notes.overlaps import Overlaps, innermost
from desktop.session.notes.passages import Passages
from desktop.session.notes.placing import trimmed
from desktop.session.notes.standing import Marked, marked, marked_within
from desktop.session.notes.versions import Versions
from desktop.session.notes.visits import Visits
from desktop.session.state import Panel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.session.navigation import Navigation
    from desktop.session.notes.edits import Edits
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.keywords import Words
    from desktop.session.words.pages import Pages
    from desktop.text import Span


def _now() -> datetime:
    return datetime.now(UTC)


class Annotations:
    """The annotations of the open document, as the reader works on them.

    `placing` takes those without a place, `overlaps` those that lie on each other, `edges` moves where one begins and
    ends, `chosen` are commands on many at once, `passages` puts further passages into one, `versions` decides between
    two versions of one. `now` tells the time of an edit.
    """

    def __init__(
        self,
        store: Store,
        log: StepLog,
        navigation: Navigation,
        pages: Pages,
        words: Words,
        edits: Edits,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._store = store
        self._log = log
        self._navigation = navigation
        self._edits = edits
        self._visits = visits = Visits(store, navigation)
        self._now = now
        self.placing = Placing(store, navigation, edits, visits, now)
        self.overlaps = Overlaps(store, navigation, visits)
        self.edges = Edges(store, words, edits, now)
        self.chosen = Chosen(store, log, navigation, edits, visits, now)
        self.passages = Passages(store, log, pages, edits, now)
        self.versions = Versions(store, log, edits, visits, now)

    def highlight(self, color: Color | None = None) -> None:
        """Mark the selection in `color` (None: the one used last); without one, recolour what commands act on.

        Without that either, it is the colour of the next mark.
        """
        state = self._store.state
        color = color or Color(state.preferences.color)
        target = self._under_selection()
        if target is not None:
            self.recolour(target.id, color)
        elif state.notes.targets and not state.pane.selection:
            self.chosen.recolour(color)
        else:
            self._store.prefer(color=color.value)
            self._create(state.pane.selection, color)

    def note(self) -> None:
        """Open the note of the selection (marking it first) or of the active annotation."""
        state = self._store.state
        target = self._under_selection() if state.pane.selection else self.active
        if target is None and state.pane.selection:
            target = self._create(state.pane.selection, Color(state.preferences.color))
        if target is not None:
            self.edit(target.id)

    def edit(self, annotation_id: str | None) -> None:
        """Open the editor on an annotation, or close it with None."""
        if annotation_id is None:
            self._store.update(lambda state: _opening(state, None))
        elif annotation_id in self._store.state.notes.annotations and self._edits.allowed():
            self._store.unfold(Panel.NOTES)
            if self._store.state.notes.editing == annotation_id:
                # Asked for again, the editor takes the keyboard again.
                self._store.update(lambda state: _opening(state, None))
            self._store.update(lambda state: _opening(state.taking_in_hand(annotation_id), annotation_id))

    def rewrite(self, annotation_id: str, note: str, tags: Sequence[str], *, typing: bool = False) -> None:
        """Give an annotation this note and these tags, as one step; nothing happens when they are as they were.

        While the reader is `typing`, all that is kept of it until `StepLog.settle` is one step; none once all is
        taken back.
        """
        before = self._store.state.notes.annotations.get(annotation_id)
        if before is None:
            return
        now = self._now()
        noted = edit_note(before, note, now).after or before
        after = retag(noted, tags, now).after
        kind = f"typing {annotation_id}" if typing else ""
        begun = self._log.steps.begun(kind, annotation_id)
        if after is not None and begun is not None and (begun.note, begun.tags) == (after.note, after.tags):
            after = begun  # the time of the last change is as it was, too
        if after != before:
            self._edits.push((Change(before, after),), kind)

    def recolour(self, annotation_id: str, color: Color) -> None:
        """Give an annotation another colour."""
        before = self._store.state.notes.annotations.get(annotation_id)
        if before is not None and before.color is not color:
            self._edits.push((recolour(before, color, self._now()),))

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; `undo` brings it back, with what was being typed in it."""
        self._store.commit_typing()
        before = self._store.state.notes.annotations.get(annotation_id)
        if before is not None and self._edits.push((delete(before),)):
            self._log.tell("annotation-deleted")

    def activate(self, annotation_id: str | None, passage: int = 0) -> None:
        """Make an annotation the one that commands act on, of several passages this one; None: none of them."""
        self._visits.activate(annotation_id, passage)

    def visit(self, annotation_id: str, passage: int = 0) -> None:
        """Make an annotation active and go to its words, or to the first place where these may be."""
        self._visits.visit(annotation_id, passage)

    def step(self, by: int) -> None:
        """Visit the next (1) or previous (-1) marked passage in text order, round the end."""
        state = self._store.state
        places = marked(state)
        if not places:
            return
        known = [(place.annotation.id, place.passage) for place in places]
        active = (state.notes.active or "", state.notes.passage)
        here = known.index(active) + by if active in known else self._nearest(places, by)
        self.visit(*known[here % len(known)])

    def at(self, offset: int) -> str | None:
        """Return the id of the annotation at a source offset; of several, the innermost."""
        over = innermost(self._store.state, offset)
        return over[0].annotation.id if over else None

    @property
    def active(self) -> Annotation | None:
        """The annotation that commands act on."""
        state = self._store.state
        return state.notes.annotations.get(state.notes.active) if state.notes.active else None

    def _create(self, selection: Span | None, color: Color) -> Annotation | None:
        """Mark `selection` and return the mark; None over blanks alone, or when the notes can't be written to."""
        state = self._store.state
        span = trimmed(selection, state.document.text) if state.document and selection else None
        if state.document is None or not span:
            return None
        index = state.document.answer_at(span.start)
        made = new_annotation(
            state.document.text,
            state.document.sha256,
            span,
            color,
            made_in=state.focused_manner.script.value,
            author=state.document.author_at(span.start) or "",
            answer=index,
            now=self._now(),
        )
        if not self._edits.push((create(made),)):
            return None
        self._store.update(lambda now: now.taking_in_hand(made.id))
        return made

    def _under_selection(self) -> Annotation | None:
        """Return the annotation on exactly the selected words."""
        state = self._store.state
        if not state.pane.selection or state.document is None:
            return None
        span = trimmed(state.pane.selection, state.document.text)
        return next((m.annotation for m in marked_within(state, span) if m.span == span), None)

    def _nearest(self, places: Sequence[Marked], by: int) -> int:
        """Return the index of the first annotation after (or last before) where the reader is."""
        here = self._navigation.offset
        after = next((i for i, place in enumerate(places) if place.span.start >= here), len(places))
        return after if by > 0 else after - 1


def _opening(state: State, annotation_id: str | None) -> State:
    """Return `state` with the note of an annotation open to be written in; None: of none."""
    known = annotation_id if annotation_id in state.notes.annotations else None
    return replace(state, notes=replace(state.notes, editing=known))
