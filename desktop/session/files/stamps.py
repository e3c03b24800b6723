"""What a file tells without being read: its stamp, which changes with it, and whether to read it takes long."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents import place_of
from desktop.files import read_start
from desktop.paths import beside_path

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.annotations.storage.conflicted_copies import Stamped
    from desktop.documents import Document

Stamp = tuple[int, int, int]
"""The size, the time of change (ns) and the inode of a file: while they are the same, so is its content."""

_MOST_FILES = 10_000

AT_ONCE_BYTES = 128 << 10
"""A file up to so large is read where one waits for it: within 50 ms, whatever its form, zips excepted."""

_DENSE = (b"PK", b"SQLite format 3")
"""How a zip or a book, which is one, and a database begin: they may hold any number of times their bytes."""
_START_BYTES = 16


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


NO_STAMPS = NotesStamps(None, None, frozenset())
"""Those of what isn't there."""


def notes_stamps(path: Path, document: Document) -> NotesStamps:
    """Return the stamps, as they are now, of the file of notes at `path` and of the one beside `document`."""
    from desktop.annotations.storage.conflicted_copies import copies_beside

    return NotesStamps(stamp_of(path), stamp_of(beside_path(document.path)), frozenset(copies_beside(path)))


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file or folder at `path`, None when it can't be had."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _folder_stamp(path)
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def _folder_stamp(folder: Path) -> Stamp:
    """Return the bytes, the latest time of change (ns) and the number of the files below a folder.

    Its own time doesn't change when a file in it is written in place. Looking ends at so many files as are opened.
    """
    size = latest = count = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                status = os.lstat(os.path.join(place, name))  # noqa: PTH118 (thousands of them)
                size, latest, count = size + status.st_size, max(latest, status.st_mtime_ns), count + 1
        if count > _MOST_FILES:
            break
    return size, latest, count


def is_quick(path: Path) -> bool:
    """Tell whether what `path` means is read at once: a regular file that isn't large, or nothing at all.

    A zip, a book and a database are none of these.
    """
    place, wanted = place_of(path)
    try:
        if wanted or place.is_dir() or place.stat().st_size > AT_ONCE_BYTES:
            return False
        return not read_start(place, _START_BYTES).startswith(_DENSE)
    except (OSError, ValueError):
        return True
