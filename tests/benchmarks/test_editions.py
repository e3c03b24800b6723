"""What our own edition costs beside a faithful one: converting, guarding, and a flip of a page of any length.

Run by hand: `python -m pytest tests/benchmarks/test_editions.py -p no:cacheprovider -s`. Only ratios within a run
mean anything; nothing here fails for being slow.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.paths import DataFolder
from desktop.script import Conversion, Edition, Script, convert, load_tables
from desktop.script.guard import guarded
from desktop.session import Session
from desktop.session.words.projection import Projections
from desktop.ui.look.look import Look
from desktop.ui.page.answer_page import AnswerPage
from tests.benchmarks.windows import thread
from tests.disposal import dispose
from tests.script.reference import SEED
from tests.ui.conftest import InlineExecutor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SIMPLIFIED = convert(SEED, "tw2s").text
FAITHFUL, OWN = Edition.REIMPLEMENTED, Edition.BAIJIA
ROUNDS = 15


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2twp", "s2hk"])
def test_a_conversion_beside_the_faithful_one(config: str) -> None:
    """Print how many times as long ours takes: each line known, the cut alone known, and nothing (ms for 5,500)."""
    own = load_tables(config, OWN)
    lines = SIMPLIFIED.split("\n")

    def forgetting_lines() -> None:
        own.lines.clear()
        _all(lines, config, OWN)

    faithful, known, cut = _in_turns(
        lambda: _all(lines, config, FAITHFUL), lambda: _all(lines, config, OWN), forgetting_lines
    )
    assert own.cut is not None
    own.lines.clear()
    own.given_windows.clear()
    own.cut._known.clear()  # type: ignore[reportPrivateUsage]
    cold = _ms(lambda: _all(lines, config, OWN))
    _say(f"{config:8}faithful {faithful:6.2f} ms, ours /faithful: {known / faithful:5.2f} known,")
    sys.stdout.write(f" {cut / faithful:5.2f} cut known; nothing known {cold:6.1f} ms")


@pytest.mark.parametrize("config", ["tw2s", "t2s", "s2tw"])
def test_the_guard(config: str) -> None:
    """Print what the guard adds to a faithful conversion of 40,000 characters that needs none, as a part of it."""
    text = ((SIMPLIFIED if config.startswith("s2") else SEED) * 8)[:40_000]
    script = Script.TRADITIONAL if config.startswith("s2") else Script.SIMPLIFIED
    shown = convert(text, config)
    converting, guarding = _in_turns(lambda: convert(text, config), lambda: guarded(shown, script))
    _say(f"guard after {config}: {guarding:.2f} ms, {guarding / converting:.2f} of the conversion")


@pytest.mark.parametrize("characters", [2_000, 10_000, 40_000])
def test_a_flip_beside_the_faithful_one(qtbot: QtBot, qapp: QApplication, tmp_path: Path, characters: int) -> None:
    """Print the ms of a flip of a simplified answer whose page must be converted anew, by either edition."""
    path = tmp_path / "thread.txt"
    path.write_text(convert(thread(characters), "tw2s").text, encoding="utf-8")
    session = Session(DataFolder(tmp_path / "data").prepare(), None, InlineExecutor(), InlineExecutor())
    assert session.shelf.open(path)
    page = AnswerPage(session, Look(qapp, session))
    qtbot.addWidget(page)
    page.resize(796, 860)
    page.show()
    qtbot.waitExposed(page)
    figures: dict[Edition, float] = {}
    for edition in (FAITHFUL, OWN, FAITHFUL, OWN):
        session.choose_edition(edition)
        for script in (Script.SIMPLIFIED, Script.TRADITIONAL):
            session.show_script(script)
            page.viewport().repaint()

        def flip() -> None:
            session.pages._projections = Projections()  # type: ignore[reportPrivateUsage]
            session.toggle_script()
            page.viewport().repaint()

        took = statistics.median(_ms(flip) for _ in range(ROUNDS))
        figures[edition] = min(took, figures.get(edition, took))
    faithful, own = figures[FAITHFUL], figures[OWN]
    _say(f"flip of {characters:6}: faithful {faithful:6.1f} ms, ours {own:6.1f} ms: {own / faithful:.2f}")
    page.close()
    session.stop()
    dispose(session)


def test_the_choices_of_a_page() -> None:
    """Print what it takes to say what settled each choice of the seed thread, beside its first conversion, in ms."""
    conversion = replace(Conversion("s2tw", OWN), script=Script.TRADITIONAL)
    lines = [line for line in SIMPLIFIED.split("\n") if line]
    converting = _ms(lambda: [conversion.apply(line) for line in lines])
    first = _ms(lambda: [[*conversion.choices(line)] for line in lines])
    again = _ms(lambda: [[*conversion.choices(line)] for line in lines])
    _say(f"choices of {len(SIMPLIFIED)}: {first:.0f} ms, again {again:.0f}; converting took {converting:.0f}")


def _all(lines: list[str], config: str, edition: Edition) -> None:
    for line in lines:
        convert(line, config, edition)


def _in_turns(*actions: Callable[[], object]) -> list[float]:
    """Return the shortest ms of each, taken in turns, since clocks vary; the first run warms up."""
    runs = [[_ms(action) for action in actions] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*runs[1:], strict=True)]


def _ms(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def _say(line: str) -> None:
    sys.stdout.write(f"\n{line}")
