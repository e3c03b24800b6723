"""The menu of a card: its colour, its place, its tags, its words; of several chosen cards, what acts on all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop.annotations import marked_words
from desktop.session.notes.versions import versions
from desktop.text import Span
from desktop.ui.commands.actions import LiveEntry
from desktop.ui.commands.annotate import RECOLOUR
from desktop.ui.commands.conditions import is_active
from desktop.ui.commands.popups import CommandMenu
from desktop.ui.commands.versions import OF_ACTIVE
from desktop.ui.wording.foreign_words import as_menu_text, one_line
from desktop.ui.wording.quotes import quotes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.annotations import Annotation
    from desktop.session import Session
    from desktop.ui.commands.desk import Desk

_EDIT_KEY = "Return"
_AROUND, _LONGEST = 8, 40
"""Code points shown before and after a place where a note may belong, and of it all."""


def note_menu(desk: Desk, annotation: Annotation, edit: Callable[[], object], parent: QWidget) -> CommandMenu:
    """Return the menu for the card of `annotation`, which is active and perhaps one of several that are chosen.

    `edit` opens its note from the card.
    """
    session = desk.session
    menu = CommandMenu(desk, parent, QCoreApplication.translate("NotesList", "What can be done with the note"))
    words = QCoreApplication.translate("NotesList", "Edit the Note")
    menu.add_live(LiveEntry(words, edit, enabled=is_active(session.state), key=_EDIT_KEY))
    menu.addSeparator()
    for color in RECOLOUR:
        menu.add_command(color)
    menu.addSeparator()
    menu.add_command("annotate.tag")
    menu.add_command("annotate.untag")
    if len(session.state.notes.targets) == 1:
        _add_versions(menu, session)
        add_places(menu, session, annotation)
        _add_copying(menu, session, annotation)
    menu.addSeparator()
    menu.add_command("annotate.delete", QCoreApplication.translate("NotesList", "Delete"))
    return menu


def _add_versions(menu: CommandMenu, session: Session) -> None:
    """Add what decides between two versions of the note, where there are two."""
    if not versions(session.state):
        return
    menu.addSeparator()
    for command in OF_ACTIVE:
        menu.add_command(command)


def add_places(menu: CommandMenu, session: Session, annotation: Annotation) -> None:
    """Add to `menu` each place where `annotation`, the active one, may belong, and the selection."""
    placing, state = session.annotations.placing, session.state
    menu.addSeparator()
    for span in state.notes.placements[annotation.id][0].candidates:
        attach = partial(placing.reattach, annotation.id, span)
        menu.add_live(LiveEntry(_title(session, span), attach, enabled=not state.notes.read_only))
    menu.add_command("annotate.reattach")


def _title(session: Session, span: Span) -> str:
    """Return what the entry for the source `span` says."""
    words = as_menu_text(_in_context(session, span), 2 * _LONGEST)
    return QCoreApplication.translate("NotePlaces", "Attach to {words}").format(words=words)


def _in_context(session: Session, span: Span) -> str:
    """Return the words at `span` with a little of what is around them and whose they are, in the script shown."""
    document = session.state.document
    if document is None:
        return ""
    author = session.shown(document.author_at(span.start) or "")
    around = Span(max(0, span.start - _AROUND), min(len(document.text), span.end + _AROUND))
    shown = " ".join(session.shown(document.words_at(around)).split())
    return " ".join(filter(None, (one_line(author), f"…{shown[:_LONGEST]}…")))


def _add_copying(menu: CommandMenu, session: Session, annotation: Annotation) -> None:
    menu.addSeparator()
    quotes = "\n".join(quotes_of(session, annotation))
    document = session.state.document
    originals = "\n".join(marked_words(passage.anchor, document) for passage in annotation.passages)
    for words, copied in (
        (QCoreApplication.translate("NotesList", "Copy the Quote"), quotes),
        (QCoreApplication.translate("NotesList", "Copy the Original Quote"), originals),
    ):
        menu.add_live(LiveEntry(words, partial(QGuiApplication.clipboard().setText, copied)))
