"""Keeping the annotations on one document: a file, a mirror of it that is written first, and backups of both.

Whatever happens to one of the two, the other has the last save; where both are damaged, both are set aside first and
the newest good backup stands in. Two windows take turns by a lock; two machines that sync the file meet in a merge.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

from desktop.annotations.form.fragments import Fragments
from desktop.annotations.form.page import Page, StoreError, dump_page, new_page
from desktop.annotations.form.source import read_source, source_of
from desktop.annotations.merge import merge
from desktop.annotations.storage.backups import Backups
from desktop.annotations.storage.copies import read_copy
from desktop.annotations.storage.durable import make_folder, sweep, write_durably
from desktop.annotations.storage.lock import PATIENCE, locked
from desktop.annotations.storage.naming import store_path
from desktop.annotations.storage.strays import Strays
from desktop.annotations.storage.survey import Survey, survey, united

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

    from desktop.annotations.storage.notices import Notice
    from desktop.annotations.values import Annotation
    from desktop.documents import Document

_NOTHING: Mapping[str, Annotation] = MappingProxyType({})
_PATIENCE_OF_A_READER = 2.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a store holds: the annotations by id, what went wrong, and whether saving is refused for now."""

    annotations: Mapping[str, Annotation]
    notices: tuple[Notice, ...] = ()
    read_only: bool = False


class HalfSavedError(OSError):
    """A save reached one of the two files, `saved`; the notes are safe there. The other could not be written."""

    def __init__(self, error: OSError, saved: Path) -> None:
        super().__init__(error.errno, error.strerror, error.filename)
        self.saved = saved


@dataclass(frozen=True, slots=True)
class _Known:
    """A page that was loaded or (perhaps half) saved here, its bytes, and the annotations that were given for it."""

    page: Page
    data: bytes
    given: Mapping[str, Annotation]


