"""What can be done with a term of the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands.actions import LiveEntry
from desktop.ui.commands.popups import CommandMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.ui.commands.desk import Desk


def term_menu(session: Session, desk: Desk, parent: QWidget, term: str, *, lit: bool) -> CommandMenu:
    """Return a menu of what can be done with `term`, as the source has it; `lit` tells whether it is lit."""
    menu = CommandMenu(desk, parent, QCoreApplication.translate("WordsPanel", "What can be done with the term"))
    put_out = QCoreApplication.translate("WordsPanel", "Put Out This Light")
    light = QCoreApplication.translate("WordsPanel", "Light This Term")
    find = QCoreApplication.translate("WordsPanel", "Go to Its Next Place")
    trace = QCoreApplication.translate("WordsPanel", "List Its Places")
    menu.add_live(LiveEntry(put_out if lit else light, partial(session.lights.toggle, term), key="L"))
    menu.add_live(LiveEntry(find, partial(session.searching.look_for, term), key="Space"))
    menu.add_live(LiveEntry(trace, lambda: desk.panels.show_concordance(term), key="C"))
    return menu
