"""Words on a card: how they are broken, cut and reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from desktop.ui.notes.card_text import CardText, reckoned_height

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIZE, LINE = 14, 22
WIDTH = 20 * SIZE


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    font = QFont("Baijia Serif TC")
    font.setPixelSize(SIZE)
    return font


@pytest.mark.parametrize(("words", "lines"), [("字", 1), ("字" * 50, 3), ("一\n二", 2), ("一\n\n三", 3)])
def test_what_has_room_is_shown_whole_line_by_line(font: QFont, words: str, lines: int) -> None:
    text = CardText(words, font, WIDTH, 3)
    assert text.whole
    assert text.height == pytest.approx(lines * LINE)


@pytest.mark.parametrize("words", ["字" * 61, "字" * 20_000, "一\n" * 4, "𠮷😀" * 500, "word " * 400])
def test_what_has_no_room_is_cut_to_its_lines(font: QFont, words: str) -> None:
    text = CardText(words, font, WIDTH, 3)
    assert not text.whole
    assert text.height == pytest.approx(3 * LINE)


def test_a_width_of_nothing_is_as_good_as_one_character(font: QFont) -> None:
    assert CardText("字字", font, -40, 3).height == pytest.approx(2 * LINE)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("漢字也會斷行，。ABC xyz\n", min_size=1, max_size=150), st.integers(120, 400))
def test_a_height_that_is_reckoned_is_a_line_off_at_most(font: QFont, words: str, width: int) -> None:
    exact = CardText(words, font, width, 6).height
    assert abs(reckoned_height(words, SIZE, width, 6) - exact) <= LINE * 1.01
