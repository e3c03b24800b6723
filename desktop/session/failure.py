"""Why a file could not be written or read, as a value: the window has the words for it."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.annotations import StoreError

if TYPE_CHECKING:
    from pathlib import Path


class Obstacle(StrEnum):
    """What stood in the way.

    UNWRITABLE, UNREADABLE: the system gives no right to. FULL: no room on the disk. QUOTA: the reader's share of it
    is used up. GONE: the file to read, or the folder to write in, isn't there. TOO_LARGE: the file system takes no
    file of that size. DEVICE: the disk failed. BUSY: another program is at it. PROTECTED: writing would lose what is
    there and can't be read, or the notes have no form in JSON. SYSTEM: what else a system says. DEFECT: an error
    of ours.
    """

    UNWRITABLE = "unwritable"
    UNREADABLE = "unreadable"
    FULL = "full"
    QUOTA = "quota"
    GONE = "gone"
    NO_FOLDER = "no folder"
    TOO_LARGE = "too large"
    DEVICE = "device"
    BUSY = "busy"
    PROTECTED = "protected"
    SYSTEM = "system"
    DEFECT = "defect"


@dataclass(frozen=True, slots=True)
class Failure:
    """An `obstacle`, the names of the `file` and of the `folder` it is in, and what the system says (`detail`)."""

    obstacle: Obstacle
    file: str = ""
    folder: str = ""
    detail: str = ""


_BY_NUMBER = {
    errno.EACCES: Obstacle.UNWRITABLE,
    errno.EPERM: Obstacle.UNWRITABLE,
    errno.EROFS: Obstacle.UNWRITABLE,
    errno.ENOSPC: Obstacle.FULL,
    errno.EFBIG: Obstacle.TOO_LARGE,
    errno.ENOENT: Obstacle.NO_FOLDER,
    errno.ENOTDIR: Obstacle.NO_FOLDER,
    errno.ENODEV: Obstacle.NO_FOLDER,
    errno.ENXIO: Obstacle.NO_FOLDER,
    errno.EIO: Obstacle.DEVICE,
    errno.EAGAIN: Obstacle.BUSY,
    errno.EBUSY: Obstacle.BUSY,
}
if hasattr(errno, "EDQUOT"):  # Windows' Python may lack it
    _BY_NUMBER[errno.EDQUOT] = Obstacle.QUOTA

_OF_READING = {Obstacle.UNWRITABLE: Obstacle.UNREADABLE, Obstacle.NO_FOLDER: Obstacle.GONE}
# Windows reports a file that another program holds as a lack of rights: ERROR_SHARING_VIOLATION,
# ERROR_LOCK_VIOLATION.
_HELD_ON_WINDOWS = frozenset({32, 33})


def failure(error: object, path: Path, *, reading: bool = False) -> Failure:
    """Return why the file at `path` could not be written (or read); never a temporary file's name is in it."""
    if isinstance(error, StoreError):
        return Failure(Obstacle.PROTECTED, path.name, path.parent.name)
    if not isinstance(error, OSError):
        return Failure(Obstacle.DEFECT, path.name, path.parent.name)
    obstacle = _BY_NUMBER.get(error.errno or 0, Obstacle.SYSTEM)
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        obstacle = Obstacle.BUSY
    if reading:
        obstacle = _OF_READING.get(obstacle, obstacle)
    detail = (error.strerror or str(error)) if obstacle is Obstacle.SYSTEM else ""
    return Failure(obstacle, path.name, path.parent.name, detail)
