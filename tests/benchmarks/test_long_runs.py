"""Texts that nothing breaks into lines, words or paragraphs, beside Han prose: how long each takes per character.

Run by hand: `python -m pytest tests/benchmarks/test_long_runs.py -p no:cacheprovider -s`. What is printed is, for
twice as long a text as for once, µs per character and the ratio to prose; a ratio that doubles between the two is not
linear. Prose is laid out no farther than it is in sight, and a paragraph always whole.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from desktop.paths import DataFolder
from desktop.session import Session
from desktop.ui.look.look import Look
from desktop.ui.page.answer_page import AnswerPage
from tests.disposal import dispose
from tests.session.executors import InlineExecutor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_SENTENCE = "美國和俄羅斯是天然的對手，永遠不可能結盟，主要是打自己的算盤，別人看得一清二楚。"
_PROSE = "prose"
RUNS = {
    _PROSE: "",
    "one paragraph": _SENTENCE,
    "digits": "1234567890",
    "letters": "abcdefghij",
    "full stops": "。",
    "brackets": "「",
    "dashes": "—",
    "combining marks": "\u0301",
    "ZWJ families": "👨\u200d👩\u200d👧",
    "flags": "🇹🇼",
    "selectors": "葛\U000e0100",
    "zero-width spaces": "\u200b",
    "no-break spaces": "a\u00a0",
    "Arabic": "مرحبا",
    "words": "word ",
}
_LENGTHS = (50_000, 100_000)
_per_character = dict[tuple[str, int, str], float]()


def _text(name: str, characters: int) -> str:
    if name == _PROSE:
        return "\n\n".join([(_SENTENCE * 5)[:200]] * (characters // 200))
    return "字" + RUNS[name] * (characters // len(RUNS[name]))


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, tables: None) -> Iterator[Session]:
    """Yield a session whose work is done at once."""
    session = Session(DataFolder(tmp_path / "data").prepare(), None, InlineExecutor(), InlineExecutor())
    yield session
    session.close()
    session.stop()
    dispose(session)


@pytest.mark.parametrize("characters", _LENGTHS)
@pytest.mark.parametrize("name", RUNS)
def test_a_long_run(
    qapp: QApplication, qtbot: QtBot, session: Session, tmp_path: Path, name: str, characters: int
) -> None:
    """Print how long it takes to open, flip, resize, scroll and select it, all of it laid out and painted."""
    text = _text(name, characters)
    path = tmp_path / "thread.txt"
    path.write_text(f"一個問題？\n\n答者\n\n\n{text}\n", encoding="utf-8")
    page = AnswerPage(session, Look(qapp, session))
    qtbot.addWidget(page)
    page.resize(796, 700)
    page.show()
    for what, step in _steps(page, session, path).items():
        start = time.perf_counter()
        step()
        page.viewport().repaint()
        page.page_layout.finish()
        each = (time.perf_counter() - start) * 1e6 / len(text)
        _per_character[name, characters, what] = each
        ratio = each / _per_character.get((_PROSE, characters, what), each)
        sys.stdout.write(f"\n{name:18}{characters:8} {what:7}{each:7.2f} µs per character {ratio:6.2f} × prose")


def _steps(page: AnswerPage, session: Session, path: Path) -> dict[str, Callable[[], object]]:
    def scroll() -> None:
        for part in range(10):
            page.scroll_map.setValue(page.scroll_map.maximum() * part // 10)
            page.viewport().repaint()

    return {
        "open": lambda: session.shelf.open(path),
        "flip": session.toggle_script,
        "again": session.toggle_script,
        "resize": lambda: page.resize(700, 700),
        "scroll": scroll,
        "select": page.select_answer,
    }
