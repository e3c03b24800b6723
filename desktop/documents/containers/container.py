"""What a container is: a form in which a thread is kept on disk, and how that becomes one text with structure."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.documents.error import DocumentError, FileReason, readable_name
from desktop.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.documents.document import Answer
    from desktop.text import Span

LARGEST_FILE = 64 << 20
"""The bytes that a file may have."""

_REASONS: tuple[tuple[type[OSError], FileReason], ...] = (
    (FileNotFoundError, FileReason.MISSING),
    (NotADirectoryError, FileReason.MISSING),
    (IsADirectoryError, FileReason.DIRECTORY),
    (PermissionError, FileReason.FORBIDDEN),
)


class ThreadFile:
    """The file at `path`, which is read once, when a container first asks what is in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def stem(self) -> str:
        """The file's name without its ending, as it can be shown: what stands in for a title, or for an author."""
        return readable_name(self.path.stem)

    @cached_property
    def data(self) -> bytes:
        """The file's bytes. Raises DocumentError; only regular files are opened, since a pipe could make it wait."""
        try:
            return read_regular(self.path, LARGEST_FILE)
        except OSError as error:
            raise DocumentError(_reason(error), self.path) from error
        except ValueError as error:  # a NUL or a lone surrogate, which no file has in its name
            raise DocumentError(FileReason.MISSING, self.path) from error


@dataclass(frozen=True, slots=True)
class Extract:
    """What a container made of a file: one text in reading order, and the thread that lies on it."""

    text: str
    """The source of the thread: the same for the same file every time, with LF for line ends."""
    encoding: str
    """The name that Python knows the file's encoding by."""
    title: str
    """The question; what stands in for it where the file has none."""
    title_span: Span | None
    """Where the question stands in `text`, None where it doesn't."""
    answers: tuple[Answer, ...]
    """The answers with all that is known of them, as spans of `text`, in its order."""


@dataclass(frozen=True, slots=True)
class Container:
    """One form in which a thread is kept on disk."""

    id: str
    """What `ThreadOrigin.container` calls it."""
    recognises: Callable[[ThreadFile], bool]
    """Tells by what is in a file, never by its name alone, whether it is of this form. May raise DocumentError."""
    read: Callable[[ThreadFile, str | None], Extract]
    """Returns what is in a file of this form, decoded by the encoding that the reader chose, None: by what is found
    out. Raises DocumentError, and nothing else, whatever the bytes."""


def _reason(error: OSError) -> FileReason:
    if error.errno == errno.EFBIG:
        return FileReason.TOO_LARGE
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), FileReason.UNREADABLE)
