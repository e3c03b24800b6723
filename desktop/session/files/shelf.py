"""The shelf: opening documents where the reader left them, and again when their files have changed."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.annotations.recognition.identity import is_same_thread
from desktop.documents import Document, DocumentError, FileReason, open_document
from desktop.script import Script, SourceScript
from desktop.session.files.asking import Asking
from desktop.session.files.carrying import Crossing, carried
from desktop.session.files.holdings import Holdings, differing
from desktop.session.files.homes import is_file
from desktop.session.files.memory import Place
from desktop.session.files.remembering import Remembering
from desktop.session.files.watching import Watcher, stamp_of
from desktop.session.state import Lighting, Notes, Notice, NoticeKind, Pane, Search
from desktop.session.steps import SimilarStep
from desktop.session.words.lights import restored
from desktop.session.work.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Executor

    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.paths import DataFolder
    from desktop.session.failure import Failure
    from desktop.session.files.archive import Archive
    from desktop.session.files.holdings import Taken
    from desktop.session.notes.edits import Edits
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.lights import Lights, Searching
    from desktop.session.words.pages import Pages
    from desktop.session.words.scripts import Scripts

UNDECODABLE = f"document-{FileReason.UNDECODABLE.value}"
"""The code of the notice that a file can't be read in the encoding that was tried."""

log = logging.getLogger(__name__)


