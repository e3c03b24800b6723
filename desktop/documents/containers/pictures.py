"""The pictures that a file holds: in `data:` addresses, as parts of itself, or beside it in its folder or zip."""

from __future__ import annotations

import binascii
import re
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from desktop.documents.picture_kinds import kind_of_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LARGEST_PICTURE = 8 << 20
"""The bytes that one picture may have."""
LARGEST_TOGETHER = 32 << 20
"""The bytes that all pictures of a thread may have together."""

_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp)((?:;[^,;]{0,80})*),", re.IGNORECASE)
_NAME_DIGITS = 20


class HeldPictures:
    """Collects pictures as blocks ask for them; only PNG, JPEG, GIF and WebP, within the bounds above.

    `held` returns what the file holds under an address in it, None where it holds nothing.
    """

    def __init__(
        self, held: Callable[[str], bytes | None] | None = None, pictures: dict[str, bytes] | None = None
    ) -> None:
        self._held = held
        self._pictures: dict[str, bytes] = {} if pictures is None else pictures
        self._addresses: Mapping[str, str] = {}

    def seen_from(self, held: Callable[[str], bytes | None]) -> HeldPictures:
        """Return the same pictures for another page of the file, in which other addresses stand for what it holds."""
        return HeldPictures(held, self._pictures)

    def call(self, addresses: Mapping[str, str]) -> None:
        """Take each name in `addresses` for the address that it stands for in this page."""
        self._addresses = addresses

    @property
    def pictures(self) -> Mapping[str, bytes]:
        """The pictures that were asked for, by their names."""
        return MappingProxyType(self._pictures)

    def name_of(self, address: str) -> str:
        """Return the name of the picture at `address` in the page; "" where the file doesn't hold it."""
        address = self._addresses.get(address, address)
        data = _inline(address) if address[:5].lower() == "data:" else self._found(address)
        if data is None or not kind_of_picture(data):
            return ""
        name = sha256(data).hexdigest()[:_NAME_DIGITS]
        if name not in self._pictures:
            room = LARGEST_TOGETHER - sum(map(len, self._pictures.values()))
            if len(data) > min(LARGEST_PICTURE, room):
                return ""
            self._pictures[name] = data
        return name

    def _found(self, address: str) -> bytes | None:
        """Return what the file holds under `address`, in which a browser may have written characters as %XX."""
        if self._held is None or not address:
            return None
        found = self._held(address)
        return found if found is not None or "%" not in address else self._held(unquote(address))


def _inline(address: str) -> bytes | None:
    """Return the bytes in a `data:` address (RFC 2397) of a picture; None for any other, and for one too large."""
    head = _DATA.match(address)
    if head is None or len(address) > 2 * LARGEST_PICTURE:
        return None
    coded = unquote_to_bytes(address[head.end() :])
    if not head[1].lower().endswith(";base64"):
        return coded
    try:
        return binascii.a2b_base64(coded)
    except binascii.Error:
        return None
