"""The titles of the menus in the bar: all of a menu that is seen before it is opened."""

from __future__ import annotations

from desktop.translatable import QT_TRANSLATE_NOOP

MENU_TITLES = (
    QT_TRANSLATE_NOOP("Menu", "&File"),
    QT_TRANSLATE_NOOP("Menu", "&Edit"),
    QT_TRANSLATE_NOOP("Menu", "&View"),
    QT_TRANSLATE_NOOP("Menu", "&Thread"),
    QT_TRANSLATE_NOOP("Menu", "&Script"),
    QT_TRANSLATE_NOOP("Menu", "&Annotate"),
    QT_TRANSLATE_NOOP("Menu", "&Help"),
)
"""In the order of the bar; what is in each of these menus is in `desktop.ui.commands.menus.MENUS`."""
