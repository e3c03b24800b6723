"""The reader's annotations on the open document, and the file that holds them: found, loaded, saved, taken over."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.annotations import Annotation, Change, Loaded, Placements
from desktop.annotations.merge import merge
from desktop.annotations.storage.naming import beside_path
from desktop.session.files.archive import Archive, resolved
from desktop.session.files.held import Held, Stamps, stamps_of
from desktop.session.files.joining import join
from desktop.session.files.saving import Joined, Saver
from desktop.session.files.telling import is_missed, named, told_of_change, told_of_joining, told_of_match, troubles
from desktop.session.state import Notice, NoticeKind, SaveState
from desktop.session.work.yielding import uncollected

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from desktop.annotations import AnnotationStore
    from desktop.annotations.recognition.catalogue import CatalogueEntry
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Document
    from desktop.paths import DataFolder
    from desktop.session.failure import Failure
    from desktop.session.files.asking import Asking
    from desktop.session.session import Session
    from desktop.session.work.tasks import Tasks

_FAILING = frozenset({SaveState.HALF, SaveState.FAILED})

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
        self._held: Held | None = None
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
        return self._held.store.path if self._held else None

    @contextmanager
    def tentatively(self) -> Generator[None]:
        """Keep to the file of notes held so far if what is done within fails: the state is on that one then, too."""
        held = self._held
        try:
            yield
        except BaseException:
            self._held = held
            raise

    def take(self, document: Document, asking: Asking) -> tuple[dict[str, Any], NotesMatch | None]:
        """Find and load the notes on `document`, which is being opened; `asking` knows what the reader has refused.

        Returns the fields of the state that come of it, and whose notes they are; None: its own, if it has any.
        """
        flushed = self._saver.flush() is None
        apart = asking.apart(document)
        match = self.archive.identify(document, apart)
        ours = match if match is not None and match.certain else None
        fields = _resolved(self._load(document, self.archive.name(document, match, apart)), document)
        # Why notes could not be saved is news that outlives the document that was open.
        notice = fields.pop("notice")
        kin = self.archive.another(document, ours, fields["annotations"]) if ours else match
        for one in (kin, ours):
            if notice is None and asking.is_due(document, one):
                notice = told_of_match(document, one, fields["placements"], also=ours is not None)
        fields |= {"kin": kin} | ({"notice": notice} if notice or flushed else {})
        if ours and not _knows(ours.entry, document):
            self._record(document, fields)
        self._tidying.start()
        return fields, ours

    def take_again(self, document: Document) -> dict[str, Any]:
        """Load the notes of the open document for `document`, a later version of it; return fields as `take` does.

        They stay the very values that the state has unless another writer has changed them: steps lead back to those.
        """
        self._saver.flush()
        known, held = self._session.state.annotations, self._held
        fields = self._load(document, held.name if held and (known or held.has_files) else None)
        if fields["annotations"] == known:
            fields["annotations"] = known
        fields["notice"] = fields["notice"] or told_of_change(document, fields["placements"])
        self._record(document, fields)
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
        with self.tentatively():
            if self._session.state.annotations:
                self._copy(document, kin)
            else:
                self._go_over(document, kin)

    def save(self) -> None:
        """Have the annotations of the state written, soon and durably, and the text that they are on kept."""
        state = self._session.state
        if self._held is not None and state.document is not None:
            self._put(self._held, state.document, state.annotations)

    def move(self) -> None:
        """Keep the notes on the open document where the reader now wishes, unless some aren't on the disk yet."""
        document = self._session.state.document
        if document is None or not self._settle_in(document):
            return
        if self.file == beside_path(document.path) and not self._session.state.preferences.beside:
            self._session.notify("beside-stays", NoticeKind.NEWS, **named(document))

    def look(self) -> None:
        """See whether another writer has changed the file of notes, or put one beside the document; take it in."""
        held, document = self._held, self._session.state.document
        if held is not None and document is not None:
            self._work.start("notes", lambda: (held, stamps_of(held.store.path, document)), self._on_looked)

    def placed(self, annotations: Mapping[str, Annotation]) -> Placements:
        """Return where each of `annotations` stands in the open document, by id."""
        document = self._session.state.document
        return self.archive.placed(annotations, document) if document is not None else {}

    def flush(self) -> Failure | None:
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
        store = draft.store if draft else home.store
        stamps = stamps_of(store.path, document)
        with uncollected():
            loaded = Loaded(draft.annotations) if draft else store.load()
        fields = {
            "annotations": loaded.annotations,
            "placements": self.archive.placed(loaded.annotations, document),
            "read_only": loaded.read_only,
            "notice": self._troubles(document, loaded, store) or home.notice,
        }
        self._held = Held(store, draft.base if draft else None, stamps)
        return fields

    def _troubles(self, document: Document, loaded: Loaded, store: AnnotationStore) -> Notice | None:
        """Return what there is to say about the file of `store`, which gave what was `loaded`."""
        return troubles(document, loaded, elsewhere=is_missed(loaded) and self.archive.has_elsewhere(store))

    def _settle_in(self, document: Document) -> bool:
        """Go on in the file that is the right one by now, with all that is in it; False while not all is saved.

        The state takes over what it holds, as after a save that met another writer's. What is being typed is saved
        before: after that, a save without what others have written there would be taken to delete it.
        """
        self._session.leaving.emit()
        given, held = self._session.state.annotations, self._held
        self._saver.flush()
        if held is None or self._saver.unsaved(held.store.mirror):
            return False
        with self.tentatively():
            fields = self._load(document, held.name)
            joined = join(self._session, given, fields["annotations"])
        if self._session.state.annotations != fields["annotations"]:  # something was typed all the same
            self.save()
        news = told_of_joining(document, self._session.state) if joined else self._session.state.notice
        self._session.replace(read_only=fields["read_only"], notice=fields["notice"] or news)
        return True

    def _go_over(self, document: Document, kin: NotesMatch) -> None:
        self._session.marks.forget()
        fields = _resolved(self._load(document, kin.entry.name), document)
        fields["notice"] = fields["notice"] or told_of_change(document, fields["placements"])
        self._session.replace(kin=None, **fields)
        self._record(document, fields)

    def _copy(self, document: Document, kin: NotesMatch) -> None:
        store = self.archive.store(document, kin.entry.name)
        loaded = store.load()
        trouble = self._troubles(document, loaded, store)
        if trouble is not None and not loaded.annotations:  # they may be there another time
            self._session.replace(notice=trouble)
            return
        ours = self._session.state.annotations
        joined = merge({}, ours, loaded.annotations)
        changes = tuple(Change(ours.get(key), one) for key, one in joined.items() if one != ours.get(key))
        if changes and not self._session.marks.push(changes):
            return
        notice = trouble or told_of_change(document, self._session.state.placements)
        self._session.replace(kin=None, notice=notice)

    # -- saving ----------------------------------------------------------------------------------------------

    def _record(self, document: Document, fields: dict[str, Any]) -> None:
        """Have the file of notes say that it is on this text and in this place too, for the next time."""
        if self._held is not None and fields["annotations"] and not fields["read_only"]:
            self._put(self._held, document, fields["annotations"])

    def _put(self, held: Held, document: Document, annotations: Mapping[str, Annotation]) -> None:
        if annotations:
            self._work.start("text", lambda: self.archive.keep(document), _nothing)
        self._saver.put(held.store, annotations, held.base)

    def _on_application(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _on_looked(self, seen: tuple[Held, Stamps]) -> None:
        """Take in what another writer made of the file where it isn't as it was; that alone is no reason to write.

        Where one has come to lie beside the document, go on in that.
        """
        (held, stamps), document = seen, self._session.state.document
        if held is not self._held or document is None or self._session.state.read_only:
            return
        if held.has_company(stamps, document):
            self._settle_in(document)
        elif held.is_changed(stamps):
            self._held = replace(held, stamps=stamps)
            self._saver.meet(held.store, self._session.state.annotations, held.base)

    def _on_joined(self, joined: Joined) -> None:
        document = self._session.state.document
        if document is None or self._held is None or joined.store is not self._held.store:
            return
        if join(self._session, joined.given, joined.stored):
            self._session.replace(notice=told_of_joining(document, self._session.state))
        self._held = replace(self._held, base=joined.stored)
        annotations = self._session.state.annotations
        if annotations != joined.stored or self._saver.pending:
            self._put(self._held, document, annotations)

    def _on_saving(self, saving: SaveState) -> None:
        recovered = self._session.state.saving in _FAILING and saving is SaveState.SAVED
        self._session.replace(saving=saving)
        if recovered:
            self._session.notify("save-recovered", NoticeKind.NEWS)

    def _on_save_failed(self, reason: Failure) -> None:
        if self._session.state.saving is SaveState.HALF:
            self._session.notify("save-half", NoticeKind.PROBLEM, reason=reason)
        else:
            self._session.notify("save-failed", NoticeKind.PROBLEM, reason=reason)


def _resolved(fields: dict[str, Any], document: Document) -> dict[str, Any]:
    """Return `fields` with a record in each annotation of where it was found, for the next version to go on from."""
    if fields["read_only"]:
        return fields
    return fields | {"annotations": resolved(fields["annotations"], fields["placements"], document)}


def _knows(entry: CatalogueEntry, document: Document) -> bool:
    return entry.sha256 == document.sha256 and str(document.path) in entry.paths


def _nothing(_result: None) -> None:
    """Ask for nothing further."""
