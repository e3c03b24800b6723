"""The whole window on a long thread, and a flip of its script, as several benchmarks need them."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import WindowHost
from desktop.paths import DataFolder
from desktop.script import Script, convert
from desktop.session import Session
from tests.disposal import dispose
from tests.script.reference import SEED

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

ANSWERS = 30
_SIZE = (1280, 860)
_PROSE = [line for line in convert(SEED, "tw2s").text.split("\n") if len(line) > 60]


def thread(characters: int) -> str:
    """Return a thread of thirty answers, each of about `characters` code points, no two of them alike."""
    parts = ["一个问题？\n"]
    for number in range(ANSWERS):
        parts.append(f"答者{number}\n\n")
        length = 0
        while length < characters:
            line = _PROSE[(number * 7 + length) % len(_PROSE)]
            parts.append(f"{line}\n")
            length += len(line)
    return "\n".join(parts)


@contextmanager
def window_on(path: Path, data: Path, qapp: QApplication, qtbot: QtBot) -> Generator[MainWindow]:
    """Yield the window, shown in traditional script, on the thread at `path`, when nothing computes any more.

    Its workers are threads, as a reader's are.
    """
    session = Session(DataFolder(data).prepare())
    host = WindowHost(qapp, session)
    assert session.shelf.open(path)
    host.window.resize(*_SIZE)
    host.window.show()
    qtbot.waitExposed(host.window)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=20_000)
    qtbot.waitUntil(lambda: session.state.lights.keywords is not None, timeout=60_000)
    session.show_script(Script.TRADITIONAL)
    qtbot.waitUntil(lambda: session.state.focused_manner.script is Script.TRADITIONAL)
    yield host.window
    host.window.close()
    session.stop()
    dispose(host.window, session)


def flip(window: MainWindow) -> float:
    """Press the key that flips, and return how many ms it took until the page was painted."""
    start = time.perf_counter()
    QTest.keyClick(window.page, Qt.Key.Key_T)
    window.page.viewport().repaint()
    took = time.perf_counter() - start
    QApplication.processEvents()
    return took * 1000


def settle(seconds: float) -> None:
    """Let the window do what it does by itself for so long."""
    end = time.perf_counter() + seconds
    QApplication.processEvents()
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.002)
