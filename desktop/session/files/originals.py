"""The other file that notes may have gone on with: a folder, say, that takes long to read, so a worker does that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.annotations.recognition.identity import has_gone_on_elsewhere
from desktop.documents import open_document
from desktop.session.files.loaded_notes import is_noted
from desktop.session.files.notices import match_notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Document
    from desktop.session.files.similar import SimilarNotes
    from desktop.session.store import Store
    from desktop.session.work.tasks import Tasks

_SLOT = "original"


class Originals:
    """Finds out whether the notes on the text of the open document are its own, or have gone on with another file."""

    def __init__(self, store: Store, similar: SimilarNotes, work: Tasks) -> None:
        self._store = store
        self._similar = similar
        self._work = work

    def read(self, document: Document, match: NotesMatch, go_on: Callable[[Document, NotesMatch], None]) -> None:
        """Have the file read that has the notes of `match`. `document`, which is being opened, has none until then.

        If the very text is still there, `go_on` is called, unless something was noted here meanwhile; else the reader
        is asked whose they are.
        """

        def seen(has_gone_on: bool) -> None:
            state = self._store.state
            if state.document is None or state.notes.similar is not match:
                return
            if not has_gone_on and not is_noted(state):
                go_on(state.document, match)
            elif state.notice is None and self._similar.is_due(document, match):
                self._store.replace(notice=match_notice(document, match, {}))

        read = partial(open_document, pause=self._work.pause)
        self._work.start(_SLOT, lambda: has_gone_on_elsewhere(match.entry, document, read), seen)

    def give_up(self) -> None:
        """Wait for no file any more."""
        self._work.cancel(_SLOT)
