"""The stamps of files: while a file has the same one, nobody has changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.paths import beside_path

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.annotations.storage.conflicted_copies import Stamped
    from desktop.documents import Document

Stamp = tuple[int, int, int]
"""The size, the time of change (ns) and the inode of a file: while they are the same, so is its content."""


class NotesStamps(NamedTuple):
    """The stamps of a file of notes and of the one that lies beside the document, None for one that isn't there.

    `copies` are the conflicted copies of the file of notes that a sync has left beside it.
    """

    file: Stamp | None
    beside: Stamp | None
    copies: frozenset[Stamped]

    def is_changed_since(self, before: NotesStamps) -> bool:
        """Tell whether the file isn't as it was, or has got a copy; one that is gone is no change."""
        return self.file not in {None, before.file} or not self.copies <= before.copies

    def is_changed_beside_since(self, before: NotesStamps) -> bool:
        """Tell whether a file of notes has come to lie beside the document, or was changed there."""
        return self.beside not in {None, before.beside}


def notes_stamps(path: Path, document: Document) -> NotesStamps:
    """Return the stamps, as they are now, of the file of notes at `path` and of the one beside `document`."""
    from desktop.annotations.storage.conflicted_copies import copies_beside

    return NotesStamps(stamp_of(path), stamp_of(beside_path(document.path)), frozenset(copies_beside(path)))


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file at `path`, None when it can't be had."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino
