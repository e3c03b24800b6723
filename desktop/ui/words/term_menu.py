"""What can be done with a term of the list."""

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


def term_menu(session: Session, desk: Desk, parent: QWidget, term: str, *, lit: bool) -> CommandMenu:
    """Return a menu of what can be done with `term`, as the source has it; `lit` tells whether it is lit."""
    menu = CommandMenu(desk, parent, QCoreApplication.translate("TermMenu", "What can be done with the term"))
    put_out = QCoreApplication.translate("TermMenu", "Put Out This Light")
    light = QCoreApplication.translate("TermMenu", "Light This Term")
    find = QCoreApplication.translate("TermMenu", "Go to Its Next Place")
    trace = QCoreApplication.translate("TermMenu", "List Its Places")
    menu.add_live(LiveEntry(put_out if lit else light, partial(session.lights.toggle, term), key="L"))
    menu.add_live(LiveEntry(find, partial(session.searching.go_on_to, term), key="Space"))
    menu.add_live(LiveEntry(trace, lambda: desk.panels.show_concordance(term), key="I"))
    menu.addSeparator()
    _offer_merging(menu, session, desk, term)
    never = QCoreApplication.translate("TermMenu", "Never Show This Word")
    menu.add_live(LiveEntry(never, partial(session.owning.stop, term)))
    return menu


def _offer_merging(menu: CommandMenu, session: Session, desk: Desk, term: str) -> None:
    """Offer to make `term` one with a term that is lit or with words to be typed, and to take it apart again."""
    below = menu.add_submenu(QCoreApplication.translate("TermMenu", "Merge With"))
    for other in session.state.lights.terms:
        if not session.corpus.concepts.are_same(other.term, term):
            merge = partial(session.owning.merge, term, other.term)
            below.add_live(LiveEntry(as_menu_text(session.shown(other.term)), merge))
    another = QCoreApplication.translate("TermMenu", "Another Word…")
    below.add_live(LiveEntry(another, lambda: desk.dialogs.merge_word(term)))
    if concepts := session.owning.own_concepts(term):
        words = as_menu_text(" = ".join(session.shown(word) for one in concepts for word in one.words))
        apart = QCoreApplication.translate("TermMenu", "Take Apart: {words}").format(words=words)
        menu.add_live(LiveEntry(apart, partial(session.owning.take_apart, term)))
