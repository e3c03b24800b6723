"""Deleting Qt objects when a test is done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def dispose(*objects: QObject) -> None:
    """Delete `objects` now, on this thread.

    Widgets that live on are dressed anew by each test that follows, and what is left to be collected as garbage may
    be deleted on a worker's thread, which Qt does not stand.
    """
    for thing in objects:
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
