"""Thousands of equal name lines beside as many that differ: clicks, and all left to the layout again.

Run by hand: `python -m pytest tests/benchmarks/test_equal_names.py -p no:cacheprovider -s`. What is printed is the
time of the main thread on its processor, without a window; the peer is the same thread with another name above each
answer, and the aim is that equal names cost at most twice what those do.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from desktop.paths import DataFolder
from desktop.session import Session
from tests.disposal import dispose
from tests.session.executors import InlineExecutor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ANSWERS, CLICKS = 3_000, 100


def test_clicks(qapp: QApplication, tmp_path: Path) -> None:
    """Print how long a click takes, and how long it takes to leave all to the layout."""
    del qapp
    peer = _times(tmp_path / "peer", lambda number: f"用戶{number}")
    equal = _times(tmp_path / "equal", lambda _number: "匿名用戶")
    for act, one, other in zip(("a click", "as recognised", "undone"), equal, peer, strict=True):
        sys.stdout.write(f"\n{act:16} {one:7.1f} ms, with other names {other:7.1f} ms: {one / other:.2f} times")


def _times(root: Path, name: Callable[[int], str]) -> tuple[float, float, float]:
    """Return how long a click takes, then all left to the layout, then that taken back, in milliseconds."""
    root.mkdir()
    path = root / "thread.txt"
    answers = (f"{name(number)}\n\n\n第{number}段話。\n還有話。" for number in range(ANSWERS))
    path.write_text("為什麼?\n\n\n" + "\n\n\n".join(answers), "utf-8")
    session = Session(DataFolder(root / "data"), None, InlineExecutor(), InlineExecutor())
    session.shelf.open(path)
    rows = session.naming.rows.rows
    names = [number for number, row in enumerate(rows) if row.text == name((number - 1) // 3)]
    clicks = [_taken(lambda number=number: session.naming.toggle(number)) for number in names[: 20 * CLICKS : 20]]
    left = _taken(session.naming.leave_to_layout)
    undone = _taken(session.history.undo)
    session.stop()
    dispose(session)
    return statistics.median(clicks), left, undone


def _taken(act: Callable[[], object]) -> float:
    start = time.thread_time()
    act()
    return 1000 * (time.thread_time() - start)
