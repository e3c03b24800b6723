"""Every command of the app, and the menus that hold them.

To add one: a row in one of these tables, and its id in a menu. Menus, keys, the shortcut sheet, the command palette
and the tests follow from the row.
"""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.ui.commands.menus import ENCODING_MENU, MENUS, PAGE_MENU
    from desktop.ui.commands.table import ACTIONS, COMMANDS
else:
    __getattr__ = lazily(
        __name__,
        values={"menus": ("ENCODING_MENU", "MENUS", "PAGE_MENU"), "table": ("ACTIONS", "COMMANDS")},
        functions={},
    )

__all__ = ["ACTIONS", "COMMANDS", "ENCODING_MENU", "MENUS", "PAGE_MENU"]
