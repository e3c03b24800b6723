"""Start the installed app and stay until it has painted the first answer of the thread that ships with it.

    python -I first_answer.py DATA_DIR

Ends with a line that says how long it took, or with an error where the answer has not been painted after 30 s.
"""

# ruff: noqa: T201

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

import desktop
from desktop.app import create_window
from desktop.documents import open_document
from desktop.paths import default_seed
from desktop.script import fold

PATIENCE = 30.0  # seconds


class PaintWatch(QObject):
    """Counts how often a widget was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count a paint event, and let every event pass."""
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def text_of(page: QWidget) -> str:
    """Return the words on the page, as a screen reader is given them."""
    interface = QAccessible.queryAccessibleInterface(page)
    text = interface.textInterface() if interface else None
    return text.text(0, text.characterCount()) if text else ""


def colours_of(page: QWidget) -> int:
    """Return how many colours a sparse look at the page finds; a blank page has one."""
    image = page.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def main(data_dir: str) -> int:
    """Show the window on a fresh `data_dir` and return 0 once the first answer is on it, else 1."""
    started = time.monotonic()
    thread = open_document(default_seed())
    first = thread.answers[0]
    words = fold(first.paragraphs[0].of(thread.text))
    app, window = create_window(["--data-dir", data_dir])
    page = window.findChild(QWidget, "answerPage")
    if page is None:
        sys.exit("the window has no widget called answerPage")
    watch = PaintWatch()
    (page.viewport() if isinstance(page, QAbstractScrollArea) else page).installEventFilter(watch)
    window.show()
    while not (watch.count and words in fold(text_of(page)) and colours_of(page) > 2):
        if time.monotonic() - started > PATIENCE:
            print(f"not painted after {PATIENCE:.0f} s: {watch.count} paints, text {text_of(page)[:80]!r}")
            return 1
        app.processEvents()
    took = time.monotonic() - started
    print(f"{desktop.__file__}: painted the first answer, by {first.author}, {took:.2f} s after the import")
    window.close()
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
