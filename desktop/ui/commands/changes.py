"""What a newer save of the thread has changed: going from one change to the next, and the words of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.translatable import QT_TRANSLATE_NOOP
from desktop.ui.commands.actions import Action
from desktop.ui.commands.conditions import is_open

if TYPE_CHECKING:
    from desktop.session import State


def _has_changes(state: State) -> bool:
    """Tell whether anything is known to be otherwise than when the thread was last read."""
    return bool(state.changes.renewal)


def _is_edited(state: State) -> bool:
    """Tell whether the answer in focus was edited."""
    renewal = state.changes.renewal
    return renewal is not None and state.pane.answer in renewal.earlier


CHANGES = (
    Action(
        "changes.next",
        QT_TRANSLATE_NOOP("Action", "&Next Changed Answer"),
        lambda desk: desk.session.comparing.go_on(),
        ("Shift+E",),
        when=_has_changes,
        offer=QT_TRANSLATE_NOOP("Sentences", "Show Them"),
    ),
    Action(
        "changes.words",
        QT_TRANSLATE_NOOP("Action", "&What Changed in This Answer…"),
        lambda desk: desk.dialogs.show_changes(),
        ("E",),
        when=_is_edited,
        offer=QT_TRANSLATE_NOOP("Sentences", "Show What Changed"),
    ),
    Action(
        "changes.seen",
        QT_TRANSLATE_NOOP("Action", "Mark All Changes as &Seen"),
        lambda desk: desk.session.comparing.see_all(),
        when=lambda state: state.changes.is_any_marked and state.changes.visit is None,
        offer=QT_TRANSLATE_NOOP("Sentences", "Mark as Seen"),
    ),
    Action(
        "changes.back",
        QT_TRANSLATE_NOOP("Action", "&Back to the Newer Save"),
        lambda desk: desk.session.shelf.leave_version(),
        when=lambda state: state.changes.visit is not None,
        offer=QT_TRANSLATE_NOOP("Sentences", "Back to the Newer Save"),
    ),
    Action(
        "changes.compare",
        QT_TRANSLATE_NOOP("Action", "&Compare with Another Save…"),
        lambda desk: desk.dialogs.compare_thread(),
        when=lambda state: is_open(state) and state.changes.visit is None,
    ),
)
