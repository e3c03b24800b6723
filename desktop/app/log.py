"""The log: one file in the data folder, for warnings of ours and of Qt and for whatever nothing caught."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from desktop.files import WITHOUT_WAITING, check_regular

if TYPE_CHECKING:
    from io import TextIOWrapper
    from types import TracebackType

_LOG_BYTES = 500_000

log = logging.getLogger(__name__)


class LogFile(logging.FileHandler):
    """A log that costs nothing but itself: where the file can't be opened or written, what is logged is let go.

    Opened with the first record, a `FileHandler` raises out of whatever logs, be it the saving of notes. It would
    wait for the reader of a pipe, and complain on stderr of a file's name that is no UTF-8.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True, errors="backslashreplace")

    def _open(self) -> TextIOWrapper:
        """Open the file to append to it; OSError where something else has its name."""
        path = Path(self.baseFilename)
        if os.path.lexists(path):
            check_regular(path.stat(), path)
        file = open(path, self.mode, opener=_opened, encoding=self.encoding, errors=self.errors)  # noqa: SIM115
        return cast("TextIOWrapper", file)

    def emit(self, record: logging.LogRecord) -> None:
        """Write `record` if that can be."""
        with suppress(OSError):
            super().emit(record)

    def close(self) -> None:
        """Close the file; what a full disk didn't take is let go."""
        with suppress(OSError):
            super().close()


def _opened(name: str, flags: int) -> int:
    return os.open(name, flags | WITHOUT_WAITING, 0o600)


def keep_log(path: Path) -> None:
    """Log to the file `path` from now on, and to no other; one old log is kept, beside it.

    What is in the log are warnings of ours and of Qt, and whatever ends us.
    """
    with suppress(OSError):  # a log that can't be turned over is no reason not to start
        if path.exists() and path.stat().st_size > _LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
    handler = LogFile(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    ours = logging.getLogger("desktop")
    for old in [h for h in ours.handlers if isinstance(h, logging.FileHandler)]:
        ours.removeHandler(old)
        old.close()
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)


def log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an exception that nothing caught; the window goes on, what was made is saved. For `sys.excepthook`."""
    log.error("uncaught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
