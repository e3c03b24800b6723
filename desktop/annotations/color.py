"""The colours of marks: a row for each, which the themes, the menus, the dots and the exported page are made from.

To add one: a row, and the translations of its name (`python -m tests.translations`). `tests/ui/look/test_theme.py`
says whether text is readable on its wash, and its edge seen on paper, in either theme.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from desktop.translatable import QT_TRANSLATE_NOOP


class Pigment(NamedTuple):
    """A colour in one theme, as "#RRGGBB": its `wash` lies under words, its `edge` is a line or a dot."""

    wash: str
    edge: str


class Color(StrEnum):
    """The colours of a mark, named after the pigments of Chinese painting; the value is what files keep.

    `label` is the name in English menus (context "Action" of the translations); the number of the row is the key that
    marks in the colour.
    """

    label: str
    light: Pigment
    dark: Pigment

    def __new__(cls, value: str, label: str, light: Pigment, dark: Pigment) -> Color:
        """Return the member of one row."""
        self = str.__new__(cls, value)
        self._value_ = value
        self.label, self.light, self.dark = label, light, dark
        return self

    GAMBOGE = (
        "gamboge",
        QT_TRANSLATE_NOOP("Action", "Gamboge (Yellow)"),
        Pigment("#F6DE8D", "#A07C0C"),
        Pigment("#5F5019", "#C9A93C"),
    )
    MALACHITE = (
        "malachite",
        QT_TRANSLATE_NOOP("Action", "Malachite (Green)"),
        Pigment("#C4E2CC", "#3D8A5A"),
        Pigment("#2F5540", "#6CAF86"),
    )
    INDIGO = (
        "indigo",
        QT_TRANSLATE_NOOP("Action", "Indigo (Blue)"),
        Pigment("#C6DBF0", "#3F7DB8"),
        Pigment("#2A4660", "#6FA3D3"),
    )
    ROUGE = (
        "rouge",
        QT_TRANSLATE_NOOP("Action", "Rouge (Pink)"),
        Pigment("#F4CBCF", "#C25966"),
        Pigment("#663740", "#D5818C"),
    )
