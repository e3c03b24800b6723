"""The scroll bar is the map of the page: a tick for each note and each lit or found word, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop.ui.page.scroll_map import ScrollMap, Tick

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

RED, BLUE = QColor("#ff0000"), QColor("#0000ff")
HEIGHT = 203


@pytest.fixture
def bar(qtbot: QtBot) -> ScrollMap:
    """Return a scroll bar of a page three screens long, shown."""
    bar = ScrollMap()
    qtbot.addWidget(bar)
    bar.setRange(0, 400)
    bar.setPageStep(200)
    bar.resize(12, HEIGHT)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def shot(bar: ScrollMap) -> QImage:
    """Return the bar as it is painted."""
    return bar.grab().toImage()


def rows_of(image: QImage, color: QColor, x: int) -> list[int]:
    """Return the heights at which column `x` has `color`."""
    return [y for y in range(image.height()) if image.pixelColor(x, y) == color]


@pytest.mark.parametrize(("part", "top"), [(0.0, 0), (0.25, 50), (0.5, 100), (1.0, 200)])
def test_a_tick_stands_at_its_part_of_the_height(bar: ScrollMap, part: float, top: int) -> None:
    bar.show_ticks([Tick(part, RED, is_mark=True)])
    assert rows_of(shot(bar), RED, 2) == [top, top + 1, top + 2]


def test_marks_are_in_the_left_half_and_words_in_the_right(bar: ScrollMap) -> None:
    bar.show_ticks([Tick(0.5, RED, is_mark=True), Tick(0.5, BLUE, is_mark=False)])
    image = shot(bar)
    assert [image.pixelColor(x, 101) for x in range(12)] == [RED] * 6 + [BLUE] * 6


def test_the_tick_of_a_light_that_shares_its_colour_has_a_gap(bar: ScrollMap) -> None:
    bar.show_ticks([Tick(0.5, BLUE, is_mark=False, is_split=True)])
    image = shot(bar)
    assert [image.pixelColor(x, 101) == BLUE for x in range(6, 12)] == [True, True, False, False, True, True]


def test_of_two_ticks_in_one_place_the_last_is_on_top(bar: ScrollMap) -> None:
    bar.show_ticks([Tick(0.5, RED, is_mark=False), Tick(0.5, BLUE, is_mark=False)])
    assert rows_of(shot(bar), RED, 9) == []


def test_ticks_that_are_gone_leave_no_trace(bar: ScrollMap) -> None:
    before = shot(bar)
    bar.show_ticks([Tick(0.5, RED, is_mark=True)])
    assert shot(bar) != before
    bar.show_ticks([])
    assert shot(bar) == before
    assert bar.ticks == []


def test_the_map_still_scrolls(bar: ScrollMap) -> None:
    bar.show_ticks([Tick(0.5, RED, is_mark=True)])
    QTest.keyClick(bar, Qt.Key.Key_PageDown)
    assert bar.value() == 200
