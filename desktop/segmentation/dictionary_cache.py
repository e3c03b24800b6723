"""The private cache of the prefix dictionary: plain words and counts that can at worst be wrong, never run.

A sealed file whose body is slices of entries: how many they are, how many bytes their words take, the words joined by
newlines in UTF-8, the counts as little-endian 32-bit. With jieba's own `marshal` cache a planted file could be a
crash.
"""

from __future__ import annotations

import hashlib
import struct
import sys
from typing import TYPE_CHECKING

from desktop.sealed import read_sealed, write_sealed
from desktop.segmentation import jieba_library
from desktop.segmentation.prefix_dictionary import PrefixDictionary, build_dictionary, let_go, slices
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FORMAT = 1
_FILE_NAME = "dictionary.cache"
_SLICE_HEADER = struct.Struct("<II")


def load_dictionary(cache_folder: Path | None, pause: Callable[[], None] = no_pause) -> PrefixDictionary:
    """Return jieba's dictionary, from the cache in `cache_folder` if it holds a sound one, else built and cached.

    `pause` is called about every 20 ms, and may raise. A cache that is missing, stale, damaged, or can't be written
    is passed over in silence; None means no cache. Raises OSError or ValueError if jieba's own dictionary can't be
    read.
    """
    source = jieba_library.dictionary_path()
    if cache_folder is None:
        return build_dictionary(source, pause)
    header = _header(source)
    path = cache_folder / "jieba" / _FILE_NAME
    kept = _read(path, header, pause)
    if kept is not None:
        return kept
    dictionary = build_dictionary(source, pause)
    write_sealed(path, header, b"".join(_encode(dictionary, pause)))
    return dictionary


def _header(source: Path) -> bytes:
    python = ".".join(map(str, sys.version_info[:3]))
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    return f"prefix dictionary {_FORMAT}, jieba {jieba_library.version()}, python {python}, {digest}\n".encode()


def _read(path: Path, header: bytes, pause: Callable[[], None]) -> PrefixDictionary | None:
    """Return the dictionary in `path`, or None unless every byte is as it was written under `header`."""
    body = read_sealed(path, header)
    try:
        return _decode(body, pause) if body is not None else None
    except (ValueError, struct.error):
        return None


def _decode(body: bytes, pause: Callable[[], None]) -> PrefixDictionary:
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
        pause()
        let_go()
    if not total:
        raise ValueError("a dictionary without words")
    return PrefixDictionary(frequencies, total)


def _encode(dictionary: PrefixDictionary, pause: Callable[[], None]) -> Iterator[bytes]:
    for words in slices(dictionary.frequencies, pause):
        joined = "\n".join(words).encode("utf-8")
        counts = [dictionary.frequencies[word] for word in words]
        yield _SLICE_HEADER.pack(len(words), len(joined)) + joined + struct.pack(f"<{len(words)}I", *counts)
