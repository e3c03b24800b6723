"""What is loaded while Qt's libraries are: it needs no Qt, and Qt is not loaded twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def printed(code: str) -> list[str]:
    """Return the lines that `code` prints in a process of its own."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split()


def test_what_is_imported_meanwhile_needs_no_qt() -> None:
    code = """
import sys
from importlib import import_module
from desktop.app.loading import WITHOUT_QT
for name in WITHOUT_QT:
    import_module(name)
    if "PySide6" in sys.modules:
        print(name)
        break
"""
    assert printed(code) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the maps of /proc, and the name of the library")
def test_qt_is_loaded_ahead_and_only_once() -> None:
    code = """
from desktop.app.loading import load_qt
def libraries():
    lines = open("/proc/self/maps").read().splitlines()
    return {line.split()[-1] for line in lines if "libQt6Core" in line or "libQt6Widgets" in line}
load_qt()
print(*sorted(libraries()))
from PySide6 import QtWidgets
print(*sorted(libraries()))
"""
    found = printed(code)
    assert len(found) == 4
    assert found[:2] == found[2:]


def test_the_main_thread_is_qts_main_thread_all_the_same() -> None:
    """Qt takes the first thread that asks it for its objects to be the main one, and warns of any other."""
    code = """
from desktop.app.loading import load_ahead
load_ahead()
from PySide6.QtCore import QCoreApplication, QThread
app = QCoreApplication([])
print(app.thread() == QThread.currentThread())
"""
    assert printed(code) == ["True"]


@pytest.mark.skipif(sys.platform != "linux", reason="the name of the library")
def test_without_a_library_nothing_is_raised() -> None:
    code = """
from desktop.app import loading
loading._LIBRARY = "libQt6None.so.6"
loading.load_qt()
print("done")
"""
    assert printed(code) == ["done"]
