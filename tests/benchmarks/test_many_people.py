"""Ten thousand answers by three thousand people, in the whole window: walking, sorting, filtering, going along.

Run by hand: `python -m pytest tests/benchmarks/test_many_people.py -p no:cacheprovider -s`. Each answer has three
comments, votes and a time, and most people have three or four answers. What is printed is the time of the main thread
on its processor, until the window is painted; the aim is that no key takes longer than a tenth of a second. The peer
is walking in the order of the text without a sidebar.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.session.listing import COMMENTERS, Order
from tests.benchmarks.windows import settle, thread, window_on
from tests.session.forums import crowd, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

ANSWERS, PEOPLE, COMMENTS = 10_000, 3_000, 3
ROUNDS = 15


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Yield the window on the crowd, when nothing computes any more."""
    small = tmp_path / "small.txt"
    small.write_text(thread(100), encoding="utf-8")
    with window_on(small, tmp_path / "data", qapp, qtbot) as window:
        document = crowd(ANSWERS, PEOPLE, comments=COMMENTS)
        sys.stdout.write(f"\nopening {_taken(lambda: put(window.session, document)):.0f} ms\n")
        settle(5)
        yield window


def test_keys(window: MainWindow) -> None:
    """Print how long each of the keys takes."""
    session = window.session
    session.prefer(sidebar_shown=False)
    _tell("walking without a sidebar", lambda: session.step(1))
    session.prefer(sidebar_shown=True)
    _tell("walking", lambda: session.step(1))
    session.authors.sort(Order.VOTES)
    _tell("walking by votes", lambda: session.step(1))
    for order in (Order.TIME, Order.LENGTH, Order.THREAD):
        _tell(f"sorting by {order}", lambda order=order: session.authors.sort(order), 1)
    for typed in ("1", "12", "123", ""):
        _tell(f"filtering by {typed!r}", lambda typed=typed: session.authors.filter(typed), 1)
    _tell("going along with a person, at first", lambda: session.authors.step(1), 1)
    _tell("going along with a person", lambda: session.authors.step(1))
    _tell("listing who only commented", lambda: session.authors.fold(COMMENTERS, unfolded=True), 1)


def _tell(name: str, act: Callable[[], object], rounds: int = ROUNDS) -> None:
    times = [_taken(act) for _ in range(rounds)]
    sys.stdout.write(f"{name:36} median {statistics.median(times):6.1f} ms, at most {max(times):6.1f} ms\n")


def _taken(act: Callable[[], object]) -> float:
    """Return how long the main thread computes until `act` is done and painted, in milliseconds."""
    start = time.thread_time()
    act()
    QApplication.processEvents()
    return 1000 * (time.thread_time() - start)
