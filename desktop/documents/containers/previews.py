"""What the first lines of a file read as in each encoding, for a reader who is to choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.encoding import ENCODINGS, DecodingError, decode
from desktop.files import open_regular

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SAMPLE_BYTES = 1 << 14
_LINES, _LONGEST = 6, 200
"""How many lines are told, and how many characters of each."""


def first_lines(path: Path) -> Mapping[str, str]:
    """Return the first lines of words of the file at `path`, by each of `ENCODINGS` in which its beginning is a text.

    Lines of ASCII alone read alike everywhere and are passed over where there are others. Nothing for a file that
    can't be read.
    """
    try:
        with open_regular(path) as file:
            data = file.read(_SAMPLE_BYTES)
    except (OSError, ValueError):
        return {}
    found = ((encoding, _read(data, encoding)) for encoding in ENCODINGS)
    return {encoding: words for encoding, words in found if words}


def _read(data: bytes, encoding: str) -> str:
    """Return the first lines of `data` in `encoding`; "" where it is no text in that, even with a few stray bytes."""
    from desktop.documents.containers.repairing import repaired

    try:
        text = decode(data, encoding)[0]
    except DecodingError:
        mended = repaired(data, encoding)
        text = mended.text if mended is not None else ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if not line.isascii()] or lines
    return "\n".join(line[:_LONGEST] for line in telling[:_LINES])
