"""The shelf: opening documents where the reader left them, and again when their files have changed."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.documents import Document, DocumentError, FileReason, offered_as, open_document, place_of
from desktop.script import SourceScript
from desktop.session.changes import Changes, changes_known
from desktop.session.files.loaded_notes import LoadedNotes, differing, notes_again, notes_opened
from desktop.session.files.place import Place, VersionMap, pane_at, place_of_pane, side_at
from desktop.session.files.stamps import stamp_of
from desktop.session.listing import Listing
from desktop.session.pane import Pane
from desktop.session.state import Lighting, Notice, NoticeKind
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.comparison.renewal import GoneAnswer
    from desktop.documents.layouts.table import LaidOut
    from desktop.documents.naming import Naming
    from desktop.session.failure import Failure
    from desktop.session.files.memory import Memory, MemoryFile
    from desktop.session.files.notes_file import NotesFile
    from desktop.session.files.stamps import Stamp
    from desktop.session.files.watching import Watcher
    from desktop.session.manner import Manner
    from desktop.session.naming.named_lines import NamedLines
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.words.finding import Finding
    from desktop.session.words.pages import Pages
    from desktop.session.words.scripts import Scripts

UNDECODABLE = f"document-{FileReason.UNDECODABLE.value}"
"""The code of the notice that a file can't be read in the encoding that was tried."""

DECODABLE = frozenset({UNDECODABLE, f"document-{FileReason.BINARY.value}"})
"""The codes of the notices about a file that was refused, but may be read in an encoding that the reader chooses."""

log = logging.getLogger(__name__)


class _Refused(NamedTuple):
    """A file that could not be read, and the sentence about it."""

    notice: Notice | None
    path: Path
    again: Callable[[str], None] | None
    """What reads it in an encoding, None where it is to be opened."""


