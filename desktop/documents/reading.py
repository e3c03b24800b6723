"""Files to threads; the only module of this room that reads files, save for the dictionary of page furniture."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from desktop.documents.containers.encoding import DecodingError, decode
from desktop.documents.error import DocumentError, Reason
from desktop.documents.lines import is_blank, line_count
from desktop.documents.thread import parse_document
from desktop.files import read_regular

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.documents.document import Document

LARGEST_FILE = 64 << 20
"""The bytes that a file may have."""
MOST_LINES = 1_000_000
"""The lines that a file may have: they cost far more memory than their characters do."""

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
        return read_regular(path, LARGEST_FILE)
    except OSError as error:
        raise DocumentError(_reason(error), path) from error
    except ValueError as error:  # a NUL or a lone surrogate, which no file has in its name
        raise DocumentError(Reason.MISSING, path) from error


def _reason(error: OSError) -> Reason:
    if error.errno == errno.EFBIG:
        return Reason.TOO_LARGE
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), Reason.UNREADABLE)
