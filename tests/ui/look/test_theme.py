"""The colours: every pair that meets on screen has the contrast that WCAG 2.2 AA asks for."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu, QStyle

from desktop.annotations import Color
from desktop.session import LIGHT_SLOTS
from desktop.ui.look.theme import DARK, LIGHT, LIGHT_LINES, Tokens, palette, style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color: str) -> float:
    """Return the relative luminance of "#RRGGBB" (WCAG 2.2)."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
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
    assert len(set(tokens.lights)) == len(set(LIGHT_LINES)) == LIGHT_SLOTS


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
