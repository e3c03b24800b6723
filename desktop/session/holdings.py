"""The reader's annotations on the open document, and the file that holds them: found, loaded, saved, taken over."""

from __future__ import annotations

import logging
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desktop.annotations import Annotation, Loaded, Placement, create
from desktop.annotations.identity import Ground
from desktop.annotations.resolving import resolve
from desktop.session.archive import Archive
from desktop.session.saving import Saver
from desktop.session.state import Notice, NoticeKind, SaveState

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from concurrent.futures import Executor

    from desktop.annotations import AnnotationStore
    from desktop.annotations.catalogue import Entry
    from desktop.annotations.identity import Match
    from desktop.documents import Document
    from desktop.paths import DataFolder
    from desktop.session.session import Session
    from desktop.session.tasks import Tasks

_TIDY_MS = 60_000
"""How long after a document was opened the archive is tidied: not while the reader waits for the first page."""

log = logging.getLogger(__name__)


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
        self._saver = Saver(self, save_executor)
        self._saver.changed.connect(self._on_saving)
        self._saver.failed.connect(self._on_save_failed)
        self._tidying = QTimer(self, singleShot=True, interval=_TIDY_MS)
        self._tidying.timeout.connect(self.tidy)

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
        notice = fields.pop("notice") or _told(document, match, fields["placements"])
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
        fields = self._load(document, self._store.path.name if self._store and known else None)
        if fields["annotations"] == known:
            fields["annotations"] = known
        fields["notice"] = fields["notice"] or _told_of_change(document, fields["placements"])
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
        self._store = self.archive.store(document, name)
        # What could not be saved of it yet comes before what is on the disk.
        if draft := self._saver.unsaved(self._store.path):
            self._store = draft.store
        loaded = Loaded(draft.annotations) if draft else self._store.load()
        return {
            "annotations": loaded.annotations,
            "placements": self.archive.placed(loaded.annotations, document),
            "read_only": loaded.read_only,
            "notice": _troubles(document, loaded),
        }

    def _go_over(self, document: Document, kin: Match) -> None:
        self._session.marks.forget()
        fields = _resolved(self._load(document, kin.entry.name), document)
        fields["notice"] = fields["notice"] or _told_of_change(document, fields["placements"])
        self._session.replace(kin=None, **fields)
        if not fields["read_only"]:
            self._record(document, fields["annotations"])

    def _copy(self, document: Document, kin: Match) -> None:
        theirs = self.archive.store(document, kin.entry.name).load().annotations
        fresh = [one for key, one in theirs.items() if key not in self._session.state.annotations]
        if fresh and not self._session.marks.push(tuple(create(one) for one in fresh)):
            return
        self._session.replace(kin=None, notice=_told_of_change(document, self._session.state.placements))

    # -- saving ----------------------------------------------------------------------------------------------

    def _record(self, document: Document, annotations: Mapping[str, Annotation]) -> None:
        """Have the file of notes say that it is on this text and in this place too, for the next time."""
        if self._store is not None:
            self._put(self._store, document, annotations)

    def _put(self, store: AnnotationStore, document: Document, annotations: Mapping[str, Annotation]) -> None:
        if annotations:
            self._work.start("text", lambda: self.archive.keep(document), _nothing)
        self._saver.put(store, annotations)

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


def _troubles(document: Document, loaded: Loaded) -> Notice | None:
    """Return what there is to say about the file of notes, the last of several; the log has them all."""
    said: Notice | None = None
    for notice in loaded.notices:
        log.info("annotations of %s: %s", document.path.name, notice)
        details = {"name": document.path.name, "file": str(notice.path)}
        said = Notice(f"annotations-{notice.reason.value}", NoticeKind.PROBLEM, details)
    return said


def _knows(entry: Entry, document: Document) -> bool:
    return entry.sha256 == document.sha256 and str(document.path) in entry.paths


def _told(document: Document, match: Match | None, placements: Mapping[str, Placement]) -> Notice | None:
    """Return what there is to say about whose notes these are."""
    if match is None or not match.entry.notes:
        return None
    if match.certain:
        return None if match.entry.sha256 == document.sha256 else _told_of_change(document, placements)
    details = {"name": document.path.name, "count": str(match.entry.notes)}
    offers = ("annotations.adopt", "annotations.part")
    if match.ground is Ground.PATH:
        return Notice("notes-doubtful", NoticeKind.QUESTION, details, offers)
    details["other"] = _name_beside(match.entry, document)
    return Notice("notes-likely", NoticeKind.QUESTION, details, offers)


def _name_beside(entry: Entry, document: Document) -> str:
    """Return the name of the file that the notes are on; its whole path where the name is the document's own."""
    path = Path(entry.paths[-1]) if entry.paths else Path(entry.name)
    return str(path) if path.name == document.path.name else path.name


def _told_of_change(document: Document, placements: Mapping[str, Placement]) -> Notice | None:
    """Return how many notes were found in a text that has changed, and how many are for the reader to place."""
    unsure = sum(placement.span is None for placement in placements.values())
    details = {"name": document.path.name, "found": str(len(placements) - unsure), "unsure": str(unsure)}
    if unsure:
        return Notice("notes-unplaced", NoticeKind.QUESTION, details, ("annotate.unplaced",))
    return Notice("notes-found", NoticeKind.NEWS, details) if placements else None


def _nothing(_result: None) -> None:
    """Ask for nothing further."""