class Shelf(QObject):
    """Opens documents, each with its notes and with the reader where it was left, and closes the last one.

    `memory_file` and `notes_file` have what is kept of a document, `naming` what was said of its lines, `finding`
    finds lit words and what is looked for in it, `pages` tells its script, and `scripts` shows the names in it.
    """

    def __init__(
        self,
        store: Store,
        log: StepLog,
        pages: Pages,
        scripts: Callable[[], Scripts],
        finding: Callable[[], Finding],
        naming: Callable[[], NamedLines],
        memory_file: MemoryFile,
        notes_file: NotesFile,
    ) -> None:
        super().__init__(store)
        self._store = store
        self._log = log
        self._pages = pages
        self._scripts = scripts
        self._finding = finding
        self._naming = naming
        self._memory_file = memory_file
        self._notes_file = notes_file
        self._watcher: Watcher | None = None
        self._watched: tuple[Document, Stamp | None] | None = None
        self._refused: _Refused | None = None
        self._present: State | None = None
        self._laid: LaidOut | None = None

    # -- opening ----------------------------------------------------------------------------------------------

    def open(self, path: Path, encoding: str | None = None) -> bool:
        """Open a thread where the reader left it; a file that can't be read leaves all as it was, with a sentence.

        `encoding` is the reader's own choice; None: the one chosen earlier for what is in this file, else what is
        detected.
        """
        path = Path(path).absolute()
        stamp = stamp_of(place_of(path)[0])
        document = self._read_or_tell(path, encoding)
        if document is None:
            return False
        self.take(document, stamp, encoding)
        return True

    def expect(self, laid: LaidOut | None) -> None:
        """Know how the text is `laid` out that is taken next, if it is plain: it needn't be found again for names."""
        self._laid = laid

    def take(self, document: Document, stamp: Stamp | None, encoding: str | None = None) -> None:
        """Open a thread that was just read, from a file that had `stamp` before, where the reader left it.

        An `encoding` that the reader chose for it is remembered.
        """
        if encoding is not None:
            self.remember_encoding(document.path, encoding, document)
        self._store.commit_typing()
        self._memory_file.take_place()
        with self._notes_file.tentatively():
            self._show(document)
        self._present = self._laid = None
        self._watch(document, stamp)

    def preparation(self) -> Callable[[Document, Callable[[], None]], None] | None:
        """Return what has a document, on the thread that has just read it, ready to be shown as the open one is.

        It takes what to call between two steps, as `open_document` does. None: any can be shown at once.
        """
        shown = self._store.state.focused_manner.conversion(SourceScript.SIMPLIFIED)
        return self._scripts().prepare if shown.goes_by_words else None

    @property
    def decodable(self) -> Path | None:
        """The file that a choice of encoding is for: the one that a sentence on show is about, else the open one."""
        if (refused := self._refused_now()) is not None:
            return refused.path
        document = self._store.state.document
        return document.path if document is not None else None

    @property
    def reading_again(self) -> Callable[[str], None] | None:
        """What a choice of encoding for `decodable` is to be given to, None where that is to be opened."""
        refused = self._refused_now()
        return refused.again if refused is not None else None

    def _refused_now(self) -> _Refused | None:
        """Return the file that a sentence on show is about, which may be read in another encoding."""
        state = self._store.state
        refused = self._refused
        return refused if refused and refused.notice is state.notice and is_about_encoding(state) else None

    def reload(self) -> bool:
        """Read the open file again as it is now, with the reader's place, notes and lights kept on their words.

        What has become another thread is opened as one. A file that can't be read leaves all as it was.
        """
        self.leave_version()
        before = self._store.state.document
        if before is None:
            return False
        stamp = stamp_of(before.origin.path)
        document = self._read_or_tell(before.path, before=before)
        if document is None:
            return False
        self.take_again(document, stamp)
        return True

    def take_again(self, document: Document, stamp: Stamp | None) -> None:
        """Show the open thread as it was just read again; another one that was opened meanwhile stays open."""
        before = self._store.state.document
        if before is None or before.path != document.path:
            return
        self.leave_version()
        before = self._store.state.document or before
        self._store.commit_typing()
        self._memory_file.take_place()
        if chosen := self._memory_file.memory.encodings.get(str(before.path), "").split(" ")[0]:
            self.remember_encoding(before.path, chosen, document)
        if document.sha256 == before.sha256:
            self._store.dismiss_notice()
        else:
            from desktop.annotations.recognition.identity import is_same_thread

            with self._notes_file.tentatively():
                if is_same_thread(before.text, document):
                    self._show_again(before, document)
                else:
                    self._show(document)
        self._laid = None
        self._watch(document, stamp)

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

    # -- an earlier version -----------------------------------------------------------------------------------

    def visit(self, gone: GoneAnswer, version: Document) -> None:
        """Show the earlier `version` that still has an answer, at that; notes can be read there, not written.

        `leave_version` leads back, and so does whatever reads the thread again.
        """
        self.leave_version()
        self._store.commit_typing()
        self._memory_file.take_place()
        present = self._store.state
        if present.document is None:
            return
        version = self._told(version, present.document.naming)
        from desktop.session.renewal.visiting import visiting

        place = replace(self._memory_file.place_in(version, ""), lights=present.lights.terms)
        pane = replace(pane_at(version, place), answer=version.answer_at(gone.start) or 0)
        lighting = self._lighting(version, place)
        source = self._source(version, present)
        placements = self._notes_file.follow(version, present.notes.annotations)
        self._present = present
        read = frozenset(place.read)
        self._store.update(lambda now: visiting(now, version, gone, pane, read, source, placements, lighting))

    def leave_version(self) -> None:
        """Show the open thread again, where the reader left it, after a visit to an earlier version of it."""
        present, self._present = self._present, None
        if present is None or (document := present.document) is None:
            return
        from desktop.session.naming.renamed import renamed
        from desktop.session.renewal.visiting import back_from_visit

        self._store.commit_typing()
        self._memory_file.take_place()
        if (visited := self._store.state.document) is not None:  # others may have said something of lines meanwhile
            document = self._told(document, visited.naming)
            present = renamed(present, document)
        state = self._store.state
        lighting, source = present.lights, self._source(document, state)
        if state.lights.terms != lighting.terms:
            lighting = self._lighting(document, Place(lights=state.lights.terms))
        placements = self._notes_file.follow(document, state.notes.annotations)
        self._store.update(lambda now: back_from_visit(now, present, source, placements, lighting))

    def _source(self, document: Document, state: State) -> SourceScript:
        """Return what a version of the thread is written in: what the reader says in `state`, else what it shows."""
        manner = state.manner
        return manner.source_script if manner.source_corrected else self._pages.evidence(document).script

    # -- keeping ----------------------------------------------------------------------------------------------

    def close(self) -> Failure | None:
        """Write everything, notes first; return the reason if some of those could not be written, else None.

        Whatever else fails, the reader must hear of that reason: the window closes without it.
        """
        self._store.commit_typing()
        self._notes_file.look_no_more()
        reason = self._notes_file.flush()
        try:
            self._notes_file.tidy()
            self._memory_file.write()
        except Exception:  # a defect of ours: nothing of this is expected to raise
            log.exception("not all could be remembered")
        return reason

    # -- reading ----------------------------------------------------------------------------------------------

    def _read_or_tell(
        self, path: Path, encoding: str | None = None, before: Document | None = None
    ) -> Document | None:
        """Return the thread at `path`; None for a file that can't be read, with a sentence about it."""
        try:
            return read_thread(path, self._memory_file.memory, encoding, before, keep=self.expect)
        except DocumentError as error:
            self.refuse(error, path)
            return None

    def reading(self, path: Path, encoding: str | None, pause: Callable[[], None]) -> Callable[[], Document]:
        """Return what reads the thread at `path` on a worker, as `read_thread` does."""
        return partial(read_thread, path, self._memory_file.memory, encoding, pause=pause)

    def refuse(self, error: DocumentError, path: Path, again: Callable[[str], None] | None = None) -> None:
        """Say why the file at `path` could not be read.

        `again` reads it in an encoding that the reader chooses; None: it is opened then.
        """
        if error.reason is FileReason.MISSING:
            self._memory_file.forget_file(path)
        self._store.notify(f"document-{error.reason.value}", NoticeKind.PROBLEM, name=path.name)
        self._refused = _Refused(self._store.state.notice, path, again)
        self._laid = None

    def remember_encoding(self, path: Path, encoding: str, document: Document) -> None:
        """Remember the encoding that the reader chose for what is now in the file at `path`, which is `document`."""
        if offered_as(encoding) == offered_as(document.encoding):
            chosen = f"{encoding} {document.sha256}"
            self._memory_file.memory = self._memory_file.memory.with_encoding(path, chosen)

    # -- showing ----------------------------------------------------------------------------------------------

    def _show(self, document: Document) -> None:
        """Show a document that is opened, with what was kept of it."""
        taken = self._notes_file.load(document)
        document = self._told(document, taken.said.naming)
        before = taken.ours.entry.sha256 if taken.ours else ""
        place = self._memory_file.place_in(document, before, lambda one, naming: self._naming().as_said(one, naming))
        self._log.forget()
        corrected = place.source_script in set(SourceScript)
        source = SourceScript(place.source_script) if corrected else self._pages.evidence(document).script
        lighting = self._lighting(document, place)
        manner = self._manner(document, taken, source, corrected=corrected)
        self._take_note_of(document)
        self._store.update(
            lambda state: replace(
                state,
                document=document,
                manner=manner,
                panes=(pane_at(document, place),),
                focus=0,
                awaited=side_at(document, place),
                read=frozenset(place.read),
                listing=Listing(place.order, place.apart),
                notes=notes_opened(taken, state.notes),
                changes=changes_known(frozenset(place.looked), told=place.told),
                lights=lighting,
                search=None,
                concordance=None,
                notice=taken.notice or _reading_notice(document),
                recent=self._memory_file.memory.recent,
            )
        )

    def _show_again(self, before: Document, document: Document) -> None:
        """Show a later version of the open document, with the reader where he was."""
        from desktop.documents.naming import joined
        from desktop.session.searching.searching import reopened
        from desktop.session.words.lights import lit_places

        state = self._store.state
        taken = self._notes_file.reload(document)
        document = self._told(document, joined(before.naming, taken.said.naming))
        if changed := differing(state.notes.annotations, taken.annotations):  # no step leads back from those
            self._log.forget_notes(changed)
        versions, read = VersionMap(before, document), tuple(state.read)
        places = [versions.carried(place_of_pane(pane, read)) for pane in state.panes]
        self._take_note_of(document)
        self._store.update(
            lambda now: replace(
                now,
                document=document,
                panes=tuple(pane_at(document, place, pane) for place, pane in zip(places, now.panes, strict=True)),
                awaited=versions.beside(now.awaited),
                read=frozenset(places[0].read),
                notes=notes_again(taken, now.notes),
                changes=Changes(),
                lights=Lighting(state.lights.terms, lit_places(document, state.lights.terms, self._finding())),
                search=reopened(state, document, self._finding()),
                concordance=now.concordance and now.concordance.unlisted(),
                notice=taken.notice or _reading_notice(document),
                recent=self._memory_file.memory.recent,
            )
        )

    def _manner(self, document: Document, taken: LoadedNotes, source: SourceScript, *, corrected: bool) -> Manner:
        """Return how a document that is opened is shown: as the pane in focus was, with its own names."""
        state = self._store.state
        manner = replace(state.focused_manner, source_script=source, source_corrected=corrected, names=None)
        if not manner.conversion(SourceScript.SIMPLIFIED).goes_by_words:
            return manner
        opened = replace(state, document=document, notes=notes_opened(taken, state.notes), manner=manner)
        return self._scripts().opening(replace(opened, panes=(Pane(),), focus=0))

    def _told(self, document: Document, naming: Naming) -> Document:
        """Return `document`, which was just read, with its authors as a reader's `naming` has them."""
        if not naming:
            return document
        if self._laid is not None:
            self._naming().know(document, self._laid)
        return self._naming().told(document, naming)

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
        if (document := self._store.state.document) is not None:
            notice = Notice("file-changed", NoticeKind.QUESTION, {"name": document.path.name}, ("file.reload",))
            self._store.replace(notice=notice)


