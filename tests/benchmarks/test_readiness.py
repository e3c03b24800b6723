"""How long a reader waits for a script that isn't ready yet, and how long the main thread waits meanwhile.

Run by hand: `python -m pytest tests/benchmarks/test_readiness.py -p no:cacheprovider -s`. The window must answer
within 20 ms, and a flip take little longer than what it needs takes alone; nothing here fails for being slow.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import WindowHost
from desktop.paths import DataFolder
from desktop.script import VARIANTS, Edition, Script, are_ready, convert, load_tables
from desktop.script.tables import dictionaries
from desktop.script.tables import loading as tables
from desktop.session import Session
from tests.benchmarks.windows import settle, thread
from tests.disposal import dispose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("edition", Edition)
def test_the_window_while_scripts_are_made_ready(
    qtbot: QtBot, tmp_path: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Print, for the default and the costliest variant, the time until they are ready and the longest wait in ms."""
    sys.stdout.write(f"\n{'':15}{'variant':14}{'from':10}{'ready':>7}{'longest wait':>14}  ms")
    for variant in [v for v in VARIANTS if v.script is Script.TRADITIONAL and v.id in {"standard", "taiwan-words"}]:
        for source in ("nothing", "the disk"):
            monkeypatch.setattr(tables, "_loaded", {})
            dictionaries.read_dictionary.cache_clear()
            session = Session(DataFolder(tmp_path / variant.id).prepare())
            session.replace(manner=replace(session.state.manner, edition=edition, traditional=variant.id))
            assert variant.from_simplified is not None
            ready, longest = _watched(session, variant.from_simplified, edition)
            sys.stdout.write(f"\n{edition.value:15}{variant.id:14}{source:10}{ready:7.0f}{longest:14.1f}")
            session.stop()


def _watched(session: Session, config: str, edition: Edition) -> tuple[float, float]:
    """Return the ms until `config` is ready, and the longest time in between that the main thread was held up."""
    ticks: list[float] = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(1)
    session.scripts.begin()
    while not are_ready(config, edition):
        QApplication.processEvents()
        time.sleep(0.0002)
    ticks.append(time.perf_counter())
    waits = [later - earlier for earlier, later in pairwise(ticks)]
    return (ticks[-1] - ticks[0]) * 1000, max(waits) * 1000


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("config", ["tw2s", "s2tw"])
def test_the_first_flip_on_a_fresh_data_folder(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, config: str, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Print the ms from the key to the flipped page, so long after the first one was painted, and what needs be.

    With the other edition, the reader has chosen it right before: nothing of that was prefetched.
    """
    monkeypatch.setattr(tables, "_loaded", {})
    words = thread(3_000) if config == "s2tw" else convert(thread(3_000), "s2tw").text
    path = tmp_path / "thread.txt"
    path.write_text(words, encoding="utf-8")
    sys.stdout.write(f"\n{'':15}{'tables':8}{'key after':>10}{'flipped':>9}{'alone':>7}{'ratio':>7}")
    for number, delay in enumerate((0, 150, 400, 1000)):
        monkeypatch.setattr(tables, "_loaded", {})
        dictionaries.read_dictionary.cache_clear()
        alone = _timed(lambda: load_tables(config, edition))
        monkeypatch.setattr(tables, "_loaded", {})
        dictionaries.read_dictionary.cache_clear()
        session = Session(DataFolder(tmp_path / str(number)).prepare())
        host = WindowHost(qapp, session)
        assert session.shelf.open(path)
        host.window.show()
        qtbot.waitExposed(host.window)
        settle(delay / 1000)
        flipped = _timed(lambda host=host: _flip(host, edition))
        sys.stdout.write(f"\n{edition.value:15}{config:8}{delay:10}{flipped:9.0f}{alone:7.0f}{flipped / alone:7.1f}")
        host.window.close()
        session.stop()
        dispose(host.window, session)


def _flip(host: WindowHost, edition: Edition) -> None:
    """Choose the edition, press the key that flips, and wait until the page is painted in the other script."""
    window, session = host.window, host.window.session
    if session.state.manner.edition is not edition:
        session.choose_edition(edition)
    QTest.keyClick(window.page, Qt.Key.Key_T)
    while session.state.focused_manner.script is Script.ORIGINAL:
        QApplication.processEvents()
        time.sleep(0.0002)
    window.page.viewport().repaint()


def _timed(work: Callable[[], object]) -> float:
    """Return how many ms `work` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
