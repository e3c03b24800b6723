"""Opening regular files alone: nothing else that a name may stand for can make the app wait, or read without end.

To open a named pipe is to wait for its other end, to open a device may set it going, and either may have no end.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

# Neither waiting for the other end of a pipe nor, on Windows, translating line ends. 0 where a system lacks a flag.
WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
_FLAGS = os.O_RDONLY | WITHOUT_WAITING | getattr(os, "O_BINARY", 0)

LARGEST_TABLE = 1_000_000
"""Bytes of a file of a reader's own words: a larger one is no table any more, and would hold up the window."""


def open_regular(path: Path) -> BinaryIO:
    """Open the regular file at `path`, or where its symbolic links lead, for reading bytes.

    Raises OSError: IsADirectoryError for a folder, EINVAL for a pipe, a socket or a device; ValueError for what no
    file can be called.
    """
    check_regular(path.stat(), path)
    file = open(path, "rb", opener=lambda name, _: os.open(name, _FLAGS))  # noqa: SIM115 (the caller's to close)
    try:
        check_regular(os.fstat(file.fileno()), path)  # of what was really opened: another may have taken the name
    except OSError:
        file.close()
        raise
    return file


def read_regular(path: Path, most: int) -> bytes:
    """Return the bytes of the regular file at `path`.

    Raises OSError: EFBIG, without having read it, where it has more bytes than `most`, else as `open_regular` does.
    """
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        # Files in /proc say that they have no bytes; one without any at the moment reads as None; a file may grow.
        data = (file.read(most + 1) or b"") if size <= most else b""
    if max(size, len(data)) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def is_file(path: Path) -> bool:
    """Tell whether a file is at `path`; where the system won't say, there is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_start(path: Path, most: int) -> bytes:
    """Return the first bytes, so many at `most`, of the regular file at `path`; raises as `open_regular` does."""
    with open_regular(path) as file:
        return file.read(most) or b""


def check_regular(status: os.stat_result, path: Path) -> None:
    """Raise OSError, about `path`, unless `status` is that of a regular file."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a file", str(path))
