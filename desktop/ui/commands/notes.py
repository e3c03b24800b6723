"""Taking the notes out of the app, and others into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_open
from desktop.ui.wording.marked_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from desktop.session import State
    from desktop.ui.window import MainWindow


def _export(window: MainWindow) -> None:
    from desktop.ui.dialogs.exchange_dialogs import export_notes

    export_notes(window)


def _import(window: MainWindow) -> None:
    from desktop.ui.dialogs.exchange_dialogs import import_notes

    import_notes(window)


def _is_writable(state: State) -> bool:
    return is_open(state) and not state.read_only


def _keep_beside(window: MainWindow) -> None:
    session = window.session
    session.shelf.keep_beside(beside=not session.state.preferences.beside)


NOTES = (
    Action("notes.export", QT_TRANSLATE_NOOP("Action", "E&xport Notes…"), _export, ("Ctrl+E",), when=is_open),
    Action("notes.import", QT_TRANSLATE_NOOP("Action", "&Import Notes…"), _import, ("Ctrl+I",), when=_is_writable),
    Action(
        "notes.beside",
        QT_TRANSLATE_NOOP("Action", "&Keep Notes beside the Thread"),
        _keep_beside,
        checked=lambda state: state.preferences.beside,
    ),
)
