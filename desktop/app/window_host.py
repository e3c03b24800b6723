"""The owner of the window: it builds it, has further files opened in it, and builds it anew in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.look.look import Look
from desktop.ui.window import MainWindow
from desktop.ui.wording.language import Translator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.app.single_instance import Request
    from desktop.session import Session, State

_DIALOG_MS = 200
"""How often it is looked whether a dialog is still open, before files are opened that another app was given."""


class WindowHost(QObject):
    """Owns the window on a session; builds it anew when the language changes."""

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._translator = Translator(app)
        self._translator.speak(session.state.preferences.language)
        self._look = Look(app, session, self._translator.language)
        self.window = MainWindow(session, self._look)
        session.changed.connect(self._render)

    def _render(self, old: State, new: State) -> None:
        language = new.preferences.language
        if language != old.preferences.language and self._translator.speak(language):
            self._rebuild()

    def receive(self, request: Request) -> None:
        """Come to the fore and open what another app was started with."""
        from desktop.app.single_instance import come_to_the_fore

        come_to_the_fore(self.window, request.token)
        self._open(request.files)

    def _open(self, files: Sequence[Path]) -> None:
        """Open `files`, the first last, so that it is on the page; not under a dialog that is about what is open."""
        if files and QApplication.activeModalWidget() is not None:
            QTimer.singleShot(_DIALOG_MS, self, lambda: self._open(files))
            return
        for path in reversed(files):
            self.window.open_file(path)

    def _rebuild(self) -> None:
        """Put a window in the new language in the old one's place; the session holds all that matters."""
        old = self.window
        self._session.store.committing.emit()
        old.remember_geometry()
        self._look.speak(self._translator.language)
        self.window = MainWindow(self._session, self._look)
        self.window.show()
        old.hide()
        old.deleteLater()
