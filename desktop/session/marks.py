"""Making, editing and deleting annotations: every edit is a group of changes on one undo stack.

Two lists and not a QUndoStack: when the garbage collector took a session with one that held commands of Python's,
PySide 6.11.3 crashed the interpreter. A step is nothing but its changes anyway.
"""

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
from desktop.session.placing import Marked, Placing, marked, trimmed
from desktop.session.state import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.annotations import Placement
    from desktop.session.session import Session
    from desktop.text import Span


class Marks:
    """The annotations of the open document, as the reader works on them; `placing` takes those without a place."""

    def __init__(self, session: Session, now: Callable[[], datetime] | None = None) -> None:
        self._session = session
        self._now = now or (lambda: datetime.now(UTC))
        self.placing = Placing(session, self._now)
        self._made: list[tuple[Change, ...]] = []
        self._undone: list[tuple[Change, ...]] = []

    def undo(self) -> None:
        """Take the last step back; what is being typed at the time is a step too."""
        self._session.leaving.emit()
        if self._made:
            step = self._made.pop()
            self._undone.append(step)
            self.apply(tuple(change.inverse for change in reversed(step)))
        self._tell()
        notice = self._session.state.notice
        if notice is not None and notice.code == "annotation-deleted":
            self._session.dismiss_notice()

    def redo(self) -> None:
        """Make the last step that was taken back again, unless something was typed since."""
        self._session.leaving.emit()
        if self._undone:
            step = self._undone.pop()
            self._made.append(step)
            self.apply(step)
        self._tell()

    def forget(self) -> None:
        """Forget all steps: another document is open."""
        self._made.clear()
        self._undone.clear()
        self._tell()

    def highlight(self, color: Color | None = None) -> None:
        """Mark the selection in `color` (None: the one used last); without one, recolour the active annotation."""
        state = self._session.state
        color = color or Color(state.preferences.color)
        self._session.prefer(color=color.value)
        target = self._under_selection() or (None if state.selection else self.active)
        if target is not None:
            self.recolour(target.id, color)
        elif state.selection:
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

    def rewrite(self, annotation_id: str, note: str, tags: Sequence[str]) -> None:
        """Give an annotation this note and these tags, as one step; nothing happens when they are as they were."""
        before = self._session.state.annotations.get(annotation_id)
        if before is None:
            return
        now = self._now()
        noted = edit_note(before, note, now).after or before
        after = retag(noted, tags, now).after
        if after != before:
            self.push((Change(before, after),))

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
            self._session.notify("annotation-deleted", NoticeKind.NEWS)

    def activate(self, annotation_id: str | None) -> None:
        """Make an annotation the one that commands act on; None: none of them."""
        known = annotation_id if annotation_id in self._session.state.annotations else None
        if known != self._session.state.active:
            self._session.replace(active=known)

    def visit(self, annotation_id: str) -> None:
        """Make an annotation active and go to its words, or to the first place where these may be."""
        placement = self._session.state.placements.get(annotation_id)
        self.activate(annotation_id)
        if placement is not None and placement.span is not None:
            self._session.go_to(placement.span)
        elif placement is not None:
            self.placing.offer()

    def step(self, by: int) -> None:
        """Visit the next (1) or previous (-1) annotation in text order, round the end."""
        places = marked(self._session.state)
        if not places:
            return
        ids = [place.annotation.id for place in places]
        active = self._session.state.active
        here = ids.index(active) + by if active in ids else self._nearest(places, by)
        self.visit(ids[here % len(ids)])

    def at(self, offset: int) -> str | None:
        """Return the id of the annotation at a source offset; of several, the shortest, so that each is reachable."""
        over = [m for m in marked(self._session.state) if m.span.start <= offset < m.span.end]
        return min(over, key=lambda m: len(m.span)).annotation.id if over else None

    @property
    def active(self) -> Annotation | None:
        """The annotation that commands act on."""
        state = self._session.state
        return state.annotations.get(state.active) if state.active else None

    def push(self, changes: tuple[Change, ...]) -> bool:
        """Make `changes` one step that can be undone; False when the notes can't be written to.

        Raises ValueError when an annotation is not what a change says it was; then nothing has happened.
        """
        if not self._writable():
            return False
        self.apply(changes)
        self._made.append(changes)
        self._undone.clear()
        self._tell()
        return True

    def apply(self, changes: tuple[Change, ...]) -> None:
        """Make `changes` on the state and have the result saved."""
        state = self._session.state
        assert state.document is not None  # noqa: S101 (the stack is cleared with the document)
        annotations = apply_changes(state.annotations, changes)
        placements = self._renewed(annotations, changes)
        gone = state.annotations.keys() - annotations.keys()
        left = {state.placements[key].span for key in gone}
        self._session.replace(
            annotations=annotations,
            placements=placements,
            goal=None if state.goal is not None and state.goal.span in left else state.goal,
            active=None if state.active in gone else state.active,
            editing=None if state.editing in gone else state.editing,
        )
        self._session.shelf.save_annotations()

    def _renewed(self, annotations: Mapping[str, Annotation], changes: tuple[Change, ...]) -> Mapping[str, Placement]:
        """Return where `annotations` stand, looking up only those that `changes` have made or put elsewhere."""
        known = self._session.state.placements
        sought = {change.id for change in changes if _is_placed_anew(change)} & annotations.keys()
        found = self._session.shelf.placed({key: annotations[key] for key in sought}) if sought else known
        return MappingProxyType({key: found[key] if key in sought else known[key] for key in annotations})

    def _tell(self) -> None:
        self._session.replace(can_undo=bool(self._made), can_redo=bool(self._undone))

    def _create(self, selection: Span, color: Color) -> Annotation | None:
        """Mark `selection` and return the mark; None over blanks alone, or when the notes can't be written to."""
        state = self._session.state
        span = trimmed(selection, state.document.text) if state.document else None
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
        return next((m.annotation for m in marked(state) if m.span == span), None)

    def _nearest(self, places: Sequence[Marked], by: int) -> int:
        """Return the index of the first annotation after (or last before) where the reader is."""
        here = self._session.offset
        after = next((i for i, place in enumerate(places) if place.span.start >= here), len(places))
        return after if by > 0 else after - 1

    def _writable(self) -> bool:
        if self._session.state.read_only:
            self._session.notify("annotations-read-only", NoticeKind.PROBLEM)
        return not self._session.state.read_only


def _is_placed_anew(change: Change) -> bool:
    """Tell whether `change` leaves an annotation that has to be looked up in the text."""
    before, after = change.before, change.after
    if before is None or after is None:
        return after is not None
    return (before.anchor, before.resolved) != (after.anchor, after.resolved)
