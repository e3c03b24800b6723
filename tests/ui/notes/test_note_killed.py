"""What is being typed in a note survives the app being killed, without any leave being taken."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from desktop.paths import DataFolder
from desktop.session import Session
from desktop.ui.fields.typing_clock import AFTER_MS
from tests.ui.conftest import InlineExecutor

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.app import WindowHost
from desktop.paths import DataFolder
from desktop.session import Session
from desktop.text import Span
from tests.ui.input_method import type_words

app = QApplication([])
session = Session(DataFolder(Path(sys.argv[2])).prepare())
host = WindowHost(app, session)
session.shelf.open(Path(sys.argv[1]))
host.window.show()
session.select(Span(30, 34))
session.annotations.note()

def type_on():
    type_words(host.window.focusWidget(), "與素人對舉")
    print("typed", flush=True)

QTimer.singleShot(300, type_on)
app.exec()
"""
_SAVING_S = 1.0


def test_words_typed_two_seconds_before_a_kill_are_there_again(
    qapp: QApplication, thread: Path, tmp_path: Path
) -> None:
    assert qapp
    folder = tmp_path / "killed"
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(thread), str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert typist.stdout is not None
    assert typist.stdout.readline() == b"typed\n"
    time.sleep(AFTER_MS / 1000 + _SAVING_S)
    typist.kill()
    typist.wait()
    typist.stdout.close()
    again = Session(DataFolder(folder), None, InlineExecutor(), InlineExecutor())
    assert again.shelf.open(thread)
    notes = [annotation.note for annotation in again.state.notes.annotations.values()]
    again.stop()
    assert notes == ["與素人對舉"]
