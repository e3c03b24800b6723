"""Showing a file in the desktop's file manager."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def reveal(path: Path) -> bool:
    """Show `path` selected in the file manager, or at least its folder; False when nothing could be opened."""
    if sys.platform == "darwin":
        return _started("open", "-R", str(path))
    if sys.platform == "win32":
        return _started("explorer", f"/select,{path}")
    return _asked_over_dbus(path) or QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _started(*command: str) -> bool:
    try:
        subprocess.Popen(command)  # noqa: S603 (a fixed program and a path of our own)
    except OSError:
        return False
    return True


def _asked_over_dbus(path: Path) -> bool:
    """Ask the file manager by the FileManager1 interface of freedesktop.org."""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    name = "org.freedesktop.FileManager1"
    manager = QDBusInterface(name, "/org/freedesktop/FileManager1", name, bus)
    if not manager.isValid():
        return False
    reply = manager.call("ShowItems", [QUrl.fromLocalFile(str(path)).toString()], "")
    return reply.type() is not QDBusMessage.MessageType.ErrorMessage
