"""How long the main thread waits while the tables of the scripts are compiled, and while they are loaded.

Run by hand: `python -m pytest tests/benchmarks/test_readiness.py -p no:cacheprovider -s`. The window must answer
within 20 ms; nothing here fails for being slow.
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.paths import DataFolder
from desktop.script import VARIANTS, Edition, Script, are_ready, dictionaries, tables
from desktop.session import Session

if TYPE_CHECKING:
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
            session.prefer(edition=edition.value, traditional=variant.id)
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
