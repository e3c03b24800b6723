"""The colours: every pair that meets on screen has the contrast that WCAG 2.2 AA asks for."""

from __future__ import annotations

import math
import re
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu, QStyle

from desktop.annotations import Color
from desktop.session import LIGHT_SLOTS
from desktop.ui.look.theme import DARK, LIGHT, LIGHT_LINES, Tokens, palette, style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def linear_rgb(color: str) -> list[float]:
    """Return the linear red, green and blue of "#RRGGBB", 0 to 1."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(color: str) -> float:
    """Return the relative luminance of "#RRGGBB" (WCAG 2.2)."""
    linear = linear_rgb(color)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def text_pairs(tokens: Tokens) -> Iterator[tuple[str, str]]:
    grounds = (tokens.frame, tokens.page, tokens.raised)
    yield from product((tokens.ink, tokens.second), grounds)
    yield from product((tokens.ink, tokens.quoted), (tokens.page, tokens.selection, *tokens.marks.values()))
    yield from product((tokens.accent, tokens.problem), (tokens.page, tokens.frame))
    yield tokens.on_accent, tokens.accent


def line_pairs(tokens: Tokens) -> Iterator[tuple[str, str]]:
    yield from product(tokens.lights, (tokens.page, tokens.raised, *tokens.marks.values()))
    yield from product(tokens.mark_edges.values(), (tokens.page, tokens.frame))
    yield from product((tokens.found,), (tokens.page, *tokens.marks.values()))


def below(pairs: Iterator[tuple[str, str]], least: float) -> list[str]:
    return [f"{a} on {b}: {contrast(a, b):.2f}" for a, b in pairs if contrast(a, b) < least]


@THEMES
def test_text_can_be_read_on_every_ground_it_meets(tokens: Tokens) -> None:
    assert below(text_pairs(tokens), 4.5) == []


@THEMES
def test_lines_can_be_seen_on_every_ground_they_meet(tokens: Tokens) -> None:
    assert below(line_pairs(tokens), 3.0) == []


@THEMES
def test_every_light_slot_has_a_colour_and_a_line_of_its_own(tokens: Tokens) -> None:
    looks = {(tokens.light(slot).name(), LIGHT_LINES[slot]) for slot in range(LIGHT_SLOTS)}
    assert len(looks) == len(set(LIGHT_LINES)) == len(LIGHT_LINES) == LIGHT_SLOTS == 12
    assert len(set(tokens.lights)) == 8


# Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (IEEE TVCG
# 15:6, 2009), table 1, severity 1.0, for linear RGB.
VISIONS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# From linear sRGB to CIE XYZ, and the white that it is relative to (IEC 61966-2-1, D65).
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def seen_as(color: str, vision: str) -> tuple[float, float, float]:
    """Return the CIELAB coordinates of "#RRGGBB" as somebody with this vision sees it."""
    linear = [min(1.0, max(0.0, part)) for part in times(VISIONS[vision], linear_rgb(color))]
    x, y, z = (
        value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
        for value in (part / white for part, white in zip(times(TO_XYZ, linear), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("vision", VISIONS)
@THEMES
def test_no_two_colours_of_lights_are_alike_to_any_eye(tokens: Tokens, vision: str) -> None:
    pairs = combinations(tokens.lights, 2)
    distances = {pair: math.dist(*(seen_as(color, vision) for color in pair)) for pair in pairs}
    assert {pair: far for pair, far in distances.items() if far < 20} == {}


def test_the_simulation_takes_red_for_green_where_there_is_no_cone_for_it() -> None:
    """As it should: colours that differ by that alone are one to a deuteranope, and two to everybody else."""
    red, green = "#B05A3C", "#847440"
    assert math.dist(seen_as(red, "usual"), seen_as(green, "usual")) > 30
    assert math.dist(seen_as(red, "deuteranopia"), seen_as(green, "deuteranopia")) < 12


@THEMES
def test_every_colour_of_mark_has_its_pigment(tokens: Tokens) -> None:
    assert set(tokens.marks) == set(tokens.mark_edges) == set(Color)


@THEMES
def test_the_style_sheet_has_no_token_left_over(tokens: Tokens) -> None:
    assert re.findall(r"@\w+", style_sheet(tokens).split("*/", 1)[1]) == []


def test_a_disabled_text_is_paler_than_an_enabled_one() -> None:
    colors = palette(LIGHT)
    role = colors.ColorRole.Text
    assert colors.color(colors.ColorGroup.Disabled, role) != colors.color(colors.ColorGroup.Active, role)


@THEMES
def test_a_menu_that_is_higher_than_the_screen_scrolls(tokens: Tokens, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setStyleSheet(style_sheet(tokens))
    assert menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu)
