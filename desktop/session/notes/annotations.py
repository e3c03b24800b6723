"""Making, editing and deleting annotations: every edit is a group of changes that is one step to undo."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations import (
    Annotation,
    Change,
    Color,
    apply_changes,
    create,
    delete,
    edit_note,
    new_annotation,
    recolour,
    retag,
)
from desktop.session.notes.edges import Edges
from desktop.session.notes.linking import Linking
from desktop.session.notes.overlaps import Overlaps, innermost
from desktop.session.notes.placing import Placing, trimmed
from desktop.session.notes.settling import Settling
from desktop.session.notes.several import Several
from desktop.session.notes.standing import Marked, marked, marked_within
from desktop.session.state import NoticeKind
from desktop.session.steps import FOR_EVER, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from desktop.annotations import Placements
    from desktop.session.session import Session
    from desktop.text import Span


class Marks:
    """The annotations of the open document, as the reader works on them.

    `placing` takes those without a place, `overlaps` those that lie on each other, `edges` moves where one begins and
    ends, `several` are commands on many at once, `linking` puts further passages into one, `settling` decides between
    two versions of one.
    """

    def __init__(self, session: Session, now: Callable[[], datetime] | None = None) -> None:
        self._session = session
        self._now = now or (lambda: datetime.now(UTC))
        self.placing = Placing(session, self._now)
        self.overlaps = Overlaps(session)
        self.edges = Edges(session, self._now)
        self.several = Several(session, self._now)
        self.linking = Linking(session, self._now)
        self.settling = Settling(session, self._now)

    def forget(self, ids: Collection[str] | None = None) -> None:
        """Forget all steps, as other annotations take the place of these; or those on `ids`, which others changed."""
        if ids is None:
            self._session.history.forget()
        else:
            self._session.history.forget_notes(ids)

    def settle(self) -> None:
        """Have what is typed from now on be a step of its own."""
        self._session.history.settle()

    def highlight(self, color: Color | None = None) -> None:
        """Mark the selection in `color` (None: the one used last); without one, recolour what commands act on.

        Without that either, it is the colour of the next mark.
        """
        state = self._session.state
        color = color or Color(state.preferences.color)
        target = self._under_selection()
        if target is not None:
            self.recolour(target.id, color)
        elif state.targets and not state.selection:
            self.several.recolour(color)
        else:
            self._session.prefer(color=color.value)
            self._create(state.selection, color)

    def note(self) -> None:
        """Open the note of the selection (marking it first) or of the active annotation."""
        state = self._session.state
        target = self._under_selection() if state.selection else self.active
        if target is None and state.selection:
            target = self._create(state.selection, Color(state.preferences.color))
        if target is not None:
            self.edit(target.id)

    def edit(self, annotation_id: str | None) -> None:
        """Open the editor on an annotation, or close it with None."""
        if annotation_id is None:
            self._session.replace(editing=None)
        elif annotation_id in self._session.state.annotations and self._writable():
            self._session.prefer(notes_shown=True)
            if self._session.state.editing == annotation_id:
                # Asked for again, the editor takes the keyboard again.
                self._session.replace(editing=None)
            self._session.replace(editing=annotation_id, active=annotation_id, selection=None)

    def rewrite(self, annotation_id: str, note: str, tags: Sequence[str], *, typing: bool = False) -> None:
        """Give an annotation this note and these tags, as one step; nothing happens when they are as they were.

        While the reader is `typing`, all that is kept of it until `settle` is one step.
        """
        before = self._session.state.annotations.get(annotation_id)
        if before is None:
            return
        now = self._now()
        noted = edit_note(before, note, now).after or before
        after = retag(noted, tags, now).after
        if after != before:
            self.push((Change(before, after),), f"typing {annotation_id}" if typing else "")

    def recolour(self, annotation_id: str, color: Color) -> None:
        """Give an annotation another colour."""
        before = self._session.state.annotations.get(annotation_id)
        if before is not None and before.color is not color:
            self.push((recolour(before, color, self._now()),))

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; `undo` brings it back, with what was being typed in it."""
        self._session.leaving.emit()
        before = self._session.state.annotations.get(annotation_id)
        if before is not None and self.push((delete(before),)):
            self._session.history.tell("annotation-deleted")

    def activate(self, annotation_id: str | None, passage: int = 0) -> None:
        """Make an annotation the one that commands act on, of several passages this one; None: none of them."""
        state = self._session.state
        known = annotation_id if annotation_id in state.annotations else None
        number = passage if known else 0
        if (known, number, frozenset[str]()) != (state.active, state.passage, state.chosen):
            self._session.replace(active=known, passage=number, chosen=frozenset())

    def visit(self, annotation_id: str, passage: int = 0) -> None:
        """Make an annotation active and go to its words, or to the first place where these may be."""
        self.activate(annotation_id, passage)
        for placement in self._session.state.placements.get(annotation_id, ())[passage : passage + 1]:
            if placement.span is not None:
                self._session.go_to(placement.span)
            else:
                self.placing.offer()

    def step(self, by: int) -> None:
        """Visit the next (1) or previous (-1) marked passage in text order, round the end."""
        state = self._session.state
        places = marked(state)
        if not places:
            return
        known = [(place.annotation.id, place.passage) for place in places]
        active = (state.active or "", state.passage)
        here = known.index(active) + by if active in known else self._nearest(places, by)
        self.visit(*known[here % len(known)])

    def at(self, offset: int) -> str | None:
        """Return the id of the annotation at a source offset; of several, the innermost."""
        over = innermost(self._session.state, offset)
        return over[0].annotation.id if over else None

    @property
    def active(self) -> Annotation | None:
        """The annotation that commands act on."""
        state = self._session.state
        return state.annotations.get(state.active) if state.active else None

    def push(self, changes: tuple[Change, ...], kind: str = "", within: float = FOR_EVER) -> bool:
        """Make `changes` one step that can be undone; False when the notes can't be written to.

        They go into the last step if that was of the same `kind` ("": none), within so many seconds. Raises
        ValueError when an annotation is not what a change says it was; then nothing has happened.
        """
        if not self._writable():
            return False
        self.apply(changes)
        self._session.history.add(changes, kind, within)
        return True

    def step_through(self, changes: tuple[Change, ...]) -> Outcome:
        """Make `changes`, which take a step back or make it again, unless the notes can't be written to."""
        if not self._writable():
            return Outcome.REFUSED
        self.apply(changes)
        return Outcome.DONE

    def apply(self, changes: tuple[Change, ...]) -> None:
        """Make `changes` on the state and have the result saved."""
        state = self._session.state
        assert state.document is not None  # noqa: S101 (the history is cleared with the document)
        annotations = apply_changes(state.annotations, changes)
        placements = self._renewed(annotations, changes)
        gone = state.annotations.keys() - annotations.keys()
        changed = {change.id for change in changes}
        left = _spans(state.placements, changed) - _spans(placements, changed)
        self._session.replace(
            annotations=annotations,
            placements=placements,
            goal=None if state.goal is not None and state.goal.span in left else state.goal,
            active=None if state.active in gone else state.active,
            chosen=frozenset() if state.active in gone else state.chosen - gone,
            editing=None if state.editing in gone else state.editing,
        )
        self._session.shelf.save_annotations()

    def _renewed(self, annotations: Mapping[str, Annotation], changes: tuple[Change, ...]) -> Placements:
        """Return where `annotations` stand, looking up only those that `changes` have made or put elsewhere."""
        known = self._session.state.placements
        sought = {change.id for change in changes if _is_placed_anew(change)} & annotations.keys()
        found = self._session.shelf.placed({key: annotations[key] for key in sought}) if sought else known
        return MappingProxyType({key: found[key] if key in sought else known[key] for key in annotations})

    def _create(self, selection: Span | None, color: Color) -> Annotation | None:
        """Mark `selection` and return the mark; None over blanks alone, or when the notes can't be written to."""
        state = self._session.state
        span = trimmed(selection, state.document.text) if state.document and selection else None
        if state.document is None or not span:
            return None
        index = state.document.answer_at(span.start)
        made = new_annotation(
            state.document.text,
            state.document.sha256,
            span,
            color,
            made_in=state.script.value,
            author="" if index is None else state.document.answers[index].author,
            answer=index,
            now=self._now(),
        )
        if not self.push((create(made),)):
            return None
        self._session.replace(active=made.id, selection=None)
        return made

    def _under_selection(self) -> Annotation | None:
        """Return the annotation on exactly the selected words."""
        state = self._session.state
        if not state.selection or state.document is None:
            return None
        span = trimmed(state.selection, state.document.text)
        return next((m.annotation for m in marked_within(state, span) if m.span == span), None)

    def _nearest(self, places: Sequence[Marked], by: int) -> int:
        """Return the index of the first annotation after (or last before) where the reader is."""
        here = self._session.offset
        after = next((i for i, place in enumerate(places) if place.span.start >= here), len(places))
        return after if by > 0 else after - 1

    def _writable(self) -> bool:
        if self._session.state.read_only:
            self._session.notify("annotations-read-only", NoticeKind.PROBLEM)
        return not self._session.state.read_only


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
