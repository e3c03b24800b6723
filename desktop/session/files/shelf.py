"""The shelf: opening documents where the reader left them, and again when their files have changed."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.documents import Document, DocumentError, FileReason, open_document
from desktop.files import is_file
from desktop.script import SourceScript
from desktop.session.files.place import Place, VersionMap
from desktop.session.files.stamps import stamp_of
from desktop.session.state import Lighting, Notes, Notice, NoticeKind, Pane, Search

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session.failure import Failure
    from desktop.session.files.loaded_notes import LoadedNotes
    from desktop.session.files.memory import MemoryFile
    from desktop.session.files.notes_file import NotesFile
    from desktop.session.files.stamps import Stamp
    from desktop.session.files.watching import Watcher
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.finding import Finding
    from desktop.session.words.pages import Pages

UNDECODABLE = f"document-{FileReason.UNDECODABLE.value}"
"""The code of the notice that a file can't be read in the encoding that was tried."""

log = logging.getLogger(__name__)


class Shelf(QObject):
    """Opens documents, each with its notes and with the reader where it was left, and closes the last one.

    `memory_file` and `notes_file` have what is kept of a document, `finding` finds lit words and what is looked for
    in it, and `pages` tells its script.
    """

    def __init__(
        self,
        store: Store,
        log: StepLog,
        pages: Pages,
        finding: Callable[[], Finding],
        memory_file: MemoryFile,
        notes_file: NotesFile,
    ) -> None:
        super().__init__(store)
        self._store = store
        self._log = log
        self._pages = pages
        self._finding = finding
        self._memory_file = memory_file
        self._notes_file = notes_file
        self._watcher: Watcher | None = None
        self._watched: tuple[Document, Stamp | None] | None = None
        self._refused: Path | None = None

    # -- opening ----------------------------------------------------------------------------------------------

    def resume(self) -> bool:
        """Open what was open last; False when there was nothing or it is gone."""
        last = self._memory_file.memory.last
        return last is not None and is_file(last) and self.open(last)

    def open(self, path: Path, encoding: str | None = None) -> bool:
        """Open a thread where the reader left it; a file that can't be read leaves all as it was, with a sentence.

        `encoding` is the reader's own choice; None: the one chosen earlier for this file, else what is detected.
        """
        path = Path(path).absolute()
        stamp = stamp_of(path)
        document = self._read_or_tell(path, encoding)
        if document is None:
            return False
        self._store.commit_typing()
        self._memory_file.take_place()
        if encoding is not None:
            self._memory_file.memory = self._memory_file.memory.with_encoding(path, encoding)
        with self._notes_file.tentatively():
            self._show(document)
        self._watch(document, stamp)
        return True

    def reopen(self, encoding: str) -> bool:
        """Read the open file again in the encoding that the reader names, or the one that was just refused."""
        state = self._store.state
        if self._refused is not None and state.notice is not None and state.notice.code == UNDECODABLE:
            return self.open(self._refused, encoding)
        return state.document is not None and self.open(state.document.path, encoding)

    def reload(self) -> bool:
        """Read the open file again as it is now, with the reader's place, notes and lights kept on their words.

        What has become another thread is opened as one. A file that can't be read leaves all as it was.
        """
        before = self._store.state.document
        if before is None:
            return False
        stamp = stamp_of(before.path)
        document = self._read_or_tell(before.path)
        if document is None:
            return False
        self._store.commit_typing()
        self._memory_file.take_place()
        if document.sha256 == before.sha256:
            self._store.dismiss_notice()
        else:
            from desktop.annotations.recognition.identity import is_same_thread

            with self._notes_file.tentatively():
                if is_same_thread(before.text, document):
                    self._show_again(before, document)
                else:
                    self._show(document)
        self._watch(document, stamp)
        return True

    def attend(self, watcher: Watcher) -> None:
        """Have `watcher` tell when the file of what is open was changed, from when it was read on."""
        self._watcher = watcher
        watcher.changed.connect(self._on_file_changed)
        watcher.stirred.connect(self._notes_file.look)
        self._notes_file.saves.connect(watcher.look)
        if self._watched is not None:
            watcher.watch(*self._watched)

    def _watch(self, document: Document, stamp: Stamp | None) -> None:
        """Watch the file of `document`, which had the `stamp` before it was read."""
        self._watched = document, stamp
        if self._watcher is not None:
            self._watcher.watch(document, stamp)

    # -- keeping ----------------------------------------------------------------------------------------------

    def close(self) -> Failure | None:
        """Write everything, notes first; return the reason if some of those could not be written, else None.

        Whatever else fails, the reader must hear of that reason: the window closes without it.
        """
        self._store.commit_typing()
        reason = self._notes_file.flush()
        try:
            self._notes_file.tidy()
            self._memory_file.write()
        except Exception:  # a defect of ours: nothing of this is expected to raise
            log.exception("not all could be remembered")
        return reason

    # -- reading ----------------------------------------------------------------------------------------------

    def _read_or_tell(self, path: Path, encoding: str | None = None) -> Document | None:
        """Return the thread at `path`; None for a file that can't be read, with a sentence about it."""
        try:
            return read_thread(path, self._memory_file, encoding)
        except DocumentError as error:
            if error.reason is FileReason.MISSING:
                self._memory_file.forget_file(path)
            self._refused = path
            self._store.notify(f"document-{error.reason.value}", NoticeKind.PROBLEM, name=path.name)
            return None

    # -- showing ----------------------------------------------------------------------------------------------

    def _show(self, document: Document) -> None:
        """Show a document that is opened, with what was kept of it."""
        taken = self._notes_file.load(document)
        place = self._memory_file.place_in(document, taken.ours.entry.sha256 if taken.ours else "")
        self._log.forget()
        corrected = place.source_script in set(SourceScript)
        detected = self._pages.evidence(document).script
        source = SourceScript(place.source_script) if corrected else detected
        lighting = self._lighting(document, place)
        self._take_note_of(document)
        self._store.update(
            lambda state: replace(
                state,
                document=document,
                manner=replace(state.focused_manner, source_script=source, source_corrected=corrected),
                panes=(_pane(document, place),),
                focus=0,
                read=frozenset(place.read),
                notes=_notes(taken, state.notes),
                lights=lighting,
                search=None,
                notice=taken.notice,
                recent=self._memory_file.memory.recent,
            )
        )

    def _show_again(self, before: Document, document: Document) -> None:
        """Show a later version of the open document, with the reader where he was."""
        state = self._store.state
        taken = self._notes_file.reload(document)
        from desktop.session.files.loaded_notes import differing

        if changed := differing(state.notes.annotations, taken.annotations):  # no step leads back from those
            self._log.forget_notes(changed)
        from desktop.session.words.lights import lit_places, places_of

        search, lights = state.search, state.lights.terms
        lighting = Lighting(lights, lit_places(document, lights, self._finding()))
        found = search and Search(search.query, places_of(search.query, document, self._finding()))
        versions, read = VersionMap(before, document), tuple(state.read)
        places = [versions.carried(Place(pane.answer, pane.positions, read=read)) for pane in state.panes]
        self._take_note_of(document)
        self._store.update(
            lambda now: replace(
                now,
                document=document,
                panes=tuple(_pane(document, place, pane) for place, pane in zip(places, now.panes, strict=True)),
                read=frozenset(places[0].read),
                notes=_notes_again(taken, now.notes),
                lights=lighting,
                search=found,
                notice=taken.notice,
                recent=self._memory_file.memory.recent,
            )
        )

    def _lighting(self, document: Document, place: Place) -> Lighting:
        """Return the lights that were lit at `place` in `document`, which is being opened."""
        if not place.lights:
            return Lighting()
        from desktop.session.words.lights import lit_places, restored

        lights = restored(place.lights)
        return Lighting(lights, lit_places(document, lights, self._finding()))

    def _take_note_of(self, document: Document) -> None:
        """Remember `document` as the one opened last."""
        self._memory_file.memory = self._memory_file.memory.with_recent(document.path, document.title)

    def _on_file_changed(self, _sha256: str) -> None:
        document = self._store.state.document
        if document is not None:
            details = {"name": document.path.name}
            notice = Notice("file-changed", NoticeKind.QUESTION, details, ("file.reload",))
            self._store.replace(notice=notice)


