"""Keeping the annotations on one document: a file, and a mirror of it that is written first.

Whatever happens to one of the two, the other has the last save; where both are damaged, both are set aside first.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.copies import Copy, Notice, Reason, read_copy
from desktop.annotations.durable import make_folder, sweep, write_durably
from desktop.annotations.jsonform import Page, StoreError, dump_page, new_page
from desktop.annotations.merge import merge
from desktop.annotations.naming import store_path
from desktop.annotations.source import read_source, source_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.annotations.values import Annotation
    from desktop.documents import Document

_NOTHING: Mapping[str, Annotation] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a store holds: the annotations by id, what went wrong, and whether saving is refused for now."""

    annotations: Mapping[str, Annotation]
    notices: tuple[Notice, ...] = ()
    read_only: bool = False


class AnnotationStore:
    """The annotations on one document, in the file at `path` and its `mirror` (by default in a folder beside it).

    `document` is described in the file; without it, the description there stays as it is. One store is used by one
    thread at a time; it holds no open file, so it may move between threads.
    """

    def __init__(self, path: Path, mirror: Path | None = None, document: Document | None = None) -> None:
        self.path = path
        self.mirror = mirror if mirror is not None else path.parent / "mirror" / path.name
        self._document = document
        self._page = new_page(source_of(document) if document else read_source({}))
        self._given = _NOTHING
        # By the digest of a file that was loaded or (perhaps half) saved here: its page, and what was given for it.
        self._known: dict[bytes, tuple[Page, Mapping[str, Annotation]]] = {}

    @classmethod
    def for_document(cls, folder: Path, mirror_folder: Path, document: Document) -> AnnotationStore:
        """Return the store of `document` in two folders."""
        return cls(store_path(folder, document), store_path(mirror_folder, document), document)

    def load(self) -> Loaded:
        """Return the annotations of the last save, from the file or its mirror, whichever has it. Raises nothing."""
        sweep(self.path.parent)
        sweep(self.mirror.parent)
        self._known = {}
        found = self._look()
        self._given = _NOTHING
        if found.page is not None:
            self._page, self._given = found.page, found.page.annotations
            self._known = {found.digest: (self._page, self._given)} if found.digest else {}
        return Loaded(self._given, found.notices, any(notice.forbids_writing for notice in found.notices))

    def save(self, annotations: Mapping[str, Annotation]) -> None:
        """Make `annotations`, by id, what the store holds; when this returns, they are on the disk twice.

        What another writer has added or edited since the last load or save stays. Nothing is written for no
        annotations where there is no file. Raises StoreError when writing would lose what is in a file that can't be
        read, or when the notes have no JSON form, and OSError when the system fails; the last save is still there.
        """
        found = self._look()
        for notice in found.notices:
            if notice.forbids_writing:
                raise StoreError(f"The notes can't be saved over {notice.path}: {notice.detail}")
        page, base = self._known.get(found.digest, (found.page or self._page, self._given))
        ours = MappingProxyType(dict(annotations))
        merged = merge(base, ours, page.annotations)
        if merged or found.page is not None:
            source = page.source.described_by(self._document) if self._document else page.source
            new = replace(page, source=source, annotations=merged, revision=page.revision + 1)
            self._write(new, ours, found.digest)
        self._given = ours

    def _write(self, page: Page, given: Mapping[str, Annotation], replaced: bytes) -> None:
        """Write `page`, which came of `given`, to both files; `replaced` is the digest of what is there.

        A save that fails halfway may or may not have written the mirror, so the next must know both outcomes.
        """
        data = dump_page(page)
        earlier = {digest: known for digest, known in self._known.items() if digest == replaced}
        self._known = earlier | {hashlib.sha256(data).digest(): (page, given)}
        make_folder(self.mirror.parent)
        write_durably(self.mirror, data)
        make_folder(self.path.parent)
        write_durably(self.path, data)
        self._page = page

    def _look(self) -> Copy:
        """Return what the two files hold together."""
        known = {digest: page for digest, (page, _) in self._known.items()}
        main = read_copy(self.path, known)
        mirror = read_copy(self.mirror, known if main.page is None else known | {main.digest: main.page})
        if main.page is not None and main.digest == mirror.digest:
            return main
        notices = main.notices + mirror.notices
        if mirror.page is None:
            return replace(main, notices=notices)
        if main.page is None:
            gone = () if main.notices else (Notice(Reason.VANISHED, self.path),)
            return replace(mirror, notices=notices + gone)
        if main.page.revision < mirror.page.revision:
            return replace(mirror, notices=(*notices, Notice(Reason.BEHIND, self.path)))
        if main.page.revision > mirror.page.revision:
            return replace(main, notices=notices)
        return Copy(_united(main.page, mirror.page), b"", (*notices, Notice(Reason.DIVERGED, self.path)))


def _united(page: Page, other: Page) -> Page:
    """Return two pages with the same revision as one: two writers met, or one file was edited by hand."""
    kept = page.kept + tuple(item for item in other.kept if item not in page.kept)
    return replace(page, annotations=merge(_NOTHING, page.annotations, other.annotations), kept=kept)
