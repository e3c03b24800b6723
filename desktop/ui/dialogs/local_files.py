"""Which file a reader has chosen or dropped, though Qt knows no names that are not UTF-8.

Archives from elsewhere unpack to such names (GBK, Big5). Python keeps their bytes as lone surrogates (PEP 383); Qt's
dialogs put U+FFFD in the place of each, and its addresses keep them percent-encoded.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QUrl

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNKNOWN = re.compile("\ufffd+")


def path_of(url: QUrl) -> Path | None:
    """Return the path that `url` is of on this computer; None for an address elsewhere."""
    if not url.isLocalFile():
        return None
    if os.name == "nt":
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def path_named(name: str) -> Path:
    """Return the path that a dialog of Qt's calls `name`: where U+FFFD stands in it, the one that is there."""
    return _found(Path(name))


def _found(path: Path) -> Path:
    """Return the path that exists and reads as `path`; `path` itself where there is none, or several."""
    if "\ufffd" not in str(path) or path.exists():
        return path
    parent = _found(path.parent)
    alike = [name for name in _names_in(parent) if _read_as(os.fsencode(name)) == _UNKNOWN.sub("\ufffd", path.name)]
    return parent / (alike[0] if len(alike) == 1 else path.name)


def _names_in(folder: Path) -> Iterator[str]:
    with suppress(OSError):
        yield from os.listdir(folder)  # noqa: PTH208 (names alone: there may be thousands)


def _read_as(name: bytes) -> str:
    """Return `name` as Qt reads it, however many U+FFFD that makes of a stretch that is no UTF-8."""
    return _UNKNOWN.sub("\ufffd", name.decode("utf-8", "replace"))
