"""From the key that flips the script to the painted page, in the whole window, for answers short and long.

Run by hand: `python -m pytest tests/benchmarks/test_flip.py -p no:cacheprovider -s`. A frame at 60 Hz lasts 16.7 ms.
`first` is the first flip of an answer that was opened long enough to be prefetched, `at once` the first one of an
answer that nothing has been converted of, `again` any flip after that.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.windows import ANSWERS, flip, settle, thread, window_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, characters: int) -> Iterator[MainWindow]:
    """Yield the whole window on a thread of answers of so many characters."""
    path = tmp_path / "thread.txt"
    path.write_text(thread(characters), encoding="utf-8")
    with window_on(path, tmp_path / "data", qapp, qtbot) as window:
        yield window


@pytest.mark.parametrize("characters", [2_000, 10_000, 40_000])
def test_a_flip_in_the_window(window: MainWindow, characters: int) -> None:
    """Print median and 95th percentile in ms of each kind of flip."""
    session = window.session
    at_once, first, again = list[float](), list[float](), list[float]()
    for answer in range(ANSWERS):
        session.show_answer(answer)
        settle(0 if answer % 2 else 0.2)
        (at_once if answer % 2 else first).append(flip(window))
        again += (flip(window), flip(window))
        settle(0)
    for name, times in (("first", first), ("at once", at_once), ("again", again)):
        times.sort()
        p95 = times[round(len(times) * 0.95) - 1]
        sys.stdout.write(f"\n{characters:7} {name:8} median {times[len(times) // 2]:6.1f}  p95 {p95:6.1f} ms")
