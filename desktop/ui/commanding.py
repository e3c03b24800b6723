"""The commands of a window as Qt objects, with the menus and dialogs of the window.

Nothing of this is seen on the first page, so that the window makes it afterwards, or when it is asked for before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from desktop.ui.commands.actions import fill_menu, follow_remarks, make_actions, make_menu
from desktop.ui.commands.menus import ENCODING_MENU, MENUS, PAGE_MENU
from desktop.ui.commands.table import ACTIONS
from desktop.ui.dialogs.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

    from desktop.session import State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look


class Commanding(QObject):
    """What runs the commands of `window`, which is the `desk` that they act on.

    `actions` has the Qt action of every id in the table, `dialogs` opens what commands open, and `page_menu` is the
    context menu of the page. `menus` are those in the bar, which are still empty, in the order of `MENUS`.
    """

    def __init__(self, desk: Desk, look: Look, window: QMainWindow, menus: Sequence[QMenu]) -> None:
        super().__init__(window)
        self.actions = make_actions(ACTIONS, desk, window)
        self.dialogs = WindowDialogs(desk, self.actions, look, window)
        for empty, menu in zip(menus, MENUS, strict=True):
            fill_menu(empty, menu, self.actions, desk)
            follow_remarks(empty, menu, desk)
        self._encodings = make_menu(ENCODING_MENU, self.actions, desk, window)
        self.page_menu = make_menu(PAGE_MENU, self.actions, desk, window)

    def render_state(self, state: State) -> None:
        """Have each command be enabled and checked as `state` says."""
        for command in self.actions.values():
            command.render(state)

    def choose_encoding(self, above: QWidget) -> None:
        """Open the menu of encodings above the right end of `above`."""
        place = above.mapToGlobal(above.rect().topRight())
        self._encodings.remark()
        size = self._encodings.sizeHint()
        self._encodings.popup(place - QPoint(size.width(), size.height()))
