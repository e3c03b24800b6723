"""What Qt says of itself, in our log: once and again, but not without end.

A message that comes with every click says nothing more the hundredth time, and pushes out of the log what does.
Qt's Wayland plugin says "disableSurface" each time the keyboard leaves a field; nothing is wrong then.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

OFTEN = 5
"""How many times the same message is logged, whatever addresses and numbers are in it."""
_MOST_KINDS = 500
_OTHERS = ""
"""What the kinds after so many others are counted as, together."""

_SERIOUS = frozenset({QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})
_HARMLESS = re.compile(r"disableSurface")
_VARYING = re.compile(r"0x[0-9a-fA-F]+|\d+")

log = logging.getLogger("desktop.qt")


class QtMessages:
    """Takes Qt's messages, to be given to `qInstallMessageHandler`."""

    def __init__(self) -> None:
        self._said: Counter[str] = Counter()

    def __call__(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        """Log `message`: as a warning if it is serious, unless it has been often enough."""
        if kind not in _SERIOUS or _HARMLESS.search(message):
            log.debug("%s", message)
            return
        if kind is QtMsgType.QtWarningMsg:
            same = _VARYING.sub("#", message)
            if same not in self._said and len(self._said) >= _MOST_KINDS:
                same = _OTHERS
            self._said[same] += 1
            if self._said[same] > OFTEN:
                return
            if self._said[same] == OFTEN:
                message += " (not logged again)" if same else " (no further kinds are logged)"
        log.warning("%s", message)
