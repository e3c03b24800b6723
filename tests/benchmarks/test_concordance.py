"""Ten thousand lines of a concordance, and of the search panel: how soon they are there, and how they scroll.

Run by hand: `python -m pytest tests/benchmarks/test_concordance.py -p no:cacheprovider -s`. `found` is from the call
to the lines in the state, `shown` from there until they are painted, `scrolled` the median of a page further painted;
each of the last two also as a ratio to a bare QListView with as many rows of plain words.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView

from desktop.script import Script
from desktop.session.state import Panel
from tests.benchmarks.windows import ANSWERS, settle, thread, window_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_CHARACTERS = 350_000
_TERM = "的"
_PAGES = 40


def test_many_lines(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """Print the times of the concordance and of the panel, in ms, and beside those of a bare list."""
    path = tmp_path / "thread.txt"
    path.write_text(thread(_CHARACTERS // ANSWERS), encoding="utf-8")
    with window_on(path, tmp_path / "data", qapp, qtbot) as window:
        session = window.session
        session.show_script(Script.TRADITIONAL)
        settle(2.0)
        window.panels.show_concordance("嗎")  # so that all is loaded and made
        settle(1.0)
        started = time.perf_counter()
        session.searching.concordances.show(_TERM)
        shown = _until(lambda: (now := session.state.concordance) is not None and not now.under_way)
        found = time.perf_counter() - started
        view = window.concordance.lines
        rows = view.model().rowCount()
        bare = QListView()
        bare.setUniformItemSizes(True)
        bare.resize(view.size())
        bare.show()
        settle(0.3)
        models = QStringListModel([f"{number} 他們的話" * 6 for number in range(rows)])
        reset = _timed(lambda: (bare.setModel(models), bare.viewport().repaint()))
        _print("concordance", rows, found, shown + _timed(view.viewport().repaint), view, reset, bare)
        session.searching.concordances.close()
        window.panels.open_search()
        settle(1.0)
        started = time.perf_counter()
        session.searching.look_for(_TERM, staying=True)
        shown = _until(lambda: (now := session.state.search) is not None and not now.under_way)
        found = time.perf_counter() - started
        results = window.side.widget(Panel.SEARCH).findChild(QListView, "searchResults")
        assert isinstance(results, QListView)
        painted = shown + _timed(results.viewport().repaint)
        _print("search panel", results.model().rowCount(), found, painted, results, reset, bare)
        bare.close()


def _print(name: str, rows: int, found: float, shown: float, view: QListView, reset: float, bare: QListView) -> None:
    one, other = _scrolled(view), _scrolled(bare)
    sys.stdout.write(
        f"\n{name:13} {rows:6} rows  found {found * 1000:6.1f}  shown {shown * 1000:6.1f} ms ({shown / reset:4.1f})"
        f"  scrolled {one * 1000:5.1f} ms ({one / other:4.1f})\n"
    )


def _scrolled(view: QListView) -> float:
    """Return how long it takes to paint a page further, the median of many."""
    bar = view.verticalScrollBar()
    bar.setValue(0)

    def page() -> None:
        bar.setValue(bar.value() + view.viewport().height())
        view.viewport().repaint()

    return statistics.median(_timed(page) for _ in range(_PAGES))


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _until(done: Callable[[], bool]) -> float:
    """Handle events until `done`; return how long the turn took in which it became so, with all that it drew."""
    while True:
        QApplication.sendPostedEvents()
        took = _timed(QApplication.processEvents)
        if done():
            return took
        time.sleep(0.001)
