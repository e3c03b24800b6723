"""What the file of a document's annotations is called."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.documents import Document

_DIGITS = 16
_STEM_LENGTH = 40
"""In code points: at four bytes each, with all that is added, still below the 255 bytes of most file systems."""

_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def store_path(folder: Path, document: Document) -> Path:
    """Return the path in `folder` of the annotations on `document`, whether or not the file exists.

    The first 16 digits of the text's digest find the file, so that a renamed document finds its notes; the name in
    front of them is for people. Raises OSError when `folder` exists and can't be listed.
    """
    ending = f".{document.sha256[:_DIGITS]}.json"
    own = folder / f"{readable_stem(document.path.stem)}{ending}"
    return min(_ending_in(folder, ending), key=lambda path: (path != own, path.name), default=own)


def readable_stem(stem: str) -> str:
    """Return `stem` cut, and without what a file system forbids or an eye can't see (controls, bidi marks)."""
    visible = ("_" if char in _FORBIDDEN or unicodedata.category(char)[0] == "C" else char for char in stem)
    short = "".join(visible)[:_STEM_LENGTH].strip(" .")
    if not short:
        return "thread"
    return f"_{short}" if short.split(".")[0].lower() in _DEVICES else short


def _ending_in(folder: Path, ending: str) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.name.endswith(ending)]
    except FileNotFoundError:
        return []
