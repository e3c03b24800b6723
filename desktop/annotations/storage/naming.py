"""What the file of a document's annotations is called."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.documents import Document

_DIGITS = 32


def store_path(folder: Path, document: Document) -> Path:
    """Return the path in `folder` of the annotations on `document`, whether or not the file exists.

    The text's digest alone names it: a document that was renamed, or lies in two places under two names, has one set
    of notes, whichever of them is open, and while a save of it is still waiting. The file says inside what it is of.
    """
    return folder / f"{document.sha256[:_DIGITS]}.json"


def named_by_place(document: Document) -> str:
    """Return another name for the file of the annotations on `document`: of this text in this place alone."""
    text_and_place = f"{document.sha256} {document.path}".encode("utf-8", "surrogatepass")
    return f"{sha256(text_and_place).hexdigest()[:_DIGITS]}.json"
