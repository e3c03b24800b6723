"""The charts of who says what, in the place of the pages."""

from __future__ import annotations

from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_open

CHARTS = (
    Action(
        "words.matrix",
        QT_TRANSLATE_NOOP("Action", "Who Says &What"),
        lambda desk: desk.charts.toggle_matrix(),
        ("Ctrl+M",),
        when=is_open,
    ),
    Action(
        "words.dispersion",
        QT_TRANSLATE_NOOP("Action", "&Where Keywords Stand"),
        lambda desk: desk.charts.toggle_dispersion(),
        ("Ctrl+D",),
        when=is_open,
    ),
)
