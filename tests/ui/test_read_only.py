"""Notes that can't be changed: what would change them is not offered, in the menus as by the keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.annotations import Color
from desktop.text import Span
from desktop.ui.commands import ACTIONS
from tests.ui.marking import mark
from tests.ui.notes.notes_driver import NotesDriver

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.session import Session
    from desktop.ui.window import MainWindow

REFUSED = "annotations-read-only"


@pytest.fixture
def session(window: MainWindow) -> Session:
    """Return the session of a window with two notes that can't be changed, one of them active, and words selected."""
    session = window.session
    mark(session, "天然", Color.ROUGE, note="誰?", tags=("兵",))
    made = mark(session, "特殊", Color.ROUGE, note="誰?", tags=("兵", "車"))
    session.select(Span(60, 63))
    session.annotations.passages.link()
    session.annotations.activate(made)
    session.replace(notes=replace(session.state.notes, read_only=True), notice=None)
    return session


def _menu_of_a_card(window: MainWindow, *, several: bool) -> list[QAction]:
    """Open the menu of the active card, and return its entries."""
    if several:
        window.session.annotations.chosen.choose(
            window.session.state.notes.annotations, window.session.state.notes.active
        )
    notes = NotesDriver(window.notes)
    place = notes.place(window.session.state.notes.active or "").center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, notes.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(notes.list.viewport(), event)
    menu = notes.list.findChildren(QMenu)[-1]
    menu.hide()
    return [action for action in menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize("several", [False, True])
def test_what_a_cards_menu_offers_changes_no_note(several: bool, session: Session, window: MainWindow) -> None:
    before = session.state.notes.annotations
    entries = _menu_of_a_card(window, several=several)
    offered = [entry for entry in entries if entry.isEnabled()]
    for entry in offered:
        entry.trigger()
    assert QApplication.activeModalWidget() is None
    assert (session.state.notes.annotations, session.state.notice) == (before, None)
    assert {entry.text() for entry in offered} <= {"Copy the Quote", "Copy the Original Quote"}
    session.replace(notes=replace(session.state.notes, read_only=False))
    assert {"Indigo (Blue)", "Add a Tag…", "Remove a Tag…", "Edit the Note", "Delete"} <= {
        entry.text() for entry in _menu_of_a_card(window, several=several) if entry.isEnabled()
    }


@pytest.mark.parametrize(
    "name", [action.id for action in ACTIONS if action.id.startswith(("annotate.", "versions."))]
)
def test_a_command_that_can_be_run_is_not_refused(name: str, session: Session, window: MainWindow) -> None:
    before = session.state.notes.annotations
    command = window.commands[name]
    if command.isEnabled():
        command.trigger()
    assert session.state.notes.annotations == before
    assert session.state.notice is None or session.state.notice.code != REFUSED
