"""Commands as data: what an action and a menu are, and the Qt objects that are made from them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from PySide6.QtWidgets import QWidget

    from desktop.session import State
    from desktop.ui.window import MainWindow


_MNEMONIC = re.compile(r"\(&\w\)|&")


def always(_state: State) -> bool:
    """Hold in every state."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One command: `text` in English (context "Action" of the translations), `keys` in Qt's portable form.

    `run` takes the window. `when` says in which states it can be run. `checked`, where given, makes it checkable
    and says in which states it is.
    """

    id: str
    text: str
    run: Callable[[MainWindow], object]
    keys: tuple[str, ...] = ()
    when: Callable[[State], bool] = always
    checked: Callable[[State], bool] | None = None

    @property
    def title(self) -> str:
        """The text in the reader's language, with the & of its mnemonic."""
        return QCoreApplication.translate("Action", self.text)

    @property
    def plain_title(self) -> str:
        """The text in the reader's language as it is read: without mnemonic and dots."""
        return without_mnemonic(self.title).removesuffix("…")


def keys_text(key: str | QKeySequence) -> str:
    """Return a shortcut as this platform writes it; off the Mac in English, as keyboards and manuals do."""
    mac = sys.platform == "darwin"
    form = QKeySequence.SequenceFormat.NativeText if mac else QKeySequence.SequenceFormat.PortableText
    return QKeySequence(key).toString(form)


def without_mnemonic(title: str) -> str:
    """Return `title` as it is read: Chinese menus put the letter to press behind, as in 開啟(&O)."""
    return _MNEMONIC.sub("", title)


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: ids of actions, further menus, and None for a line between groups.

    `fill`, where given, adds what is known only when the menu is opened.
    """

    title: str
    entries: tuple[str | Menu | None, ...] = ()
    fill: Callable[[MainWindow, QMenu], None] | None = None

    def ids(self) -> Iterator[str]:
        """Yield the ids of all actions in this menu and those below it."""
        for entry in self.entries:
            if isinstance(entry, Menu):
                yield from entry.ids()
            elif entry is not None:
                yield entry


class CommandAction(QAction):
    """The Qt object of one `Action`; its object name is the action's id."""

    def __init__(self, action: Action, window: MainWindow) -> None:
        super().__init__(action.title, window)
        self._action = action
        self._window = window
        self.setObjectName(action.id)
        self.setShortcuts([QKeySequence(key) for key in action.keys])
        self.setCheckable(action.checked is not None)
        self.triggered.connect(self._run)

    def render(self, state: State) -> None:
        """Be enabled and checked as `state` says."""
        self.setEnabled(self._action.when(state))
        if self._action.checked is not None:
            self.setChecked(self._action.checked(state))

    def _run(self) -> None:
        self._action.run(self._window)
        # A checkable action that changes nothing has been flipped by the click: say again what holds.
        self.render(self._window.session.state)


class LiveMenu(QMenu):
    """A menu that fills a part of itself each time it is opened."""

    def __init__(self, menu: Menu, window: MainWindow, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Menu", menu.title), parent)
        self._menu = menu
        self._window = window
        self.setToolTipsVisible(True)
        if menu.fill is not None:
            self.aboutToShow.connect(self._refill)

    def _refill(self) -> None:
        self.clear()
        if self._menu.fill is not None:
            self._menu.fill(self._window, self)


def make_actions(table: Iterable[Action], window: MainWindow) -> Mapping[str, CommandAction]:
    """Return the Qt objects of `table` by id, added to `window` so that their keys work everywhere in it."""
    actions = {action.id: CommandAction(action, window) for action in table}
    window.addActions(list(actions.values()))
    return actions


def make_menu(menu: Menu, actions: Mapping[str, CommandAction], window: MainWindow, parent: QWidget) -> QMenu:
    """Return the Qt menu of `menu`; raises KeyError for an id that `actions` lacks."""
    made = LiveMenu(menu, window, parent)
    for entry in menu.entries:
        if entry is None:
            made.addSeparator()
        elif isinstance(entry, Menu):
            made.addMenu(make_menu(entry, actions, window, made))
        else:
            made.addAction(actions[entry])
    return made
