"""The reader's annotations on the open document, and the file that holds them: found, loaded, saved, taken over."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.annotations import Annotation, Loaded, Placement, create
from desktop.annotations.anchoring.resolving import resolve
from desktop.annotations.storage.naming import beside_path
from desktop.session.archive import Archive
from desktop.session.courtesy import uncollected
from desktop.session.joining import join
from desktop.session.saving import Joined, Saver
from desktop.session.state import Notice, NoticeKind, SaveState
from desktop.session.telling import named, told_of_change, told_of_match, troubles
from desktop.session.watching import Stamp, stamp_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from desktop.annotations import AnnotationStore
    from desktop.annotations.recognition.catalogue import Entry
    from desktop.annotations.recognition.identity import Match
    from desktop.documents import Document
    from desktop.paths import DataFolder
    from desktop.session.session import Session
    from desktop.session.tasks import Tasks

_TIDY_MS = 60_000
"""How long after a document was opened the archive is tidied: not while the reader waits for the first page."""


class Holdings(QObject):
    """Knows which file of notes is the open document's, and keeps it on the disk as the state has it."""

    def __init__(
        self, session: Session, folder: DataFolder, work: Tasks, save_executor: Executor | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._work = work
        self.archive = Archive(folder)
        self._store: AnnotationStore | None = None
        self._base: Mapping[str, Annotation] | None = None
        self._handled: set[str] = set()
        self._stamp: Stamp | None = None
        self._saver = Saver(self, save_executor)
        self._saver.joined.connect(self._on_joined)
        self._saver.changed.connect(self._on_saving)
        self._saver.failed.connect(self._on_save_failed)
        self._tidying = QTimer(self, singleShot=True, interval=_TIDY_MS)
        self._tidying.timeout.connect(self.tidy)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_application)

    @property
    def file(self) -> Path | None:
        """The file of notes of the open document; it exists once there are some."""
        return self._store.path if self._store else None

    def take(self, document: Document, apart: Collection[str]) -> tuple[dict[str, Any], Match | None]:
        """Find and load the notes on `document`, which is being opened, but for the files of notes `apart`.

        Returns the fields of the state that come of it, and whose notes they are; None: its own, if it has any.
        """
        flushed = self._saver.flush() is None
        match = self.archive.identify(document, apart)
        ours = match if match is not None and match.certain else None
        fields = _resolved(self._load(document, ours.entry.name if ours else None), document)
        # Why notes could not be saved is news that outlives the document that was open.
        notice = fields.pop("notice") or told_of_match(document, match, fields["placements"])
        fields |= {"kin": None if ours else match} | ({"notice": notice} if notice or flushed else {})
        if ours and fields["annotations"] and not _knows(ours.entry, document):
            self._record(document, fields["annotations"])
        self._tidying.start()
        return fields, ours

    def take_again(self, document: Document) -> dict[str, Any]:
        """Load the notes of the open document for `document`, a later version of it; return fields as `take` does.

        They stay the very values that the state has unless another writer has changed them: steps lead back to those.
        """
        self._saver.flush()
        known = self._session.state.annotations
        fields = self._load(document, self._store.mirror.name if self._store and known else None)
        if fields["annotations"] == known:
            fields["annotations"] = known
        fields["notice"] = fields["notice"] or told_of_change(document, fields["placements"])
        if fields["annotations"]:
            self._record(document, fields["annotations"])
        return fields

    def adopt(self) -> None:
        """Take the notes that the reader was asked about to be on the open document.

        Where it has notes of its own by now, they are copied to it, as one step; else it goes on in their file.
        """
        state = self._session.state
        kin, document = state.kin, state.document
        if kin is None or document is None:
            return
        self._session.leaving.emit()
        if self._session.state.annotations:
            self._copy(document, kin)
        else:
            self._go_over(document, kin)

    def save(self) -> None:
        """Have the annotations of the state written, soon and durably, and the text that they are on kept."""
        state = self._session.state
        if self._store is not None and state.document is not None:
            self._put(self._store, state.document, state.annotations)

    def move(self) -> None:
        """Keep the notes on the open document where the reader now wishes, unless some aren't on the disk yet."""
        self._session.leaving.emit()
        state = self._session.state
        if state.document is None or self._store is None or self._saver.flush() is not None:
            return
        fields = self._load(state.document, self._store.mirror.name)
        if fields["annotations"] == state.annotations:
            del fields["annotations"], fields["placements"]
        else:
            self._session.marks.forget()
        if self._store.path == beside_path(state.document.path) and not state.preferences.beside:
            fields["notice"] = Notice("beside-stays", NoticeKind.NEWS, named(state.document))
        self._session.replace(**fields | {"notice": fields["notice"] or state.notice})

    def look(self) -> None:
        """See whether another writer has changed the file of notes, and have what it did shown."""
        if (store := self._store) is not None:
            self._work.start("notes", lambda: stamp_of(store.path), self._on_looked)

    def placed(self, annotations: Mapping[str, Annotation]) -> Mapping[str, Placement]:
        """Return where each of `annotations` stands in the open document, by id."""
        document = self._session.state.document
        return self.archive.placed(annotations, document) if document is not None else {}

    def flush(self) -> str | None:
        """Write all that waits; return the reason if some could not be written, else None."""
        return self._saver.flush()

    def tidy(self) -> None:
        """Have the archive tidied when what is being written is; nothing waits for it."""
        self._work.start("tidy", self.archive.tidy, _nothing)

    def stop(self) -> None:
        """End the worker; nothing can be saved afterwards."""
        self._tidying.stop()
        self._saver.close()

    # -- loading ----------------------------------------------------------------------------------------------

    def _load(self, document: Document, name: str | None) -> dict[str, Any]:
        """Open the file of notes `name` (None: the document's own) and return the fields that come from it."""
        home = self.archive.home(document, name, wished=self._session.state.preferences.beside)
        # What could not be saved of it yet comes before what is on the disk.
        draft = self._saver.unsaved(home.store.mirror)
        self._store = draft.store if draft else home.store
        self._stamp = stamp_of(self._store.path)
        with uncollected():
            loaded = Loaded(draft.annotations) if draft else self._store.load()
        self._base, self._handled = draft.base if draft else None, set(loaded.annotations)
        return {
            "annotations": loaded.annotations,
            "placements": self.archive.placed(loaded.annotations, document),
            "read_only": loaded.read_only,
            "notice": troubles(document, loaded) or home.notice,
        }

    def _go_over(self, document: Document, kin: Match) -> None:
        self._session.marks.forget()
        fields = _resolved(self._load(document, kin.entry.name), document)
        fields["notice"] = fields["notice"] or told_of_change(document, fields["placements"])
        self._session.replace(kin=None, **fields)
        if not fields["read_only"]:
            self._record(document, fields["annotations"])

    def _copy(self, document: Document, kin: Match) -> None:
        theirs = self.archive.store(document, kin.entry.name).load().annotations
        fresh = [one for key, one in theirs.items() if key not in self._session.state.annotations]
        if fresh and not self._session.marks.push(tuple(create(one) for one in fresh)):
            return
        self._session.replace(kin=None, notice=told_of_change(document, self._session.state.placements))

    # -- saving ----------------------------------------------------------------------------------------------

    def _record(self, document: Document, annotations: Mapping[str, Annotation]) -> None:
        """Have the file of notes say that it is on this text and in this place too, for the next time."""
        if self._store is not None:
            self._put(self._store, document, annotations)

    def _put(self, store: AnnotationStore, document: Document, annotations: Mapping[str, Annotation]) -> None:
        if annotations:
            self._work.start("text", lambda: self.archive.keep(document), _nothing)
        self._handled.update(annotations)
        self._saver.put(store, annotations, self._base)

    def _on_application(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _on_looked(self, stamp: Stamp | None) -> None:
        """Save what there is once more where the file isn't as it was: that brings the two together."""
        if stamp is not None and stamp != self._stamp and not self._session.state.read_only:
            self._stamp = stamp
            self.save()

    def _on_joined(self, joined: Joined) -> None:
        document = self._session.state.document
        if document is None or joined.store is not self._store:
            return
        if join(self._session, joined.given, joined.stored, self._handled):
            self._session.notify("notes-joined", NoticeKind.NEWS, **named(document))
        self._base = joined.stored
        annotations = self._session.state.annotations
        self._handled.update(annotations)
        if annotations != joined.stored or self._saver.pending:
            self._put(joined.store, document, annotations)

    def _on_saving(self, saving: SaveState) -> None:
        recovered = self._session.state.saving is SaveState.FAILED and saving is SaveState.SAVED
        self._session.replace(saving=saving)
        if recovered:
            self._session.notify("save-recovered", NoticeKind.NEWS)

    def _on_save_failed(self, reason: str) -> None:
        self._session.notify("save-failed", NoticeKind.PROBLEM, reason=reason)


def _resolved(fields: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return `fields` with a record in each annotation of where it was found, for the next version to go on from."""
    annotations, placements = fields["annotations"], fields["placements"]
    if fields["read_only"]:
        return fields
    found = {
        key: resolve(annotation, placements[key], document.text, document.sha256)
        for key, annotation in annotations.items()
    }
    return fields | {"annotations": MappingProxyType(found)}


def _knows(entry: Entry, document: Document) -> bool:
    return entry.sha256 == document.sha256 and str(document.path) in entry.paths


def _nothing(_result: None) -> None:
    """Ask for nothing further."""
