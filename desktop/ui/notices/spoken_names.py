"""The names by which a screen reader calls what shows no words of its own: scroll bars, menus, and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDialog,
    QMenu,
    QMenuBar,
    QScrollBar,
    QSplitter,
    QTableView,
    QToolButton,
)

from desktop.ui.commands.actions import without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget


def name_parts(top: QWidget) -> None:
    """Name what Qt has put into `top` and its children by what it belongs to; what has a name keeps it."""
    scroll = QCoreApplication.translate("SpokenNames", "Scroll bar: {what}")
    for bar in top.findChildren(QScrollBar):
        _name(bar, scroll.format(what=_scrolled(bar)))
    for choice in top.findChildren(QComboBox):
        _name(choice.view(), choice.accessibleName())
    for table in top.findChildren(QTableView):
        for corner in table.findChildren(QAbstractButton, "qt_tableview_cornerbutton"):
            _name(corner, QCoreApplication.translate("SpokenNames", "All rows"))
    for menu in top.findChildren(QMenu):
        _name(menu, without_mnemonic(menu.title()))
    for bar in top.findChildren(QMenuBar):
        _name(bar, QCoreApplication.translate("SpokenNames", "Menus"))
        for more in (*bar.findChildren(QToolButton), *bar.findChildren(QMenu)):
            _name(more, QCoreApplication.translate("SpokenNames", "More menus"))


def name_parts_of_child(child: QObject) -> None:
    """Name the parts of `child`, of a window, if it is a dialog or a menu."""
    if isinstance(child, QDialog | QMenu):
        name_parts(child)


def name_handles(beside: QSplitter, below: QSplitter) -> None:
    """Name the handles at the right of the authors and at the left of the panel, and that above what is `below`.

    The first of each is never shown.
    """
    authors = QCoreApplication.translate("SpokenNames", "Width of the authors")
    panel = QCoreApplication.translate("SpokenNames", "Width of the panel")
    for number, name in enumerate((authors, authors, panel)):
        beside.handle(number).setAccessibleName(name)
    name_handles_above(below)


def name_handles_above(below: QSplitter) -> None:
    """Name each handle between what is one below the other."""
    for number in range(below.count()):
        below.handle(number).setAccessibleName(QCoreApplication.translate("SpokenNames", "Height of what is below"))


def _scrolled(bar: QScrollBar) -> str:
    """Return the name of what a scroll bar scrolls, or of the window that this is in."""
    area = bar.parentWidget()
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    return (area.accessibleName() if area is not None else "") or bar.window().windowTitle()


def _name(widget: QWidget, name: str) -> None:
    if not widget.accessibleName():
        widget.setAccessibleName(name)
