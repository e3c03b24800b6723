"""The kinds of pictures that are shown and saved, each told by its first bytes."""

from __future__ import annotations

from typing import NamedTuple


class PictureKind(NamedTuple):
    """A kind of picture: its media type, and the ending of its files."""

    media_type: str
    ending: str


_PNG, _JPEG = PictureKind("image/png", ".png"), PictureKind("image/jpeg", ".jpg")
_GIF, _WEBP = PictureKind("image/gif", ".gif"), PictureKind("image/webp", ".webp")
_BEGINNINGS = ((b"\x89PNG\r\n\x1a\n", _PNG), (b"\xff\xd8\xff", _JPEG), (b"GIF87a", _GIF), (b"GIF89a", _GIF))


def kind_of_picture(data: bytes) -> PictureKind | None:
    """Return what kind of picture begins as `data` does, None for no picture."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _WEBP
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)
