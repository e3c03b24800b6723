"""Menus that are made when they are asked for: of a card, a chip, a script.

`QMenu.addAction` is called nowhere else in the app: an entry is a command of the table, or a `LiveEntry` for what the
table can't know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.ui.commands.actions import CommandAction, add_live, without_mnemonic
from desktop.ui.commands.table import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from desktop.ui.commands.actions import Action, LiveEntry
    from desktop.ui.commands.desk import Desk


class CommandMenu(QMenu):
    """A menu that says what holds at the time when it is made, and is gone when it was closed.

    A key beside an entry only tells of it: pressed, it is the window's, or of the list that has the keyboard.
    """

    def __init__(self, desk: Desk, parent: QWidget, name: str, *, mnemonics: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mnemonics = mnemonics
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)

    def add_command(self, command: str | Action, words: str = "") -> CommandAction:
        """Add a command, by its id or as a row of its own; it says `words` where its title would be too long."""
        row = COMMANDS[command] if isinstance(command, str) else command
        added = CommandAction(row, self._desk, self)
        if words or not self._mnemonics:
            added.setText(words or without_mnemonic(row.title))
        added.setShortcuts(added.shortcuts()[:1])
        added.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        added.setShortcutVisibleInContextMenu(True)
        added.render(self._desk.session.state)
        self.addAction(added)
        return added

    def add_choice(self, commands: Iterable[str]) -> None:
        """Add commands of which just one holds."""
        group = QActionGroup(self)
        for command in commands:
            group.addAction(self.add_command(command))

    def add_live(self, entry: LiveEntry) -> None:
        """Add an entry that is no command."""
        add_live(self, entry)

    def add_submenu(self, title: str) -> CommandMenu:
        """Add a menu below this one."""
        below = CommandMenu(self._desk, self, title, mnemonics=self._mnemonics)
        below.setTitle(title)
        self.addMenu(below)
        return below
