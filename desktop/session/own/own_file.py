"""A file of the reader's own that editors beside the app may rewrite: corrections, concepts, words.

What holds is what the file says. A change is written before it takes effect, here on the main thread: the file is
small and the reader has just pressed a key, so nothing is ever shown that could still be lost. The file is looked at
before each change, and whenever the app comes to the fore.
"""

from __future__ import annotations

import errno
import logging
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from desktop.annotations import write_durably
from desktop.files import LARGEST_TABLE, read_regular
from desktop.session.failure import failure
from desktop.session.state import Notice, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.session.failure import Failure
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.unanswered import Unanswered

log = logging.getLogger(__name__)


class Trouble(StrEnum):
    """Why the file as a whole can't be used. It is then left alone, and nothing can be added."""

    TOO_LARGE = "too-large"
    TOO_MANY_LINES = "too-many-lines"
    NOT_UTF8 = "not-utf8"
    UNREADABLE = "unreadable"
    NO_FILE = "no-file"


_TROUBLES = {errno.EFBIG: Trouble.TOO_LARGE, errno.EISDIR: Trouble.NO_FILE, errno.EINVAL: Trouble.NO_FILE}


class SkippedLine(Protocol):
    """A line of the file that can't be used, and why."""

    @property
    def number(self) -> int:
        """Which line it is, from 1."""
        ...

    @property
    def flaw(self) -> StrEnum:
        """What is wrong with it."""
        ...


class OwnFile(QObject):
    """Keeps what the file at `path` says, and tells what is wrong with it.

    `trouble` is what keeps all of it from being used. Codes of notices begin with `prefix`. Whoever derives from this
    says in `_hold` what the file comes to.
    """

    looked = Signal()
    """Emitted when the file was found changed or has been written: its bad lines and its trouble may be others."""

    prefix = "own"
    most_lines: int | None = None
    """How many lines the file may have where each of them takes its time, before 1 MB is reached."""
    offers: tuple[str, ...] = ()
    """The commands that a sentence about the file offers, beside what its code does."""

    def __init__(self, store: Store, unanswered: Unanswered, path: Path) -> None:
        super().__init__(store)
        self._store = store
        self._unanswered = unanswered
        self.path = path
        self.trouble: Trouble | None = None
        self._skipped: Sequence[SkippedLine] = ()
        self._data = b""
        self._untold: Notice | None = None
        self._told: Notice | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        store.changed.connect(self._on_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_application)
        self.look()

    def _hold(self, text: str) -> Sequence[SkippedLine]:
        """Let what `text` says hold, and return the lines of it that can't be used."""
        raise NotImplementedError

    def _line_details(self, line: SkippedLine) -> Mapping[str, str]:
        """Return what fills the gaps of the sentence about `line`."""
        return {"line": str(line.number), **self._name()}

    def _name(self) -> Mapping[str, str]:
        """Return what tells this file from others in a sentence."""
        return {"name": self.path.name}

    # -- reading ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Take over what the file says, if that is another thing than before, and tell what is wrong with it."""
        data, trouble = self._read()
        if (data, trouble) == (self._data, self.trouble):
            return
        before = self._skipped, self.trouble
        self._take(data, trouble)
        if (self._skipped, self.trouble) != before:
            self._untold = self._complaint()
            if self._told is not None:
                self._unanswered.withdraw(self._told)
            self._soon.start()

    def _read(self) -> tuple[bytes, Trouble | None]:
        """Return the content of the file, none where there is no file, and why it can't be used."""
        try:
            data = read_regular(self.path, LARGEST_TABLE)
        except FileNotFoundError:
            return b"", None
        except OSError as error:
            log.info("%s can't be read: %s", self.path.name, error)
            return b"", _TROUBLES.get(error.errno or 0, Trouble.UNREADABLE)
        if self._is_long(data):
            return data, Trouble.TOO_MANY_LINES
        return data, None if _is_utf8(data) else Trouble.NOT_UTF8

    def _is_long(self, data: bytes) -> bool:
        """Tell whether `data` has more lines than the file may have."""
        return self.most_lines is not None and len(data.splitlines()) > self.most_lines

    def _take(self, data: bytes, trouble: Trouble | None = None) -> None:
        """Let `data` hold, the content of the file, or nothing where there is trouble with it."""
        self._data, self.trouble = data, trouble
        self._skipped = self._hold("" if trouble else data.decode("utf-8"))
        self.looked.emit()

    # -- writing ----------------------------------------------------------------------------------------------

    @property
    def kept_text(self) -> str:
        """The content of the file as it was last seen; "" where it can't be used."""
        return "" if self.trouble is not None else self._data.decode("utf-8")

    def refuses(self) -> bool:
        """Look at the file, and say what keeps it from being changed; False where nothing does."""
        self.look()
        if self.trouble is not None:
            self._store.replace(notice=self._complaint())
        return self.trouble is not None

    def write(self, text: str) -> bool:
        """Have the file say `text`, then let that hold; False, with a sentence, if it can't."""
        if self.trouble is not None:
            self._store.replace(notice=self._complaint())
            return False
        data = text.encode("utf-8")
        if len(data) > LARGEST_TABLE:
            self._say("too-many", file=str(self.path), **self._name())
            return False
        if self._is_long(data):
            self._say("no-more-lines", file=str(self.path), most=str(self.most_lines), **self._name())
            return False
        try:
            write_durably(self.path, data)
        except OSError as error:
            log.info("%s can't be written: %s", self.path.name, error)
            details = {"reason": failure(error, self.path), **self._name()}
            self._store.replace(notice=self._problem("not-saved", details))
            return False
        self._take(data)
        return True

    def disagree(self) -> None:
        """Say that the file says otherwise by now than a step would have it."""
        self._say("otherwise", **self._name())

    def _say(self, reason: str, **details: str) -> None:
        self._store.replace(notice=self._problem(reason, details))

    def _problem(self, reason: str, details: Mapping[str, str | Failure]) -> Notice:
        return Notice(f"{self.prefix}-{reason}", NoticeKind.PROBLEM, dict(details), self.offers)

    # -- telling ----------------------------------------------------------------------------------------------

    def complaints(self) -> Iterator[Notice]:
        """Yield what to say of the file, or of each of its lines, that can't be used."""
        if self.trouble is not None:
            details = {"file": str(self.path), **self._name()}
            if self.trouble is Trouble.TOO_MANY_LINES:
                details["most"] = str(self.most_lines)
            yield self._problem(self.trouble.value, details)
        for line in self._skipped:
            yield self._problem(line.flaw.value, self._line_details(line))

    def _complaint(self) -> Notice | None:
        """Return what to say of the file in one sentence, None when nothing is wrong with it."""
        if len(self._skipped) > 1:
            details = {"count": str(len(self._skipped)), "line": str(self._skipped[0].number), **self._name()}
            return self._problem("several", details)
        return next(self.complaints(), None)

    def _tell(self) -> None:
        """Say what is wrong with the file, once nothing else is being said."""
        if self._untold is not None and self._store.state.notice is None:
            self._told, self._untold = self._untold, None
            self._store.replace(notice=self._told)

    def _on_changed(self, old: State, new: State) -> None:
        if old.notice is not None and new.notice is None:
            self._soon.start()

    def _on_application(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