def _reading_notice(document: Document) -> Notice | None:
    """Return what there is to say of what could not be read of a document, or beside it."""
    if not (document.unreadable or any(document.skipped)):
        return None
    from desktop.session.files.notices import reading_notice

    return reading_notice(document)


def is_about_encoding(state: State) -> bool:
    """Tell whether the sentence on show is about a file that may be read in another encoding."""
    return state.notice is not None and state.notice.code in DECODABLE


def read_thread(
    path: Path,
    memory: Memory,
    encoding: str | None = None,
    before: Document | None = None,
    pause: Callable[[], None] = no_pause,
    keep: Callable[[LaidOut], None] | None = None,
) -> Document:
    """Return the thread at `path`, in the encoding that the reader chose for it where it still has what it had then.

    `encoding` is one that the reader chooses now, `before` the thread that was read from there, of which a later
    version is read as it was; `pause` and `keep` are as for `open_document`. Raises DocumentError.
    """
    chosen, _, sha256 = memory.encodings.get(str(path), "").partition(" ")
    if encoding is None and chosen:
        from desktop.annotations.recognition.identity import is_same_thread

        with suppress(DocumentError):  # the file was written anew in another encoding since, or has gone
            document = open_document(path, chosen, pause, keep)
            if sha256 in {"", document.sha256} or (before is not None and is_same_thread(before.text, document)):
                return document
    return open_document(path, encoding, pause, keep)
