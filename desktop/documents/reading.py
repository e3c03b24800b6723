"""Files to threads; the only module of this room that touches the disk, save for the dictionary of page furniture."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from desktop.documents.encoding import DecodingError, decode
from desktop.documents.error import DocumentError, Reason
from desktop.documents.lines import is_blank, line_count
from desktop.documents.thread import parse_document

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.documents.document import Document

LARGEST_FILE = 64 << 20
"""The bytes that a file may have."""
MOST_LINES = 1_000_000
"""The lines that a file may have: they cost far more memory than their characters do."""

# Neither waiting for the other end of a pipe nor, on Windows, translating line ends. 0 where a system lacks a flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_REASONS: tuple[tuple[type[OSError], Reason], ...] = (
    (FileNotFoundError, Reason.MISSING),
    (NotADirectoryError, Reason.MISSING),
    (IsADirectoryError, Reason.DIRECTORY),
    (PermissionError, Reason.FORBIDDEN),
)


def open_document(path: Path, encoding: str | None = None) -> Document:
    """Return the thread in the file at `path`, decoded by `encoding` (see `decode`) or by what is found out.

    Raises `DocumentError`, and nothing else, for any path and any bytes; only regular files are opened, so that
    neither a pipe nor a device can make it wait.
    """
    data = _contents(path)
    try:
        text, codec = decode(data, encoding)
    except DecodingError as error:
        raise DocumentError(error.reason, path) from error
    if is_blank(text):
        raise DocumentError(Reason.EMPTY, path)
    if line_count(text) > MOST_LINES:
        raise DocumentError(Reason.TOO_LARGE, path)
    return parse_document(text, path, codec)


def _contents(path: Path) -> bytes:
    try:
        _check(path, path.stat())
        with open(path, "rb", opener=lambda name, _: os.open(name, _FLAGS)) as file:
            # Once more, of what was really opened: another file may have taken the name meanwhile.
            _check(path, os.fstat(file.fileno()))
            # Files in /proc say that they have no bytes; a pseudo-file without any at the moment reads as None.
            data = file.read(LARGEST_FILE + 1) or b""
    except OSError as error:
        raise DocumentError(_reason(error), path) from error
    except ValueError as error:  # a NUL or a lone surrogate, which no file has in its name
        raise DocumentError(Reason.MISSING, path) from error
    if len(data) > LARGEST_FILE:
        raise DocumentError(Reason.TOO_LARGE, path)
    return data


def _check(path: Path, status: os.stat_result) -> None:
    """Raise `DocumentError` unless `status` is a regular file's of a readable size."""
    if stat.S_ISDIR(status.st_mode):
        raise DocumentError(Reason.DIRECTORY, path)
    if not stat.S_ISREG(status.st_mode):
        raise DocumentError(Reason.UNREADABLE, path)
    if status.st_size > LARGEST_FILE:
        raise DocumentError(Reason.TOO_LARGE, path)


def _reason(error: OSError) -> Reason:
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), Reason.UNREADABLE)
