"""The shelf: opening documents where the reader left them, and keeping what the reader made."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desktop.annotations import AnnotationStore, Loaded
from desktop.documents import Document, DocumentError, open_document
from desktop.documents import Reason as FileReason
from desktop.script import Script, SourceScript, detect_script
from desktop.session.marks import placed
from desktop.session.memory import Memory, Place, load_memory, save_memory
from desktop.session.saving import Saver
from desktop.session.state import Notice, NoticeKind, SaveState
from desktop.session.tasks import Tasks

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from desktop.paths import DataFolder
    from desktop.session.session import Session
    from desktop.session.state import State

_REMEMBER_MS = 2_000
_REMEMBERED = ("document", "answer", "positions", "lights", "read", "script", "preferences", "source_script")

log = logging.getLogger(__name__)


class Shelf(QObject):
    """Opens documents, remembers the places in them, and has annotations saved."""

    def __init__(self, session: Session, folder: DataFolder, save_executor: Executor | None) -> None:
        super().__init__(session)
        self._session = session
        self._folder = folder
        self._memory = load_memory(folder.state)
        self._store: AnnotationStore | None = None
        self._saver = Saver(self, save_executor)
        self._saver.changed.connect(self._on_saving)
        self._saver.failed.connect(self._on_save_failed)
        self._writing = Tasks(self, save_executor)
        self._idle = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._idle.timeout.connect(self._remember_soon)
        session.changed.connect(self._on_changed)
        script = Script(self._memory.script) if self._memory.script in set(Script) else Script.ORIGINAL
        session.replace(script=script, preferences=self._memory.preferences, recent=self._memory.recent)

    @property
    def geometry(self) -> str:
        """How the window stood, in base64; "" on a first start."""
        return self._memory.geometry

    @geometry.setter
    def geometry(self, value: str) -> None:
        self._memory = replace(self._memory, geometry=value)

    @property
    def data_folder(self) -> Path:
        """The folder that holds everything the app writes."""
        return self._folder.root

    @property
    def annotation_file(self) -> Path | None:
        """The file that keeps the open document's annotations; it exists once there are some."""
        return self._store.path if self._store else None

    def resume(self) -> bool:
        """Open what was open last; False when there was nothing or it is gone."""
        last = self._memory.last
        return last is not None and _is_file(last) and self.open(last)

    def open(self, path: Path, encoding: str | None = None) -> bool:
        """Open a thread where the reader left it; a file that can't be read leaves all as it was, with a sentence.

        `encoding` is the reader's own choice; None: the one chosen earlier for this file, else what is detected.
        """
        path = Path(path).absolute()
        try:
            document = self._read(path, encoding)
        except DocumentError as error:
            if error.reason is FileReason.MISSING:
                self._forget(path)
            self._session.notify(f"document-{error.reason.value}", NoticeKind.PROBLEM, name=path.name)
            return False
        self._session.leaving.emit()
        self._remember_place()
        if encoding is not None:
            self._memory = replace(self._memory, encodings={**self._memory.encodings, str(path): encoding})
        self._show(document)
        return True

    def reopen(self, encoding: str) -> bool:
        """Read the open file again in the encoding that the reader names."""
        document = self._session.state.document
        return document is not None and self.open(document.path, encoding)

    def save_annotations(self) -> None:
        """Have the open document's annotations written, soon and durably."""
        if self._store is not None:
            self._saver.put(self._store, self._session.state.annotations)

    def remember(self) -> None:
        """Write what the next start needs to find everything as it was; failing that is no reason to stop."""
        self._idle.stop()
        self._writing.drain()
        self._write(self._current_memory())

    def close(self) -> str | None:
        """Write everything; return the reason if some annotations could not be written, else None."""
        self._session.leaving.emit()
        self.remember()
        return self._saver.flush()

    def stop(self) -> None:
        """End the workers; nothing can be saved afterwards."""
        self._idle.stop()
        self._writing.close()
        self._saver.close()

    # -- opening ----------------------------------------------------------------------------------------------

    def _read(self, path: Path, encoding: str | None) -> Document:
        """Return the thread at `path`, in the reader's encoding where it fits; raises DocumentError."""
        chosen = self._memory.encodings.get(str(path))
        if encoding is None and chosen is not None:
            with suppress(DocumentError):  # the file was written anew in another encoding since, or has gone
                return open_document(path, chosen)
        return open_document(path, encoding)

    def _show(self, document: Document) -> None:
        place = self._memory.places.get(document.sha256, Place())
        self._memory = self._memory.with_recent(document.path)
        self._session.marks.forget()
        lights = self._session.lights.restore(place.lights)
        corrected = place.source_script in set(SourceScript)
        self._session.replace(
            document=document,
            source_script=SourceScript(place.source_script) if corrected else detect_script(document.text),
            source_corrected=corrected,
            answer=max(0, min(place.answer, len(document.answers) - 1)),
            selection=None,
            positions=dict(place.positions),
            read=frozenset(place.read),
            active=None,
            editing=None,
            keywords=None,
            lights=lights,
            lit=self._session.lights.places(document, lights),
            search=None,
            goal=None,
            recent=self._memory.recent,
            **self._annotations(document),
        )
        self._session.words.find()

    def _annotations(self, document: Document) -> dict[str, Any]:
        """Return the fields of the state that come from the document's annotation file."""
        # Why they could not be saved is news that outlives the document that was open.
        fields: dict[str, Any] = {"notice": None} if self._saver.flush() is None else {}
        loaded = self._load(document)
        fields |= {
            "annotations": loaded.annotations,
            "placements": placed(loaded.annotations, document),
            "read_only": loaded.read_only,
        }
        for notice in loaded.notices:
            log.info("annotations of %s: %s", document.path.name, notice)
            details = {"name": document.path.name, "file": str(notice.path)}
            fields["notice"] = Notice(f"annotations-{notice.reason.value}", NoticeKind.PROBLEM, details)
        return fields

    def _load(self, document: Document) -> Loaded:
        """Return what is kept on `document`; what could not be saved of it yet comes before what is on the disk."""
        store = AnnotationStore.for_document(self._folder.annotations, self._folder.mirror, document)
        if draft := self._saver.unsaved(store.path):
            self._store = draft.store
            return Loaded(draft.annotations)
        self._store = store
        return store.load()

    def _forget(self, path: Path) -> None:
        """Take a file that is gone off the list of recent ones."""
        if path in self._memory.recent:
            recent = tuple(other for other in self._memory.recent if other != path)
            self._memory = replace(self._memory, recent=recent)
            self._session.replace(recent=recent)

    def _remember_place(self) -> None:
        state = self._session.state
        if state.document is None:
            return
        place = Place(
            answer=state.answer,
            positions=state.positions,
            lights=tuple((light.term, light.slot) for light in state.lights),
            read=tuple(sorted(state.read)),
            source_script=state.source_script.value if state.source_corrected else None,
        )
        self._memory = self._memory.with_place(state.document.sha256, place)

    def _current_memory(self) -> Memory:
        self._remember_place()
        state = self._session.state
        return replace(self._memory, script=state.script.value, preferences=state.preferences)

    def _on_changed(self, old: State, new: State) -> None:
        """Remember the place two seconds after it changed, lest a crash or a power cut forget it."""
        if not self._idle.isActive() and any(getattr(old, name) is not getattr(new, name) for name in _REMEMBERED):
            self._idle.start()

    def _remember_soon(self) -> None:
        memory = self._current_memory()
        self._writing.start("memory", lambda: self._write(memory), _nothing)

    def _write(self, memory: Memory) -> None:
        try:
            save_memory(self._folder.state, memory)
        except OSError as error:
            log.info("the place could not be remembered: %s", error)

    # -- saving ----------------------------------------------------------------------------------------------

    def _on_saving(self, saving: SaveState) -> None:
        recovered = self._session.state.saving is SaveState.FAILED and saving is SaveState.SAVED
        self._session.replace(saving=saving)
        if recovered:
            self._session.notify("save-recovered", NoticeKind.NEWS)

    def _on_save_failed(self, reason: str) -> None:
        self._session.notify("save-failed", NoticeKind.PROBLEM, reason=reason)


def _is_file(path: Path) -> bool:
    """Tell whether a file is at `path`; where the system won't say, there is none to open."""
    try:
        return path.is_file()
    except OSError:
        return False


def _nothing(_result: None) -> None:
    """Ask for nothing further."""