class Shelf(QObject):
    """Opens documents, remembers the places in them, and has annotations saved.

    `asking` knows which questions the reader has answered or put off.
    One worker does what is slow and can wait: it writes the memory, keeps texts, and looks at the open file.
    """

    def __init__(
        self,
        store: Store,
        log: StepLog,
        scripts: Scripts,
        pages: Pages,
        lights: Lights,
        searching: Searching,
        edits: Edits,
        archive: Archive,
        folder: DataFolder,
        save_executor: Executor | None,
    ) -> None:
        super().__init__(store)
        self._store = store
        self._log = log
        self._pages = pages
        self._lights = lights
        self._searching = searching
        self._archive = archive
        self._folder = folder
        self._refused: Path | None = None
        self._work = Tasks(self, save_executor)
        self._work.failed.connect(self._on_failed)
        self._remembering = Remembering(store, folder.state, self._work)
        self.asking = Asking(self._remembering)
        self._holdings = Holdings(store, log, edits, archive, self._work, save_executor)
        self._watcher = Watcher(self._read, folder.annotations, self._work, self)
        self._watcher.changed.connect(self._on_file_changed)
        self._watcher.stirred.connect(self._holdings.look)
        self._holdings.saves.connect(self._watcher.look)
        self._recall(scripts)

    def _recall(self, scripts: Scripts) -> None:
        """Put into the state what is remembered for every document."""
        memory = self._remembering.memory
        manner = replace(memory.manner, corrections=self._store.state.manner.corrections)
        self._store.replace(manner=manner, preferences=memory.preferences, recent=memory.recent)
        if not scripts.load_kept():  # after an update, say; what has to be compiled is shown when it is
            self._store.replace(manner=manner.in_script(Script.ORIGINAL))
            scripts.show(manner.script)

    @property
    def geometry(self) -> str:
        """How the window stood, in base64; "" on a first start."""
        return self._remembering.memory.geometry

    @geometry.setter
    def geometry(self, value: str) -> None:
        self._remembering.memory = replace(self._remembering.memory, geometry=value)

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of the files opened lately, by path, as they were when each was opened last."""
        return self._remembering.memory.titles

    @property
    def data_folder(self) -> Path:
        """The folder that holds everything the app writes."""
        return self._folder.root

    @property
    def annotation_file(self) -> Path | None:
        """The file that keeps the open document's annotations; it exists once there are some."""
        return self._holdings.file

    # -- opening ----------------------------------------------------------------------------------------------

    def resume(self) -> bool:
        """Open what was open last; False when there was nothing or it is gone."""
        last = self._remembering.memory.last
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
        self._remembering.take_place()
        if encoding is not None:
            self._remembering.memory = self._remembering.memory.with_encoding(path, encoding)
        with self._holdings.tentatively():
            self._show(document)
        self._watcher.watch(document, stamp)
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
        self._remembering.take_place()
        if document.sha256 == before.sha256:
            self._store.dismiss_notice()
        else:
            with self._holdings.tentatively():
                if is_same_thread(before.text, document):
                    self._show_again(before, document)
                else:
                    self._show(document)
        self._watcher.watch(document, stamp)
        return True

    def adopt(self) -> None:
        """Take the notes on the thread much like this one to be on this one."""
        state = self._store.state
        self._holdings.adopt()
        if (
            state.notes.annotations
            and state.document
            and state.notes.similar
            and self._store.state.notes.similar is None
        ):
            self.asking.part(
                state.document, state.notes.similar
            )  # they were copied, and there is nothing more to ask

    def part(self) -> None:
        """Take the thread much like this one to be another, as a step that can be undone, and don't ask again."""
        similar = self._store.state.notes.similar
        if similar is not None:
            self.take_similar(SimilarStep(similar, None))
            self._store.replace(notice=None)
            self._log.add(SimilarStep(similar, None))

    def take_similar(self, step: SimilarStep) -> None:
        """Take the notes on a similar thread to be those that `step` leads to, without a step."""
        document = self._store.state.document
        if document is not None and step.before is not None:
            self.asking.part(document, step.before)
        if document is not None and step.after is not None:
            self.asking.unpart(document, step.after)
        self._store.replace(notes=replace(self._store.state.notes, similar=step.after))

    def look(self) -> None:
        """See whether the open file or its file of notes has changed."""
        self._watcher.look()
        self._holdings.look()

    def keep_beside(self, *, beside: bool) -> None:
        """Keep files of notes beside their threads from now on, the open one's at once; else in the data folder."""
        self._store.prefer(beside=beside)
        self._holdings.move()

    # -- keeping ----------------------------------------------------------------------------------------------

    def remember(self) -> None:
        """Write what the next start needs to find everything as it was; failing that is no reason to stop."""
        self._remembering.write()

    def close(self) -> Failure | None:
        """Write everything, notes first; return the reason if some of those could not be written, else None.

        Whatever else fails, the reader must hear of that reason: the window closes without it.
        """
        self._store.commit_typing()
        reason = self._holdings.flush()
        try:
            self._holdings.tidy()
            self.remember()
        except Exception:  # a defect of ours: nothing of this is expected to raise
            log.exception("not all could be remembered")
        return reason

    def stop(self) -> None:
        """End the workers; nothing can be saved or noticed afterwards."""
        self._watcher.stop()
        self._remembering.stop()
        self._work.close()
        self._holdings.stop()

    # -- reading ----------------------------------------------------------------------------------------------

    def _read(self, path: Path, encoding: str | None = None) -> Document:
        """Return the thread at `path`, in the reader's encoding where it fits; raises DocumentError."""
        chosen = self._remembering.memory.encodings.get(str(path))
        if encoding is None and chosen is not None:
            with suppress(DocumentError):  # the file was written anew in another encoding since, or has gone
                return open_document(path, chosen)
        return open_document(path, encoding)

    def _read_or_tell(self, path: Path, encoding: str | None = None) -> Document | None:
        """Return the thread at `path`; None for a file that can't be read, with a sentence about it."""
        try:
            return self._read(path, encoding)
        except DocumentError as error:
            if error.reason is FileReason.MISSING:
                self._remembering.forget_file(path)
            self._refused = path
            self._store.notify(f"document-{error.reason.value}", NoticeKind.PROBLEM, name=path.name)
            return None

    # -- showing ----------------------------------------------------------------------------------------------

    def _show(self, document: Document) -> None:
        """Show a document that is opened, with what was kept of it."""
        taken = self._holdings.take(document, self.asking)
        place = self._place_in(document, taken.ours)
        self._log.forget()
        corrected = place.source_script in set(SourceScript)
        detected = self._pages.evidence(document).script
        source = SourceScript(place.source_script) if corrected else detected
        lights = restored(place.lights)
        lighting = Lighting(lights, self._lights.places(document, lights))
        self._take_note_of(document)
        self._store.update(
            lambda state: replace(
                state,
                document=document,
                manner=replace(state.manner, source_script=source, source_corrected=corrected),
                panes=(_pane(document, place),),
                focus=0,
                read=frozenset(place.read),
                notes=_notes(taken, state.notes),
                lights=lighting,
                search=None,
                notice=taken.notice,
                recent=self._remembering.memory.recent,
            )
        )

    def _show_again(self, before: Document, document: Document) -> None:
        """Show a later version of the open document, with the reader where he was."""
        state = self._store.state
        taken = self._holdings.take_again(document)
        if changed := differing(state.notes.annotations, taken.annotations):  # no step leads back from those
            self._log.forget_notes(changed)
        search, lights = state.search, state.lights.terms
        lighting = Lighting(lights, self._lights.places(document, lights))
        found = search and Search(search.query, self._searching.places(document, search.query))
        crossing, read = Crossing(before, document), tuple(state.read)
        places = [crossing.carried(Place(pane.answer, pane.positions, read=read)) for pane in state.panes]
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
                recent=self._remembering.memory.recent,
            )
        )

    def _take_note_of(self, document: Document) -> None:
        """Remember `document` as the one opened last."""
        self._remembering.memory = self._remembering.memory.with_recent(document.path, document.title)

    def _place_in(self, document: Document, match: NotesMatch | None) -> Place:
        """Return where the reader was in `document`, if only in the version of it that the notes were made on."""
        places = self._remembering.memory.places
        if document.sha256 in places:
            return places[document.sha256]
        sha256 = match.entry.sha256 if match else ""
        older = self._archive.version(document, sha256) if sha256 in places else None
        return carried(places[sha256], older, document) if older else Place()

    def _on_file_changed(self, _sha256: str) -> None:
        document = self._store.state.document
        if document is not None:
            details = {"name": document.path.name}
            notice = Notice("file-changed", NoticeKind.QUESTION, details, ("file.reload",))
            self._store.replace(notice=notice)

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s failed", slot, exc_info=error if isinstance(error, Exception) else None)


def _pane(document: Document, place: Place, before: Pane | None = None) -> Pane:
    """Return a pane on `document` with the reader at `place`, in the script of the pane that it was `before`."""
    answer = max(0, min(place.answer, len(document.answers) - 1))
    return Pane(answer, before and before.script, positions=dict(place.positions))


def _notes(taken: Taken, before: Notes) -> Notes:
    """Return the notes `taken` for a document that is opened, with none of them in hand."""
    return Notes(
        taken.annotations,
        taken.placements,
        latest=before.latest,
        read_only=taken.read_only,
        similar=taken.similar,
    )


def _notes_again(taken: Taken, before: Notes) -> Notes:
    """Return the notes `taken` for a later version of the open document, with what is in hand as it was `before`."""
    notes = before.with_records(taken.annotations, taken.placements)
    notes = replace(notes, read_only=taken.read_only, similar=taken.similar)
    return replace(notes, editing=None) if taken.read_only else notes
