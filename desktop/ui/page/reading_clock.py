"""When an answer counts as read."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

_LOOK_MS = 500
_SKIMMED_PER_S = 60
"""Characters a second: twelve times the speed of reading, so that only paging through doesn't count."""


class ReadingClock(QObject):
    """Tells when an answer has been read: its end is in sight, and it lay open for as long as skimming it takes."""

    read = Signal()
    """Emitted when the answer that was opened has been read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open = QElapsedTimer()
        self._takes_ms = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.read)

    def open(self, length: int) -> None:
        """Begin with an answer of `length` code points."""
        self._timer.stop()
        self._open.start()
        self._takes_ms = length * 1000 // _SKIMMED_PER_S

    def see_end(self, *, in_sight: bool) -> None:
        """Take note of whether the answer's end is in sight now."""
        if not in_sight:
            self._timer.stop()
        elif not self._timer.isActive() and self._open.isValid():
            self._timer.start(max(_LOOK_MS, self._takes_ms - self._open.elapsed()))
