"""One of the files of a store: reading it, and setting it aside when it can't be understood."""

from __future__ import annotations

import errno
import filecmp
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from typing import TYPE_CHECKING

from desktop.annotations.form.page import SIZE_LIMIT, Page, StoreError, parse_page
from desktop.annotations.storage.durable import copy_durably, sync_folder
from desktop.annotations.storage.notices import StoreNotice, StoreReason
from desktop.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.annotations.form.lines import Fragments


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of a store as it was found: its `page` and its `data`, None and b"" when there is none of use."""

    path: Path
    page: Page | None = None
    data: bytes = b""
    notices: tuple[StoreNotice, ...] = ()


class TooLargeError(StoreError):
    """A file is larger than any that would be read."""


def read_copy(path: Path, known: Iterable[tuple[bytes, Page]], fragments: Fragments, *, aside: bool = True) -> Copy:
    """Return the file at `path`; a damaged one is set aside first. What goes wrong is in the notices, not raised.

    Nothing is set aside by who only looks (not `aside`). `known` are pages and the bytes that they came from, which
    needn't be parsed again; `fragments` as in `parse_page`.
    """
    try:
        data, page = read_page_file(path, known, fragments)
    except FileNotFoundError:
        return Copy(path)
    except OSError as error:
        return Copy(path, notices=(StoreNotice(StoreReason.UNREADABLE, path, str(error)),))
    except StoreError as error:
        return Copy(path, notices=(_damaged(path, error, aside=aside),))
    return Copy(path, page, data, _notices_on(page, path))


def read_page_file(path: Path, known: Iterable[tuple[bytes, Page]], fragments: Fragments) -> tuple[bytes, Page]:
    """Return the bytes and the page of the file at `path`; OSError when it can't be read, StoreError if it's none."""
    data = _read(path)
    for known_data, page in known:
        if known_data == data:
            return known_data, page
    return data, parse_page(data, fragments)


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
            _copy(path, aside)
            return aside
    raise AssertionError("count() never ends")


def _copy(path: Path, aside: Path) -> None:
    """Give the file at `path` the second name `aside` if it is huge, as no more writes go to it; else copy it."""
    if path.stat().st_size > SIZE_LIMIT:
        with suppress(OSError):
            os.link(path.resolve(), aside)
            sync_folder(aside.parent)
            return
    copy_durably(path, aside)


def _read(path: Path) -> bytes:
    """Return the bytes of the file at `path`; TooLargeError when there are too many, OSError when it isn't a file."""
    try:
        return read_regular(path, SIZE_LIMIT)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise TooLargeError("The file is larger than any file of notes.") from error
        raise


def _damaged(path: Path, error: StoreError, *, aside: bool) -> StoreNotice:
    reason = StoreReason.TOO_LARGE if isinstance(error, TooLargeError) else StoreReason.DAMAGED
    if not aside:
        return StoreNotice(reason, path, str(error))
    try:
        return StoreNotice(reason, path, str(error), set_aside(path))
    except OSError as trouble:
        return StoreNotice(StoreReason.NOT_SET_ASIDE, path, f"{error} {trouble}")


def _is_same(one: Path, other: Path) -> bool:
    filecmp.clear_cache()  # it trusts size and time, and one wrong yes would cost the only copy
    with suppress(OSError):
        return one.samefile(other) or filecmp.cmp(one, other, shallow=False)
    return False


def _notices_on(page: Page, path: Path) -> tuple[StoreNotice, ...]:
    newer = StoreNotice(StoreReason.NEWER, path, "The file is for a newer version of this program.")
    kept = f"{len(page.kept)} of its notes can't be shown by this version."
    known = StoreNotice(StoreReason.ITEMS_KEPT, path, kept)
    return (*((newer,) if page.is_newer else ()), *((known,) if page.kept else ()))
