"""One writer at a time: a lock on a file that every process of this machine agrees on.

The operating system lets go of it when its process ends, however it ends. It says nothing to other machines: what
they write meets in a merge.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

PATIENCE = 10.0
"""Seconds to wait for another writer; a save of ten thousand notes takes a tenth of one."""

_PAUSE = 0.005


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Generator[None]:
    """Hold the lock on the file at `path`, which is made if it is missing and never removed.

    Raises OSError when the file can't be opened, or when another writer holds it for `patience` seconds and more.
    """
    handle = _opened(path)
    try:
        _acquire(handle, path, time.monotonic() + patience)
        yield
    finally:
        os.close(handle)  # which lets go of the lock


def _opened(path: Path) -> int:
    """Return an open file; one on a disk that became read-only or full can still be locked if it is there."""
    flags = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o600)
    except OSError:
        if not path.is_file():
            raise
        return os.open(path, os.O_RDONLY | flags)


def _acquire(handle: int, path: Path, until: float) -> None:
    while not _try(handle):
        if time.monotonic() >= until:
            raise OSError(errno.EAGAIN, "another window is still saving the same notes", str(path))
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        """Lock the first byte of the file, which needn't exist; tell whether it was free."""
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EDEADLK}:
                return False
            raise
        return True

else:
    import fcntl

    def _try(handle: int) -> bool:
        """Lock the file; tell whether it was free. A lock of `flock` belongs to the open file, not to the process."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
