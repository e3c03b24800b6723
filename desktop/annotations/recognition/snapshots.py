"""The texts that annotations were made on, kept so that a later text can be compared with them.

Each is a gzip file named by the digest of the text, so it can be checked when it is read, and never changes. A
damaged or missing one costs no note: anchors find their words without it, only less surely.
"""

from __future__ import annotations

import gzip
import re
import time
import zlib
from contextlib import suppress
from hashlib import sha256 as sha256_of
from typing import TYPE_CHECKING

from desktop.annotations.storage.durable import make_folder, sweep, write_durably
from desktop.files import open_regular

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

LARGEST_TEXT = 128 << 20
"""The bytes of UTF-8 that are unpacked at most: a file of 64 MiB in two-byte characters has three for each here."""

_NAME = re.compile(r"([0-9a-f]{64})\.txt\.gz")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Snapshots:
    """The texts kept in `folder`, by the digest that `Document.sha256` is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, text: str, sha256: str) -> None:
        """Keep `text`, whose digest is `sha256`, unless it is kept already; OSError when it can't be written."""
        path = self._path(sha256)
        if path is not None and not path.exists():
            make_folder(self.folder)
            # No time in it: the same text gives the same bytes on every machine.
            write_durably(path, gzip.compress(text.encode("utf-8", "surrogatepass"), 6, mtime=0))

    def holds(self, sha256: str) -> bool:
        """Tell whether a file for the text with this digest is there; only `text` tells whether it is whole."""
        path = self._path(sha256)
        return path is not None and path.is_file()

    def text(self, sha256: str) -> str | None:
        """Return the text with the digest `sha256`; None when it isn't kept, or is damaged, or isn't that text."""
        path = self._path(sha256)
        if path is None:
            return None
        try:
            with open_regular(path) as file, gzip.open(file) as stream:
                data = stream.read(LARGEST_TEXT + 1)
        except (OSError, EOFError, zlib.error):
            return None
        if sha256_of(data).hexdigest() != sha256:
            return None
        return data.decode("utf-8", "surrogatepass")

    def texts(self, digests: Iterable[str]) -> dict[str, str]:
        """Return those texts with one of `digests` that are kept whole, by digest."""
        found = ((digest, self.text(digest)) for digest in digests)
        return {digest: text for digest, text in found if text is not None}

    def discard(self, needed: Collection[str], older_than: float) -> int:
        """Remove the texts whose digest isn't `needed` and that were kept over `older_than` seconds ago.

        Returns how many went; one that can't be removed stays.
        """
        gone, limit = 0, time.time() - older_than
        sweep(self.folder)
        for path in self.folder.glob("*.txt.gz"):
            named = _NAME.fullmatch(path.name)
            if named is not None and named[1] not in needed:
                with suppress(OSError):
                    if path.stat().st_mtime < limit:
                        path.unlink()
                        gone += 1
        return gone

    def _path(self, sha256: str) -> Path | None:
        """Return the file of a digest; None for what is none, as a damaged file of notes may have a path there."""
        return self.folder / f"{sha256}.txt.gz" if _DIGEST.fullmatch(sha256) else None
