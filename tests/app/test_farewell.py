"""Being asked to end by the system."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.app.farewell import Farewell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_becomes_a_wish_to_end_and_the_old_handlers_come_back(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    owner = QObject()
    farewell = Farewell(owner)
    with qtbot.waitSignal(farewell.asked, timeout=2000):
        os.kill(os.getpid(), number)
    farewell.stop()
    assert signal.getsignal(number) is before
