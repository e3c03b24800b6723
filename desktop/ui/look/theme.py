"""The colours of the two themes as tokens, and the palette and style sheet that are made from them.

Where the tokens come from: paper and ink, one accent (the vermilion of 朱批), pigments for marks (`Color` has them),
and lights that were sought by computation: no two are closer than 20 (CIE 1976 ΔE*ab) to anybody, whichever cones
they have. `tests/ui/look/test_theme.py` computes that, and the WCAG 2.2 contrast of every pair that meets on screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from desktop.annotations import Color
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget


class Tokens(NamedTuple):
    """One theme: every colour the app draws with, as "#RRGGBB".

    `quoted` is the ink of what an author quotes, which readers mark like all else: it is read on marks too.
    `frame` and `page` are grounds; `ink`, `second` and `hairline` are drawn on both; `accent` marks what is chosen
    and `on_accent` is text upon it; `raised` is the ground of chips and fields; `selection` lies under selected text.
    `marks` are washes under text, `mark_edges` the same pigments as thin lines; `lights` are the lines of keywords.
    """

    dark: bool
    frame: str
    page: str
    raised: str
    ink: str
    second: str
    quoted: str
    hairline: str
    accent: str
    on_accent: str
    selection: str
    found: str
    problem: str
    marks: Mapping[Color, str]
    mark_edges: Mapping[Color, str]
    lights: tuple[str, ...]

    def mark(self, color: Color) -> QColor:
        """Return the wash of a mark."""
        return QColor(self.marks[color])

    def mark_edge(self, color: Color) -> QColor:
        """Return the pigment of a mark where it is a line or a dot."""
        return QColor(self.mark_edges[color])

    def light(self, slot: int) -> QColor:
        """Return the colour of the light in `slot`; those beyond the colours begin with the first again."""
        return QColor(self.lights[slot % len(self.lights)])


LIGHT = Tokens(
    dark=False,
    frame="#F3EFE6",
    page="#FBF9F4",
    raised="#EAE4D6",
    ink="#24211C",
    second="#6A6256",
    quoted="#474239",
    hairline="#E3DCCD",
    accent="#B0432B",
    on_accent="#FFFFFF",
    selection="#D9D0BC",
    found="#B0432B",
    problem="#9A2F1B",
    marks={color: color.light.wash for color in Color},
    mark_edges={color: color.light.edge for color in Color},
    lights=("#0280AB", "#83113A", "#867514", "#5D2594", "#A86451", "#364C00", "#7C5FDD", "#712765"),
)

DARK = Tokens(
    dark=True,
    frame="#1B1A18",
    page="#22211E",
    raised="#2C2A26",
    ink="#DCD6CA",
    second="#9C9486",
    quoted="#CFC9BC",
    hairline="#35322D",
    accent="#E27356",
    on_accent="#1B1A18",
    selection="#4A463D",
    found="#F5B09C",
    problem="#F08A70",
    marks={color: color.dark.wash for color in Color},
    mark_edges={color: color.dark.edge for color in Color},
    lights=("#55D6FD", "#F677C4", "#FFD662", "#A096FF", "#D29B49", "#6FB47A", "#B2EDC1", "#D8E894"),
)


class LightLine(NamedTuple):
    """How a light is drawn without its colour: a pen style, and whether the line is double, waved, or a heavy one.

    `below` is the pen of the lower one of two lines that differ.
    """

    pen: Qt.PenStyle
    double: bool = False
    wave: bool = False
    heavy: bool = False
    below: Qt.PenStyle | None = None


LIGHT_LINES: tuple[LightLine, ...] = (
    LightLine(Qt.PenStyle.SolidLine),
    LightLine(Qt.PenStyle.SolidLine, double=True),
    LightLine(Qt.PenStyle.DashLine),
    LightLine(Qt.PenStyle.DotLine),
    LightLine(Qt.PenStyle.SolidLine, wave=True),
    LightLine(Qt.PenStyle.DashDotLine),
    LightLine(Qt.PenStyle.DashLine, double=True),
    LightLine(Qt.PenStyle.DotLine, double=True),
    LightLine(Qt.PenStyle.SolidLine, heavy=True),
    LightLine(Qt.PenStyle.SolidLine, below=Qt.PenStyle.DotLine),
    LightLine(Qt.PenStyle.DashDotLine, double=True),
    LightLine(Qt.PenStyle.DotLine, heavy=True),
)
"""The line of each light slot. No two are alike, and of two slots that share a colour one is heavy or double."""


def palette(tokens: Tokens) -> QPalette:
    """Return the palette that makes the Fusion style draw in `tokens`."""
    roles = {
        QPalette.ColorRole.Window: tokens.frame,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.page,
        QPalette.ColorRole.AlternateBase: tokens.frame,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.BrightText: tokens.on_accent,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.ink,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.second,
        QPalette.ColorRole.Mid: tokens.hairline,
    }
    result = QPalette()
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.second))
    return result


def style_sheet(tokens: Tokens) -> str:
    """Return `resources/styles/baijia.qss` with each `@token` replaced by its colour, @chevron by its picture."""
    sheet = resource("styles/baijia.qss").read_text(encoding="utf-8")
    values = {key: value for key, value in tokens._asdict().items() if isinstance(value, str)}
    values["chevron"] = resource(f"icons/chevron-{'dark' if tokens is DARK else 'light'}.svg").as_posix()
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet


def dress(widget: QWidget, font: QFont, sheet: str) -> None:
    """Have `widget` wear the style `sheet` and `font`, in this order, and be laid out by them.

    A sheet that is put on after a font, or is first applied when the widget is shown, takes the font's size back.
    """
    wear(widget, sheet)
    widget.ensurePolished()
    widget.setFont(font)
    widget.updateGeometry()


def wear(widget: QWidget, sheet: str) -> None:
    """Have `widget` wear the style `sheet`; at a flip of the script, when it wears it already, this costs nothing."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)