def _pane(document: Document, place: Place, before: Pane | None = None) -> Pane:
    """Return a pane on `document` with the reader at `place`; in the script of the one that it was `before`."""
    answer = max(0, min(place.answer, len(document.answers) - 1))
    pane = replace(before, selection=None, goal=None, hit=None) if before is not None else Pane()
    return replace(pane, answer=answer, positions=dict(place.positions))


def _notes(taken: LoadedNotes, before: Notes) -> Notes:
    """Return the notes `taken` for a document that is opened, with none of them in hand."""
    return Notes(
        taken.annotations,
        taken.placements,
        latest=before.latest,
        read_only=taken.read_only,
        similar=taken.similar,
    )


def _notes_again(taken: LoadedNotes, before: Notes) -> Notes:
    """Return the notes `taken` for a later version of the open document, with what is in hand as it was `before`."""
    notes = before.with_records(taken.annotations, taken.placements)
    notes = replace(notes, read_only=taken.read_only, similar=taken.similar)
    return replace(notes, editing=None) if taken.read_only else notes


def read_thread(path: Path, memory_file: MemoryFile, encoding: str | None = None) -> Document:
    """Return the thread at `path`, in the encoding that the reader chose for it where that fits.

    `encoding` is one that the reader chooses now. Raises DocumentError.
    """
    chosen = memory_file.memory.encodings.get(str(path))
    if encoding is None and chosen is not None:
        with suppress(DocumentError):  # the file was written anew in another encoding since, or has gone
            return open_document(path, chosen)
    return open_document(path, encoding)
