"""Keeping the annotations on one document: a file, a mirror of it that is written first, and backups of both.

Whatever happens to one of the two, the other has the last save; where both are damaged, both are set aside first and
the newest good backup stands in. Two windows take turns by a lock; two machines that sync the file meet in a merge.

The mirror is what this machine knows: it takes in whatever turns up in the file, and never goes back. The file is
written by who has something to add to it, and by nobody else. Two machines that each put right what the other wrote
would never end, and a program that syncs would make copies of what both wrote.

What brings together what two have written is imported when there is something to save, or two files that differ.
"""

from __future__ import annotations

import logging
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

from desktop.annotations.form.lines import Fragments
from desktop.annotations.form.page import Page, StoreError, dump_page, new_page, redescribed
from desktop.annotations.form.source import read_source, source_of
from desktop.annotations.storage.backups import Backups
from desktop.annotations.storage.conflicted_copies import ConflictedCopies
from desktop.annotations.storage.copies import read_copy
from desktop.annotations.storage.durable import make_folder, sweep, write_durably
from desktop.annotations.storage.lock import PATIENCE, locked
from desktop.annotations.storage.survey import Survey, says_the_same, survey

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

    from desktop.annotations.form.source import Source
    from desktop.annotations.storage.copies import Copy
    from desktop.annotations.storage.notices import StoreNotice
    from desktop.annotations.values import Annotation
    from desktop.documents import Document
    from desktop.documents.chosen_names import NameChoices
    from desktop.documents.naming import Naming

_NOTHING: Mapping[str, Annotation] = MappingProxyType({})
_PATIENCE_OF_A_READER = 2.0
_REMEMBERED = 16
"""So many of the last pages in the file are remembered, to see what either side changed where both changed a note."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a store holds: the annotations by id, what went wrong, and whether saving is refused for now.

    `naming` is what the reader said of the document's lines, `names` how names in it are written.
    """

    annotations: Mapping[str, Annotation]
    notices: tuple[StoreNotice, ...] = ()
    read_only: bool = False
    naming: Naming = ()
    names: NameChoices = ()

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing of a reader's in it."""
        return not (self.annotations or self.naming or self.names)


class HalfSavedError(OSError):
    """A save reached one of the two files, `saved`; the notes are safe there. The other could not be written."""

    def __init__(self, error: OSError, saved: Path) -> None:
        super().__init__(error.errno, error.strerror, error.filename)
        self.saved = saved


@dataclass(frozen=True, slots=True)
class _Known:
    """A page that was loaded or (perhaps half) saved here, and the annotations that were given for it."""

    page: Page
    given: Mapping[str, Annotation]


