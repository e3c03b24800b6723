"""The archive: the files of notes on all threads, the texts that these were made on, and which belongs to which."""

from __future__ import annotations

import logging
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchors import resolve
from desktop.annotations.anchoring.reanchor import reanchor
from desktop.annotations.recognition.catalogue import Catalogue
from desktop.annotations.recognition.identity import Ground, NotesMatch, another, identify
from desktop.annotations.recognition.snapshots import Snapshots
from desktop.annotations.storage.naming import named_by_place
from desktop.documents import parse_document
from desktop.session.files.homes import Homes

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from desktop.annotations import Annotation, AnnotationStore, Placements
    from desktop.documents import Document
    from desktop.paths import DataFolder
    from desktop.session.files.homes import Home

_KEPT_SECONDS = 90 * 24 * 3600
"""A text that no file of notes names is kept so long: a backup of one may still come back."""

log = logging.getLogger(__name__)


class Archive:
    """Finds and opens files of notes below `folder`, and keeps texts beside them."""

    def __init__(self, folder: DataFolder) -> None:
        self._snapshots = Snapshots(folder.snapshots)
        self._catalogue = Catalogue(
            folder.annotations, folder.mirror, folder.backups, self._snapshots, folder.catalogue
        )
        self._homes = Homes(folder, self._catalogue)

    def identify(self, document: Document, apart: Collection[str]) -> NotesMatch | None:
        """Return the file of notes that belongs to `document`, but none of those `apart`; None for none.

        One that lies beside the document belongs to it; beside the name that it had before, it is renamed as well.
        """
        match = identify(document, self._catalogue, apart)
        certain = match is not None and match.certain
        if match is not None and certain:
            self._homes.follow(match.entry.paths, document)
        beside = self._homes.beside(document)
        if beside is None:
            return match
        name = beside.name or (
            match.entry.name if match is not None and certain else self.name(document, match, apart)
        )
        ground = Ground.TEXT if document.sha256 in beside.versions else Ground.PATH
        return NotesMatch(replace(beside, name=name), ground, certain=True)

    def name(self, document: Document, match: NotesMatch | None, apart: Collection[str]) -> str:
        """Return what the file of notes on `document` is called: that of a certain `match`, else a new one.

        A new one is called after the text; where that very file belongs to another thread, after the place as well.
        """
        if match is not None and match.certain:
            return match.entry.name
        name = self._homes.store(document, None).path.name
        if name in apart or (match is not None and match.entry.name == name):
            return named_by_place(document)
        return name

    def another(self, document: Document, ours: NotesMatch, known: Collection[str]) -> NotesMatch | None:
        """Return another file of notes that is as surely on `document` as `ours` and has any not `known` by id."""
        match = another(document, self._catalogue, {ours.entry.name})
        if match is None or self.store(document, match.entry.name).load().annotations.keys() <= set(known):
            return None
        return match

    def store(self, document: Document, name: str | None = None) -> AnnotationStore:
        """Return the store of `document` in the file of notes `name` in the data folder; None: in a new one."""
        return self._homes.store(document, name)

    def home(self, document: Document, name: str | None, *, wished: bool) -> Home:
        """Return where the notes `name` on `document` are to be kept; see `Homes`."""
        return self._homes.home(document, name, wished=wished)

    def has_elsewhere(self, store: AnnotationStore) -> bool:
        """Tell whether the notes of `store` lie beside a thread in another place than its own."""
        return self._homes.has_elsewhere(store)

    def placed(self, annotations: Mapping[str, Annotation], document: Document) -> Placements:
        """Return where each of `annotations` stands in `document`, by id, with the help of the texts kept."""
        older = self._snapshots.texts(_versions(annotations) - {document.sha256})
        return reanchor(annotations, document.text, document.sha256, older)

    def version(self, document: Document, sha256: str) -> Document | None:
        """Return another version of `document` by its digest, if its text is kept."""
        text = self._snapshots.text(sha256)
        return parse_document(text, document.path, document.encoding) if text is not None else None

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


def resolved(
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
