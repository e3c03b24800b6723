"""From the key that flips the script to the painted page, in the whole window, for answers short and long.

Run by hand: `python -m pytest tests/benchmarks/test_flip.py -p no:cacheprovider -s`. A frame at 60 Hz lasts 16.7 ms.
`first` is the first flip of an answer that was opened long enough to be foreseen, `at once` the first one of an
answer that nothing has been converted of, `again` any flip after that.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Stage
from desktop.paths import DataFolder
from desktop.script import Script, convert
from desktop.session import Session
from tests.disposal import dispose
from tests.script.reference import SEED
from tests.ui.conftest import InlineExecutor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

ROUNDS = 30
SIZE = (1280, 860)
PROSE = [line for line in convert(SEED, "tw2s").text.split("\n") if len(line) > 60]


def _answers(characters: int) -> str:
    """Return a thread of as many answers as there are rounds, each of about `characters`, no two of them alike."""
    parts = ["一个问题？\n"]
    for number in range(ROUNDS):
        parts.append(f"答者{number}\n\n")
        length = 0
        while length < characters:
            line = PROSE[(number * 7 + length) % len(PROSE)]
            parts.append(f"{line}\n")
            length += len(line)
    return "\n".join(parts)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, characters: int) -> Iterator[MainWindow]:
    """Yield the whole window on such a thread, shown."""
    path = tmp_path / "thread.txt"
    path.write_text(_answers(characters), encoding="utf-8")
    session = Session(DataFolder(tmp_path / "data").prepare(), None, InlineExecutor(), InlineExecutor())
    stage = Stage(qapp, session)
    assert session.shelf.open(path)
    stage.window.resize(*SIZE)
    stage.window.show()
    qtbot.waitExposed(stage.window)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=20_000)  # all is loaded that a reader waits for
    session.show_script(Script.TRADITIONAL)
    qtbot.waitUntil(lambda: session.state.script is Script.TRADITIONAL)
    yield stage.window
    stage.window.close()
    session.stop()
    dispose(stage.window, session)


@pytest.mark.parametrize("characters", [2_000, 10_000, 40_000])
def test_a_flip_in_the_window(window: MainWindow, characters: int, qtbot: QtBot) -> None:
    """Print median and 95th percentile in ms of each kind of flip."""
    session = window.session
    at_once, first, again = list[float](), list[float](), list[float]()
    for answer in range(ROUNDS):
        session.show_answer(answer)
        _settle(0 if answer % 2 else 0.2)
        (at_once if answer % 2 else first).append(_flip(window))
        again += (_flip(window), _flip(window))
        _settle(0)
    for name, times in (("first", first), ("at once", at_once), ("again", again)):
        times.sort()
        p95 = times[round(len(times) * 0.95) - 1]
        sys.stdout.write(f"\n{characters:7} {name:8} median {times[len(times) // 2]:6.1f}  p95 {p95:6.1f} ms")


def _flip(window: MainWindow) -> float:
    """Press the key that flips, and return how many ms it took until the page was painted."""
    start = time.perf_counter()
    QTest.keyClick(window.page, Qt.Key.Key_T)
    window.page.viewport().repaint()
    took = time.perf_counter() - start
    QApplication.processEvents()
    return took * 1000


def _settle(seconds: float) -> None:
    end = time.perf_counter() + seconds
    QApplication.processEvents()
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.002)
