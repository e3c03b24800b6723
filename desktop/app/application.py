"""The composition root: arguments, the application, and the one place where services are made."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop import __version__
from desktop.app.farewell import Farewell
from desktop.app.qt_messages import QtMessages
from desktop.app.single_instance import SingleInstance, come_to_the_fore
from desktop.command_line import parse
from desktop.files import WITHOUT_WAITING, check_regular
from desktop.paths import DataFolder, default_seed, resource
from desktop.session import Session
from desktop.ui.look.look import Look
from desktop.ui.window import MainWindow
from desktop.ui.wording.language import Translator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import TextIOWrapper
    from types import TracebackType

    from desktop.app.single_instance import Request
    from desktop.session import State

_LOG_BYTES = 500_000
_SETTLED_MS = 500
"""How long after the start requests of further apps are taken: the first page comes before."""
_DIALOG_MS = 200

log = logging.getLogger(__name__)


class LogFile(logging.FileHandler):
    """A log that costs nothing but itself: where the file can't be opened or written, what is logged is let go.

    Opened with the first record, a `FileHandler` raises out of whatever logs, be it the saving of notes. It would
    wait for the reader of a pipe, and complain on stderr of a file's name that is no UTF-8.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True, errors="backslashreplace")

    def _open(self) -> TextIOWrapper:
        """Open the file to append to it; OSError where something else has its name."""
        path = Path(self.baseFilename)
        if os.path.lexists(path):
            check_regular(path.stat(), path)
        file = open(path, self.mode, opener=_opened, encoding=self.encoding, errors=self.errors)  # noqa: SIM115
        return cast("TextIOWrapper", file)

    def emit(self, record: logging.LogRecord) -> None:
        """Write `record` if that can be."""
        with suppress(OSError):
            super().emit(record)

    def close(self) -> None:
        """Close the file; what a full disk didn't take is let go."""
        with suppress(OSError):
            super().close()


def _opened(name: str, flags: int) -> int:
    return os.open(name, flags | WITHOUT_WAITING, 0o600)


class Stage(QObject):
    """Owns the window on a session; builds it anew when the language changes."""

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._interpreter = Translator(app)
        self._interpreter.speak(session.state.preferences.language)
        self._look = Look(app, session, self._interpreter.language)
        self.window = MainWindow(session, self._look)
        session.changed.connect(self._render)

    def _render(self, old: State, new: State) -> None:
        language = new.preferences.language
        if language != old.preferences.language and self._interpreter.speak(language):
            self._rebuild()

    def receive(self, request: Request) -> None:
        """Come to the fore and open what another app was started with."""
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
        self._session.leaving.emit()
        old.remember_geometry()
        self._look.speak(self._interpreter.language)
        self.window = MainWindow(self._session, self._look)
        self.window.show()
        old.hide()
        old.deleteLater()


def create_window(arguments: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, not yet shown, with the thread of `arguments` open.

    `arguments` are the command line's, without the program's name. Without a file, the thread read last is opened,
    or the one that ships with the app. Raises OSError when the data folder can't be made.
    """
    options = parse(arguments)
    folder = _folder(options.data_dir)
    app = _application()
    return app, _stage(app, folder, options.files).window


def _folder(chosen: Path | None) -> DataFolder:
    return (DataFolder(chosen.absolute()) if chosen else DataFolder.default()).prepare()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["baijia"])
    _dress(app)
    return app


def _stage(app: QApplication, folder: DataFolder, files: Sequence[Path]) -> Stage:
    """Return the stage with a window on `folder` and on the first of `files`."""
    _keep_log(folder)
    session = Session(folder, app)
    app.aboutToQuit.connect(session.stop)
    stage = Stage(app, session)
    _open(session, files)
    return stage


def _dress(app: QApplication) -> None:
    app.setApplicationName("baijia")
    app.setApplicationDisplayName("百家")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("baijia")
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setWindowIcon(QIcon(str(resource("icons/baijia.svg"))))


def _open(session: Session, files: Sequence[Path]) -> None:
    """Open each file so that the first is on the page; without any, what was read last, or the shipped thread."""
    for path in reversed(files):
        session.shelf.open(path)
    if not files and not session.shelf.resume():
        session.shelf.open(default_seed())


def _keep_log(folder: DataFolder) -> None:
    """Log to a file in the data folder, warnings of ours and of Qt and whatever ends us; one old log is kept."""
    with suppress(OSError):  # a log that can't be turned over is no reason not to start
        if folder.log.exists() and folder.log.stat().st_size > _LOG_BYTES:
            folder.log.replace(folder.log.with_suffix(".old.log"))
    handler = LogFile(folder.log)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    ours = logging.getLogger("desktop")
    for old in [h for h in ours.handlers if isinstance(h, logging.FileHandler)]:
        ours.removeHandler(old)
        old.close()
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)


def _log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an exception that nothing caught; the window goes on, what was made is saved."""
    log.error("uncaught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)


def run(arguments: Sequence[str]) -> int:
    """Show the window and return the exit code once it has been closed; at once where another app takes the files."""
    sys.excepthook = _log_crash
    if sys.stderr is not None:  # pythonw has none
        faulthandler.enable()
    options = parse(arguments)
    try:
        folder = _folder(options.data_dir)
        app = _application()
        reception = SingleInstance(folder.root, app)
        if reception.hand_over(options.files):
            return 0
        stage = _stage(app, folder, options.files)
    except OSError as error:
        print(f"baijia: the data folder can't be used: {error}\n百家：無法使用資料夾：{error}", file=sys.stderr)  # noqa: T201
        return 1
    qInstallMessageHandler(QtMessages())
    return _exec(app, stage, reception)


def _exec(app: QApplication, stage: Stage, reception: SingleInstance) -> int:
    """Show the window until it has been closed, and take the requests of further apps; return the exit code."""
    stage.window.show()
    reception.asked.connect(stage.receive)
    QTimer.singleShot(_SETTLED_MS, reception, reception.listen)
    farewell = Farewell(app)
    farewell.asked.connect(app.closeAllWindows)
    code = app.exec()
    farewell.stop()
    reception.close()
    return code
