"""The fonts of the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from desktop.ui.look.look import Look

NAME_PX, NUMBER_PX, TITLE_PX = 13, 12, 17


class ChartFonts(NamedTuple):
    """The fonts of a chart in a file: of names and terms, of numbers, of the title."""

    names: QFont
    numbers: QFont
    title: QFont


def chart_fonts(look: Look) -> ChartFonts:
    """Return the fonts of a chart in a file, by the script that is shown."""
    return ChartFonts(look.frame_font(NAME_PX), look.interface_font(NUMBER_PX), look.frame_font(TITLE_PX))
