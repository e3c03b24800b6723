"""When to keep what is being typed: soon after the last key, and not much later while the keys go on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

AFTER_MS, WITHIN_MS = 250, 3_000


class TypingClock(QObject):
    """Told of each key by `typed`, it emits `due` 250 ms after the last, or 3 s after the first of many."""

    due = Signal()
    """Emitted when what was typed should be kept."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.after = QTimer(self, singleShot=True, interval=AFTER_MS)
        self.within = QTimer(self, singleShot=True, interval=WITHIN_MS)
        for timer in (self.after, self.within):
            timer.timeout.connect(self.due)

    def typed(self) -> None:
        """Take note of a key, or of words that an input method put in."""
        self.after.start()
        if not self.within.isActive():
            self.within.start()

    def stop(self) -> None:
        """Wait for nothing: all is kept."""
        self.after.stop()
        self.within.stop()