class AnnotationStore:
    """The annotations on one document, in the file at `path` and its `mirror` (by default in a folder beside it).

    `backups` is the folder of the earlier states of this one document (by default in a folder beside it). The file
    may lie anywhere, such as in a folder that is synced; the mirror, which the lock lies beside, and the backups
    belong on this machine. `document` is described in the file; without it, the description there stays as it is.

    One store is used by one thread at a time; between calls it holds no open file, so it may move between threads.
    """

    def __init__(
        self,
        path: Path,
        mirror: Path | None = None,
        backups: Path | None = None,
        document: Document | None = None,
    ) -> None:
        self.path = path
        self.mirror = mirror if mirror is not None else path.parent / "mirror" / path.name
        self.backups = Backups(backups if backups is not None else path.parent / "backups" / path.stem)
        self._document = document
        self._strays = Strays(path, self.backups.folder)
        self._fragments = Fragments()
        self._writer = uuid4().hex[:8]
        self._last_number = 0
        page = new_page(source_of(document) if document else read_source({}))
        self._known: tuple[_Known, ...] = (_Known(page, b"", page.annotations),)

    @classmethod
    def for_document(
        cls, folder: Path, mirror_folder: Path, document: Document, backups_folder: Path | None = None
    ) -> AnnotationStore:
        """Return the store of `document` in these folders; that of backups is by default beside that of mirrors."""
        backups = backups_folder if backups_folder is not None else mirror_folder.parent / "backups"
        path = store_path(folder, document)
        return cls(path, store_path(mirror_folder, document), backups / path.stem, document)

    @property
    def has_files(self) -> bool:
        """Whether anything has ever been saved, as far as the disk tells; OSError when it doesn't."""
        return self.path.exists() or self.mirror.exists()

    def load(self) -> Loaded:
        """Return the annotations of the last save, whichever file has it, and mend the others. Raises nothing.

        What another machine left in a conflicted copy is in it.
        """
        sweep(self.path.parent)
        sweep(self.mirror.parent)
        try:
            with self._locked(_PATIENCE_OF_A_READER, make=False):
                return self._load(mend=True)
        except OSError as error:
            log.info("read without the lock: %s", error)
            return self._load(mend=False)

    def save(
        self, annotations: Mapping[str, Annotation], base: Mapping[str, Annotation] | None = None
    ) -> Mapping[str, Annotation]:
        """Make `annotations`, by id, what the store holds; when this returns, they are on the disk twice.

        Returns what the store holds now: what another writer has added or edited is in it. A caller who goes on from
        that passes it as `base` next time; one who goes on from what was given here passes none. Nothing is written
        for no annotations where there is no file.

        Raises StoreError when writing would lose what is in a file that can't be read, or when the notes have no JSON
        form, HalfSavedError when one of the two files was written and OSError when none was; the last save is still
        there.
        """
        if not annotations and not self._known[-1].page.annotations and not self.has_files:
            return annotations
        with self._locked(PATIENCE, make=True):
            found = self._look()
            if found.forbidding is not None:
                raise StoreError(f"The notes can't be saved over {found.forbidding.path}: {found.forbidding.detail}")
            return self._save(MappingProxyType(dict(annotations)), base, found)

    def _load(self, *, mend: bool) -> Loaded:
        found = self._look()
        read_only = found.forbidding is not None
        if found.page is None:
            return Loaded(_NOTHING, found.notices, read_only)
        self._known = (_Known(found.page, found.data, found.page.annotations),)
        if mend and not read_only:
            self._mend(found, self._known[0])
        return Loaded(found.page.annotations, found.notices, read_only)

    def _mend(self, found: Survey, known: _Known) -> None:
        """Bring all files up to what was found in them together; where that fails, the next save will."""
        try:
            if not found.data:
                self._write(known.page, known.given, known)
            elif not found.in_order:
                self._put(found.data)
            self._strays.put_aside(found.strays)
        except (OSError, StoreError) as error:
            log.info("the files of notes could not be mended: %s", error)

    def _save(
        self, given: Mapping[str, Annotation], base: Mapping[str, Annotation] | None, found: Survey
    ) -> Mapping[str, Annotation]:
        known = self._origin(found.page)
        taken_over = base is not None and base is known.page.annotations
        ours = merge(known.page.annotations if taken_over else known.given, given, known.page.annotations)
        under = self._grown_from(known.page, found.page)
        merged = merge(known.page.annotations, ours, under.annotations)
        if found.page is None and not merged:
            return merged
        source = under.source.described_by(self._document) if self._document else under.source
        if found.in_order and (merged, source) == (under.annotations, under.source):
            self._known = (_Known(under, found.data, given),)
        else:
            self._back_up(found.data, found.page)
            self._write(replace(under, source=source, annotations=merged), given, known)
            written = self._known[-1]
            self._back_up(written.data, written.page)
        self._strays.put_aside(found.strays)
        return self._known[-1].page.annotations

    def _origin(self, page: Page | None) -> _Known:
        """Return what we know of our own that `page` came from, the latest; our latest if it came from none."""
        grown = [known for known in self._known if page and page.lineage.includes(known.page.lineage)]
        return grown[-1] if grown else self._known[-1]

    def _grown_from(self, ours: Page, found: Page | None) -> Page:
        """Return `found` if it came from `ours`; else, as both files were put back or are gone, the two together."""
        if found is None:
            return ours
        if found.lineage.includes(ours.lineage):
            return found
        return united(ours, found, [known.page for known in self._known], self.backups)

    def _write(self, page: Page, given: Mapping[str, Annotation], origin: _Known) -> None:
        """Write `page`, which came of what was `given` and grew from `origin`, to both files as a save of ours.

        A save that fails halfway may or may not have reached a file, so the next must know both outcomes.
        """
        self._last_number = number = max(page.revision, page.lineage.latest[1], self._last_number) + 1
        saves = page.lineage.followed_by(self._writer, number).saves
        page = replace(page, revision=number, saves=saves, edited=False)
        written = _Known(page, dump_page(page, self._fragments, seal=True), given)
        self._known = (origin, written)
        self._put(written.data)
        self._known = (written,)

    def _put(self, data: bytes) -> None:
        """Write `data` to the mirror and to the file, each as if the other didn't exist."""
        trouble: dict[Path, OSError] = {}
        for path in (self.mirror, self.path):
            try:
                make_folder(path.parent)
                write_durably(path, data)
            except OSError as error:
                trouble[path] = error
        if len(trouble) == 1:
            (error,) = trouble.values()
            raise HalfSavedError(error, self.path if self.mirror in trouble else self.mirror) from error
        if trouble:
            raise trouble[self.path]

    def _back_up(self, data: bytes, page: Page | None) -> None:
        """Keep `data`, which hold `page` and are on the disk, if it is time."""
        now = datetime.now(UTC)
        if data and page is not None and self.backups.is_due(len(data), now):
            self.backups.keep(data, page.revision, now)

    def _look(self) -> Survey:
        """Return what the files hold together."""
        known = [(known.data, known.page) for known in self._known if known.data]
        main = read_copy(self.path, known, self._fragments)
        beside = [(main.data, main.page)] if main.page is not None else []
        mirror = read_copy(self.mirror, [*known, *beside], self._fragments)
        pages = [known.page for known in self._known]
        mine = [*pages, *(copy.page for copy in (main, mirror) if copy.page is not None)]
        return survey(main, mirror, self._strays.read(mine, self._fragments), pages, self.backups)

    @contextmanager
    def _locked(self, patience: float, *, make: bool) -> Generator[None]:
        """Hold the lock of the store, unless there is no folder for it and none is to be made."""
        if make or self.path.exists():
            make_folder(self.mirror.parent)
        if self.mirror.parent.is_dir():
            with locked(self.mirror.with_name(f"{self.mirror.name}.lock"), patience):
                yield
        else:
            yield
