"""The making of the app: its data folder, its services, its window; and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop import __version__
from desktop.app.log import keep_log
from desktop.app.window_host import WindowHost
from desktop.paths import DataFolder, default_seed, resource
from desktop.session import Notice, NoticeKind, Session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.app.single_instance import SingleInstance

_SETTLED_MS = 500
"""How long after the start the requests of further apps and of the system are taken: the first page comes before."""


def make_folder(chosen: Path | None) -> DataFolder:
    """Return the data folder that was `chosen` on the command line, or the usual one; OSError if it can't be made."""
    return (DataFolder(chosen.absolute()) if chosen else DataFolder.default()).prepare()


def make_application() -> QApplication:
    """Return the application of this process, dressed as 百家."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyle(QStyleFactory.create("Fusion"))
    else:
        # Asked for so, the style is made by Qt and never handed to Python, which would take 7 ms to know its names.
        app = QApplication(["baijia", "-style", "Fusion"])
    app.setApplicationName("baijia")
    app.setApplicationDisplayName("百家")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("baijia")
    app.setWindowIcon(QIcon(str(resource("icons/baijia.svg"))))
    return app


def make_host(app: QApplication, folder: DataFolder, files: Sequence[Path]) -> WindowHost:
    """Return the owner of a window on `folder` and on the first of `files`.

    Without any, on the thread that was read last, or the one that ships with the app.
    """
    keep_log(folder.log)
    session = Session(folder, app)
    app.aboutToQuit.connect(session.stop)
    # The thread first: a window that is built before is drawn twice.
    for path in reversed(files):
        session.opening.open(path)
    is_first = not files and not session.opening.resume()
    if is_first:
        session.shelf.open(default_seed())
    host = WindowHost(app, session)
    if is_first:  # the page comes before the greeting, for which all commands are loaded
        welcome = Notice("welcome", NoticeKind.QUESTION, {}, ("help.saving",))
        host.window.ready.connect(lambda: session.replace(notice=welcome))
    return host


def make_instance(app: QApplication, folder: DataFolder) -> SingleInstance:
    """Return what knows of other apps on `folder`."""
    from desktop.app.single_instance import SingleInstance

    return SingleInstance(folder.root, app)


def show(app: QApplication, host: WindowHost, instance: SingleInstance) -> int:
    """Show the window until it has been closed, and take the requests of further apps; return the exit code."""
    from desktop.app.qt_messages import QtMessages

    qInstallMessageHandler(QtMessages())
    host.window.show()
    QTimer.singleShot(0, app, lambda: _heed_signals(app))
    instance.asked.connect(host.receive)
    QTimer.singleShot(_SETTLED_MS, instance, instance.listen)
    code = app.exec()
    instance.close()
    return code


def _heed_signals(app: QApplication) -> None:
    """Close the window as by hand when the system asks the app to end, by SIGTERM say."""
    from desktop.app.farewell import Farewell

    farewell = Farewell(app)
    farewell.asked.connect(app.closeAllWindows)
    app.aboutToQuit.connect(farewell.stop)
