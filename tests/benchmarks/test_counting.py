"""Counting the terms of 100 answers and 500,000 characters in the session, and the window meanwhile.

Run by hand: `python -m pytest tests/benchmarks/test_counting.py -p no:cacheprovider -s`. All terms should be there
within 3 s on a machine that does nothing else, and flips and openings take as long as when nothing is counted.
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from random import Random
from statistics import median
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.keywords import Searched, shipped_concepts, written_text
from desktop.session.state import Panel
from desktop.session.words.counting import TermCounts
from desktop.slices import no_pause
from desktop.ui.look.look import Look
from desktop.ui.words.term_list import TermList
from desktop.ui.words.term_listing import TermOrder, WordsView
from desktop.ui.words.term_model import TermModel
from tests.benchmarks.windows import flip, settle, thread, window_on
from tests.ui.conftest import empty_session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.window import MainWindow

__all__ = ["empty_session"]

_FLIPS = 8
_HAN = [chr(0x4E00 + number) for number in range(0, 6000, 7)]


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


def test_the_list_of_ten_thousand_terms(
    qapp: QApplication, qtbot: QtBot, empty_session: Session, tables: None, tmp_path: Path
) -> None:
    """Print how long a step of the wheel, a filter and another order take among 10,000 terms of 100 authors."""
    path, look = tmp_path / "many.txt", Look(qapp, empty_session)
    random = Random(12)  # noqa: S311 (the same thread every time)
    terms = sorted({"".join(random.choices(_HAN, k=2)) for _ in range(10_400)})[:10_000]
    said = ("，".join(random.choices(terms, k=700)) for _ in range(100))
    path.write_text("题目？\n\n" + "\n\n".join(f"答者{n}\n\n\n{one}。" for n, one in enumerate(said)), "utf-8")
    assert empty_session.shelf.open(path)
    document = empty_session.state.document
    assert document is not None
    ready, concepts = Searched(written_text(document)), shipped_concepts()
    counts: list[TermCounts] = []
    counted = _timed(lambda: counts.append(TermCounts.of(document, terms, ready, concepts, no_pause)))
    _say(f"\n{len(counts[0].totals)} terms of {len(document.answers)} authors counted in {counted:.0f} ms")
    model = TermModel(empty_session, SimpleNamespace(counts=counts[0], lit=None, terms=None), look)  # type: ignore[arg-type]
    model.choose(WordsView.ALL)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 860)
    view = TermList(model, look, window)
    view.resize(window.size())
    with qtbot.waitExposed(window):
        window.show()
    steps = [_timed(lambda step=step: _scroll(view, 97 * step)) for step in range(40)]
    _say(f"scrolled and painted in {median(steps):.1f} ms, at worst {max(steps):.1f} ms")
    _say(f"filtered in {_timed(lambda: model.look_for(terms[7][0])):.1f} ms")
    model.look_for("")
    _say(f"sorted in {_timed(lambda: model.sort_by(TermOrder.KEYNESS)):.1f} ms")


def _scroll(view: TermList, value: int) -> None:
    view.verticalScrollBar().setValue(value)
    view.viewport().repaint()


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
