"""The archive: the files of notes on all threads, the texts that these were made on, and which belongs to which."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desktop.annotations import AnnotationStore, reanchor
from desktop.annotations.catalogue import Catalogue
from desktop.annotations.identity import identify
from desktop.annotations.naming import store_path
from desktop.annotations.snapshots import Snapshots
from desktop.documents.thread import parse_document

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from desktop.annotations import Annotation, Placement
    from desktop.annotations.identity import Match
    from desktop.documents import Document
    from desktop.paths import DataFolder

_KEPT_SECONDS = 90 * 24 * 3600
"""A text that no file of notes names is kept so long: a backup of one may still come back."""

log = logging.getLogger(__name__)


class Archive:
    """Finds and opens files of notes below `folder`, and keeps texts beside them."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._snapshots = Snapshots(folder.snapshots)
        self._catalogue = Catalogue(
            folder.annotations, folder.mirror, folder.backups, self._snapshots, folder.catalogue
        )

    def identify(self, document: Document, apart: Collection[str]) -> Match | None:
        """Return the file of notes that belongs to `document`, but none of those `apart`; None for none."""
        return identify(document, self._catalogue, apart)

    def store(self, document: Document, name: str | None = None) -> AnnotationStore:
        """Return the store of `document` in the file of notes `name`; None: in one that is new with it."""
        path = self._folder.annotations / name if name else store_path(self._folder.annotations, document)
        backups = self._folder.backups / path.stem
        return AnnotationStore(path, self._folder.mirror / path.name, backups, document=document)

    def placed(self, annotations: Mapping[str, Annotation], document: Document) -> Mapping[str, Placement]:
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


def _versions(annotations: Mapping[str, Annotation]) -> set[str]:
    """Return the digests of all texts that any of `annotations` was made or found on."""
    found = {resolution.anchor.sha256 for one in annotations.values() for resolution in one.resolved}
    return found | {annotation.anchor.sha256 for annotation in annotations.values()}
