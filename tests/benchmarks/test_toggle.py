"""From the command to flip the script to the painted page, beside a plain `QTextEdit` that is given the same text.

Run by hand: `python -m pytest tests/benchmarks -p no:cacheprovider -s`. The conversion of either script is made
beforehand and remembered by the session, as it is when a reader flips back; so what is timed is the page.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop.annotations import Color
from desktop.paths import DataFolder
from desktop.script import Script
from desktop.session import Session
from desktop.session.words.projection import Projections
from desktop.text import Span
from desktop.ui.look.look import Look
from desktop.ui.page.answer_page import AnswerPage
from tests.disposal import dispose
from tests.ui.conftest import InlineExecutor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

SENTENCE = "程序员把U盘插进电脑，内存不够，鼠标也坏了，软件还要打印，只好打开网络上的文件，别人都说“这里”没有问题。"
CHARACTERS = 2_000
ROUNDS = 40
SIZE = (796, 860)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Yield a session with one answer of 2,000 characters, five marks and two lights on it."""
    paragraphs = [(SENTENCE * 4)[:200]] * (CHARACTERS // 200)
    path = tmp_path / "thread.txt"
    path.write_text("一个问题？\n\n答者\n\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    session = Session(DataFolder(tmp_path / "data").prepare(), None, InlineExecutor(), InlineExecutor())
    assert session.shelf.open(path)
    session.choose_variant(Script.TRADITIONAL, "taiwan-words")
    _draw_on(session)
    yield session
    session.close()
    session.stop()
    dispose(session)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, session: Session) -> AnswerPage:
    """Return the page of that answer, shown, both scripts converted."""
    qapp.setStyleSheet("")
    page = AnswerPage(session, Look(qapp, session))
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    for script in (Script.SIMPLIFIED, Script.TRADITIONAL):
        session.show_script(script)
        page.viewport().repaint()
    return page


@pytest.fixture
def plain(qtbot: QtBot) -> QTextEdit:
    """Return a plain text edit of the same size, shown, in the same font."""
    plain = QTextEdit()
    qtbot.addWidget(plain)
    plain.setReadOnly(True)
    plain.resize(*SIZE)
    plain.setStyleSheet("QTextEdit { font-family: 'Baijia Serif TC'; font-size: 20px; padding: 0 52px; }")
    plain.show()
    qtbot.waitExposed(plain)
    QApplication.processEvents()
    return plain


class PaintCount(QObject):
    """Counts the paint events of a viewport: what is not painted must not be timed."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count and let pass."""
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_a_flip_is_painted_within_a_frame(
    benchmark: BenchmarkFixture, page: AnswerPage, plain: QTextEdit, session: Session
) -> None:
    """Time the flip, and print it as a ratio to a plain text edit; the aim is 10 ms, the limit a frame at 60 Hz."""

    def flip() -> None:
        session.toggle_script()
        page.viewport().repaint()

    ours, theirs = _medians((flip, PaintCount(page)), (_replacing(plain, session), PaintCount(plain)))
    benchmark(flip)
    sys.stdout.write(f"\nflip: ours {ours:.1f} ms, plain QTextEdit {theirs:.1f} ms: {ours / theirs:.2f}\n")
    assert ours < 1000 / 60


def test_a_flip_that_must_convert_first(
    benchmark: BenchmarkFixture, page: AnswerPage, plain: QTextEdit, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time the flip when no conversion is remembered, as on the first flip of an answer."""

    def flip() -> None:
        # A new Projections has no page in it; what `session.shown` keeps of names is a matter of microseconds.
        monkeypatch.setattr(session.pages, "_projections", Projections())
        session.toggle_script()
        page.viewport().repaint()

    ours, theirs = _medians((flip, PaintCount(page)), (_replacing(plain, session), PaintCount(plain)))
    benchmark(flip)
    sys.stdout.write(f"\nfirst flip: ours {ours:.1f} ms, plain QTextEdit {theirs:.1f} ms: {ours / theirs:.2f}\n")


def test_a_repaint(benchmark: BenchmarkFixture, page: AnswerPage, plain: QTextEdit) -> None:
    """Time the painting of a screen with its marks and lights, and print it as a ratio to the plain text edit."""
    plain.setPlainText(page.toPlainText())
    ours, theirs = _medians(
        (page.viewport().repaint, PaintCount(page)), (plain.viewport().repaint, PaintCount(plain))
    )
    benchmark(page.viewport().repaint)
    sys.stdout.write(f"\nrepaint: ours {ours:.1f} ms, plain QTextEdit {theirs:.1f} ms: {ours / theirs:.2f}\n")


def _replacing(plain: QTextEdit, session: Session) -> Callable[[], None]:
    """Return what gives `plain` the text of the page in either script, in turns, and has it painted."""
    texts = [_text_in(session, script) for script in (Script.SIMPLIFIED, Script.TRADITIONAL)]

    def replace_plain() -> None:
        texts.reverse()
        plain.setPlainText(texts[0])
        plain.viewport().repaint()

    return replace_plain


def _draw_on(session: Session) -> None:
    answer = session.state.current
    assert answer is not None
    for index, paragraph in enumerate(answer.paragraphs[:5]):
        session.select(Span(paragraph.start + 10, paragraph.start + 60))
        session.annotations.highlight(list(Color)[index % len(Color)])
    session.annotations.activate(None)
    session.lights.light("内存")
    session.lights.light("软件")


def _text_in(session: Session, script: Script) -> str:
    session.show_script(script)
    shown = session.page()
    assert shown is not None
    return shown.text


Timed = tuple["Callable[[], None]", PaintCount]


def _medians(first: Timed, second: Timed) -> tuple[float, float]:
    """Return the median times of both in ms, taken in turns, since clocks vary; each must paint each time."""
    runs = [(_milliseconds(first[0]), _milliseconds(second[0])) for _ in range(ROUNDS)]
    assert first[1].count >= ROUNDS
    assert second[1].count >= ROUNDS
    return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)


def _milliseconds(action: Callable[[], None]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000
