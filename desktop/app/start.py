"""The start of the app, from its arguments to its exit code.

While modules are loaded and the window is made, no garbage is looked for: there is none among all that is made to
stay, and to look through it again and again takes 20 ms.
"""

from __future__ import annotations

import faulthandler
import sys
from typing import TYPE_CHECKING

from desktop.app.loading import load_ahead
from desktop.app.log import log_crash
from desktop.command_line import parse
from desktop.session.work.yielding import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from desktop.ui.window import MainWindow


def create_window(arguments: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, not yet shown, with the thread of `arguments` open.

    `arguments` are the command line's, without the program's name. Without a file, the thread read last is opened,
    or the one that ships with the app. Raises OSError when the data folder can't be made.
    """
    options = parse(arguments)
    with uncollected():
        load_ahead()
        from desktop.app.application import make_application, make_folder, make_host

        folder = make_folder(options.data_dir)
        app = make_application()
        return app, make_host(app, folder, options.files).window


def run(arguments: Sequence[str]) -> int:
    """Show the window and return the exit code once it has been closed; at once where another app takes the files."""
    sys.excepthook = log_crash
    if sys.stderr is not None:  # pythonw has none
        faulthandler.enable()
    options = parse(arguments)
    with uncollected():
        load_ahead()
        from desktop.app.application import make_application, make_folder, make_host, make_instance, show

        try:
            folder = make_folder(options.data_dir)
            app = make_application()
            instance = make_instance(app, folder)
            if instance.hand_over(options.files):
                return 0
            host = make_host(app, folder, options.files)
        except OSError as error:
            print(f"baijia: the data folder can't be used: {error}\n百家：無法使用資料夾：{error}", file=sys.stderr)  # noqa: T201
            return 1
    return show(app, host, instance)
