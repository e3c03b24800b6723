"""Threads from the clipboard: what was copied in a browser becomes a file of its own in the data folder."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QFile

from desktop.annotations import StoreError, write_durably
from desktop.annotations.storage.durable import sweep
from desktop.documents import LARGEST_FILE, Document, DocumentError, document_of
from desktop.paths import name_for_file
from desktop.session.failure import failure
from desktop.session.state import NoticeKind

if TYPE_CHECKING:
    from desktop.session.files.memory import MemoryFile
    from desktop.session.files.opening import Opening
    from desktop.session.store import Store

_LONGEST_NAME = 40
_COMPARED_BYTES = 256 << 10
"""Of longer ones it isn't tried which of the two forms reads better."""

log = logging.getLogger(__name__)


class PastedThread(NamedTuple):
    """A thread that was pasted once."""

    path: Path
    name: str
    """What it is called: its question, or what the reader called it."""
    time: datetime
    """When it was pasted."""


class Pasting:
    """Keeps threads from the clipboard as files in `folder`, and has them opened."""

    def __init__(self, store: Store, opening: Opening, memory_file: MemoryFile, folder: Path) -> None:
        self._store = store
        self._opening = opening
        self._memory_file = memory_file
        self._folder = folder
        sweep(folder)

    def paste(self, html: str, words: str) -> None:
        """Keep a thread that was copied, as a page and as plain words ("" where it has no such form), and open it.

        The form in which more authors are found is kept. Without any words, say so; the same again is opened again.
        """
        words = words.replace("\0", "")
        found = self._better(html, words)
        if found is None:
            self._store.notify("paste-empty", NoticeKind.NEWS)
            return
        data, ending, title = found
        path = self._same(data) or self._free(_name_of(title or words), ending)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not path.exists():
                write_durably(path, data)
        except (OSError, StoreError) as error:
            log.info("what was pasted could not be kept: %s", error)
            self._store.notify("paste-failed", NoticeKind.PROBLEM, reason=failure(error, path))
            return
        self._opening.open(path)

    @property
    def threads(self) -> tuple[PastedThread, ...]:
        """The threads that were pasted, the latest first."""
        found = (PastedThread(path, path.stem, _time_of(path)) for path in self._files())
        return tuple(sorted(found, key=lambda one: one.time, reverse=True))

    def rename(self, path: Path, name: str) -> Path:
        """Call a pasted thread `name`, or like that where the name is taken; return where it lies then.

        Its notes come with it, since its text is the same. What can't be renamed stays as it was, with a sentence.
        """
        cleaned = _name_of(name)
        if cleaned in {path.stem, "…"}:
            return path
        target = self._free(cleaned, path.suffix)
        try:
            path.rename(target)
        except OSError as error:
            reason = failure(error, path, reading=not path.exists())
            self._store.notify("paste-not-renamed", NoticeKind.PROBLEM, name=path.stem, reason=reason)
            return path
        self._memory_file.rename_file(path, target)
        document = self._store.state.document
        if document is not None and document.path == path:
            self._opening.open(target)
        return target

    def discard(self, path: Path) -> None:
        """Put a pasted thread into the desktop's bin, or where there is none, into a folder "bin" beside it."""
        if not QFile.moveToTrash(str(path)):
            try:
                (self._folder / "bin").mkdir(exist_ok=True)
                path.rename(_free_in(self._folder / "bin", path.stem, path.suffix))
            except OSError as error:
                reason = failure(error, path, reading=not path.exists())
                self._store.notify("paste-not-discarded", NoticeKind.PROBLEM, name=path.stem, reason=reason)
                return
        self._memory_file.forget_file(path)
        self._store.notify("paste-discarded", NoticeKind.NEWS, name=path.stem)

    def _better(self, html: str, words: str) -> tuple[bytes, str, str] | None:
        """Return the form in which more authors are found: bytes, the ending of its file, and the thread's question.

        None where neither can be read, or has more bytes than a file may have.
        """
        forms = ((html.encode("utf-8", "replace"), ".html"), (words.encode("utf-8", "replace"), ".txt"))
        given = [(data, ending) for data, ending in forms if data.strip() and len(data) <= LARGEST_FILE]
        if any(len(data) > _COMPARED_BYTES for data, _ in given):
            return (*given[0], "")
        read = [(data, ending, document) for data, ending in given if (document := _read(data)) is not None]
        if not read:
            return None
        data, ending, document = max(read, key=lambda form: _authors(form[2]))
        return data, ending, document.title if document.title_span is not None else ""

    def _same(self, data: bytes) -> Path | None:
        """Return the file that holds just this already."""
        with suppress(OSError):
            alike = (path for path in self._files() if path.stat().st_size == len(data))
            return next((path for path in alike if path.read_bytes() == data), None)
        return None

    def _files(self) -> list[Path]:
        try:
            return [path for path in self._folder.iterdir() if path.suffix in {".html", ".txt"} and path.is_file()]
        except OSError:
            return []

    def _free(self, name: str, ending: str) -> Path:
        return _free_in(self._folder, name, ending)


def _free_in(folder: Path, name: str, ending: str) -> Path:
    names = (name if number == 1 else f"{name} ({number})" for number in count(1))
    return next(path for each in names if not (path := folder / f"{each}{ending}").exists())


def _name_of(words: str) -> str:
    """Return what a thread is called as a file: its first words, without what no file may have in its name."""
    first = next((line for line in words.split("\n") if line.strip()), "")
    return name_for_file(first, _LONGEST_NAME) or "…"


def _authors(document: Document) -> int:
    """Return how many answers have authors that are named."""
    return sum(answer.author_span is not None for answer in document.answers)


def _read(data: bytes) -> Document | None:
    try:
        return document_of(data, Path("pasted"))
    except DocumentError:
        return None


def _time_of(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return datetime.fromtimestamp(0).astimezone()
