"""Words on their way to the clipboard."""

from __future__ import annotations

import atexit
from functools import cache

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_OURS = "baijia"


def as_mime(words: str) -> QMimeData:
    """Return `words` as plain text for the clipboard, which owns what is returned."""
    _release_at_exit()
    mime = QMimeData()
    mime.setObjectName(_OURS)
    mime.setText(words)
    return mime


def offer(mime: QMimeData) -> None:
    """Put `mime` on the primary selection, which a middle click pastes, on desktops that have one."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection():
        clipboard.setMimeData(mime, QClipboard.Mode.Selection)


def offers_ours() -> bool:
    """Tell whether what `as_mime` made is on the primary selection still."""
    clipboard = QGuiApplication.clipboard()
    return clipboard.ownsSelection() and _is_ours(clipboard.mimeData(QClipboard.Mode.Selection))


def _is_ours(held: QMimeData | None) -> bool:
    # The platform's word on who owns the clipboard is not to be had everywhere: the name is.
    return held is not None and held.objectName() == _OURS


@cache
def _release_at_exit() -> None:
    """Have the clipboard let go of Python's objects before the interpreter ends.

    Qt deletes what the clipboard holds after that, and PySide (6.11.3) crashes over an object without an interpreter.
    """
    atexit.register(_release)


def _release() -> None:
    """Put the same text there as an object of Qt's own, so that it can still be pasted."""
    if QGuiApplication.instance() is None:
        return
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        held = clipboard.mimeData(mode)
        if _is_ours(held):
            clipboard.setText(held.text(), mode)
