"""One of the two files of a store: reading it, and setting it aside when it can't be understood."""

from __future__ import annotations

import errno
import filecmp
import hashlib
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain, count
from typing import TYPE_CHECKING

from desktop.annotations.durable import copy_durably
from desktop.annotations.jsonform import SIZE_LIMIT, Page, StoreError, parse_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Reason(StrEnum):
    """What there is to tell about a store's file.

    VANISHED: it is gone, and its mirror stands in. BEHIND: its mirror holds a later save. DIVERGED: it and its mirror
    were written apart, and were merged. DAMAGED: it can't be understood; a copy is at `Notice.aside`. ITEMS_KEPT:
    some items aren't understood; they are carried along. These make the store read-only: NOT_SET_ASIDE (damaged, and
    the copy failed), UNREADABLE (the system doesn't let us read it), NEWER (it is for a newer version).
    """

    VANISHED = "vanished"
    BEHIND = "behind"
    DIVERGED = "diverged"
    DAMAGED = "damaged"
    NOT_SET_ASIDE = "not set aside"
    UNREADABLE = "unreadable"
    NEWER = "newer"
    ITEMS_KEPT = "items kept"


_FORBIDS_WRITING = frozenset({Reason.NOT_SET_ASIDE, Reason.UNREADABLE, Reason.NEWER})


@dataclass(frozen=True, slots=True)
class Notice:
    """What went wrong with the file at `path`; `aside` is the copy that was set aside, `detail` a sentence or ""."""

    reason: Reason
    path: Path
    detail: str = ""
    aside: Path | None = None

    @property
    def forbids_writing(self) -> bool:
        """Tell whether writing the file now would lose something."""
        return self.reason in _FORBIDS_WRITING


@dataclass(frozen=True, slots=True)
class Copy:
    """A store's file as it was found: its `page` and the `digest` of its bytes, None and b"" when there is none."""

    page: Page | None = None
    digest: bytes = b""
    notices: tuple[Notice, ...] = ()


def read_copy(path: Path, known: Mapping[bytes, Page]) -> Copy:
    """Return the file at `path`; a damaged one is set aside first. What goes wrong is in the notices, not raised.

    `known` holds pages by the digest of their file, which needn't be parsed again.
    """
    try:
        data = _read(path)
        digest = hashlib.sha256(data).digest()
        page = known[digest] if digest in known else parse_page(data)
    except FileNotFoundError:
        return Copy()
    except OSError as error:
        return Copy(notices=(Notice(Reason.UNREADABLE, path, str(error)),))
    except StoreError as error:
        return Copy(notices=(_damaged(path, str(error)),))
    return Copy(page, digest, _notices_on(page, path))


def set_aside(path: Path) -> Path:
    """Copy the file at `path` to `<name>.damaged-<time>.json` beside it and return that path; OSError if it can't.

    A file that was already set aside isn't copied again.
    """
    stem = path.name.removesuffix(".json")
    for earlier in path.parent.iterdir():
        if earlier.name.startswith(f"{stem}.damaged-") and _is_same(earlier, path):
            return earlier
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for ending in chain([""], (f"-{number}" for number in count(2))):
        aside = path.with_name(f"{stem}.damaged-{stamp}{ending}.json")
        with suppress(FileExistsError):
            copy_durably(path, aside)
            return aside
    raise AssertionError("count() never ends")


def _read(path: Path) -> bytes:
    """Return the bytes of the file at `path`; StoreError when there are too many, OSError when it isn't a file."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):  # opening a pipe would wait for its writer for ever
        raise OSError(errno.EINVAL, "not a file", str(path))
    if found.st_size > SIZE_LIMIT:
        raise StoreError("The file is larger than any file of notes.")
    return path.read_bytes()


def _damaged(path: Path, detail: str) -> Notice:
    try:
        return Notice(Reason.DAMAGED, path, detail, set_aside(path))
    except OSError as error:
        return Notice(Reason.NOT_SET_ASIDE, path, f"{detail} {error}")


def _is_same(one: Path, other: Path) -> bool:
    filecmp.clear_cache()  # it trusts size and time, and one wrong yes would cost the only copy
    with suppress(OSError):
        return filecmp.cmp(one, other, shallow=False)
    return False


def _notices_on(page: Page, path: Path) -> tuple[Notice, ...]:
    newer = (Notice(Reason.NEWER, path, "The file is for a newer version of this program."),) if page.is_newer else ()
    kept = f"{len(page.kept)} of its notes can't be shown by this version."
    return newer + ((Notice(Reason.ITEMS_KEPT, path, kept),) if page.kept else ())
