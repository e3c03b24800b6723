"""The menu of a cell of the matrix: all that can be done there, with the keys that do it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.charts.matrix.arranging import AxisKey, AxisOrder
from desktop.ui.charts.matrix.grid import (
    LIGHT,
    MEASURE,
    PLACES,
    SORT_AUTHORS,
    SORT_TERMS,
    UNSORT,
    VISIT,
    Cell,
    GridKey,
)
from desktop.ui.commands.actions import LiveEntry
from desktop.ui.commands.popups import CommandMenu
from desktop.ui.wording.foreign_words import as_menu_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.ui.charts.matrix.heat_map import HeatMap
    from desktop.ui.commands.desk import Desk

_LONGEST = 16
_BY_KEYS = (
    (PLACES, "Return", QT_TRANSLATE_NOOP("MatrixMenu", "Show Where {author} Says {term}")),
    (LIGHT, "L", QT_TRANSLATE_NOOP("MatrixMenu", "Light {term}, or Put It Out")),
    (VISIT, "G", QT_TRANSLATE_NOOP("MatrixMenu", "Go to the Answer of {author}")),
    None,
    (SORT_TERMS, "S", QT_TRANSLATE_NOOP("MatrixMenu", "Terms by How Much {author} Says Them")),
    (SORT_AUTHORS, "Shift+S", QT_TRANSLATE_NOOP("MatrixMenu", "Authors by How Much They Say {term}")),
)
_BY_USE, _BY_NAME = AxisOrder(AxisKey.USE), AxisOrder(AxisKey.NAME)
_SORTS = (
    (_BY_USE, None, QT_TRANSLATE_NOOP("MatrixMenu", "Terms by How Much All Say Them")),
    (_BY_NAME, None, QT_TRANSLATE_NOOP("MatrixMenu", "Terms by Name")),
    (None, _BY_USE, QT_TRANSLATE_NOOP("MatrixMenu", "Authors by How Much They Say All Terms")),
    (None, _BY_NAME, QT_TRANSLATE_NOOP("MatrixMenu", "Authors by Name")),
)


class MatrixDeeds(NamedTuple):
    """What the menu does: what a key of the table does in the cell, and sorting its terms or its authors."""

    act: Callable[[GridKey], object]
    sort: Callable[[AxisOrder | None, AxisOrder | None], object]


def matrix_menu(desk: Desk, parent: QWidget, heat_map: HeatMap, cell: Cell, deeds: MatrixDeeds) -> CommandMenu:
    """Return the menu for a `cell` of `heat_map`."""
    term = as_menu_text(heat_map.terms[cell.term], _LONGEST)
    author = as_menu_text(heat_map.authors[cell.author], _LONGEST)
    menu = CommandMenu(desk, parent, f"{author}, {term}")
    for entry in _entries(term, author, deeds):
        if entry is None:
            menu.addSeparator()
        else:
            menu.add_live(entry)
    return menu


def _entries(term: str, author: str, deeds: MatrixDeeds) -> Iterator[LiveEntry | None]:
    for row in _BY_KEYS:
        if row is None:
            yield None
        else:
            key, name, words = row
            yield LiveEntry(_said(words, term, author), partial(deeds.act, key), key=name)
    for terms, authors, words in _SORTS:
        yield LiveEntry(_said(words, term, author), partial(deeds.sort, terms, authors))
    yield LiveEntry(
        _said(QT_TRANSLATE_NOOP("MatrixMenu", "As in the Thread Again"), term, author),
        partial(deeds.act, UNSORT),
        key="T",
    )
    yield None
    measure = QT_TRANSLATE_NOOP("MatrixMenu", "Times, or per Thousand Characters")
    yield LiveEntry(_said(measure, term, author), partial(deeds.act, MEASURE), key="P")


def _said(words: str, term: str, author: str) -> str:
    return QCoreApplication.translate("MatrixMenu", words).format(term=term, author=author)
