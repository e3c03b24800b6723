"""Commands as data: what an action and a menu are, and the Qt objects that are made from them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from desktop.session import State
    from desktop.ui.commands.desk import Desk


_MNEMONIC = re.compile(r"\(&\w\)|&")


def always(_state: State) -> bool:
    """Hold in every state."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One command: `text` in English (context "Action" of the translations), `keys` in Qt's portable form.

    `run` takes what commands can reach. `when` says in which states it can be run. `checked`, where given, makes it
    checkable and says in which states it is. `offer`, in English (context "Sentences"), is what the button of a
    notice says that offers it; "" for a command that none offers.
    """

    id: str
    text: str
    run: Callable[[Desk], object]
    keys: tuple[str, ...] = ()
    when: Callable[[State], bool] = always
    checked: Callable[[State], bool] | None = None
    offer: str = ""

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
class LiveEntry:
    """An entry of a menu that is no command, for what is known only when the menu is opened: a file, a place.

    `words` are as a menu shows them, an & doubled; `tip` is the tooltip as rich text. Without `run` the entry only
    says something. `checked`, where given, is whether there is a tick at it; `key` is shown beside it.
    """

    words: str
    run: Callable[[], object] | None = None
    tip: str = ""
    enabled: bool = True
    checked: bool | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: ids of actions, further menus, and None for a line between groups.

    `fill`, where given, says what is in it when it is opened; `remarks`, what stands beside its actions then, by
    their ids: words as a menu shows them, and the tooltip as rich text. `offer` is as that of an `Action`.
    """

    title: str
    entries: tuple[str | Menu | None, ...] = ()
    fill: Callable[[Desk], Iterable[LiveEntry]] | None = None
    offer: str = ""
    remarks: Callable[[Desk], Mapping[str, tuple[str, str]]] | None = None

    def ids(self) -> Iterator[str]:
        """Yield the ids of all actions in this menu and those below it."""
        for entry in self.entries:
            if isinstance(entry, Menu):
                yield from entry.ids()
            elif entry is not None:
                yield entry


class CommandAction(QAction):
    """The Qt object of one `Action`; its object name is the action's id."""

    def __init__(self, action: Action, desk: Desk, parent: QObject) -> None:
        super().__init__(action.title, parent)
        self._action = action
        self._desk = desk
        self.setObjectName(action.id)
        self.setShortcuts([QKeySequence(key) for key in action.keys])
        self.setCheckable(action.checked is not None)
        self.triggered.connect(self._run)

    def render(self, state: State) -> None:
        """Be enabled and checked as `state` says."""
        self.setEnabled(self._action.when(state))
        if self._action.checked is not None:
            self.setChecked(self._action.checked(state))

    def remark(self, words: str, tip: str) -> None:
        """Have `words` stand beside the title in menus, "" for none, with a tooltip."""
        self.setText(f"{self._action.title}\t{words}" if words else self._action.title)
        self.setToolTip(tip)

    def _run(self) -> None:
        self._action.run(self._desk)
        # A checkable action that changes nothing has been flipped by the click: say again what holds.
        self.render(self._desk.session.state)


class LiveMenu(QMenu):
    """A menu that is filled, or has remarks put beside its actions, when it is opened, where its `Menu` says so."""

    def __init__(self, menu: Menu, desk: Desk, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Menu", menu.title), parent)
        self._fill = menu.fill
        self._remarks = menu.remarks
        self._desk = desk
        if menu.fill is not None:
            self.aboutToShow.connect(self._refill)
        follow_remarks(self, menu, desk)

    def remark(self) -> None:
        """Put the remarks beside the actions: done when the menu is shown, so only who asks for its size needs it."""
        if self._remarks is not None:
            _say(self, self._remarks(self._desk))

    def _refill(self) -> None:
        self.clear()
        for entry in self._fill(self._desk) if self._fill is not None else ():
            add_live(self, entry)


def follow_remarks(made: QMenu, menu: Menu, desk: Desk) -> None:
    """Have the remarks of `menu` stand beside the actions of the Qt menu `made` while it is shown.

    Only then: the commands stand elsewhere too.
    """
    if menu.remarks is not None:
        remarks = menu.remarks
        made.aboutToShow.connect(lambda: _say(made, remarks(desk)))
        made.aboutToHide.connect(lambda: _say(made, {}))


def _say(menu: QMenu, remarks: Mapping[str, tuple[str, str]]) -> None:
    for action in menu.actions():
        if isinstance(action, CommandAction):
            action.remark(*remarks.get(action.objectName(), ("", "")))


def make_actions(table: Iterable[Action], desk: Desk, window: QWidget) -> Mapping[str, CommandAction]:
    """Return the Qt objects of `table` by id, added to `window` so that their keys work everywhere in it."""
    actions = {action.id: CommandAction(action, desk, window) for action in table}
    window.addActions(list(actions.values()))
    return actions


def make_menu(menu: Menu, actions: Mapping[str, CommandAction], desk: Desk, parent: QWidget) -> LiveMenu:
    """Return the Qt menu of `menu`; raises KeyError for an id that `actions` lacks."""
    made = LiveMenu(menu, desk, parent)
    fill_menu(made, menu, actions, desk)
    return made


def fill_menu(made: QMenu, menu: Menu, actions: Mapping[str, CommandAction], desk: Desk) -> None:
    """Put the entries of `menu` into the Qt menu `made`; raises KeyError for an id that `actions` lacks."""
    made.setToolTipsVisible(True)
    for entry in menu.entries:
        if entry is None:
            made.addSeparator()
        elif isinstance(entry, Menu):
            made.addMenu(make_menu(entry, actions, desk, made))
        else:
            made.addAction(actions[entry])


def add_live(menu: QMenu, entry: LiveEntry) -> None:
    """Add `entry` to `menu`, whose own it is."""
    added = menu.addAction(entry.words)
    added.setEnabled(entry.enabled and entry.run is not None)
    added.setToolTip(entry.tip)
    if entry.run is not None:
        added.triggered.connect(entry.run)
    if entry.checked is not None:
        added.setCheckable(True)
        added.setChecked(entry.checked)
    if entry.key is not None:
        added.setShortcut(QKeySequence(entry.key))
        added.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        added.setShortcutVisibleInContextMenu(True)
