"""The notes on a document as values: what comes from their file, and which file that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.annotations import Annotation, AnnotationStore, Placements
    from desktop.annotations.recognition.catalogue import CatalogueEntry
    from desktop.annotations.recognition.identity import NotesMatch
    from desktop.documents import Document
    from desktop.session.files.stamps import NotesStamps
    from desktop.session.state import Notice


class LoadedNotes(NamedTuple):
    """The notes on a document as they come from their file, and what there is to say of it.

    `similar` are those on a similar thread, which the reader is asked about; `ours` tells whose notes they are, None:
    the document's own, if it has any.
    """

    annotations: Mapping[str, Annotation]
    placements: Placements
    read_only: bool
    notice: Notice | None
    similar: NotesMatch | None = None
    ours: NotesMatch | None = None


@dataclass(frozen=True, slots=True, eq=False)
class NotesInUse:
    """The `store` with the open document's notes, and what was last taken over from it (`base`).

    `stamps` are those that were seen before it was read, or since.
    """

    store: AnnotationStore
    base: Mapping[str, Annotation] | None
    stamps: NotesStamps

    @property
    def name(self) -> str:
        """The name of the file's second copy, which it keeps wherever it goes."""
        return self.store.mirror.name

    @property
    def has_files(self) -> bool:
        """Whether anything has ever been saved in it; where the disk doesn't tell, something may have been."""
        try:
            return self.store.has_files
        except OSError:
            return True


class KnownNotes(NamedTuple):
    """The annotations on a document that are in their file, or on their way there."""

    document: Document
    annotations: Mapping[str, Annotation]


def resolved(taken: LoadedNotes, document: Document) -> LoadedNotes:
    """Return `taken` with a record in each annotation of where it was found, for the next version to go on from."""
    if taken.read_only:
        return taken
    from desktop.session.files.locations import resolve_all

    return taken._replace(annotations=resolve_all(taken.annotations, taken.placements, document))


def differing(one: Mapping[str, Annotation], other: Mapping[str, Annotation]) -> set[str]:
    """Return the ids of the annotations that aren't the same in both."""
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}


def is_known_to(entry: CatalogueEntry, document: Document) -> bool:
    """Tell whether the file of notes `entry` says that it is on this very text, in this place."""
    return entry.sha256 == document.sha256 and str(document.path) in entry.paths


def is_of_place(entry: CatalogueEntry, document: Document) -> bool:
    """Tell whether the notes of `entry` are on what was in the very place of `document` before."""
    return str(document.path) in entry.paths
