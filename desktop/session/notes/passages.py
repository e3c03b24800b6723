"""Notes that link several passages, perhaps of several authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.annotations import Passage, link, make_anchor, unlink
from desktop.session.mentions import shortened
from desktop.session.notes.placing import passage_in_hand, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.annotations import Annotation
    from desktop.documents import Document
    from desktop.session.notes.edits import Edits
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.pages import Pages
    from desktop.text import Span


def to_link(state: State) -> Annotation | None:
    """Return the note that a further passage would go to: the one in hand, or the last that was, on any page."""
    names = (state.notes.editing, state.notes.active, state.notes.latest)
    known = (state.notes.annotations.get(name) for name in names if name)
    return next((note for note in known if note is not None), None)


class Passages:
    """Adds passages to notes and takes them out; `pages` shows words, `now` is the time of an edit."""

    def __init__(self, store: Store, log: StepLog, pages: Pages, edits: Edits, now: Callable[[], datetime]) -> None:
        self._store = store
        self._log = log
        self._pages = pages
        self._edits = edits
        self._now = now

    def link(self) -> None:
        """Add the selected words to the note in hand, as one step; words that it has already are only visited."""
        state = self._store.state
        note = to_link(state)
        span = trimmed(state.pane.selection, state.document.text) if state.pane.selection and state.document else None
        if note is None or not span or state.document is None:
            return
        places = [placement.span for placement in state.notes.placements[note.id]]
        if span in places:
            self._store.update(lambda now: now.taking_in_hand(note.id, places.index(span)))
        elif self._edits.push((link(note, self._passage(state.document, span), self._now()),)):
            self._store.update(lambda now: now.taking_in_hand(note.id, len(places)))
            self._log.tell("passage-added", quote=self._name(note))

    def unlink(self) -> None:
        """Take the active passage out of its note, as one step; the last one stays."""
        state = self._store.state
        note = state.notes.annotations.get(state.notes.active or "")
        if note is None or len(note.passages) == 1:
            return
        number = passage_in_hand(state, note)
        if self._edits.push((unlink(note, number, self._now()),)):
            notes = self._store.state.notes
            self._store.replace(notes=notes.with_active(notes.active, passage=0))
            self._log.tell("passage-removed")

    def _passage(self, document: Document, span: Span) -> Passage:
        index = document.answer_at(span.start)
        author = document.author_at(span.start) or ""
        anchor = make_anchor(document.text, span, document.sha256)
        return Passage(anchor, self._store.state.focused_manner.script.value, author, index)

    def _name(self, note: Annotation) -> str:
        return shortened(self._pages.quote(note.passages[0].anchor))
