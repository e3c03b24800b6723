"""The menu of a card: its colour, its place, its tags, its words; of several chosen cards, what acts on all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.session.notes.settling import versions
from desktop.ui.commands import ACTIONS
from desktop.ui.commands.actions import without_mnemonic
from desktop.ui.commands.annotate import COLORS
from desktop.ui.commands.conditions import is_active, is_tagged
from desktop.ui.commands.versions import ROWS
from desktop.ui.notes.places_menu import add_places
from desktop.ui.notes.tag_dialogs import TagDialog, UntagDialog
from desktop.ui.wording.quotes import quotes_of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.annotations import Annotation
    from desktop.session import Session
    from desktop.ui.look.look import Look


def note_menu(session: Session, annotation: Annotation, look: Look, parent: QWidget) -> QMenu:
    """Return the menu for the card of `annotation`, which is active and perhaps one of several that are chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(QCoreApplication.translate("NotesList", "What can be done with the note"))
    _add_colors(menu, session)
    menu.addSeparator()
    _add_tags(menu, session, look, parent.window())
    if len(session.state.targets) == 1:
        _add_versions(menu, session)
        add_places(menu, session, annotation)
        _add_copying(menu, session, annotation)
    menu.addSeparator()
    delete = menu.addAction(QCoreApplication.translate("NotesList", "Delete"), session.marks.several.delete)
    delete.setEnabled(is_active(session.state))
    return menu


def show_keys(menu: QMenu) -> None:
    """Show in `menu` the keys of the entries that the table of commands has too, by their titles: they act alike."""
    keys = {
        without_mnemonic(QCoreApplication.translate("Action", action.text)): action.keys[0]
        for action in ACTIONS
        if action.keys
    }
    for action in menu.actions():
        if action.text() in keys:
            show_key(action, QKeySequence(keys[action.text()]))


def show_key(action: QAction, key: QKeySequence) -> None:
    """Show `key` beside an entry; what it does is up to the window, or to the list that has the keyboard."""
    action.setShortcut(key)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setShortcutVisibleInContextMenu(True)


def _add_colors(menu: QMenu, session: Session) -> None:
    """Add the colours, with a tick at one that all have."""
    worn = {one.color for one in session.state.targets}
    for color, name in COLORS:
        action = menu.addAction(QCoreApplication.translate("Action", name))
        action.triggered.connect(partial(session.marks.several.recolour, color))
        action.setCheckable(True)
        action.setChecked(worn == {color})
        action.setEnabled(is_active(session.state))


def _add_tags(menu: QMenu, session: Session, look: Look, window: QWidget) -> None:
    def ask(dialog: type[TagDialog | UntagDialog]) -> None:
        dialog(session, look, window).open()

    add = menu.addAction(QCoreApplication.translate("NotesList", "Add a Tag…"), partial(ask, TagDialog))
    add.setEnabled(is_active(session.state))
    remove = menu.addAction(QCoreApplication.translate("NotesList", "Remove a Tag…"), partial(ask, UntagDialog))
    remove.setEnabled(is_tagged(session.state))


def _add_versions(menu: QMenu, session: Session) -> None:
    """Add what decides between two versions of the note, where there are two."""
    if not versions(session.state):
        return
    menu.addSeparator()
    for row in ROWS:
        title = without_mnemonic(QCoreApplication.translate("Action", row.text))
        action = menu.addAction(title, partial(row.run, session.marks.settling))
        action.setEnabled(row.when(session.state))


def _add_copying(menu: QMenu, session: Session, annotation: Annotation) -> None:
    menu.addSeparator()
    quotes = "\n".join(quotes_of(session, annotation))
    originals = "\n".join(passage.anchor.exact for passage in annotation.passages)
    menu.addAction(QCoreApplication.translate("NotesList", "Copy the Quote"), partial(_copy, quotes))
    menu.addAction(QCoreApplication.translate("NotesList", "Copy the Original Quote"), partial(_copy, originals))


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
