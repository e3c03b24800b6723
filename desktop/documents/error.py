"""Why a file could not be opened, as a value and as one sentence."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class FileReason(StrEnum):
    """What stood in the way; the window says it in the reader's own language by this value."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    ENCRYPTED = "encrypted"
    COPY_PROTECTED = "copy-protected"
    NO_THREAD = "no-thread"
    SEVERAL = "several"
    NOT_A_THREAD = "not-a-thread"
    OFFICE = "office"
    PDF = "pdf"
    DATABASE = "database"
    PICTURE = "picture"


_SENTENCES = {
    FileReason.MISSING: "There is no file “{name}”.",
    FileReason.FORBIDDEN: "You have no permission to read “{name}”.",
    FileReason.UNREADABLE: "“{name}” could not be read.",
    FileReason.EMPTY: "“{name}” holds no text.",
    FileReason.BINARY: "“{name}” is not a text file.",
    FileReason.UNDECODABLE: "“{name}” is not written in the encoding that was tried, or it is damaged.",
    FileReason.TOO_LARGE: (
        "“{name}” is too large for a thread: it has more than 64 MiB, or more than a million lines."
    ),
    FileReason.TOO_MANY: "“{name}” holds more than 10,000 files.",
    FileReason.ENCRYPTED: "“{name}” is protected by a password.",
    FileReason.COPY_PROTECTED: "“{name}” is protected against copying (DRM).",
    FileReason.NO_THREAD: "“{name}” holds no file that can be opened as a thread.",
    FileReason.SEVERAL: "“{name}” holds several threads, of which one is to be chosen.",
    FileReason.NOT_A_THREAD: "“{name}” is JSON in which no thread was found, or it is cut short.",
    FileReason.OFFICE: "“{name}” was made by an office program; save it there as plain text or as a web page.",
    FileReason.PDF: "“{name}” is a PDF; save its text, or the page that it was made of.",
    FileReason.DATABASE: "“{name}” is a database of another program; export the thread from there as text.",
    FileReason.PICTURE: "“{name}” is a picture; a thread is a text.",
}


class DocumentError(Exception):
    """A file that can't be opened as a thread: `reason`, the `path` asked for, and a sentence as its string."""

    def __init__(self, reason: FileReason, path: Path) -> None:
        super().__init__(_SENTENCES[reason].format(name=readable_name(path.name or str(path))))
        self.reason = reason
        self.path = path


class FoundThread(NamedTuple):
    """A thread that can be opened."""

    path: Path
    """What `open_document` opens it by."""
    title: str
    """Its question."""
    answers: int
    """How many answers it has."""
    comments: int
    """How many comments there are on them."""


class SeveralThreadsError(DocumentError):
    """A folder or zip that holds several `threads`, of which one is to be chosen."""

    def __init__(self, path: Path, threads: tuple[FoundThread, ...]) -> None:
        super().__init__(FileReason.SEVERAL, path)
        self.threads = threads


def readable_name(name: str) -> str:
    """Return the file name `name` with U+FFFD for what can't be shown or written as UTF-8.

    Those are control characters and lone surrogates, which stand for the undecodable bytes of a name (PEP 383).
    """
    return "".join("\ufffd" if unicodedata.category(char) in {"Cc", "Cs"} else char for char in name)
