"""The file of notes that is held for the open document, and whether another writer has been at it since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.annotations.storage.conflicted_copies import Stamped, copies_beside
from desktop.annotations.storage.naming import beside_path
from desktop.session.files.watching import Stamp, stamp_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.annotations import Annotation, AnnotationStore
    from desktop.documents import Document


class Stamps(NamedTuple):
    """The stamps of a file of notes and of the one that lies beside the document, None for one that isn't there.

    `copies` are the conflicted copies of the file of notes that a sync has left beside it.
    """

    file: Stamp | None
    beside: Stamp | None
    copies: frozenset[Stamped]


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """The `store` with the open document's notes, and what was last taken over from it (`base`).

    `stamps` are those that were seen before it was read, or since.
    """

    store: AnnotationStore
    base: Mapping[str, Annotation] | None
    stamps: Stamps

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

    def is_changed(self, seen: Stamps) -> bool:
        """Tell whether the file isn't as it was, or has got a copy; one that is gone is no change."""
        return seen.file not in {None, self.stamps.file} or not seen.copies <= self.stamps.copies

    def has_company(self, seen: Stamps, document: Document) -> bool:
        """Tell whether another file of notes has come to lie beside the document, or was changed there."""
        return seen.beside not in {None, self.stamps.beside} and self.store.path != beside_path(document.path)


def stamps_of(path: Path, document: Document) -> Stamps:
    """Return the stamps, as they are now, of the file of notes at `path` and of the one beside `document`."""
    return Stamps(stamp_of(path), stamp_of(beside_path(document.path)), frozenset(copies_beside(path)))
