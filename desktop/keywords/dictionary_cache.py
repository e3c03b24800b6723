"""The private cache of the prefix dictionary: plain words and counts that can at worst be wrong, never run.

The file is one header line (what it was made from), the SHA-256 of the rest, and slices of entries: how many they
are, how many bytes their words take, the words joined by newlines in UTF-8, the counts as little-endian 32-bit.
Whoever plants such a file gets a rebuild or odd segmentation; with jieba's own `marshal` cache it could be a crash.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
from typing import TYPE_CHECKING

from desktop.keywords import jieba_library
from desktop.keywords.prefix_dictionary import PrefixDictionary, build_dictionary, let_go, slices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FORMAT = 1
_FILE_NAME = "dictionary.cache"
_SLICE_HEADER = struct.Struct("<II")
_DIGEST_BYTES = hashlib.sha256().digest_size
# jieba's dictionary takes 7 MB; a file beyond this is not ours and is not worth the memory.
_MAX_BYTES = 64 * 2**20


def load_dictionary(cache_folder: Path | None) -> PrefixDictionary:
    """Return jieba's dictionary, from the cache in `cache_folder` if it holds a sound one, else built and cached.

    A cache that is missing, stale, damaged, or can't be written is passed over in silence; None means no cache.
    Raises OSError or ValueError if jieba's own dictionary can't be read.
    """
    source = jieba_library.dictionary_path()
    if cache_folder is None:
        return build_dictionary(source)
    header = _header(source)
    path = cache_folder / "jieba" / _FILE_NAME
    return _read(path, header) or _build_and_write(source, path, header)


def _header(source: Path) -> bytes:
    python = ".".join(map(str, sys.version_info[:3]))
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    return f"prefix dictionary {_FORMAT}, jieba {jieba_library.version()}, python {python}, {digest}\n".encode()


def _read(path: Path, header: bytes) -> PrefixDictionary | None:
    """Return the dictionary in `path`, or None unless every byte is as it was written under `header`."""
    try:
        if not _is_private(path.parent) or not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return None
        with path.open("rb") as file:
            if file.read(len(header)) != header:
                return None
            digest, body = file.read(_DIGEST_BYTES), file.read()
        return _decode(body) if hashlib.sha256(body).digest() == digest else None
    except (OSError, ValueError, struct.error):
        return None


def _decode(body: bytes) -> PrefixDictionary:
    """Return what `_encode` put into `body`; ValueError or struct.error if it is something else."""
    frequencies: dict[str, int] = {}
    total = offset = 0
    while offset < len(body):
        count, size = _SLICE_HEADER.unpack_from(body, offset)
        offset += _SLICE_HEADER.size
        words = body[offset : offset + size].decode("utf-8").split("\n")
        counts = struct.unpack_from(f"<{count}I", body, offset + size)
        frequencies.update(zip(words, counts, strict=True))
        total += sum(counts)
        offset += size + 4 * count
        let_go()
    if not total:
        raise ValueError("a dictionary without words")
    return PrefixDictionary(frequencies, total)


def _encode(dictionary: PrefixDictionary) -> Iterator[bytes]:
    for words in slices(dictionary.frequencies):
        joined = "\n".join(words).encode("utf-8")
        counts = [dictionary.frequencies[word] for word in words]
        yield _SLICE_HEADER.pack(len(words), len(joined)) + joined + struct.pack(f"<{len(words)}I", *counts)


def _build_and_write(source: Path, path: Path, header: bytes) -> PrefixDictionary:
    dictionary = build_dictionary(source)
    try:
        _write(path, header, b"".join(_encode(dictionary)))
    except OSError:
        return dictionary  # a full or read-only disk costs the next start half a second, nothing else
    return dictionary


def _write(path: Path, header: bytes, body: bytes) -> None:
    """Replace `path` in one step; two writers at once write the same bytes, and the digest tells a torn file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_private(path.parent):
        return
    partial = path.with_suffix(".partial")
    partial.write_bytes(header + hashlib.sha256(body).digest() + body)
    partial.replace(path)


def _is_private(folder: Path) -> bool:
    """Tell whether only this user may write in `folder`; Windows keeps a profile's folders private itself."""
    if os.name == "nt":
        return folder.is_dir()
    status = folder.lstat()
    return folder.is_dir() and status.st_uid == os.getuid() and status.st_mode & 0o022 == 0
