"""Why a file could not be opened, as a value and as one sentence."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Reason(StrEnum):
    """What stood in the way; the window says it in the reader's own language by this value."""

    MISSING = "missing"
    DIRECTORY = "directory"
    FORBIDDEN = "forbidden"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"


_SENTENCES = {
    Reason.MISSING: "There is no file “{name}”.",
    Reason.DIRECTORY: "“{name}” is a folder; a thread is a text file.",
    Reason.FORBIDDEN: "You have no permission to read “{name}”.",
    Reason.UNREADABLE: "“{name}” could not be read.",
    Reason.EMPTY: "“{name}” holds no text.",
    Reason.BINARY: "“{name}” is not a text file.",
    Reason.UNDECODABLE: "“{name}” is not written in the encoding that was tried, or it is damaged.",
    Reason.TOO_LARGE: "“{name}” is too large for a thread: it has more than 64 MiB, or more than a million lines.",
}


class DocumentError(Exception):
    """A file that can't be opened as a thread: `reason`, the `path` asked for, and a sentence as its string."""

    def __init__(self, reason: Reason, path: Path) -> None:
        super().__init__(_SENTENCES[reason].format(name=readable_name(path.name or str(path))))
        self.reason = reason
        self.path = path


def readable_name(name: str) -> str:
    """Return the file name `name` with U+FFFD for what can't be shown or written as UTF-8.

    Those are control characters and lone surrogates, which stand for the undecodable bytes of a name (PEP 383).
    """
    return "".join("\ufffd" if unicodedata.category(char) in {"Cc", "Cs"} else char for char in name)
