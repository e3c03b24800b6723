"""The file that keeps the annotations on the open document: found, loaded, saved, and taken in when others write."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.files import is_file
from desktop.paths import beside_path
from desktop.session.files.loaded_notes import (
    NO_NOTES,
    KnownNotes,
    LoadedNotes,
    NotesInUse,
    Sayings,
    differing,
    heeding,
    holds_more,
    is_known_to,
    is_noted,
    is_of_place,
    resolved,
    said_in,
)
from desktop.session.files.stamps import NO_STAMPS, NotesStamps, notes_stamps
from desktop.session.state import Notice, NoticeKind
from desktop.session.work.tasks import ask_no_more
from desktop.session.work.yielding import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from desktop.annotations import Annotation, AnnotationStore, Loaded, Placements
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Document
    from desktop.paths import DataFolder
    from desktop.session.failure import Failure
    from desktop.session.files.locations import Locations
    from desktop.session.files.originals import Originals
    from desktop.session.files.saving import Joined, Saver
    from desktop.session.files.similar import SimilarNotes
    from desktop.session.naming.named_lines import NamedLines
    from desktop.session.notes.edits import Edits
    from desktop.session.state import State
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.work.tasks import Tasks

_TIDY_MS = 60_000
"""How long after a document was opened old texts are tidied: not while the reader waits for the first page."""


class NotesFile(QObject):
    """Knows which file of notes is the open document's, and keeps it on the disk as the state has it.

    Whenever the state has other annotations, or other names by hand, than were taken from the file or put into it,
    they are saved. Where no notes were ever kept, as on a first start, nothing is looked for or named before there is
    something to save: most of what does so (`locations`, the `Saver`) is imported and made when it is needed.
    """

    saves = Signal()
    """Emitted before annotations that the reader has changed are saved."""

    def __init__(
        self,
        store: Store,
        log: StepLog,
        edits: Callable[[], Edits],
        naming: Callable[[], NamedLines],
        folder: DataFolder,
        locations: Callable[[], Locations],
        similar: Callable[[], SimilarNotes],
        work: Tasks,
        save_executor: Executor | None,
    ) -> None:
        super().__init__(store)
        self._store = store
        self._log = log
        self._edits = edits
        self._naming = naming
        self._work = work
        self._folder = folder
        self._locations_of = locations
        self._similar = similar
        self._save_executor = save_executor
        self._opened: NotesInUse | None = None
        self._unnoted: Document | None = None
        self._known: KnownNotes | None = None
        self._begun = False
        self._tidying = QTimer(self, singleShot=True, interval=_TIDY_MS)
        self._tidying.timeout.connect(self.tidy)
        store.settled.connect(self._save_changes)
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.applicationStateChanged.connect(self._on_application)

    @property
    def _locations(self) -> Locations:
        return self._locations_of()

    @cached_property
    def _saver(self) -> Saver:
        from desktop.session.files.saving import SaveNews, Saver

        saver = Saver(self, self._save_executor)
        saver.joined.connect(self._on_joined)
        SaveNews(self._store, saver)
        return saver

    @cached_property
    def _originals(self) -> Originals:
        from desktop.session.files.originals import Originals

        return Originals(self._store, self._similar(), self._work)

    @property
    def _has_saver(self) -> bool:
        """Whether anything was ever to be saved, or looked for among what is."""
        return "_saver" in vars(self)

    @property
    def _file(self) -> NotesInUse | None:
        """The file of notes in use; the one of a document without any is named here, and has not been read."""
        if self._opened is None and self._unnoted is not None:
            document = self._unnoted
            name = self._locations.name(document, None, self._similar().declined(document))
            self._opened = NotesInUse(self._locations.location(document, name, wished=False).store, None, NO_STAMPS)
        return self._opened

    @property
    def path(self) -> Path | None:
        """The file of notes of the open document; it exists once there are some."""
        return self._file.store.path if self._file else None

    @contextmanager
    def tentatively(self) -> Generator[None]:
        """Keep to the file of notes used so far if what is done within fails: the state is on that one then, too."""
        before = self._opened, self._unnoted, self._known
        try:
            yield
        except BaseException:
            self._opened, self._unnoted, self._known = before
            raise

    def load(self, document: Document) -> LoadedNotes:
        """Find and load the notes on `document`, which is being opened."""
        flushed = self.flush() is None
        self._tidying.start()
        if not self._has_saver and not self._may_have_notes(document):
            self._opened, self._unnoted = None, document
            return self._taken(document, NO_NOTES)
        from desktop.session.files.notices import match_notice

        declined = self._similar().declined(document)
        match = self._locations.identify(document, declined)
        ours = match if match is not None and match.certain else None
        taken = resolved(self._load(document, self._locations.name(document, match, declined)), document)
        similar = self._locations.another(document, ours, taken.lacks, declined) if ours else match
        notice = taken.notice
        unread = similar if self._locations.is_unread(document, similar) else None
        for one in (similar, ours):
            if notice is None and one is not unread and self._similar().is_due(document, one):
                notice = match_notice(document, one, taken.placements, also=ours is not None)
        if ours and not is_known_to(ours.entry, document):
            self._record(document, taken)
        if unread is not None:
            self._originals.read(document, unread, self._go_on_in)
        # Why notes could not be saved is news that outlives the document that was open.
        notice = notice or (None if flushed else self._store.state.notice)
        return self._taken(document, taken._replace(similar=similar, ours=ours, notice=notice))

    def _may_have_notes(self, document: Document) -> bool:
        """Tell whether there may be notes on `document`, or is to be a file of them beside it."""
        beside = self._store.state.preferences.beside or is_file(beside_path(document.path))
        return beside or self._folder.holds_notes

    def reload(self, document: Document) -> LoadedNotes:
        """Load the notes of the open document for `document`, a later version of it.

        They stay the very values that the state has unless another writer has changed them: steps lead back to those.
        """
        from desktop.session.files.notices import change_notice

        self.flush()
        state, file = self._store.state, self._file
        taken = self._load(document, file.name if file and (is_noted(state) or file.has_files) else None)
        if taken.annotations == state.notes.annotations:
            taken = taken._replace(annotations=state.notes.annotations)
        notice = taken.notice or change_notice(document, taken.placements)
        self._record(document, taken)
        return self._taken(document, taken._replace(similar=state.notes.similar, notice=notice))

    def follow(self, document: Document, annotations: Mapping[str, Annotation]) -> Placements:
        """Keep to the file in use while another version of the open document is shown; return where notes are."""
        if self._known is not None:
            said = self._known.said._replace(naming=document.naming)
            self._known = self._known._replace(text=document.text, said=said)
        return self._locations.placed(annotations, document) if annotations else MappingProxyType({})

    def adopt(self) -> None:
        """Take the notes that the reader was asked about to be on the open document.

        They are copied to it, as one step, so that either thread keeps its own. Only where they were made in this
        very place, and there are no others by now, does it go on in their file.
        """
        state = self._store.state
        similar, document = state.notes.similar, state.document
        if similar is None or document is None:
            return
        self._store.commit_typing()
        if not is_noted(self._store.state) and is_of_place(similar.entry, document):
            self._go_on_in(document, similar)
        else:
            self._copy(document, similar)

    def keep_beside(self, *, beside: bool) -> None:
        """Keep files of notes beside their threads from now on, else in the data folder.

        The open document's is kept there at once, unless some of its notes aren't on the disk yet.
        """
        self._store.prefer(beside=beside)
        document = self._store.state.document
        if document is None or not self._relocate(document):
            return
        if self.path == beside_path(document.path) and not self._store.state.preferences.beside:
            self._store.notify("beside-stays", NoticeKind.NEWS, name=document.path.name)

    def look(self) -> None:
        """See whether another writer has changed the file of notes, or put one beside the document; take it in."""
        if self._opened is None and self._unnoted is not None:
            document = self._unnoted
            self._work.start("notes", lambda: document if self._may_have_notes(document) else None, self._on_found)
            return
        file, document = self._file, self._store.state.document
        if file is not None and document is not None:
            self._work.start("notes", lambda: (file, notes_stamps(file.store.path, document)), self._on_looked)

    def begin(self) -> None:
        """See, from now on, whether notes come to be on a document without any; after the first paint."""
        self._begun = True
        if self._opened is None and self._unnoted is not None:
            self.look()

    def flush(self) -> Failure | None:
        """Write all that waits; return the reason if some could not be written, else None."""
        self._save_changes()
        return self._saver.flush() if self._has_saver else None

    def tidy(self) -> None:
        """Have catalogue and texts tidied after what is being written; nothing waits for it."""
        if self._opened is not None or self._folder.holds_notes:
            self._work.start("tidy", self._locations.tidy, ask_no_more)

    def look_no_more(self) -> None:
        """Give up reading other files: the window closes."""
        if "_originals" in vars(self):
            self._originals.give_up()

    def stop(self) -> None:
        """End the worker; nothing can be saved afterwards."""
        self._tidying.stop()
        if self._has_saver:
            self._saver.close()

    # -- loading ----------------------------------------------------------------------------------------------

    def _load(self, document: Document, name: str | None) -> LoadedNotes:
        """Open the file of notes `name` (None: the document's own) and return what comes from it."""
        home = self._locations.location(document, name, wished=self._store.state.preferences.beside)
        # What could not be saved of it yet comes before what is on the disk.
        draft = self._saver.unsaved(home.store.mirror) if self._has_saver else None
        store = draft.store if draft else home.store
        stamps = notes_stamps(store.path, document)
        from desktop.annotations import Loaded

        with uncollected():
            loaded = Loaded(draft.annotations, (), False, *draft.said) if draft else store.load()
        taken = LoadedNotes(
            loaded.annotations,
            self._locations.placed(loaded.annotations, document),
            read_only=loaded.read_only,
            notice=self._troubles(document, loaded, store) or home.notice,
            said=Sayings(loaded.naming, loaded.names),
        )
        self._opened = NotesInUse(store, draft.base if draft else None, stamps)
        return taken

    def _taken(self, document: Document, taken: LoadedNotes) -> LoadedNotes:
        """Return what is `taken`; once the state has it, there is nothing in it to be saved."""
        self._known = KnownNotes(document.text, taken.annotations, taken.said)
        return taken

    def _troubles(self, document: Document, loaded: Loaded, store: AnnotationStore) -> Notice | None:
        """Return what there is to say about the file of `store`, which gave what was `loaded`."""
        from desktop.session.files.notices import is_missed, trouble_notice

        return trouble_notice(document, loaded, elsewhere=is_missed(loaded) and self._locations.has_elsewhere(store))

    def _relocate(self, document: Document) -> bool:
        """Go on in the file that is the right one by now, with all that is in it; False while not all is saved.

        The state takes over what it holds, as after a save that met another writer's. What is being typed is saved
        before: after that, a save without what others have written there would be taken to delete it.
        """
        from desktop.session.files.notices import joined_notice

        self._store.commit_typing()
        given, file = self._store.state.notes.annotations, self._file
        self.flush()
        if file is None or self._saver.unsaved(file.store.mirror):
            return False
        with self.tentatively():
            taken = self._load(document, file.name)
            joined = self._join(document, given, taken.annotations, taken.said)
        if holds_more(self._store.state, taken.annotations, taken.said):  # something was typed all the same
            self._save()
        news = joined_notice(document, self._store.state) if joined else self._store.state.notice
        notes = replace(self._store.state.notes, read_only=taken.read_only)
        self._store.replace(notes=notes, notice=taken.notice or news)
        return True

    def _go_on_in(self, document: Document, similar: NotesMatch) -> None:
        from desktop.session.files.notices import match_notice
        from desktop.session.naming.renamed import renamed

        self._log.forget()
        with self.tentatively():
            taken = self._taken(document, resolved(self._load(document, similar.entry.name), document))
            notes = self._store.state.notes.with_records(taken.annotations, taken.placements)
            notes = replace(notes, similar=None, read_only=taken.read_only, names=taken.said.names)
            notice = taken.notice or match_notice(document, replace(similar, certain=True), taken.placements)
            told = self._naming().told(document, taken.said.naming) if taken.said.naming else document
            self._store.update(lambda state: replace(renamed(state, told), notes=notes, notice=notice))
            self._record(document, taken)

    def _copy(self, document: Document, similar: NotesMatch) -> None:
        store = self._locations.store(document, similar.entry.name)
        loaded = store.load()
        trouble = self._troubles(document, loaded, store)
        if trouble is not None and loaded.is_blank:  # they may be there another time
            self._store.replace(notice=trouble)
        else:
            self._similar().copy(self._edits(), self._naming, loaded, trouble)

    def _join(
        self, document: Document, given: Mapping[str, Annotation], stored: Mapping[str, Annotation], said: Sayings
    ) -> bool:
        """Merge into the state what became of the annotations `given`, which others have made `stored`; tell if any.

        What others have `said` of the thread is heeded as well; that is seen, and needn't be told. What is being
        typed in a note that they changed is a change of ours, and kept. Steps stay, but for what they did to notes
        that others have changed.
        """
        from desktop.annotations.merge import merge

        if said and self._known is not None:
            self._known = self._known._replace(said=said)
            self._naming().take(said.naming)
            self._store.update(lambda state: heeding(state, said.names))
        if (editing := self._store.state.notes.editing) and stored.get(editing) != given.get(editing):
            self._store.commit_typing()
        state = self._store.state
        joined = merge(given, state.notes.annotations, stored)
        changed = differing(state.notes.annotations, joined)
        if not changed:
            return False
        fresh = self._locations.placed({key: joined[key] for key in joined if key in changed}, document)
        placements = {**state.notes.placements, **fresh}
        self._log.forget_notes(changed)
        self._known = KnownNotes(document.text, joined, said)
        placed = MappingProxyType({key: placements[key] for key in joined})

        def taking_in(state: State) -> State:
            state = state if state.notes.active in joined else state.activating(None)
            return replace(state, notes=state.notes.with_records(joined, placed))

        self._store.update(taking_in)
        return True

    # -- saving ----------------------------------------------------------------------------------------------

    def _save_changes(self) -> None:
        """Save what the reader has made of the thread unless that was taken from the file or put into it."""
        if self._known is not None and not self._known.holds_all(self._store.state):
            self.saves.emit()
            self._save()

    def _save(self) -> None:
        """Have the annotations of the state written, soon and durably, and the text that they are on kept."""
        state = self._store.state
        if self._file is not None and state.document is not None:
            self._known = KnownNotes(state.document.text, state.notes.annotations, said_in(state))
            self._put(self._file, state.document, state.notes.annotations, said_in(state))

    def _record(self, document: Document, taken: LoadedNotes) -> None:
        """Have the file of notes say that it is on this text and in this place too, for the next time."""
        if self._file is not None and (taken.annotations or taken.said) and not taken.read_only:
            self._put(self._file, document, taken.annotations, taken.said)

    def _put(
        self, file: NotesInUse, document: Document, annotations: Mapping[str, Annotation], said: Sayings
    ) -> None:
        if annotations or said:
            self._work.start("text", lambda: self._locations.keep(document), ask_no_more)
        self._saver.put(file.store, annotations, file.base, said)

    def _on_application(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and (self._begun or self._opened is not None):
            self.look()

    def _on_found(self, noted: Document | None) -> None:
        """Look into the file of notes of a document that had none, as there may be one by now."""
        if noted is not None and noted is self._unnoted and self._file is not None:
            self.look()

    def _on_looked(self, seen: tuple[NotesInUse, NotesStamps]) -> None:
        """Take in what another writer made of the file where it isn't as it was; that alone is no reason to write.

        Where one has come to lie beside the document, go on in that.
        """
        (file, stamps), document = seen, self._store.state.document
        if file is not self._file or document is None or self._store.state.notes.read_only:
            return
        in_place = file.store.path == beside_path(document.path)
        if stamps.is_changed_beside_since(file.stamps) and not in_place:
            self._relocate(document)
        elif stamps.is_changed_since(file.stamps):
            self._opened = replace(file, stamps=stamps)
            state = self._store.state
            self._saver.meet(file.store, state.notes.annotations, file.base, said_in(state))

    def _on_joined(self, joined: Joined) -> None:
        document = self._store.state.document
        if document is None or self._file is None or joined.store is not self._file.store:
            return
        from desktop.session.files.notices import joined_notice

        if self._join(document, joined.given, joined.stored, joined.said):
            self._store.replace(notice=joined_notice(document, self._store.state))
        self._opened = replace(self._file, base=joined.stored)
        if holds_more(self._store.state, joined.stored, joined.said) or self._saver.pending:
            self._save()
