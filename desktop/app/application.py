"""The start and the end of the app: its arguments, its folder, its services, its window, its exit code."""

from __future__ import annotations

import faulthandler
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop import __version__
from desktop.app.farewell import Farewell
from desktop.app.log import keep_log, log_crash
from desktop.app.qt_messages import QtMessages
from desktop.app.single_instance import SingleInstance
from desktop.app.window_host import WindowHost
from desktop.command_line import parse
from desktop.paths import DataFolder, default_seed, resource
from desktop.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.ui.window import MainWindow

_SETTLED_MS = 500
"""How long after the start requests of further apps are taken: the first page comes before."""


def create_window(arguments: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, not yet shown, with the thread of `arguments` open.

    `arguments` are the command line's, without the program's name. Without a file, the thread read last is opened,
    or the one that ships with the app. Raises OSError when the data folder can't be made.
    """
    options = parse(arguments)
    folder = _folder(options.data_dir)
    app = _application()
    return app, _host(app, folder, options.files).window


def _folder(chosen: Path | None) -> DataFolder:
    return (DataFolder(chosen.absolute()) if chosen else DataFolder.default()).prepare()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["baijia"])
    _dress(app)
    return app


def _host(app: QApplication, folder: DataFolder, files: Sequence[Path]) -> WindowHost:
    """Return the owner of a window on `folder` and on the first of `files`."""
    keep_log(folder.log)
    session = Session(folder, app)
    app.aboutToQuit.connect(session.stop)
    host = WindowHost(app, session)
    _open(session, files)
    return host


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


def run(arguments: Sequence[str]) -> int:
    """Show the window and return the exit code once it has been closed; at once where another app takes the files."""
    sys.excepthook = log_crash
    if sys.stderr is not None:  # pythonw has none
        faulthandler.enable()
    options = parse(arguments)
    try:
        folder = _folder(options.data_dir)
        app = _application()
        instance = SingleInstance(folder.root, app)
        if instance.hand_over(options.files):
            return 0
        host = _host(app, folder, options.files)
    except OSError as error:
        print(f"baijia: the data folder can't be used: {error}\n百家：無法使用資料夾：{error}", file=sys.stderr)  # noqa: T201
        return 1
    qInstallMessageHandler(QtMessages())
    return _exec(app, host, instance)


def _exec(app: QApplication, host: WindowHost, instance: SingleInstance) -> int:
    """Show the window until it has been closed, and take the requests of further apps; return the exit code."""
    host.window.show()
    instance.asked.connect(host.receive)
    QTimer.singleShot(_SETTLED_MS, instance, instance.listen)
    farewell = Farewell(app)
    farewell.asked.connect(app.closeAllWindows)
    code = app.exec()
    farewell.stop()
    instance.close()
    return code
