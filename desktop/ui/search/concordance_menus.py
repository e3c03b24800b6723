"""The menus of the concordance: whose lines are listed, and what can be done with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands.actions import LiveEntry
from desktop.ui.commands.popups import CommandMenu
from desktop.ui.wording.foreign_words import as_menu_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.ui.commands.desk import Desk


def author_menu(session: Session, desk: Desk, parent: QWidget) -> CommandMenu:
    """Return the menu of the authors that have lines, with the number of each."""
    menu = CommandMenu(desk, parent, QCoreApplication.translate("Concordance", "Whose words are listed"))
    shown = session.state.concordance
    if shown is None:
        return menu
    narrow = session.searching.concordances.narrow
    everyone = QCoreApplication.translate("Concordance", "All authors")
    total = sum(count for _, count in shown.counts)
    menu.add_live(LiveEntry(f"{everyone}\t{total}", partial(narrow, None), checked=shown.author is None))
    for author, count in sorted(shown.counts, key=lambda pair: -pair[1]):
        name = as_menu_text(session.shown(author)) or QCoreApplication.translate("Concordance", "Without a name")
        menu.add_live(LiveEntry(f"{name}\t{count}", partial(narrow, author), checked=author == shown.author))
    return menu


def export_menu(session: Session, desk: Desk, parent: QWidget) -> CommandMenu:
    """Return the menu of what can be done with the lines, and of which parts of the thread they are from."""
    from desktop.keywords import Scope

    menu = CommandMenu(desk, parent, QCoreApplication.translate("Concordance", "Copy or save the lines"))
    for command in ("concordance.copy", "concordance.copy_table", "concordance.save"):
        menu.add_command(command)
    shown = session.state.concordance
    if shown is not None:
        words = QCoreApplication.translate("Concordance", "In the question and in comments as well")
        all_of_it = Scope.ANSWERS | Scope.QUESTION | Scope.COMMENTS
        wide = shown.scope == all_of_it
        turn = partial(session.searching.concordances.look_in, Scope.ANSWERS if wide else all_of_it)
        menu.add_live(LiveEntry(words, turn, checked=wide))
    return menu
