"""The reader's notes on a thread, found as the app finds them, with nothing on the disk changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations import AnnotationStore
from desktop.annotations.anchoring.reanchor import reanchor
from desktop.annotations.recognition.catalogue import Catalogue
from desktop.annotations.recognition.identity import identify, is_about
from desktop.annotations.recognition.snapshots import Snapshots
from desktop.annotations.storage.naming import named_by_place, store_path
from desktop.paths import beside_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations import Annotation, Placements
    from desktop.documents import Document
    from desktop.documents.naming import Naming
    from desktop.paths import DataFolder


class NotesOnThread(NamedTuple):
    """Annotations by id, and where they stand; `naming` is what the reader said of lines of the thread."""

    annotations: Mapping[str, Annotation]
    placements: Placements
    naming: Naming


def notes_on(document: Document, folder: DataFolder) -> NotesOnThread:
    """Return the notes on `document` that lie beside it or in the data `folder`.

    Notes of which it is not certain that they are on it are none: the app asks the reader about those. No lock is
    needed: each file is either as one save left it or as the next did.
    """
    snapshots = Snapshots(folder.snapshots)
    catalogue = Catalogue(folder.annotations, folder.mirror, folder.backups, snapshots, folder.catalogue)
    match = identify(document, catalogue)
    name = store_path(folder.annotations, document).name
    if match is not None:
        name = match.entry.name if match.certain else named_by_place(document) if match.entry.name == name else name
    path = beside_path(document.path)
    beside = catalogue.entry_at(path)
    shared = beside is not None and is_about(beside, document, catalogue)
    if beside is not None and shared:
        name = beside.name or name
    mirror, backups = folder.mirror / name, folder.backups / name.removesuffix(".json")
    store = AnnotationStore(
        path if shared else folder.annotations / name, mirror, backups, document=document, shared=shared
    )
    loaded = store.look()
    found = loaded.annotations
    versions = {anchor.sha256 for one in found.values() for anchor in one.anchors} - {document.sha256}
    placements = reanchor(found, document.text, document.sha256, snapshots.texts(versions))
    return NotesOnThread(found, placements, loaded.naming)
