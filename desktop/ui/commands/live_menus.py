"""The parts of menus that are known only when they are opened: recent files and shipped threads, by title."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.documents import DocumentError, open_document
from desktop.paths import seeds
from desktop.ui.look.tooltip import as_tooltip
from desktop.ui.wording.foreign_words import as_menu_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from desktop.ui.window import MainWindow


_TITLE, _NAME = 40, 28
"""The characters of a title, and of the name of its file, that an entry shows."""


def recent(window: MainWindow, menu: QMenu) -> None:
    """Fill `menu` with the files opened lately, under the titles that they had."""
    titles = window.session.shelf.titles
    _fill(window, menu, [(path, titles.get(str(path), "")) for path in window.session.state.recent])


def shipped(window: MainWindow, menu: QMenu) -> None:
    """Fill `menu` with the threads that ship with the app."""
    _fill(window, menu, [(path, _title_of(path)) for path in seeds()])


@cache
def _title_of(path: Path) -> str:
    """Return the title of a thread that ships with the app, which takes a few ms to read; "" for none."""
    try:
        return open_document(path).title
    except DocumentError:
        return ""


def _fill(window: MainWindow, menu: QMenu, threads: Sequence[tuple[Path, str]]) -> None:
    """Add an entry for each of `threads`, (path, title): the title in the script shown, then the file's name."""
    if not threads:
        menu.addAction(QCoreApplication.translate("Menu", "None Yet")).setEnabled(False)
    for path, title in threads:
        words, name = as_menu_text(window.session.shown(title), _TITLE), as_menu_text(path.name, _NAME)
        action = menu.addAction(f"{words}\t{name}" if words else name)
        action.setToolTip(as_tooltip(str(path)))
        action.triggered.connect(partial(window.open_file, path))
