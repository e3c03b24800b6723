"""Writing a file so that it is either whole on the disk or as it was, and saying so only when it is.

The order (temporary file beside it, every byte written and counted, fsync, rename, fsync of the folder) is the one
that lost nothing in power cuts on ext4; without the folder's fsync, the last save was lost in two cuts of three.
An fsync that failed is never tried again on the same file: the kernel may have dropped the pages by then.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from tempfile import mkstemp
from typing import TYPE_CHECKING

from desktop.files import check_regular, open_regular

if TYPE_CHECKING:
    from collections.abc import Iterable

_PREFIX, _SUFFIX = ".baijia-", ".tmp"
_STALE_SECONDS = 3600
_CHUNK = 1024 * 1024
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


def write_durably(path: Path, data: bytes, *, shared: bool = False) -> None:
    """Make `data` the content of the file at `path` (behind its symbolic links), whose folder exists.

    A new file is readable by its owner alone or, if it is to be `shared`, by whoever may read what programs make in
    this folder; an old one keeps its permissions. Raises OSError when any step fails; the old file is then whole and
    no temporary file is left. If only the folder's fsync failed, the new content is in place, but may not survive a
    power cut.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    handle, temporary = _make_temporary(target.parent, shared=shared and mode is None)
    try:
        _fill(handle, [data])
        if mode is not None:
            temporary.chmod(mode)
        _replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _make_temporary(folder: Path, *, shared: bool) -> tuple[int, Path]:
    """Make an empty file in `folder` and open it; return the open file and its path."""
    if not shared:
        handle, name = mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
        return handle, Path(name)
    path = folder / f"{_PREFIX}{token_hex(8)}{_SUFFIX}"
    # The system alone takes the umask and the folder's own rules off these permissions: nobody else can ask for both.
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), path


def _replace(temporary: Path, target: Path) -> None:
    """Rename `temporary` to `target`. On Windows, try again while a scanner or a sync program has either open."""
    for pause in _PAUSES if os.name == "nt" else ():
        with suppress(PermissionError):
            os.replace(temporary, target)  # noqa: PTH105 (one name for the fault tests to break)
            return
        time.sleep(pause)
    os.replace(temporary, target)  # noqa: PTH105 (the same)


def copy_durably(original: Path, copy: Path) -> None:
    """Copy the file `original` to `copy`, which must not exist (FileExistsError). Raises OSError, leaving no copy."""
    with open_regular(original) as stream:
        handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _fill(handle, iter(lambda: stream.read(_CHUNK), b""))
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
    sync_folder(copy.parent)


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it where they are missing, for their owner alone, durably; else OSError."""
    if not folder.is_dir():
        if folder.parent == folder:  # a drive that was taken out
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable; OSError if that fails. File systems that have no such thing are let be."""
    if os.name == "nt":  # Windows opens no folders; its renames are journalled by NTFS
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove the temporary files that a killed writer left in `folder` an hour ago or more; what can't be, stays."""
    with suppress(OSError):
        for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with suppress(OSError):
                if time.time() - path.lstat().st_mtime > _STALE_SECONDS:
                    path.unlink()


def _mode_of(path: Path) -> int | None:
    """Return the permissions of the file at `path`, None for none; OSError for what is no file: it stays."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    check_regular(status, path)
    return stat.S_IMODE(status.st_mode)


def _fill(handle: int, pieces: Iterable[bytes]) -> None:
    """Write `pieces` to the open file `handle`, make them durable, and close it whatever happens."""
    try:
        for piece in pieces:
            _write_all(handle, piece)
        _flush(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    """Write every byte: a write may take fewer than it was given, and a full disk shows that way first."""
    left = memoryview(data)
    while left:
        written = os.write(handle, left)
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        left = left[written:]


def _flush(handle: int) -> None:
    os.fsync(handle)
    if sys.platform == "darwin":
        import fcntl

        # fsync on macOS reaches the drive's cache only.
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
