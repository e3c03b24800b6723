"""A wheel's step with one page, and with two that scroll together: until all that moves is painted.

Run by hand: `python -m pytest tests/benchmarks/test_side_by_side.py -p no:cacheprovider -s`. A frame at 60 Hz lasts
16.7 ms. `ratio` is the median of two pages by that of one in the same run: two pages are painted, so that 2 is what
is to be expected of it.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.page.answer_page import AnswerPage
from tests.benchmarks.windows import settle, thread, window_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

_STEPS = 120
_STEP_PX = 108
"""Three lines, as a notch of the wheel scrolls."""


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, characters: int) -> Iterator[MainWindow]:
    """Yield the whole window on a thread of answers of so many characters."""
    path = tmp_path / "thread.txt"
    path.write_text(thread(characters), encoding="utf-8")
    with window_on(path, tmp_path / "data", qapp, qtbot) as window:
        yield window


def steps(window: MainWindow, leader: AnswerPage) -> tuple[float, float]:
    """Scroll `leader` step by step; return the median and the 95th percentile of a step in ms."""
    pages = window.panes.findChildren(AnswerPage)
    leader.scroll_map.setValue(0)
    settle(0.3)
    times = list[float]()
    for _ in range(_STEPS):
        start = time.perf_counter()
        leader.scroll_map.setValue((leader.scroll_map.value() + _STEP_PX) % max(1, leader.scroll_map.maximum()))
        for page in pages:
            page.viewport().repaint()
        times.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
    times.sort()
    return times[len(times) // 2], times[round(len(times) * 0.95)]


@pytest.mark.parametrize("characters", [2_000, 40_000])
def test_a_step_of_the_wheel(window: MainWindow, characters: int) -> None:
    """Print what a step costs on one page, on two that go apart, and on two of each kind that go together."""
    session = window.session
    session.prefer(scripts_together=False)
    alone, p95 = steps(window, window.page)
    _tell(characters, "one page", alone, p95, alone)
    session.panes.put_script_beside()
    for name, together in (("two, apart", False), ("one answer, two scripts", True)):
        session.prefer(scripts_together=together)
        _tell(characters, name, *steps(window, window.page), alone)
    session.panes.put_beside(3)
    session.prefer(answers_together=True)
    _tell(characters, "two answers together", *steps(window, window.page), alone)


def _tell(characters: int, name: str, median: float, p95: float, alone: float) -> None:
    sys.stdout.write(
        f"\n{characters:7} {name:24} median {median:6.1f}  p95 {p95:6.1f} ms  ratio {median / alone:5.2f}"
    )