class AnnotationStore:
    """The annotations on one document, in the file at `path` and its `mirror` (by default in a folder beside it).

    `backups` is the folder of the earlier states of this one document (by default in a folder beside it). The file
    may lie anywhere, such as in a folder that is synced; the mirror, which the lock lies beside, and the backups
    belong on this machine. `document` is described in the file; without it, the description there stays as it is.
    Of a file that is `shared` by several machines, where the document lies on this one is said in the mirror alone.
    `has_written` tells whether the last save wrote the file.

    One store is used by one thread at a time; between calls it holds no open file, so it may move between threads.
    """

    def __init__(
        self,
        path: Path,
        mirror: Path | None = None,
        backups: Path | None = None,
        document: Document | None = None,
        *,
        shared: bool = False,
    ) -> None:
        self.path = path
        self.is_shared = shared
        self.has_written = False
        self.mirror = mirror if mirror is not None else path.parent / "mirror" / path.name
        self.backups = Backups(backups if backups is not None else path.parent / "backups" / path.stem)
        self._document = document
        self._conflicted_copies = ConflictedCopies(path, self.backups.folder)
        self._fragments = Fragments()
        self._writer = uuid4().hex[:8]
        self._last_number = 0
        page = new_page(source_of(document) if document else read_source({}))
        self._known: tuple[_Known, ...] = (_Known(page, page.annotations),)
        self._read: tuple[tuple[bytes, Page], ...] = ()
        self._past: deque[Page] = deque(maxlen=_REMEMBERED)
        self._is_described = False

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

    def look(self) -> Loaded:
        """Return the annotations of the last save, whichever file has it, and change nothing. Raises nothing."""
        return self._load(mend=False, aside=False)

    def save(
        self,
        annotations: Mapping[str, Annotation],
        base: Mapping[str, Annotation] | None = None,
        *,
        naming: Naming = (),
        names: NameChoices = (),
        here_only: bool = False,
    ) -> Mapping[str, Annotation]:
        """Make `annotations`, by id, what the store holds; when this returns, they are on the disk twice.

        So are `naming` and `names`, with what was said of lines and names before and by others; all of that is in
        `naming` and `names` then.

        If they are to be kept `here_only`, they are in the mirror alone, until the next save or load that isn't so.

        Returns what the store holds now: what another writer has added or edited is in it. A caller who goes on from
        that passes it as `base` next time; one who goes on from what was given here passes none. Nothing is written
        for nothing where there is no file.

        Raises StoreError when writing would lose what is in a file that can't be read, or when the notes have no JSON
        form, HalfSavedError when one of the two files was written and OSError when none was; the last save is still
        there.
        """
        if not (annotations or naming or names) and self._known[-1].page.is_blank and not self.has_files:
            return annotations
        with self._locked(PATIENCE, make=True):
            found = self._look()
            if found.forbidding is not None:
                raise StoreError(f"The notes can't be saved over {found.forbidding.path}: {found.forbidding.detail}")
            said = naming, names
            return self._save(MappingProxyType(dict(annotations)), base, *said, found, here_only=here_only)

    @property
    def naming(self) -> Naming:
        """What was said of lines, as it was when this was loaded or saved last."""
        return self._known[-1].page.naming

    @property
    def names(self) -> NameChoices:
        """What was said of names, as it was when this was loaded or saved last."""
        return self._known[-1].page.names

    def _load(self, *, mend: bool, aside: bool = True) -> Loaded:
        found = self._look(aside=aside)
        read_only = found.forbidding is not None
        if found.page is None:
            return Loaded(_NOTHING, found.notices, read_only)
        self._known = (_Known(found.page, found.page.annotations),)
        if mend and not read_only:
            self._mend(found, self._known[0])
        return Loaded(found.page.annotations, found.notices, read_only, found.page.naming, found.page.names)

    def _mend(self, found: Survey, known: _Known) -> None:
        """Bring all files up to what was found in them together; where that fails, the next save will."""
        page = self._as_a_save(known.page, known.page, anew=True) if found.anew else known.page
        try:
            self._put(page, known.given, known, found, main=found.anew or not self._is_in(found.main, page))
            self._conflicted_copies.put_aside(found.conflicted_copies)
        except (OSError, StoreError) as error:
            log.info("the files of notes could not be mended: %s", error)

    def _save(
        self,
        given: Mapping[str, Annotation],
        base: Mapping[str, Annotation] | None,
        naming: Naming,
        names: NameChoices,
        found: Survey,
        *,
        here_only: bool,
    ) -> Mapping[str, Annotation]:
        from desktop.annotations.merge import merge
        from desktop.documents.chosen_names import choices_joined
        from desktop.documents.naming import joined

        known = self._origin(found.page)
        taken_over = base is not None and base is known.page.annotations
        ours = merge(known.page.annotations if taken_over else known.given, given, known.page.annotations)
        under = self._grown_from(known.page, found.page)
        merged = merge(known.page.annotations, ours, under.annotations)
        named = joined(joined(under.naming, known.page.naming), naming)
        written = choices_joined(choices_joined(under.names, known.page.names), names)
        if found.page is None and not (merged or named or written):
            return merged
        said = (named, written) != (under.naming, under.names)
        added = found.anew or merged != under.annotations or said
        source = self._described(under.source, added=added)
        page = replace(under, source=source, annotations=merged, naming=named, names=written)
        if added or self._as_shared(source) != self._as_shared(under.source):
            self._back_up(found.data, found.page)
            page = self._as_a_save(page, under, anew=found.anew)
        try:
            self._put(page, given, known, found, main=not here_only and self._is_to_add(page, found))
        except OSError:
            if not here_only:
                raise
            self._put(page, given, known, found, main=True)
        self._is_described = True
        if page.revision != under.revision:
            self._back_up(self._read[-1][0], page)
        self._conflicted_copies.put_aside(found.conflicted_copies)
        return page.annotations

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
        from desktop.annotations.storage.uniting import united

        return united(ours, found, [*self._past, *(known.page for known in self._known)], self.backups)

    def _described(self, source: Source, *, added: bool) -> Source:
        """Return `source` with the particulars of our document, where those are news.

        Two windows or machines with two versions of the text would else each describe its own, for ever: what is
        known already is said to be the present one again only once, or along with an annotation that is `added`.
        """
        if self._document is None:
            return source
        path = str(self._document.path)
        known = self._document.sha256 in source.all_versions and (self.is_shared or path in source.all_paths)
        if added or not known or not self._is_described:
            return source.described_by(self._document)
        return source.placed_as(replace(source, path=path)) if self.is_shared else source

    def _as_shared(self, source: Source) -> Source:
        """Return `source` as the file is to say it."""
        return source.without_paths() if self.is_shared else source

    def _as_a_save(self, page: Page, before: Page, *, anew: bool) -> Page:
        """Return `page`, which grew from that `before`, as a new save of ours; `anew`: nobody has saved that so."""
        from desktop.annotations.storage.uniting import changes_since

        self._last_number = number = max(page.revision, page.lineage.latest[1], self._last_number) + 1
        saves = page.lineage.followed_by(self._writer, number).saves
        changed = changes_since(before, page.annotations, (self._writer, number), anew=anew)
        return replace(page, revision=number, saves=saves, changed=changed, edited=False)

    def _is_in(self, main: Copy, page: Page) -> bool:
        """Tell whether the file has all that is in `page`; if it is ours alone, it must have nothing else either."""
        if main.page is None or main.page.edited:
            return False
        if not self.is_shared:
            return main.page == page
        texts, known = page.source, main.page.source
        same_texts = (texts.sha256, {*texts.all_versions}) == (known.sha256, {*known.all_versions})
        return same_texts and says_the_same(main.page, page)

    def _is_to_add(self, page: Page, found: Survey) -> bool:
        """Tell whether the file lacks something of `page` that it is on us to put there.

        What a shared file lacks of another machine's, or another window's, is on that one, or on whoever opens it
        next: it may be an older one, there for a while, and what we put in its place would meet theirs.
        """
        if self._is_in(found.main, page) or found.main.page is None:
            return found.main.page is None
        own = page.saves.get(self._writer, 0) > found.main.page.saves.get(self._writer, 0)
        return own or not found.data or bool(found.conflicted_copies) or not self.is_shared

    def _put(self, page: Page, given: Mapping[str, Annotation], origin: _Known, found: Survey, *, main: bool) -> None:
        """Have the mirror, and if need be the `main` file, hold `page`; each as if the other didn't exist.

        It came of what was `given`, and grew from `origin`. A save that fails halfway may or may not have reached a
        file, so the next must know both outcomes.
        """
        shared = replace(page, source=page.source.without_paths()) if self.is_shared else page
        wanted = [(found.mirror, page)] + ([(found.main, shared)] if main else [])
        alike = self.is_shared or found.main.data == found.mirror.data
        wanting = [(copy.path, form) for copy, form in wanted if not (alike and _holds(copy, form))]
        written = _Known(page, given)
        dumped = dump_page(page, self._fragments, seal=True) if wanting else b""
        data = [dumped if form is page else redescribed(dumped, page, form.source) for _, form in wanting]
        self._known = (origin, written)
        self._write({path: each for (path, _), each in zip(wanting, data, strict=True)})
        self._known = (written,)
        self.has_written = any(path == self.path for path, _ in wanting)
        if self.has_written:
            self._past.append(page)
        self._read = (*self._read, *((each, form) for (_, form), each in zip(wanting, data, strict=True)))

    def _write(self, files: Mapping[Path, bytes]) -> None:
        """Write `files`, one or both; OSError when that can't be done, HalfSavedError when it can't for one alone."""
        trouble: dict[Path, OSError] = {}
        for path, data in files.items():
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

    def _look(self, *, aside: bool = True) -> Survey:
        """Return what the files hold together; those that are damaged are set `aside`."""
        main = read_copy(self.path, self._read, self._fragments, aside=aside)
        if main.page is not None and all(main.page is not page for _, page in self._read):
            self._past.append(main.page)
        mirror = read_copy(self.mirror, [*self._read, *self._forms_of(main)], self._fragments, aside=aside)
        self._read = tuple((copy.data, copy.page) for copy in (main, mirror) if copy.page is not None)
        pages = [known.page for known in self._known]
        conflicted_copies = self._conflicted_copies.read([*pages, *(page for _, page in self._read)], self._fragments)
        found = survey(main, mirror, conflicted_copies, [*self._past, *pages], self.backups)
        if self.is_shared and found.page is not None and mirror.page is not None:
            source = found.page.source.placed_as(mirror.page.source)
            return replace(found, page=replace(found.page, source=source))
        return found

    def _forms_of(self, main: Copy) -> list[tuple[bytes, Page]]:
        """Return what the mirror most likely holds if it has the same as the file, so that it needn't be parsed."""
        if main.page is None:
            return []
        forms = [(main.data, main.page)]
        if self.is_shared and self._document is not None:
            source = replace(main.page.source, path=str(self._document.path), paths=())
            forms.append((redescribed(main.data, main.page, source), replace(main.page, source=source)))
        return forms

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


def _holds(copy: Copy, page: Page) -> bool:
    """Tell whether the file holds just this page, as its save wrote it."""
    return copy.page is not None and not copy.page.edited and copy.page == page
