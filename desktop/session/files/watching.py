"""Noticing that the open file was changed by another program.

QFileSystemWatcher alone misses it: after the first atomic replacement it had dropped the file, and on the folder it
doesn't see a write in place (measured on Linux). So both are watched and taken up again each time, and the file is
looked at whenever the app comes to the fore and before notes are saved. Looking is done on a worker: a network drive
may make it wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.documents import DocumentError
from desktop.session.files.stamps import stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.documents import Document
    from desktop.session.files.stamps import Stamp
    from desktop.session.work.tasks import Tasks

_SETTLE_MS = 200
"""How long nothing must have happened before the file is looked at: many programs write in several steps."""


@dataclass(frozen=True, slots=True)
class _Sight:
    """What was seen of the file of a document: its stamp, and the digest of its text if it had to be read."""

    document: Document
    stamp: Stamp
    sha256: str | None


class Watcher(QObject):
    """Watches the file of one document at a time, and the folder `also`, where its notes may lie.

    `reader` gives what reads the file as it was opened, on the worker of `work`.

    A file that is gone, or can't be read, is no change: the text stays open, and the file may come back.
    """

    changed = Signal(str)
    """Emitted with the digest of the file's text when that is another one than was opened or told of before."""

    stirred = Signal()
    """Emitted when something has happened in one of the folders, and nothing has since."""

    def __init__(
        self, reader: Callable[[], Callable[[Path], Document]], also: Path, work: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._also = also
        self._work = work
        # No child of this: `stop` gives back what it holds of the system. If that were left to the garbage collector,
        # perhaps on another thread, Qt couldn't, and would complain without end.
        self._files: QFileSystemWatcher | None = QFileSystemWatcher()
        self._document: Document | None = None
        self._stamp: Stamp | None = None
        self._told = ""
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.look)
        self._settle.timeout.connect(self.stirred)
        self._files.fileChanged.connect(self._on_touched)
        self._files.directoryChanged.connect(self._on_touched)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_application)

    def watch(self, document: Document, stamp: Stamp | None) -> None:
        """Watch the file of `document` from now on, and no other; `stamp` is what it had before it was read."""
        self._work.cancel("look")
        self._settle.stop()
        if self._files is not None and (watched := (*self._files.files(), *self._files.directories())):
            self._files.removePaths(watched)
        self._document, self._stamp, self._told = document, stamp, document.sha256
        self._take_up(document)
        self.look()

    def look(self) -> None:
        """Look at the file, soon, and tell if it has changed."""
        document, stamp = self._document, self._stamp
        if document is not None:
            read = self._reader()
            self._work.start("look", lambda: _examined(document, stamp, read), self._on_looked)

    def stop(self) -> None:
        """Notice nothing more; to be called before this is left to itself."""
        self._settle.stop()
        self._document = self._files = None

    def _take_up(self, document: Document) -> None:
        """Watch the file and the folders, as far as they are there and the system can."""
        if self._files is None:
            return
        watched = {*self._files.files(), *self._files.directories()}
        for path in (document.origin.path, document.origin.path.parent, self._also):
            if str(path) not in watched and _exists(path):
                self._files.addPath(str(path))

    def _on_touched(self, _path: str) -> None:
        self._settle.start()

    def _on_application(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _on_looked(self, sight: _Sight | None) -> None:
        if sight is None or sight.document is not self._document:
            return
        self._stamp = sight.stamp
        self._take_up(sight.document)
        if sight.sha256 is not None and sight.sha256 != self._told:
            self._told = sight.sha256
            if sight.sha256 != sight.document.sha256:
                self.changed.emit(sight.sha256)


def _examined(document: Document, known: Stamp | None, read: Callable[[Path], Document]) -> _Sight | None:
    """Return what is to be seen of the file of `document`, read only if it isn't as `known`; None if it can't be."""
    stamp = stamp_of(document.origin.path)
    if stamp is None or stamp == known:
        return _Sight(document, stamp, None) if stamp else None
    try:
        return _Sight(document, stamp, read(document.path).sha256)
    except DocumentError:
        return None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
