"""The scale of the heat map: from paper to indigo by lightness alone, so that no eye for colours is needed.

Each step has an ink that is read on it; `tests/ui/charts/test_shades.py` computes their contrast (WCAG 2.2).
"""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.ui.look.theme import Tokens


class Shade(NamedTuple):
    """One step of the scale: the ground of a cell and the ink of its number, as "#RRGGBB"."""

    ground: str
    ink: str


_LIGHT_GROUNDS = ("#E6EBEC", "#CBD8DF", "#A7BFCD", "#7FA3B8", "#3F6E8C", "#244D69", "#14324A")
_DARK_GROUNDS = ("#28323A", "#2C4453", "#33586F", "#5F94B3", "#83B4CF", "#ABD1E4", "#D8EDF6")
_LIGHT_INKS = ("#24211C", "#FFFFFF")
_DARK_INKS = ("#E6E1D6", "#12110F")
_FIRST_TURNED = {False: 4, True: 3}
"""The first ground on which the other ink is read, by whether the theme is dark."""

STEPS = len(_LIGHT_GROUNDS)
"""How many shades there are beside the blank ground of what is never said."""


def shades(tokens: Tokens) -> tuple[Shade, ...]:
    """Return the blank ground, and from the least to the most the shades of the theme."""
    grounds, inks = (_DARK_GROUNDS, _DARK_INKS) if tokens.dark else (_LIGHT_GROUNDS, _LIGHT_INKS)
    turned = _FIRST_TURNED[tokens.dark]
    shaded = (Shade(ground, inks[number >= turned]) for number, ground in enumerate(grounds))
    return Shade(tokens.page, tokens.second), *shaded


def step(value: float, most: float) -> int:
    """Return which shade a `value` has where the largest is `most`: 0 for nothing, else 1 to `STEPS`.

    By the square root, as is usual for counts: few values are large, and those that are small are told apart.
    """
    if value <= 0 or most <= 0:
        return 0
    return min(STEPS, ceil(STEPS * sqrt(value / most)))


def least(number: int, most: float) -> float:
    """Return the value above which the shade `number` (1 to `STEPS`) begins, where the largest is `most`."""
    return most * ((number - 1) / STEPS) ** 2
