"""The menu of a row of authors: what can be done with who is meant, and with all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.ui.commands.actions import LiveEntry
from desktop.ui.commands.menus import CHANGES_MENU
from desktop.ui.commands.popups import CommandMenu
from desktop.ui.commands.table import COMMANDS
from desktop.ui.sidebar.author_tools import add_orders

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.session import State
    from desktop.ui.commands.desk import Desk

KEY_BESIDE = "Ctrl+Return"
"""What puts the row that is chosen on the other side while the list has the keyboard."""


class RowMenu(CommandMenu):
    """Offers what can be done with a row that has these `answers`, which needn't be the one that is chosen.

    What acts on the answer in focus is done to the first of them: it is shown first.
    """

    def __init__(self, desk: Desk, parent: QWidget, name: str, answers: Sequence[int]) -> None:
        super().__init__(desk, parent, name)
        state = desk.session.state
        self._desk = desk
        self._answer = answers[0] if answers and state.pane.answer not in answers else None
        self._add_beside(state, answers)
        self._add_of_row("person.next")
        self._add_of_row("person.previous")
        self._add_of_row("person.light")
        if state.changes.renewal is not None:
            self.addSeparator()
            for command in CHANGES_MENU.ids():
                self._add_of_row(command)
        self.addSeparator()
        add_orders(self)
        self.addSeparator()
        self.add_command("authors.filter")
        self.addSeparator()
        self.add_command("thread.authors")
        self._add_of_row("thread.unname", self.tr("This Is No Author's Name"))

    def _add_beside(self, state: State, answers: Sequence[int]) -> None:
        """Add what puts the row on the other side, where it isn't there already."""
        shown = state.panes[1 - state.focus].answer if len(state.panes) > 1 else None
        session = self._desk.session

        def put() -> None:
            session.panes.put_beside(answers[0])

        is_free = bool(answers) and shown not in answers
        self.add_live(LiveEntry(self.tr("Open Beside"), put, enabled=is_free, key=KEY_BESIDE))
        self.addSeparator()

    def _add_of_row(self, command: str, words: str = "") -> None:
        """Add a command that acts on the answer in focus, to be done to that of the row."""
        row = COMMANDS[command]
        if self._answer is not None:
            row = replace(row, when=self._seen(row.when), run=self._there(row.run))
        self.add_command(row, words)

    def _seen(self, when: Callable[[State], bool]) -> Callable[[State], bool]:
        """Return `when` asked of a state that has the answer of the row on the page."""
        answer = self._answer

        def holds(state: State) -> bool:
            return when(
                state if answer is None else state.with_pane(replace(state.pane, answer=answer, selection=None))
            )

        return holds

    def _there(self, run: Callable[[Desk], object]) -> Callable[[Desk], object]:
        """Return what shows the answer of the row, then does what `run` does."""
        answer = self._answer

        def done(desk: Desk) -> object:
            if answer is not None:
                desk.session.show_answer(answer)
            return run(desk)

        return done
