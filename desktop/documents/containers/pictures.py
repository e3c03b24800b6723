"""The pictures that a file holds in itself, as `data:` addresses, or that lie beside it in its folder or zip."""

from __future__ import annotations

import base64
import binascii
import re
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LARGEST_PICTURE = 8 << 20
"""The bytes that one picture may have."""
LARGEST_TOGETHER = 32 << 20
"""The bytes that all pictures of a thread may have."""

_NAME_DIGITS = 20
_DATA = re.compile(r"data:image/[a-z.+-]+;base64,(?P<data>[A-Za-z0-9+/=\s]+)$", re.IGNORECASE)


class HeldPictures:
    """Takes in pictures as they come up in a file, and gives each the name that blocks call it by.

    `held` returns what lies beside the file under an address that is no web address, None where there is nothing.
    """

    def __init__(self, held: Callable[[str], bytes | None] | None = None) -> None:
        self._held = held
        self._pictures: dict[str, bytes] = {}
        self._room = LARGEST_TOGETHER

    @property
    def pictures(self) -> Mapping[str, bytes]:
        """What was taken in, by name."""
        return MappingProxyType(self._pictures)

    def name_of(self, address: str) -> str:
        """Return the name of the picture at `address`: `data:image/png;base64,...`, or a file beside this one.

        "" for one that is elsewhere, that is larger than `LARGEST_PICTURE` or no longer fits into `LARGEST_TOGETHER`,
        or that isn't a PNG, JPEG, GIF or WebP by its first bytes.
        """
        if address[:5].lower() == "data:":
            data = _inline(address)
        else:
            data = self._held(address) if self._held and address and "://" not in address else None
        if data is None or not _is_picture(data):
            return ""
        name = sha256(data).hexdigest()[:_NAME_DIGITS]
        if name not in self._pictures:
            if len(data) > min(LARGEST_PICTURE, self._room):
                return ""
            self._room -= len(data)
            self._pictures[name] = data
        return name


def _inline(address: str) -> bytes | None:
    found = _DATA.match(address) if len(address) <= LARGEST_PICTURE * 3 // 2 else None
    try:
        return None if found is None else base64.b64decode(found["data"])
    except (binascii.Error, ValueError):
        return None


def _is_picture(data: bytes) -> bool:
    webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    return webp or data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"))
