"""Loading Qt's libraries on a thread, while Python imports what needs none of them.

To map the libraries and to bind their symbols takes the system 25 ms, in which no Python has to run: `ctypes` lets go
of the interpreter meanwhile, an import doesn't. What is loaded so is what PySide6 finds loaded afterwards. To load a
library calls nothing in Qt that would take this thread for its main one.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

WITHOUT_QT = (
    "desktop.session.state",
    "desktop.session.files.place",
    "desktop.session.files.stamps",
    "desktop.session.words.pages",
    "desktop.documents.reading",
    "desktop.documents.containers.table",
    "desktop.script.seen",
)
"""What comes before the first paint and needs no Qt, with all that it imports itself: a third of our modules."""

_LIBRARY = "libQt6Widgets.so.6"
"""It needs all others that a window needs. Only on Linux is there such a file; on other systems nothing is gained."""


def load_ahead() -> None:
    """Import what is `WITHOUT_QT`, and meanwhile have Qt's libraries loaded.

    Where they can't be, the import of PySide6 will say why.
    """
    loading = Thread(target=load_qt, name="baijia-qt")
    loading.start()
    for name in WITHOUT_QT:
        import_module(name)
    loading.join()


def load_qt() -> None:
    """Load Qt's libraries where they came with PySide6; a system's own may be of another version than it takes."""
    spec = find_spec("PySide6")
    folders = spec.submodule_search_locations if spec is not None else None
    theirs = Path(next(iter(folders or ("",))), "Qt", "lib", _LIBRARY)
    if theirs.is_file():
        with suppress(OSError):
            ctypes.CDLL(str(theirs))
