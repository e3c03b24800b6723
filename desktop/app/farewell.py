"""Closing the window when the system asks the process to end, so that nothing of the last seconds is lost."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

# SIGHUP comes when the terminal that the app was started from is closed; Windows has none.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class Farewell(QObject):
    """Turns SIGTERM and Ctrl+C into `asked`.

    Python runs its signal handlers between bytecodes, and none run while Qt waits for events; a byte in a socket
    wakes Qt. For the main thread alone; the handlers that stood before come back with `stop`.
    """

    asked = Signal()
    """Emitted when the process has been asked to end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._before_fd = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _remember) for number in _SIGNALS}
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def stop(self) -> None:
        """Leave signals to whoever had them before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        for end in (self._ours, self._theirs):
            end.close()

    def _on_woken(self) -> None:
        try:
            numbers = self._ours.recv(64)
        except BlockingIOError:  # woken for nothing
            return
        if any(number in numbers for number in _SIGNALS):
            self.asked.emit()


def _remember(_number: int, _frame: FrameType | None) -> None:
    """Do nothing here: the byte in the socket has said it."""
