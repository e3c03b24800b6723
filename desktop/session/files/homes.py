"""Where the file of notes on a thread lies: in the data folder or, for readers who sync, beside the thread.

A file of notes that lies beside a thread is used wherever it came from: another machine relies on it. A new one is
made there if the reader wishes so and the folder can be written to. Mirror, lock and backups are in the data folder
in either case. So a file never moves: what it holds is brought into the mirror, from there into its new place, and
only then is the old file put among the backups, where nothing reads it. Should it come back all the same, it brings
no deleted note with it, since each file says which saves are in it, and the mirror holds them all.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from desktop.annotations import AnnotationStore
from desktop.annotations.form.page import SIZE_LIMIT
from desktop.annotations.recognition.identity import is_about
from desktop.annotations.storage.durable import make_folder, sync_folder
from desktop.annotations.storage.naming import beside_path, store_path
from desktop.files import read_regular
from desktop.paths import default_seed
from desktop.session.state import Notice, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.annotations.recognition.catalogue import Catalogue, CatalogueEntry
    from desktop.documents import Document
    from desktop.paths import DataFolder

_LONGEST_NAME = 255
"""Bytes, or on Windows and macOS characters, that a file's name may have."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Home:
    """The `store` with a thread's notes, and what there is to say when it isn't where it should be."""

    store: AnnotationStore
    notice: Notice | None = None


class Homes:
    """Finds the places of files of notes; `catalogue` knows those in `folder`."""

    def __init__(self, folder: DataFolder, catalogue: Catalogue) -> None:
        self._folder = folder
        self._catalogue = catalogue

    def store(self, document: Document, name: str | None, path: Path | None = None) -> AnnotationStore:
        """Return the store of `document` in the file at `path` (None: in the data folder), mirrored as `name`.

        None for `name`: as one that is new with the document.
        """
        local = self._folder.annotations / name if name else store_path(self._folder.annotations, document)
        mirror, backups = self._folder.mirror / local.name, self._folder.backups / local.stem
        return AnnotationStore(path or local, mirror, backups, document=document, shared=path is not None)

    def beside(self, document: Document) -> CatalogueEntry | None:
        """Return an entry for the notes that lie beside `document`, if there are some and they are about it."""
        entry = self._catalogue.entry_at(beside_path(document.path))
        return entry if entry is not None and is_about(entry, document, self._catalogue) else None

    def follow(self, paths: Iterable[str], document: Document) -> None:
        """Rename the notes beside a former name of `document`, one of `paths`, so that they are beside it again."""
        path = beside_path(document.path)
        for old in map(Path, paths):
            if old.parent == path.parent and not is_file(old) and is_file(beside_path(old)) and not is_file(path):
                with suppress(OSError):
                    beside_path(old).rename(path)

    def home(self, document: Document, name: str | None, *, wished: bool) -> Home:
        """Return where the notes `name` on `document` are to be kept, if `wished` beside it, and bring them there."""
        local, path = self.store(document, name), beside_path(document.path)
        unwritable = Notice("beside-unwritable", NoticeKind.NEWS, {"name": document.path.name})
        there = is_file(path)
        if _is_shipped(document.path) or not (there or wished):
            return Home(local)
        if there and self._is_of_another(path, document):
            return Home(local, Notice("beside-taken", NoticeKind.NEWS, {"name": document.path.name}))
        beside = self.store(document, name, path)
        if not _can_write(path):
            if there:
                beside.load()  # into the mirror, as far as it goes
                self.store(document, name).load()  # and from there into the file
            return Home(local, unwritable)
        if is_file(local.path) and not _move(local, beside):
            return Home(self.store(document, name), unwritable)
        return Home(self.store(document, name, path))

    def has_elsewhere(self, store: AnnotationStore) -> bool:
        """Tell whether the notes of `store` lie beside a file that their thread was seen in, in another place."""
        known = (entry.paths for entry in self._catalogue.entries() if entry.name == store.mirror.name)
        places = {beside_path(Path(path)) for path in next(known, ()) if Path(path).name}
        found = (self._catalogue.entry_at(place) for place in places - {store.path})
        return any(entry is not None and entry.name == store.mirror.name for entry in found)

    def _is_of_another(self, path: Path, document: Document) -> bool:
        """Tell whether the file at `path` has the notes on another thread; a damaged one is let pass for ours."""
        entry = self._catalogue.entry_at(path)
        return entry is not None and not is_about(entry, document, self._catalogue)


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


def is_file(path: Path) -> bool:
    """Tell whether a file is at `path`; where the system won't say, there is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
