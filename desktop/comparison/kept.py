"""The threads that were read, kept so that a newer save can be compared with them, and answers that went be read.

Each version of a thread is one file, which says all by itself: a line of JSON about it, lines with its structure, and
its text, compressed. It was read last when the file was touched last. Nothing here is ever needed: what is
damaged or gone is as if it had not been kept, and the oldest go by themselves.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import re
import zlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256 as sha256_of
from typing import TYPE_CHECKING, Any, cast

from desktop.annotations.recognition.resemblance import Sketch
from desktop.annotations.storage.durable import make_folder, sweep, write_durably
from desktop.comparison.outline import document_of_outline, outline_of
from desktop.comparison.said import title_key
from desktop.comparison.sampling import clauses_in, hashes_of_clauses, sketch_of_hashes
from desktop.documents import FactKind, fact_of, named_anew
from desktop.files import open_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.documents import Document, ThreadOrigin

LARGEST_TEXT = 4_000_000
"""The code points of a thread that is kept: forty novels, or eight thousand answers."""

MOST_KEPT = 200
"""So many versions are kept, and those that the newest of them were compared with."""

MOST_BYTES = 256 << 20
"""And so many bytes of them at most."""

_FORMAT = 1
_LONGEST_LINE = 16 << 20
_MOST_PATHS = 8
_MOST_GONE = 200
_NAME = re.compile(r"([0-9a-f]{64})\.thread\.gz")
_DIGEST = re.compile(r"[0-9a-f]{64}")

# Shares of clauses of the version that was kept: the tests of this module have the cases they were chosen by.
_SAME_QUESTION, _ANY_QUESTION = 0.1, 0.5

_FEW = 12
"""Fewer clauses than these may be said in two threads."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptThread:
    """What a file says about the version of a thread that it keeps."""

    sha256: str
    question: str = ""
    """What the question is compared by, "" where the thread has none of its own."""
    address: str = ""
    """Where the thread stands on the web."""
    shape: int = 0
    """A checksum of whose answers there are and where they stand: a reader may have said so by hand since."""
    paths: tuple[str, ...] = ()
    """Where it was opened from, the last place last."""
    sketch: Sketch = Sketch()  # noqa: RUF009 (a value that never changes)
    base: str = ""
    """The digest of the version that had been read before this one; "" for none."""
    since: datetime | None = None
    """When that one was read last."""
    gone: tuple[tuple[str, int], ...] = ()
    """The answers that had gone by this version: the digest of one that still has it, and where it begins there."""
    read: datetime = field(default_factory=lambda: datetime.now(UTC), compare=False)
    """When this version was read last."""


def kept_thread(document: Document, hashes: frozenset[int]) -> KeptThread:
    """Return what is said of `document` when it is kept; its answers have these `hashes`. Raises DictionaryError."""
    return KeptThread(
        document.sha256,
        title_key(document.title) if document.title_span is not None else "",
        fact_of(document.facts, FactKind.ADDRESS),
        _shape(document),
        (str(document.path),),
        sketch_of_hashes(hashes),
    )


def hashes_of_answers(document: Document, pause: Callable[[], None]) -> frozenset[int]:
    """Return the hashes of the clauses in `document` but for its question, which any other thread may ask as well.

    `pause` is as for `clauses_in`. Raises DictionaryError.
    """
    start = document.title_span.end if document.title_span is not None else 0
    return hashes_of_clauses(clauses_in(document.text[start:], pause))


class KeptThreads:
    """The versions of threads kept in `folder`. For a worker: each call may wait for the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    # -- reading ----------------------------------------------------------------------------------------------

    def about(self, sha256: str) -> KeptThread | None:
        """Return what is kept about the version with this digest; None where it isn't kept, or is damaged."""
        path = self._path(sha256)
        try:
            return None if path is None else _about(path, sha256)
        except _UNUSABLE as error:
            _ignore(path, error)
            return None

    def document(self, sha256: str, like: Document) -> Document | None:
        """Return the version with this digest, as one of the thread `like`; None where it can't be had whole.

        Its authors are those that the reader has named in this one, not those that it was kept with.
        """
        path = self._path(sha256)
        try:
            return None if path is None else named_anew(_document(path, sha256, like.origin), like.naming)
        except _UNUSABLE as error:
            _ignore(path, error)
            return None

    def read_before(self, document: Document, hashes: frozenset[int]) -> KeptThread | None:
        """Return the version of the thread that was read last before `document`, another one; None for none.

        It lay in the same place, asks the same question, or stands in the same place on the web, and shares words
        with it; or it shares most of them. `hashes` are those of its answers. Raises DictionaryError.
        """
        for path, _ in self._newest_first():
            one = self.about(path.name.partition(".")[0])
            if one is not None and one.sha256 != document.sha256 and _is_same_thread(one, document, hashes):
                return one
        return None

    # -- keeping ----------------------------------------------------------------------------------------------

    def keep(self, document: Document, about: KeptThread) -> None:
        """Keep `document`, and what is said `about` it, in the place of what was said before. Raises OSError."""
        path = self._path(document.sha256)
        if path is None or len(document.text) > LARGEST_TEXT:
            return
        make_folder(self.folder)
        lines = (json.dumps(one) for one in (_to_json(about), *outline_of(document)))
        data = "\n".join((*lines, document.text)).encode("utf-8", "surrogatepass")
        write_durably(path, gzip.compress(data, 6, mtime=0))

    def touch(self, sha256: str, moment: datetime | None = None) -> None:
        """Have the version with this digest have been read last at a `moment`, None for now.

        Nothing happens where it isn't kept.
        """
        path, seconds = self._path(sha256), moment and moment.timestamp()
        try:
            if path is not None:
                os.utime(path, None if seconds is None else (seconds, seconds))
        except OSError:
            return

    def tidy(self, most: int = MOST_KEPT, most_bytes: int = MOST_BYTES) -> int:
        """Remove the versions read longest ago beyond so many, or so many bytes, and return how many went.

        What one that stays was compared with stays as well.
        """
        found = self._newest_first()
        if len(found) <= most and sum(length for _, length in found) <= most_bytes:
            return 0
        sweep(self.folder)
        needed = self._needed([path for path, _ in found[:most]])
        gone, size = 0, 0
        for path, length in found:
            size += length
            if size > most_bytes or path.name.partition(".")[0] not in needed:
                path.unlink(missing_ok=True)
                gone += 1
        return gone

    def _needed(self, paths: Iterable[Path]) -> set[str]:
        needed: set[str] = set()
        for path in paths:
            one = self.about(path.name.partition(".")[0])
            if one is not None:
                needed |= {one.sha256, one.base, *(sha256 for sha256, _ in one.gone)}
        return needed

    def _newest_first(self) -> list[tuple[Path, int]]:
        """Return the files with their sizes, the one read last first."""
        found: list[tuple[int, Path, int]] = []
        for path in self.folder.glob("*.thread.gz"):
            if _NAME.fullmatch(path.name):
                try:
                    status = path.stat()
                except OSError:
                    continue
                found.append((status.st_mtime_ns, path, status.st_size))
        return [(path, size) for _, path, size in sorted(found, reverse=True)]

    def _path(self, sha256: str) -> Path | None:
        """Return the file of a digest; None for what is none, as a damaged file may name anything."""
        return self.folder / f"{sha256}.thread.gz" if _DIGEST.fullmatch(sha256) else None


