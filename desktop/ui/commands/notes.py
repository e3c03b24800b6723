"""Taking the notes out of the app, and others into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_open

if TYPE_CHECKING:
    from desktop.session import State
    from desktop.ui.commands.desk import Desk


def _is_writable(state: State) -> bool:
    return is_open(state) and not state.notes.read_only


def _keep_beside(desk: Desk) -> None:
    session = desk.session
    session.notes_file.keep_beside(beside=not session.state.preferences.beside)


NOTES = (
    Action(
        "notes.export",
        QT_TRANSLATE_NOOP("Action", "E&xport Notes…"),
        lambda desk: desk.dialogs.export_notes(),
        ("Ctrl+E",),
        when=is_open,
        offer=QT_TRANSLATE_NOOP("Sentences", "Export Again…"),
    ),
    Action(
        "notes.import",
        QT_TRANSLATE_NOOP("Action", "&Import Notes…"),
        lambda desk: desk.dialogs.import_notes(),
        ("Ctrl+I",),
        when=_is_writable,
        offer=QT_TRANSLATE_NOOP("Sentences", "Import Another…"),
    ),
    Action(
        "notes.beside",
        QT_TRANSLATE_NOOP("Action", "&Keep Notes beside the Thread"),
        _keep_beside,
        when=lambda state: state.changes.visit is None,
        checked=lambda state: state.preferences.beside,
    ),
)
