"""Counting the terms of 100 answers and 500,000 characters in the session, and the window meanwhile.

Run by hand: `python -m pytest tests/benchmarks/test_counting.py -p no:cacheprovider -s`. All terms should be there
within 3 s on a machine that does nothing else, and flips and openings take as long as when nothing is counted.
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.session.state import Panel
from tests.benchmarks.windows import flip, settle, thread, window_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

_FLIPS = 8


def test_the_window_while_terms_are_counted(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """Print how long counting takes, and flips, openings and the longest wait of the main thread meanwhile."""
    path, other = tmp_path / "long.txt", tmp_path / "other.txt"
    path.write_text(_long(), encoding="utf-8")
    other.write_text(thread(300), encoding="utf-8")
    with window_on(path, tmp_path / "data", qapp, qtbot) as window:
        session, counting = window.session, window.session.corpus.counting
        settle(1)
        flips = [flip(window) for _ in range(_FLIPS)]
        opening = _timed(lambda: session.shelf.open(other))
        session.shelf.open(path)
        qtbot.waitUntil(lambda: session.state.lights.keywords is not None, timeout=120_000)
        settle(1)
        started = time.perf_counter()
        window.panels.show_panel(Panel.WORDS)
        longest = _watched(window)
        took = time.perf_counter() - started
        terms = counting.terms
        assert terms is not None
        _say(f"\n{len(terms.all)} terms of {_size(window)} characters counted in {took:.2f} s")
        _say(f"longest wait of the main thread {longest:.0f} ms")
        session.shelf.open(other)
        session.shelf.open(path)
        meanwhile = [flip(window) for _ in range(_FLIPS)]
        busy = counting.busy
        beside = _timed(lambda: session.shelf.open(other))
        _say(f"flip {median(flips):.1f} ms, while counting ({busy}) {median(meanwhile):.1f} ms")
        _say(f"opening {opening:.1f} ms, while counting {beside:.1f} ms")


def _long() -> str:
    """Return a thread of a hundred answers of 5,000 characters each."""
    question, *answers = thread(17_000).split("答者")
    lines = [line for answer in answers for line in answer.split("\n")[2:] if line]
    parts, place = [question], 0
    for number in range(100):
        said, size = list[str](), 0
        while size < 5_000:
            said.append(lines[place % len(lines)])
            size += len(said[-1])
            place += 1
        parts.append(f"答者{number}\n\n" + "\n".join(said) + "\n\n")
    return "".join(parts)


def _size(window: MainWindow) -> int:
    document = window.session.state.document
    return len(document.text) if document is not None else 0


def _watched(window: MainWindow) -> float:
    """Return the longest time in ms that the main thread was held up until all is counted."""
    ticks = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(1)
    while window.session.corpus.counting.counts is None:
        QApplication.processEvents()
        time.sleep(0.0002)
    ticks.append(time.perf_counter())
    return 1000 * max(later - earlier for earlier, later in pairwise(ticks))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
