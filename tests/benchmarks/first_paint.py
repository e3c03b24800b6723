"""A process of its own that ends with the first painted answer: `python -m tests.benchmarks.first_paint WHICH`.

WHICH is `baijia` (the app), `keywords` (the app, until its keywords are there) or `bare` (a window whose QTextEdit
shows the same text in the same font). Prints its resident memory in MB once it has got there.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
THREAD = SEEDS / "trump-putin-meeting.zh-Hant.txt"
_KB_PER_MB = 1024


def resident_mb() -> int:
    """Return this process's resident memory in MB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // _KB_PER_MB


def bare() -> None:
    """Show the thread in a window that knows nothing but QTextEdit."""
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    app = QApplication([])
    folder = SEEDS.parent / "resources" / "fonts"
    QFontDatabase.addApplicationFont(str(folder / "BaijiaSerifTC-Regular.otf"))
    window = QMainWindow()
    page = QTextEdit()
    font = QFont("Baijia Serif TC")
    font.setPixelSize(20)
    page.setFont(font)
    page.setPlainText(THREAD.read_text(encoding="utf-8"))
    window.setCentralWidget(page)
    window.resize(1360, 860)
    window.show()
    page.viewport().repaint()
    app.processEvents()


def baijia(*, keywords: bool) -> None:
    """Show the thread in the app, with a data folder that was never used."""
    from desktop.app import create_window

    app, window = create_window(["--data-dir", tempfile.mkdtemp(prefix="baijia-"), str(THREAD)])
    window.show()
    window.page.viewport().repaint()
    app.processEvents()
    while keywords and window.session.state.lights.keywords is None:
        app.processEvents()


def main(which: str) -> None:
    """Get to the first painted answer and print the memory it took."""
    if which == "bare":
        bare()
    else:
        baijia(keywords=which == "keywords")
    sys.stdout.write(f"{resident_mb()}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
    # The time to the first paint is what counts, not that of taking everything down.
    import os

    os._exit(0)
