"""The parts of menus that are known only when they are opened: recent files and shipped threads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.paths import seeds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from desktop.ui.window import MainWindow


def recent(window: MainWindow, menu: QMenu) -> None:
    """Fill `menu` with the files opened lately."""
    _fill(window, menu, window.session.state.recent)


def shipped(window: MainWindow, menu: QMenu) -> None:
    """Fill `menu` with the threads that ship with the app."""
    _fill(window, menu, seeds())


def _fill(window: MainWindow, menu: QMenu, paths: Sequence[Path]) -> None:
    if not paths:
        menu.addAction(QCoreApplication.translate("Menu", "None Yet")).setEnabled(False)
    for path in paths:
        action = menu.addAction(path.name.replace("&", "&&"))
        action.setToolTip(str(path))
        action.triggered.connect(partial(window.open_file, path))
