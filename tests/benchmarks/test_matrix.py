"""The matrix of a hundred terms by a hundred authors: how long it takes to draw, beside a table of Qt's own.

Run by hand: `python -m pytest tests/benchmarks/test_matrix.py -p no:cacheprovider -s`. A frame lasts 16.7 ms.
`whole` draws all 10,000 cells with their numbers into one picture, `window` what a window of 1280 by 720 pixels
shows of them. Times are the best of thirty.
"""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView, QWidget

from desktop.keywords import Matrix
from desktop.paths import DataFolder
from desktop.session import Session
from desktop.ui.charts.matrix.grid import GridTable
from desktop.ui.charts.matrix.heat_map import HeatMap
from desktop.ui.look.look import Look
from tests.disposal import dispose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_MANY = 100
_TIMES = 30
_SIZES = {"window": (1280, 720), "whole": (4200, 3000)}


@pytest.fixture
def look(qapp: QApplication, tmp_path: Path) -> Iterator[Look]:
    """Yield the look of a session in which nothing is open."""
    session = Session(DataFolder(tmp_path / "data").prepare())
    yield Look(qapp, session)
    session.close()
    session.stop()
    dispose(session)


def hundred() -> HeatMap:
    """Return a matrix in which two of three cells have a number."""
    counts = tuple(
        tuple((term * 7 + author * 13) % 41 if (term + author) % 3 else 0 for author in range(_MANY))
        for term in range(_MANY)
    )
    terms = tuple(f"詞語{number}" for number in range(_MANY))
    authors = tuple(f"作者{number}" for number in range(_MANY))
    return HeatMap(Matrix(terms, authors, counts, (1000,) * _MANY), terms, authors)


def timed(draw: Callable[[], object]) -> float:
    """Return how long `draw` takes at best, in ms."""
    times: list[float] = []
    for _ in range(_TIMES):
        begun = perf_counter()
        draw()
        times.append((perf_counter() - begun) * 1000)
    return min(times)


def rendered(widget: QWidget) -> Callable[[], None]:
    """Return what draws `widget` once."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    return lambda: widget.render(image)


def filled(size: tuple[int, int]) -> Callable[[], None]:
    """Return what fills as many rectangles, without a number, by `QPainter` alone."""
    image = QImage(*size, QImage.Format.Format_RGB32)

    def draw() -> None:
        painter = QPainter(image)
        for row in range(size[1] // 28):
            for column in range(size[0] // 40):
                painter.fillRect(QRect(column * 40, row * 28, 39, 27), QColor(200, 10, 10))
        painter.end()

    return draw


@pytest.mark.parametrize("room", _SIZES)
def test_a_hundred_by_a_hundred(qtbot: QtBot, look: Look, room: str) -> None:
    """Print how long each takes to draw in such a room."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(*_SIZES[room])
    ours = GridTable(look, host)
    ours.resize(*_SIZES[room])
    ours.dress()
    heat_map = hundred()
    ours.show_map(heat_map)
    model = QStandardItemModel(_MANY, _MANY)
    for row in range(_MANY):
        for column in range(_MANY):
            item = QStandardItem(heat_map.number(row, column))
            item.setBackground(QColor(200, 220, 230))
            model.setItem(row, column, item)
    bare = QTableView(host)
    bare.resize(*_SIZES[room])
    bare.setModel(model)
    bare.horizontalHeader().setDefaultSectionSize(ours.columns.width)
    bare.verticalHeader().setDefaultSectionSize(28)
    bare.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    host.show()
    own, peer, fills = timed(rendered(ours)), timed(rendered(bare)), timed(filled(_SIZES[room]))
    made = timed(lambda: ours.show_map(hundred()))
    sys.stdout.write(
        f"\n{room:6} ours {own:6.1f} ms, QTableView {peer:6.1f} ms (ratio {own / peer:.2f}), "
        f"bare fills {fills:6.1f} ms; a new matrix is taken in {made:.1f} ms"
    )
    assert own < peer
