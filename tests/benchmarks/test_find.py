"""Looking for words while they are typed in a thread of a million characters: how long the window is held up.

Run by hand: `python -m pytest tests/benchmarks/test_find.py -p no:cacheprovider -s`. `whole` is from the call to the
places, `held` the longest time for which no event was handled meanwhile; `held / fold` compares it with folding the
whole text once, which is the least that a search without an index costs.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.script import Script, fold
from tests.benchmarks.windows import ANSWERS, settle, thread, window_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.window import MainWindow

_CHARACTERS = 1_000_000
# A common character, a word, one of the other region's, a part of that, and words that are nowhere.
_QUERIES = ("的", "美国", "軟體", "體", "量子")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Yield the whole window on a thread of a million characters."""
    path = tmp_path / "thread.txt"
    path.write_text(thread(_CHARACTERS // ANSWERS), encoding="utf-8")
    with window_on(path, tmp_path / "data", qapp, qtbot) as window:
        yield window


@pytest.mark.parametrize("variant", ["standard", "taiwan-words"])
def test_typing_in_a_long_thread(window: MainWindow, variant: str) -> None:
    """Print for each query what was found and the times in ms; the first one has the thread made ready."""
    session = window.session
    assert session.state.document is not None
    started = time.perf_counter()
    fold(session.state.document.text)
    once = time.perf_counter() - started
    session.choose_variant(Script.TRADITIONAL, variant)
    settle(1.0)
    for query in (_QUERIES[0], *_QUERIES):
        whole, held = _timed(session, query)
        found = len(session.state.search.hits) if session.state.search else 0
        times = f"whole {whole * 1000:6.1f}  held {held * 1000:5.1f} ms  held / fold {held / once:5.2f}"
        sys.stdout.write(f"\n{variant:12} {query:4} {found:6} places  {times}")
    sys.stdout.write("\n")


def _timed(session: Session, query: str) -> tuple[float, float]:
    """Return how long it took (s) until the places of `query` were there, and the longest hold on the way."""
    started = time.perf_counter()
    held = _span_of(lambda: session.searching.look_for(query))
    while session.state.search is None or session.state.search.under_way:
        held = max(held, _span_of(QApplication.processEvents))
        time.sleep(0.001)
    return time.perf_counter() - started, held


def _span_of(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started
