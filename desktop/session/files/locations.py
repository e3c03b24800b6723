"""The locations of files of notes: which belongs to which thread, where it lies, and on which texts it was made.

A file of notes lies in the data folder or, for readers who sync, beside the thread. One that lies beside a thread is
used wherever it came from: another machine relies on it. A new one is made there if the reader wishes so and the
folder can be written to. Mirror, lock and backups are in the data folder in either case. So a file never moves: what
it holds is brought into the mirror, from there into its new place, and only then is the old file put among the
backups, where nothing reads it. Should it come back all the same, it brings no deleted note with it, since each file
says which saves are in it, and the mirror holds them all.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations import AnnotationStore
from desktop.annotations.anchoring.anchors import resolve
from desktop.annotations.anchoring.reanchor import reanchor
from desktop.annotations.form.page import SIZE_LIMIT
from desktop.annotations.recognition.catalogue import Catalogue
from desktop.annotations.recognition.identity import (
    Ground,
    NotesMatch,
    another,
    has_gone_on_elsewhere,
    identify,
    is_about,
    may_have_gone_on_elsewhere,
)
from desktop.annotations.recognition.snapshots import Snapshots
from desktop.annotations.storage.durable import make_folder, sync_folder
from desktop.annotations.storage.naming import named_by_place, store_path
from desktop.documents import version_of
from desktop.files import is_file, read_regular
from desktop.paths import beside_path, default_seed
from desktop.session.files.stamps import is_quick
from desktop.session.state import Notice, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from desktop.annotations import Annotation, Loaded, Placements
    from desktop.annotations.recognition.catalogue import CatalogueEntry
    from desktop.documents import Document
    from desktop.paths import DataFolder

_KEPT_SECONDS = 90 * 24 * 3600
"""A text that no file of notes names is kept so long: a backup of one may still come back."""

_LONGEST_NAME = 255
"""Bytes, or on Windows and macOS characters, that a file's name may have."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Location:
    """The `store` with a thread's notes, and what there is to say when it isn't where it should be."""

    store: AnnotationStore
    notice: Notice | None = None


