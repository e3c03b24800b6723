"""The app with a mark in the thread that ships with it, doing what it is told on stdin line by line.

Run by the scripts here: python -m tests.desktops.reader DATA_FOLDER. Each line is the name of what is to be done,
with an argument behind a blank where it takes one; the answer is printed as one line.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QLineEdit

from desktop.app import create_window
from desktop.input_methods import settle_input_method
from desktop.session import NoticeKind
from desktop.ui.notes.note_text import NoteText
from tests.ui.marking import annotation_of, mark
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow


class Reader:
    """Does with `window` what a script asks for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        document = window.session.state.document
        assert document is not None
        paragraph = document.answers[1].paragraphs[0]
        self._mark = mark(window.session, document.text[paragraph.start : paragraph.start + 6])

    def obey(self) -> None:
        """Do what the next line says, and answer."""
        name, _, argument = sys.stdin.readline().strip().partition(" ")
        print(getattr(self, name or "leave")(argument), flush=True)  # noqa: T201

    def leave(self, _: str) -> bool:
        """Close the window, and with it the app."""
        return self._window.close()

    def edit(self, _: str) -> None:
        """Open the note."""
        self._window.session.annotations.edit(self._mark)

    def note(self, _: str) -> str:
        """Return the note as it would be saved."""
        return annotation_of(self._window.session, self._mark).note

    def shown(self, _: str) -> str:
        """Return what the field of the note displays."""
        return found(self._window, NoteText).words

    def find(self, _: str) -> str:
        """Return what stands in the find field."""
        return found(self._window, QLineEdit, "findField").text()

    def run(self, command: str) -> None:
        """Run a command by its id."""
        self._window.commands[command].trigger()

    def problem(self, code: str) -> None:
        """Tell of a problem."""
        self._window.session.notify(code, NoticeKind.PROBLEM)

    def look(self, words: str) -> None:
        """Look for `words` in the thread."""
        self._window.session.searching.look_for(words)


def main() -> None:
    """Show the window, and obey until stdin ends."""
    settle_input_method(os.environ)
    app, window = create_window(["--data-dir", sys.argv[1]])
    window.show()
    reader = Reader(window)
    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(reader.obey)
    app.exec()


if __name__ == "__main__":
    main()
