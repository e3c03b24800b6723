"""The scale of the heat map: read in both themes, and by who sees no colours."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.ui.charts.matrix.shades import STEPS, least, shades, step
from desktop.ui.look.theme import DARK, LIGHT, Tokens
from tests.ui.look.test_theme import contrast, luminance

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
def test_the_number_of_a_cell_can_be_read_on_every_shade(tokens: Tokens) -> None:
    assert [shade for shade in shades(tokens) if contrast(shade.ink, shade.ground) < 4.5] == []


@THEMES
def test_shades_are_told_apart_by_their_lightness_alone(tokens: Tokens) -> None:
    grounds = [shade.ground for shade in shades(tokens)]
    lights = [luminance(ground) for ground in grounds]
    assert lights == sorted(lights, reverse=not tokens.dark)
    assert all(contrast(one, two) > 1.13 for one, two in pairwise(grounds))


def test_nothing_is_blank_and_the_most_has_the_last_shade() -> None:
    assert len(shades(LIGHT)) == STEPS + 1
    assert [step(0, 9), step(9, 9), step(0, 0)] == [0, STEPS, 0]
    assert step(0.001, 9) == 1


@pytest.mark.parametrize("number", range(1, STEPS + 1))
def test_a_shade_begins_above_the_value_that_the_legend_names(number: int) -> None:
    begins = least(number, 40)
    assert step(begins * 1.001 + 1e-9, 40) == number
    assert step(begins, 40) <= max(number - 1, 0) or number == 1
