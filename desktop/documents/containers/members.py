"""What a folder or a zip holds: its files one after another, in the order that a reader expects.

Nothing outside is read: symbolic links are not followed, and a name in a zip is never a place on the disk. What is
read is bounded, and a file that can't be read is passed over.
"""

from __future__ import annotations

import errno
import os
import posixpath
import re
import stat
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.documents.containers.encoding import DecodingError, decode
from desktop.documents.containers.natural_order import natural_key
from desktop.documents.error import DocumentError, FileReason
from desktop.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

LARGEST_MEMBER = 64 << 20
"""The bytes that one file may have."""
MOST_BYTES = 256 << 20
"""The bytes that are read in all: a zip of a few kilobytes can hold any number."""
MOST_MEMBERS = 10_000
"""The files that there may be, pictures and the like included; who drops a whole disk is told so."""
_DEEPEST = 8

# What never is a thread, told by name alone so that it needn't be read.
_NO_THREADS = re.compile(
    r".*\.(png|jpe?g|gif|webp|bmp|ico|svg|avif|heic|mp[34]|m4a|mov|avi|webm|wav|ogg|css|m?js|map|woff2?|ttf|otf|exe|dll"
    r"|so|pyc?|pack|idx)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_OURS = ("__MACOSX", "node_modules")
_NOTES = ".baijia.json"
_PAGES = (".html", ".htm")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
CAN_FAIL = (OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error)
"""What reading a zip can raise: damage, a password, a method that is not known, a size that lies."""


class Members(Protocol):
    """The files in a folder or zip."""

    @property
    def names(self) -> Sequence[str]:
        """Their names, with "/" between folders, in natural order; only those that may be threads."""
        ...

    def read(self, name: str) -> bytes | None:
        """Return the bytes of one of all the files, None where it can't be read or isn't there.

        Raises DocumentError when too much was read.
        """
        ...

    def is_too_large(self, name: str) -> bool:
        """Tell whether a file has more bytes than one may have."""
        ...


class _Allowance:
    """How many bytes may still be read of what is at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = MOST_BYTES

    def take(self, data: bytes) -> bytes:
        """Return `data`, which was read. Raises DocumentError where that was too much."""
        self._left -= len(data)
        if self._left <= 0:
            raise DocumentError(FileReason.TOO_LARGE, self._path)
        return data


class _Folder:
    """The files below a folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._allowance = _Allowance(path)
        self.names = _sorted(_walked(path))

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file below the folder."""
        path = self._path / name
        try:
            if not _is_within(name) or any(part.is_symlink() for part in (path, *_between(path, self._path))):
                return None
            return self._allowance.take(read_regular(path, LARGEST_MEMBER))
        except (OSError, ValueError):
            return None

    def is_too_large(self, name: str) -> bool:
        """Tell whether a file below the folder has more bytes than one may have."""
        try:
            return (self._path / name).lstat().st_size > LARGEST_MEMBER
        except (OSError, ValueError):
            return False


class Archive:
    """The files in an open zip; `path` is where it lies."""

    def __init__(self, opened: zipfile.ZipFile, path: Path) -> None:
        self._opened = opened
        self._allowance = _Allowance(path)
        found = [info for info in opened.infolist() if not info.is_dir()]
        if len(found) > MOST_MEMBERS:
            raise DocumentError(FileReason.TOO_MANY, path)
        if found and all(info.flag_bits & _ENCRYPTED for info in found):
            raise DocumentError(FileReason.ENCRYPTED, path)
        self._infos = dict(zip(_names(found), found, strict=True))
        self.names = _sorted(self._infos)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file in the zip."""
        info = self._infos.get(name)
        if info is None or info.flag_bits & _ENCRYPTED or info.file_size > LARGEST_MEMBER:
            return None
        try:
            with self._opened.open(info) as file:
                data = file.read(LARGEST_MEMBER + 1)
        except CAN_FAIL:
            return None
        self._allowance.take(data)
        return data if len(data) <= LARGEST_MEMBER else None

    def is_too_large(self, name: str) -> bool:
        """Tell whether a file in the zip says that it has more bytes than one may have."""
        info = self._infos.get(name)
        return info is not None and info.file_size > LARGEST_MEMBER


@contextmanager
def opened(path: Path) -> Generator[Members]:
    """Give what the folder or zip at `path` holds. Raises DocumentError: it is neither, or it can't be read."""
    if path.is_dir():
        yield _Folder(path)
        return
    try:
        archive = zipfile.ZipFile(path)
    except CAN_FAIL as error:
        raise DocumentError(FileReason.UNREADABLE, path) from error
    with archive:
        yield Archive(archive, path)


def resolved(name: str, reference: str) -> str:
    """Return the name of what the file `name` calls `reference`, a path that may begin with "../"."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), reference))


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    found = [name for name in names if _may_be_thread(name)]
    return tuple(sorted((name for name in found if not _belongs_to_a_page(name, found)), key=natural_key))


def _may_be_thread(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any((part.startswith(".") and part.strip(".")) or part in _NOT_OURS for part in path.parts)
    return not hidden and _NO_THREADS.fullmatch(path.name) is None and not name.endswith(_NOTES)


def _belongs_to_a_page(name: str, names: Sequence[str]) -> bool:
    """Tell whether a browser put a file there along with a page: page.html has its parts in page_files/."""
    folders = [str(parent) for parent in PurePosixPath(name).parents if parent.name.endswith("_files")]
    return any(f"{folder.removesuffix('_files')}{ending}" in names for folder in folders for ending in _PAGES)


def _walked(root: Path) -> Iterator[str]:
    """Yield the files below a folder, by their names from there. Raises DocumentError for too many, or for none."""
    count = 0
    for folder, folders, files in os.walk(root, onerror=lambda error: _refuse(error, root)):
        here = Path(folder).relative_to(root)
        folders[:] = [name for name in folders if _may_be_thread(name)] if len(here.parts) < _DEEPEST else []
        count += len(files)
        if count > MOST_MEMBERS:
            raise DocumentError(FileReason.TOO_MANY, root)
        yield from ((here / name).as_posix() for name in files if not _is_special(Path(folder) / name))


def _refuse(error: OSError, root: Path) -> None:
    """Raise DocumentError where the folder itself can't be read; one within it is passed over."""
    if error.filename is not None and Path(error.filename) == root:
        forbidden = error.errno in {errno.EACCES, errno.EPERM}
        raise DocumentError(FileReason.FORBIDDEN if forbidden else FileReason.UNREADABLE, root) from error


def _is_special(path: Path) -> bool:
    """Tell whether a name stands for anything but a regular file: a symbolic link, a pipe."""
    try:
        return not stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return True


def _is_within(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return ".." not in parts and not PurePosixPath(name).is_absolute()


def _between(path: Path, root: Path) -> Iterator[Path]:
    """Yield the folders from `path` up to `root`, neither included."""
    yield from (parent for parent in path.parents if root in parent.parents)


class _NameBytes(NamedTuple):
    """The name of a file in a zip as bytes, and whether they are said to be UTF-8."""

    data: bytes
    is_utf8: bool


def _names(infos: Sequence[zipfile.ZipInfo]) -> list[str]:
    """Return the names of files in a zip: what isn't said to be UTF-8 is decoded by the evidence of all of them.

    Programs for Windows write names in the code page of the system (GBK, Big5), which the form says is 437.
    """
    raw = [
        _NameBytes(info.filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437", "replace"), False)
        for info in infos
    ]
    raw = [one._replace(is_utf8=bool(info.flag_bits & _UTF8_NAME)) for one, info in zip(raw, infos, strict=True)]
    codec = _codec(b"\n".join(one.data for one in raw if not one.is_utf8))
    return [one.data.decode("utf-8" if one.is_utf8 else codec, "replace") for one in raw]


def _codec(names: bytes) -> str:
    try:
        return decode(names)[1] if names else "utf-8"
    except DecodingError:
        return "cp437"
