"""Ten thousand notes on one thread, in the whole window: opening it, flipping its script, making one note more.

Run by hand: `python -m pytest tests/benchmarks/test_many_notes.py -p no:cacheprovider -s`. The thread has thirty
answers of 10,000 characters; a third of it is marked and every ninth mark has a note. The aims are 0.5 s to open
it and a frame (16.7 ms at 60 Hz) for a flip. The peer is the same thread without notes, in the same run.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from desktop.annotations import Color, new_annotation
from desktop.documents import open_document
from desktop.paths import DataFolder
from desktop.script import Script
from desktop.text import Span
from tests.annotations.stores import store_of
from tests.benchmarks.windows import flip, settle, thread, window_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.annotations import Annotation
    from desktop.documents import Document
    from desktop.ui.window import MainWindow

NOTES = 10_000
ROUNDS = 7
FLIPS = 60


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Yield the window on the seed, with two threads beside it: `noted.txt` has the notes, `bare.txt` has none."""
    noted, bare = tmp_path / "noted.txt", tmp_path / "bare.txt"
    noted.write_text(thread(10_000), encoding="utf-8")
    backwards = [line[::-1] if len(line) > 60 else line for line in thread(10_000).split("\n")]
    bare.write_text("\n".join(backwards), encoding="utf-8")  # as long, and nothing like the other
    folder = DataFolder(tmp_path / "data").prepare()
    document = open_document(noted)
    store = store_of(document, folder.annotations, folder.mirror)
    store.load()
    store.save({note.id: note for note in _notes(document)})
    with window_on(bare, tmp_path / "data", qapp, qtbot) as window:
        yield window


def test_open(window: MainWindow, tmp_path: Path) -> None:
    """Print how long opening takes until the page is painted and everything that was put off is done."""
    runs = [(_open(window, tmp_path / "noted.txt"), _open(window, tmp_path / "bare.txt")) for _ in range(ROUNDS)]
    assert len(window.session.state.notes.annotations) == 0
    _report("open", *(statistics.median(times) for times in zip(*runs, strict=True)))


def test_flip(window: MainWindow, tmp_path: Path) -> None:
    """Print how long a flip takes, from the key to the painted page."""
    peer = _flips(window)
    _open(window, tmp_path / "noted.txt")
    assert len(window.session.state.notes.annotations) == NOTES
    ours = _flips(window)
    _report("flip, median", statistics.median(ours), statistics.median(peer))
    _report("flip, 95th percentile", *(statistics.quantiles(times, n=20)[-1] for times in (ours, peer)))


def test_one_more(window: MainWindow, tmp_path: Path) -> None:
    """Print how long it takes to mark ten more characters and paint them, beside the same on the bare thread."""
    peer = [_mark(window, n) for n in range(ROUNDS)]
    _open(window, tmp_path / "noted.txt")
    ours = [_mark(window, n) for n in range(ROUNDS)]
    _report("mark", statistics.median(ours), statistics.median(peer))


def _notes(document: Document) -> Iterator[Annotation]:
    """Yield notes on ten characters each, spread evenly, in no order."""
    places = [
        Span(start, start + 10)
        for answer in document.answers
        for paragraph in answer.paragraphs
        for start in range(paragraph.start, paragraph.end - 12, 14)
    ]
    colors = tuple(Color)
    for number, span in enumerate(random.Random(1).sample(places, NOTES)):  # noqa: S311 (no secret)
        index = document.answer_at(span.start)
        yield new_annotation(
            document.text,
            document.sha256,
            span,
            colors[number % len(colors)],
            note="" if number % 9 else "這裏說得有道理，但是出處呢？",
            made_in=Script.TRADITIONAL.value,
            author=document.answers[index or 0].author,
            answer=index,
            now=datetime.now(UTC),
        )


def _open(window: MainWindow, path: Path) -> float:
    took = _timed(lambda: window.session.shelf.open(path), window)
    _finish(window)
    return took


def _finish(window: MainWindow) -> None:
    """Wait until nothing computes any more."""
    while window.session.state.lights.keywords is None:
        settle(0.1)
    settle(0.5)


def _mark(window: MainWindow, number: int) -> float:
    state = window.session.state
    assert state.current is not None
    start = state.current.paragraphs[0].start + 3 * number
    window.session.select(Span(start, start + 10))
    settle(0.05)
    took = _timed(lambda: window.session.annotations.highlight(Color.GAMBOGE), window)
    settle(0.2)
    return took


def _timed(action: Callable[[], object], window: MainWindow) -> float:
    """Return how many ms `action` and the painting that follows it take, with what it has put off for later."""
    start = time.perf_counter()
    action()
    window.page.viewport().repaint()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def _flips(window: MainWindow) -> list[float]:
    _finish(window)
    return [flip(window) for _ in range(FLIPS)]


def _report(what: str, ours: float, peer: float) -> None:
    sys.stdout.write(f"\n{what}: {ours:.1f} ms with {NOTES} notes, {peer:.1f} ms without: {ours / peer:.2f}\n")
