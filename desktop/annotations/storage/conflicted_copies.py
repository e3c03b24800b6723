"""Copies of a store's file that a program which syncs folders left beside it, because two machines had written it.

Each such program has its own way to name them; the part between the name and its ending is

- Dropbox, Nextcloud, ownCloud: ` (conflicted copy 2026-01-02 030405)`, ` (Ann's conflicted copy)`, in many languages
- Google Drive, browsers: ` (1)`
- Syncthing: `.sync-conflict-20260102-030405-ABCDEFG`
- OneDrive: `-MACHINE`, `-MACHINE-2`
- iCloud: ` 2`

A name may deceive; only a page with the same id, or about the same document, is taken for a copy.
"""

from __future__ import annotations

import logging
import os
import re
import stat
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.annotations.form.page import StoreError
from desktop.annotations.storage.copies import Copy, read_page_file
from desktop.annotations.storage.durable import copy_durably, make_folder, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.annotations.form.lines import Fragments
    from desktop.annotations.form.page import Page

Stamped = tuple[Path, int, int]
"""A file as it was seen: its path, its time (ns) and its size, -1 for what is no file."""

_BETWEEN = re.compile(r" \([^()]+\)|\.sync-conflict-\d{8}-\d{6}-\w+|-[A-Za-z0-9][\w-]*| \d+")

log = logging.getLogger(__name__)


class ConflictedCopies:
    """The copies beside the file at `main`; those that were absorbed go to the folder `aside`, none is deleted."""

    def __init__(self, main: Path, aside: Path) -> None:
        self._main = main
        self._aside = aside
        self._settled: set[Stamped] = set()

    def read(self, pages: Iterable[Page], fragments: Fragments) -> tuple[Copy, ...]:
        """Return the copies of any of `pages`; what is none, can't be read or is for a newer version is let be."""
        ids = {name for page in pages for name in (page.id, page.source.id)}
        found = (self._read(stamp, ids, fragments) for stamp in self._candidates())
        return tuple(copy for copy in found if copy is not None)

    def put_aside(self, copies: Iterable[Copy]) -> None:
        """Move `copies`, whose content is safe in the store, to the other folder; one that can't be moved stays."""
        for copy in copies:
            try:
                make_folder(self._aside)
                _move(copy.path, self._aside / f"conflict-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}-{copy.path.name}")
            except OSError as error:
                log.info("a conflicted copy could not be moved: %s: %s", copy.path.name, error)
                with suppress(OSError):
                    self._settled.add(_stamped(copy.path))

    def _candidates(self) -> Iterator[Stamped]:
        return (stamp for stamp in copies_beside(self._main) if stamp not in self._settled)

    def _read(self, stamp: Stamped, ids: set[str], fragments: Fragments) -> Copy | None:
        path = stamp[0]
        try:
            data, page = read_page_file(path, (), fragments)
        except (OSError, StoreError) as error:
            log.info("%s is not absorbed: %s", path.name, error)
            return None
        if page.is_newer or not ids & {page.id, page.source.id}:
            self._settled.add(stamp)
            return None
        return Copy(path, page, data)


def copies_beside(main: Path) -> Iterator[Stamped]:
    """Yield what is named like a copy of the file at `main` and lies beside it, as it is now."""
    with suppress(OSError):
        for name in os.listdir(main.parent):  # noqa: PTH208 (names alone: there may be thousands)
            path = main.with_name(name)
            if _is_named_so(name, main):
                with suppress(OSError):  # it went away since: the others are there all the same
                    if not path.is_symlink():
                        yield _stamped(path)


def _is_named_so(name: str, main: Path) -> bool:
    between = name[len(main.stem) : len(name) - len(main.suffix)]
    return name.startswith(main.stem) and name.endswith(main.suffix) and bool(_BETWEEN.fullmatch(between))


def _stamped(path: Path) -> Stamped:
    """Return a file as it is now; OSError when there is none."""
    status = path.lstat()
    return path, status.st_mtime_ns, status.st_size if stat.S_ISREG(status.st_mode) else -1


def _move(path: Path, to: Path) -> None:
    """Move a file, to another disk if need be, so that it is on one of them at any time; OSError if it can't be."""
    copy_durably(path, to)
    path.unlink()
    sync_folder(path.parent)
