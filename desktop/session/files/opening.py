"""Opening threads while the window goes on answering: what takes long is read on a worker, and can be cancelled."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.documents import Document, DocumentError, SeveralThreadsError, place_of
from desktop.session.files.shelf import read_thread
from desktop.session.files.stamps import is_quick, stamp_of
from desktop.session.state import Notice, NoticeKind
from desktop.session.work.tasks import Tasks
from desktop.session.work.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from desktop.documents.layouts.table import LaidOut
    from desktop.session.files.memory import MemoryFile
    from desktop.session.files.shelf import Shelf
    from desktop.session.files.stamps import Stamp
    from desktop.session.store import Store

OPENING = "opening"
"""The code of the notice that a thread is being read."""

_PATIENCE_MS = 500
"""How long nothing is said."""

log = logging.getLogger(__name__)


class Opening(QObject):
    """Opens threads through `shelf`, as the reader asks for them by the window.

    One at a time: whoever opens another thread, or cancels, waits for the first no longer. `executor` is for tests
    that want work at once.
    """

    opened = Signal()
    """Emitted when the thread that was asked for is on the page."""

    several = Signal(object)
    """Emitted with the `FoundThread`s of a folder or zip, of which the reader is to choose one."""

    def __init__(self, store: Store, shelf: Shelf, memory_file: MemoryFile, executor: Executor | None = None) -> None:
        super().__init__(store)
        self._store = store
        self._shelf = shelf
        self._memory_file = memory_file
        self._executor = executor
        self._work: tuple[Worker, Tasks] | None = None
        self._slow: Path | None = None
        self._telling = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._telling.timeout.connect(self._tell)

    def open(self, path: Path) -> None:
        """Open the thread at `path` where the reader left it; of a folder or zip with several, ask which.

        What can't be read leaves all as it was, with a sentence.
        """
        path = Path(path).absolute()
        self.cancel()
        if is_quick(path):
            if self._shelf.open(path):
                self.opened.emit()
            return
        self._read(path, self._shelf.take)

    def reload(self) -> None:
        """Read the open file again, as `Shelf.reload` does."""
        document = self._store.state.document
        if document is None:
            return
        self.cancel()
        if is_quick(document.path):
            self._shelf.reload()
        else:
            self._read(document.path, self._shelf.take_again, document)

    def reopen(self, encoding: str) -> bool:
        """Read `Shelf.decodable` in the encoding that the reader names; False where that can't be, or nothing is."""
        path, again = self._shelf.decodable, self._shelf.reading_again
        if again is not None:
            again(encoding)
            return True
        self.cancel()
        if path is None:
            return False
        if is_quick(path):
            return self._shelf.open(path, encoding)
        self._read(path, partial(self._shelf.take, encoding=encoding), encoding=encoding)
        return True

    def resume(self) -> bool:
        """Open what was open last; False when there was nothing or it is gone."""
        last = self._memory_file.memory.last
        if last is None or not last.is_absolute() or not _exists(place_of(last)[0]):
            return False
        if is_quick(last):
            return self._shelf.open(last)
        self.open(last)
        return True

    def cancel(self) -> None:
        """Wait no longer for the thread that is being read, if one is."""
        self._telling.stop()
        self._slow = None
        if self._work is not None:
            self._work[1].cancel("open")
        if (notice := self._store.state.notice) is not None and notice.code == OPENING:
            self._store.dismiss_notice()

    def stop(self) -> None:
        """Open nothing from now on."""
        self._telling.stop()
        if self._work is not None:
            worker, tasks = self._work
            tasks.close()
            worker.close()

    def _read(
        self,
        path: Path,
        take: Callable[[Document, Stamp | None], None],
        before: Document | None = None,
        encoding: str | None = None,
    ) -> None:
        """Have the thread at `path` read on the worker, and then taken; `before` is what was read from there.

        `encoding` is one that the reader chooses now.
        """
        worker, tasks = self._workers()
        memory, prepare = self._memory_file.memory, self._shelf.preparation()

        def read() -> tuple[Document, Stamp | None, LaidOut | None] | DocumentError:
            stamp = stamp_of(place_of(path)[0])
            laid: list[LaidOut] = []
            try:
                document = read_thread(path, memory, encoding, before, worker.pause, laid.append)
            except DocumentError as error:
                return error
            if prepare is not None:
                prepare(document, worker.pause)
            return document, stamp, laid[-1] if laid else None

        def done(found: tuple[Document, Stamp | None, LaidOut | None] | DocumentError) -> None:
            self.cancel()
            if isinstance(found, DocumentError):
                self._refuse(found, path)
            else:
                document, stamp, laid = found
                self._shelf.expect(laid)
                take(document, stamp)
                self.opened.emit()

        self._slow = path
        self._telling.start()
        tasks.start("open", read, done)

    def _refuse(self, error: DocumentError, path: Path) -> None:
        if isinstance(error, SeveralThreadsError):
            self.several.emit(error.threads)
        else:
            self._shelf.refuse(error, path)

    def _tell(self) -> None:
        if self._slow is not None:
            details = {"name": self._slow.name}
            self._store.replace(notice=Notice("opening", NoticeKind.QUESTION, details, ("file.cancel",)))

    def _workers(self) -> tuple[Worker, Tasks]:
        """Return the thread that reads, of its own: neither saving nor a flip waits for a slow disk."""
        if self._work is None:
            worker = Worker(self._executor)
            tasks = Tasks(self, worker)
            tasks.failed.connect(self._on_failed)
            self._work = worker, tasks
        return self._work

    def _on_failed(self, slot: str, error: object) -> None:
        log.error("%s failed", slot, exc_info=error if isinstance(error, Exception) else None)
        self.cancel()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
