"""Sealed files: what was computed once and is kept ready in a folder that only this user may write to.

A sealed file is one header line (what the body was made from), the SHA-256 of the body, and the body. It is taken
only if every byte is as it was written under the same header; else it is computed again. In a folder that others
can write to nothing is read or written, so whoever can write to the shared temporary folder gains nothing.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from desktop.files import read_regular

if TYPE_CHECKING:
    from pathlib import Path

_DIGEST_BYTES = hashlib.sha256().digest_size
# The largest that we seal takes 7 MB; a file beyond this is not ours and is not worth the memory.
_MAX_BYTES = 64 * 2**20


def read_sealed(path: Path, header: bytes) -> bytes | None:
    """Return the body that was sealed in `path` under `header` (a line with its end); None if it is not sound."""
    try:
        if not _is_private(path.parent):
            return None
        sealed = read_regular(path, _MAX_BYTES)
    except OSError:
        return None
    if not sealed.startswith(header):
        return None
    begin = len(header) + _DIGEST_BYTES
    digest, body = sealed[len(header) : begin], sealed[begin:]
    return body if hashlib.sha256(body).digest() == digest else None


def write_sealed(path: Path, header: bytes, body: bytes) -> None:
    """Replace `path` in one step, making its folder if need be; where that can't be done, nothing is kept.

    Two writers at once write the same bytes, and the digest tells a torn file. A full or read-only disk only costs
    the next start the time to compute the body again.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_private(path.parent):
            partial = path.with_suffix(".partial")
            partial.unlink(missing_ok=True)  # whatever a killed writer, or anybody, left there: it may be a pipe
            with partial.open("xb") as file:
                file.write(header + hashlib.sha256(body).digest() + body)
            partial.replace(path)
    except OSError:
        return


def _is_private(folder: Path) -> bool:
    """Tell whether only this user may write in `folder`; Windows keeps a profile's folders private itself."""
    if os.name == "nt":
        return folder.is_dir()
    status = folder.lstat()
    return folder.is_dir() and status.st_uid == os.getuid() and status.st_mode & 0o022 == 0