def renewed(about: KeptThread, before: KeptThread) -> KeptThread:
    """Return what is said `about` a version now, which was said `before`: it was opened from other places, too."""
    paths = (*(path for path in before.paths if path not in about.paths), *about.paths)
    return replace(before, paths=paths[-_MOST_PATHS:], shape=about.shape)


def _shape(document: Document) -> int:
    shape = "\n".join(f"{answer.span.start} {answer.span.end} {answer.author}" for answer in document.answers)
    return zlib.crc32(shape.encode("utf-8", "surrogatepass"))


def _is_same_thread(kept: KeptThread, document: Document, hashes: frozenset[int]) -> bool:
    question = title_key(document.title) if document.title_span is not None else ""
    address = fact_of(document.facts, FactKind.ADDRESS)
    told = question == kept.question != "" or address == kept.address != "" or str(document.path) in kept.paths
    if not told and len(kept.sketch.hashes) < _FEW:
        return False
    return kept.sketch.kept_in(hashes) >= (_SAME_QUESTION if told else _ANY_QUESTION)


# -- on the disk ----------------------------------------------------------------------------------------------

_UNUSABLE = (OSError, EOFError, zlib.error, ValueError, TypeError, LookupError, AttributeError, RecursionError)


def _about(path: Path, sha256: str) -> KeptThread:
    with open_regular(path) as file, gzip.open(file) as stream:
        read = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
        about = _from_json(_line(stream))
    if about.sha256 != sha256:
        raise ValueError("about another text")
    return replace(about, read=read)


def _document(path: Path, sha256: str, origin: ThreadOrigin) -> Document:
    with open_regular(path) as file, gzip.open(file) as stream:
        _line(stream)
        whole = _line(stream)
        answers = [_line(stream) for _ in range(min(whole["answers"], LARGEST_TEXT))]
        text = stream.read(4 * LARGEST_TEXT + 1)
    if sha256_of(text).hexdigest() != sha256:
        raise ValueError("not this text")
    return document_of_outline(whole, answers, text.decode("utf-8", "surrogatepass"), sha256, origin)


def _line(stream: gzip.GzipFile) -> dict[str, Any]:
    """Return the object on the next line; ValueError where there is none, or it is longer than any is written."""
    line = stream.readline(_LONGEST_LINE)
    if not line.endswith(b"\n") or not isinstance(found := json.loads(line), dict):
        raise ValueError("cut short, or too long")
    return cast("dict[str, Any]", found)


def _to_json(about: KeptThread) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "sha256": about.sha256,
        "question": about.question,
        "address": about.address,
        "shape": about.shape,
        "paths": about.paths,
        "sketch": about.sketch.hashes,
        "base": about.base,
        "since": about.since and about.since.isoformat(),
        "gone": about.gone[:_MOST_GONE],
    }


def _from_json(about: dict[str, Any]) -> KeptThread:
    if about.get("format") != _FORMAT:
        raise ValueError("of another format")
    since = about["since"]
    return KeptThread(
        str(about["sha256"]),
        str(about["question"]),
        str(about["address"]),
        int(about["shape"]),
        tuple(str(path) for path in about["paths"]),
        Sketch(tuple(int(value) for value in about["sketch"])),
        str(about["base"]),
        datetime.fromisoformat(since) if since is not None else None,
        tuple((str(sha256), int(index)) for sha256, index in about["gone"]),
    )


def _ignore(path: Path | None, error: BaseException) -> None:
    if not isinstance(error, FileNotFoundError):
        log.info("what was kept of a thread can't be used: %s: %s", path and path.name, error)