class Locations:
    """Finds and opens files of notes, below `folder` or beside their threads, and keeps texts below `folder`."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._snapshots = Snapshots(folder.snapshots)
        self._catalogue = Catalogue(
            folder.annotations, folder.mirror, folder.backups, self._snapshots, folder.catalogue
        )

    # -- which file is whose ----------------------------------------------------------------------------------

    def identify(self, document: Document, declined: Collection[str]) -> NotesMatch | None:
        """Return the file of notes that belongs to `document`, but none of those `declined`; None for none.

        One that lies beside the document belongs to it; beside the name that it had before, it is renamed as well.
        """
        match = identify(document, self._catalogue, declined, self._has_gone_on)
        certain = match is not None and match.certain
        if match is not None and certain:
            self._follow(match.entry.paths, document)
        beside = self._beside(document)
        if beside is None:
            return match
        name = beside.name or (
            match.entry.name if match is not None and certain else self.name(document, match, declined)
        )
        ground = Ground.TEXT if document.sha256 in beside.versions else Ground.PATH
        return NotesMatch(replace(beside, name=name), ground, certain=True)

    def is_unread(self, document: Document, match: NotesMatch | None) -> bool:
        """Tell whether `match` is only uncertain until another file is read, which takes long."""
        return (
            match is not None
            and match.ground is Ground.TEXT
            and not match.certain
            and may_have_gone_on_elsewhere(match.entry, document)
            and not is_quick(Path(match.entry.paths[-1]))
        )

    def _has_gone_on(self, entry: CatalogueEntry, document: Document) -> bool:
        """Tell whether the notes have gone on with another file; of one that takes long to read, they may have."""
        if not may_have_gone_on_elsewhere(entry, document):
            return False
        return not is_quick(Path(entry.paths[-1])) or has_gone_on_elsewhere(entry, document)

    def name(self, document: Document, match: NotesMatch | None, declined: Collection[str]) -> str:
        """Return what the file of notes on `document` is called: that of a certain `match`, else a new one.

        A new one is called after the text; where that very file belongs to another thread, after the place as well.
        """
        if match is not None and match.certain:
            return match.entry.name
        name = self.store(document).path.name
        if name in declined or (match is not None and match.entry.name == name):
            return named_by_place(document)
        return name

    def another(
        self, document: Document, ours: NotesMatch, lacks: Callable[[Loaded], bool], declined: Collection[str]
    ) -> NotesMatch | None:
        """Return another file of notes that may be on `document` as `ours` is, and has anything that `ours` `lacks`.

        Where `ours` has none, as when those that were copied to it were taken back, any that is like it.
        """

        def has_more(match: NotesMatch) -> bool:
            return lacks(self.store(document, match.entry.name).load())

        known = {ours.entry.name}
        while (match := another(document, self._catalogue, known, declined)) is not None:
            if has_more(match):
                return match
            known.add(match.entry.name)
        if ours.entry.notes:
            return None
        found = identify(document, self._catalogue, known | {*declined}, may_have_gone_on_elsewhere)
        return replace(found, certain=False) if found is not None and has_more(found) else None

    def has_elsewhere(self, store: AnnotationStore) -> bool:
        """Tell whether the notes of `store` lie beside a file that their thread was seen in, in another place."""
        known = (entry.paths for entry in self._catalogue.entries() if entry.name == store.mirror.name)
        places = {beside_path(Path(path)) for path in next(known, ()) if Path(path).name}
        found = (self._catalogue.entry_at(place) for place in places - {store.path})
        return any(entry is not None and entry.name == store.mirror.name for entry in found)

    def _beside(self, document: Document) -> CatalogueEntry | None:
        """Return an entry for the notes that lie beside `document`, if there are some and they are about it."""
        entry = self._catalogue.entry_at(beside_path(document.path))
        return entry if entry is not None and is_about(entry, document, self._catalogue) else None

    def _follow(self, paths: Iterable[str], document: Document) -> None:
        """Rename the notes beside a former name of `document`, one of `paths`, so that they are beside it again."""
        path = beside_path(document.path)
        for old in map(Path, paths):
            if old.parent == path.parent and not is_file(old) and is_file(beside_path(old)) and not is_file(path):
                with suppress(OSError):
                    beside_path(old).rename(path)

    # -- where it lies ---------------------------------------------------------------------------------------

    def location(self, document: Document, name: str | None, *, wished: bool) -> Location:
        """Return where the notes `name` on `document` are to be kept, if `wished` beside it, and bring them there."""
        local, path = self.store(document, name), beside_path(document.path)
        unwritable = Notice("beside-unwritable", NoticeKind.NEWS, {"name": document.path.name})
        there = is_file(path)
        # Nothing lies beside one of several threads in a folder or zip: what it is opened by is no place on the disk.
        if _is_shipped(document.path) or document.origin.member or not (there or wished):
            return Location(local)
        if there and self._is_of_another(path, document):
            return Location(local, Notice("beside-taken", NoticeKind.NEWS, {"name": document.path.name}))
        beside = self.store(document, name, path)
        if not _can_write(path):
            if there:
                beside.load()  # into the mirror, as far as it goes
                self.store(document, name).load()  # and from there into the file
            return Location(local, unwritable)
        if is_file(local.path) and not _move(local, beside):
            return Location(self.store(document, name), unwritable)
        return Location(self.store(document, name, path))

    def store(self, document: Document, name: str | None = None, path: Path | None = None) -> AnnotationStore:
        """Return the store of `document` in the file at `path` (None: in the data folder), mirrored as `name`.

        None for `name`: as one that is new with the document.
        """
        local = self._folder.annotations / name if name else store_path(self._folder.annotations, document)
        mirror, backups = self._folder.mirror / local.name, self._folder.backups / local.stem
        return AnnotationStore(path or local, mirror, backups, document=document, shared=path is not None)

    def _is_of_another(self, path: Path, document: Document) -> bool:
        """Tell whether the file at `path` has the notes on another thread; a damaged one is let pass for ours."""
        entry = self._catalogue.entry_at(path)
        return entry is not None and not is_about(entry, document, self._catalogue)

    # -- the texts that notes were made on --------------------------------------------------------------------

    def placed(self, annotations: Mapping[str, Annotation], document: Document) -> Placements:
        """Return where each of `annotations` stands in `document`, by id, with the help of the texts kept."""
        older = self._snapshots.texts(_versions(annotations) - {document.sha256})
        return reanchor(annotations, document.text, document.sha256, older)

    def version(self, document: Document, sha256: str) -> Document | None:
        """Return another version of `document` by its digest, if its text is kept."""
        text = self._snapshots.text(sha256)
        return version_of(document, text) if text is not None else None

    def keep(self, document: Document) -> None:
        """Keep the text of `document`; a full disk or the like is no reason to stop. For a worker."""
        try:
            self._snapshots.keep(document.text, document.sha256)
        except OSError as error:
            log.info("the text of %s could not be kept: %s", document.path.name, error)

    def tidy(self) -> None:
        """Bring the catalogue up to date on the disk, and discard old texts that nothing refers to. For a worker."""
        entries, complete = self._catalogue.survey()
        self._catalogue.save()
        if complete:
            self._snapshots.discard({digest for entry in entries for digest in entry.marked}, _KEPT_SECONDS)


def resolve_all(
    annotations: Mapping[str, Annotation], placements: Placements, document: Document
) -> Mapping[str, Annotation]:
    """Return `annotations` with a record in each of where it was found, for the next version to go on from."""
    return MappingProxyType(
        {
            key: resolve(annotation, placements[key], document.text, document.sha256)
            for key, annotation in annotations.items()
        }
    )


def _versions(annotations: Mapping[str, Annotation]) -> set[str]:
    """Return the digests of all texts that any of `annotations` was made or found on."""
    return {anchor.sha256 for one in annotations.values() for anchor in one.anchors}


def _move(old: AnnotationStore, new: AnnotationStore) -> bool:
    """Have the notes in the file of `old` kept in that of `new`; False, with all in its place, if that can't be.

    A file that is there already is left to be read by whoever goes on with it: there may be something to tell.
    """
    if old.load().read_only:
        return False
    try:
        if read_regular(old.path, SIZE_LIMIT) != read_regular(old.mirror, SIZE_LIMIT):
            return False
        if not is_file(new.path):
            new.load()  # which makes the file, from the mirror
        if not is_file(new.path):
            return False
        make_folder(old.backups.folder)
        old.path.rename(old.backups.folder / f"moved-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}-{old.path.name}")
        sync_folder(old.path.parent)
    except OSError as error:
        log.info("the notes in %s stay there: %s", old.path.name, error)
        return False
    return True


def _can_write(path: Path) -> bool:
    """Tell whether a file of this name can be made in its folder: asked of the disk, which alone knows."""
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        return False
    try:
        with TemporaryFile(dir=path.parent):
            return True
    except OSError:
        return False


def _is_shipped(path: Path) -> bool:
    """Tell whether a thread came with the app: an update replaces the folder with all that is in it."""
    return path.parent == default_seed().parent
