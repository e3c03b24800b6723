"""Opening a store, looking into its files, and what fails under it."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING, Any

from desktop.annotations import AnnotationStore, store_path
from tests.annotations.samples import document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.annotations import Loaded, StoreReason
    from desktop.documents import Document


def opened(folder: Path, name: str = "問答.txt") -> AnnotationStore:
    """Return the store, in two folders of `folder`, of the document `name`."""
    return store_of(document(name), folder / "main", folder / "mirror")


def store_of(noted: Document, main: Path, mirror: Path) -> AnnotationStore:
    """Return the store of the document `noted` in these folders, with the one of backups beside that of mirrors."""
    path = store_path(main, noted)
    return AnnotationStore(path, store_path(mirror, noted), mirror.parent / "backups" / path.stem, noted)


def again(store: AnnotationStore) -> AnnotationStore:
    """Return another store of the same files."""
    return AnnotationStore(store.path, store.mirror, store.backups.folder)


def reloaded(store: AnnotationStore) -> Loaded:
    """Return what another store of the same files loads."""
    return again(store).load()


def reasons(loaded: Loaded) -> list[StoreReason]:
    """Return the reasons of all notices."""
    return [notice.reason for notice in loaded.notices]


def asides(path: Path) -> list[bytes]:
    """Return the content of what was set aside beside `path`."""
    return [aside.read_bytes() for aside in sorted(path.parent.glob("*.damaged-*.json"))]


def edit_json(path: Path, change: Callable[[Any], object]) -> bytes:
    """Change the JSON in `path` in place, as another program might, and return its bytes."""
    raw = json.loads(path.read_bytes())
    change(raw)
    path.write_text(json.dumps(raw), "utf-8")
    return path.read_bytes()


def broken(*_: object) -> None:
    """Fail as a disk does that is giving out."""
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def no_space(handle: int, data: bytes) -> int:
    """Fail as os.write does on a full disk."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
