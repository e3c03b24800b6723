"""The dots of pigment, worked with real keys and clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.annotations import Color
from desktop.ui.fields.color_dots import ColorDots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.look.look import Look


@pytest.fixture
def make(qtbot: QtBot, look: Look) -> Iterator[Callable[[bool], ColorDots]]:
    """Yield what makes a row of dots, shown, one at a time or any number on."""
    desks: list[QWidget] = []

    def make(exclusive: bool) -> ColorDots:
        desk = QWidget()
        desks.append(desk)
        desk.resize(160, 40)
        qtbot.addWidget(desk)
        dots = ColorDots(look, desk, exclusive=exclusive)
        with qtbot.waitActive(desk):
            desk.show()
        return dots

    yield make
    desks.clear()


def _click(dots: ColorDots, color: Color) -> None:
    QTest.mouseClick(dots.dots[color], Qt.MouseButton.LeftButton)


def test_any_number_can_be_on_and_each_is_put_out_by_itself(make: Callable[[bool], ColorDots]) -> None:
    dots = make(False)
    told: list[Color] = []
    dots.chosen.connect(told.append)
    for color in (Color.ROUGE, Color.INDIGO, Color.ROUGE):
        _click(dots, color)
    assert dots.on == {Color.INDIGO}
    assert told == [Color.ROUGE, Color.INDIGO, Color.ROUGE]


def test_of_exclusive_ones_just_one_is_on(make: Callable[[bool], ColorDots]) -> None:
    dots = make(True)
    for color in (Color.ROUGE, Color.INDIGO, Color.INDIGO):
        _click(dots, color)
    assert dots.on == {Color.INDIGO}


@pytest.mark.parametrize("exclusive", [True, False])
def test_turning_them_on_from_outside_is_silent(make: Callable[[bool], ColorDots], exclusive: bool) -> None:
    dots = make(exclusive)
    spy = QSignalSpy(dots.chosen)
    for color in (Color.ROUGE, Color.MALACHITE):
        dots.turn_on([color])
        assert dots.on == {color}
    dots.turn_on([])
    assert (dots.on, spy.count()) == (frozenset(), 0)


def test_a_click_leaves_the_keyboard_where_it_was(make: Callable[[bool], ColorDots]) -> None:
    dots = make(False)
    dots.dots[Color.ROUGE].setFocus()
    _click(dots, Color.INDIGO)
    assert dots.dots[Color.ROUGE].hasFocus()


def test_arrows_choose_among_exclusive_ones_and_tab_stops_once(make: Callable[[bool], ColorDots]) -> None:
    dots = make(True)
    dots.turn_on([Color.GAMBOGE])
    dots.dots[Color.GAMBOGE].setFocus()
    QTest.keyClick(dots.dots[Color.GAMBOGE], Qt.Key.Key_Right)
    assert dots.on == {Color.MALACHITE}
    QTest.keyClick(dots.dots[Color.MALACHITE], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in {dots.dots[Color.MALACHITE], None}


def test_a_ring_of_accent_says_where_the_keyboard_is(make: Callable[[bool], ColorDots], look: Look) -> None:
    dot = make(False).dots[Color.INDIGO]

    def ringed() -> bool:
        picture = dot.grab().toImage()
        accent = QColor(look.tokens.accent)
        row = [picture.pixelColor(x, picture.height() // 2) for x in range(picture.width())]
        return any(abs(c.hue() - accent.hue()) < 12 and c.alpha() > 100 for c in row)

    dot.setFocus()
    assert ringed()
    dot.clearFocus()
    assert not ringed()
