"""The names of authors above their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from desktop.script import Script
from desktop.ui.charts.laid_out import LaidOutWords
from desktop.ui.charts.matrix.grid_paint import columns_for, in_two
from desktop.ui.charts.matrix.stacked_name import characters, paint_stacked, stacked_height

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from desktop.ui.look.look import Look


@pytest.fixture
def font(look: Look) -> QFont:
    return look.script_font(Script.TRADITIONAL, 13)


def test_few_authors_have_their_names_flat_and_many_have_them_stacked(font: QFont) -> None:
    few = columns_for(["毛開雲", "核子獵潛艇"], font, 400)
    assert not few.stacked
    many = columns_for(["錦繡中華一捧土"] * 60, font, 800)
    assert many.stacked
    assert many.height > few.height


def test_a_name_is_parted_at_a_blank_or_evenly_and_loses_nothing(font: QFont) -> None:
    metrics = QFontMetricsF(font)
    half = metrics.horizontalAdvance("錦繡中華") + 1
    assert "".join(in_two("錦繡中華一捧土", metrics, half)) == "錦繡中華一捧土"
    assert all(metrics.horizontalAdvance(line) <= half for line in in_two("錦繡中華一捧土", metrics, half))
    assert in_two("Richard Kelley", metrics, metrics.horizontalAdvance("Richard") + 1) == ["Richard", "Kelley"]
    assert in_two("毛開雲", metrics, 500) == ["毛開雲"]


@pytest.mark.parametrize(
    "name", ["錦繡中華一捧土", "Richard Kelley von und zu Hohenstein", "王Sam👩‍👩‍👧é", "長" * 60, ""]
)
def test_a_stacked_name_stays_in_its_room(font: QFont, name: str) -> None:
    image = QImage(40, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    paint_stacked(painter, name, QRectF(0, 80, 40, 100), LaidOutWords(font))
    painter.end()
    inked = {y for y in range(200) for x in range(40) if image.pixelColor(x, y).lightness() < 200}
    assert all(78 <= y <= 182 for y in inked)
    assert bool(inked) == bool(name)


def test_what_belongs_together_is_one_character(font: QFont) -> None:
    assert list(characters("王e\u0301👩‍👧")) == ["王", "e\u0301", "👩‍👧"]
    assert stacked_height("王王", QFontMetricsF(font)) == 2 * QFontMetricsF(font).height()
