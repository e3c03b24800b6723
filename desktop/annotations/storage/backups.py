"""Earlier states of one document's annotations: many of the last hours, fewer of the last weeks, some of each year.

One is made when the last is a minute old. Of those that are too many, one goes only after the one that stands for the
same hour, day or week was read and found good: a bad backup never takes the place of a good one.
"""

from __future__ import annotations

import gzip
import logging
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.annotations.form.page import SIZE_LIMIT, Page, StoreError, parse_page
from desktop.annotations.storage.durable import make_folder, sweep, write_durably
from desktop.files import open_regular

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ALWAYS_KEPT = 10
"""The newest that stay however young they are."""

_BETWEEN = timedelta(minutes=1)
_BYTES_A_MINUTE = 1 << 20
_NAME = re.compile(r"(\d{8}T\d{12}Z)-(\d+)\.json\.gz")
_STAMP = "%Y%m%dT%H%M%S%fZ"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup made at `moment` of the page with that `revision`, in the file at `path`."""

    moment: datetime
    revision: int
    path: Path


class Backups:
    """The backups in `folder`, which holds those of one document."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._good: set[Path] = set()

    def all(self) -> list[Backup]:
        """Return the backups, whether good or bad, the newest first; none where the folder can't be read.

        The newest is that of the highest revision: a clock may have been wrong, and a save counts on.
        """
        with suppress(OSError):
            return sorted(filter(None, map(_named, self.folder.iterdir())), key=_by_revision, reverse=True)
        return []

    def pages(self, before: int | None = None) -> Iterator[tuple[Backup, Page]]:
        """Yield the good ones with their pages, the newest first; `before` is a revision that all must be below."""
        for backup in self.all():
            if before is None or backup.revision < before:
                page = read_backup(backup.path)
                if page is not None:
                    yield backup, page

    def is_due(self, size: int, now: datetime) -> bool:
        """Tell whether a page of `size` bytes should be kept: after a minute, and one more for each MiB."""
        newest = next(iter(self.all()), None)
        return newest is None or abs(now - newest.moment) >= _BETWEEN * (1 + size // _BYTES_A_MINUTE)

    def keep(self, data: bytes, revision: int, now: datetime) -> None:
        """Keep `data`, a page as it is on the disk, and let go of those that are too many.

        What goes wrong is logged: the page itself is safe in two files, and the next save is another chance.
        """
        path = self.folder / f"{now.astimezone(UTC).strftime(_STAMP)}-{revision}.json.gz"
        try:
            make_folder(self.folder)
            sweep(self.folder)
            write_durably(path, gzip.compress(data, 1, mtime=0))
            self.thin(now)
        except OSError as error:
            log.info("no backup was made: %s", error)

    def thin(self, now: datetime) -> None:
        """Let go of the backups that are too many; one that can't be removed stays."""
        stand_for: dict[str, Path] = {}
        for backup in self.all()[ALWAYS_KEPT:]:
            slot = _slot(backup.moment, now)
            if slot in stand_for and self._is_good(stand_for[slot]):
                try:
                    backup.path.unlink(missing_ok=True)
                except OSError as error:
                    log.info("a backup could not be removed: %s", error)
            else:
                stand_for[slot] = backup.path

    def _is_good(self, path: Path) -> bool:
        """Tell whether a backup can be read; once found good, it is taken to stay so for as long as we run."""
        if path not in self._good and read_backup(path) is not None:
            self._good.add(path)
        return path in self._good


def read_backup(path: Path) -> Page | None:
    """Return the page in the backup at `path`; None when it can't be read, is damaged, or for a newer version."""
    try:
        with open_regular(path) as file, gzip.open(file) as stream:
            page = parse_page(stream.read(SIZE_LIMIT + 1))
    except (OSError, EOFError, zlib.error, StoreError) as error:
        log.info("a backup can't be used: %s: %s", path.name, error)
        return None
    return None if page.is_newer else page


def _by_revision(backup: Backup) -> tuple[int, datetime]:
    return backup.revision, backup.moment


def _named(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    with suppress(ValueError):
        return Backup(datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC), int(found[2]), path)
    return None


def _slot(moment: datetime, now: datetime) -> str:
    """Return what one backup is enough for: its hour within a day, its day within a month, its week before that."""
    age = now - moment
    if age < timedelta(days=1):
        return moment.strftime("hour %Y%m%d%H")
    return moment.strftime("day %Y%m%d") if age < timedelta(days=30) else moment.strftime("week %G%V")
