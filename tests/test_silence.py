"""The house's own fixtures: what a test must not leave behind is noticed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parent / "conftest.py"
NOISY = """
import logging
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_a_warning_is_logged():
    logging.getLogger("desktop").warning("not silent")

def test_a_warning_is_logged_and_asserted(caplog):
    logging.getLogger("desktop").warning("expected")
    assert caplog.messages == ["expected"]
    caplog.clear()

def test_a_window_is_left_open(qapp):
    kept.append(QWidget(objectName="forgotten"))
    kept[0].show()

def test_the_next_test_does_not_pay_for_it(qapp):
    assert not kept[0].isVisible()

def test_a_window_is_closed(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_qt_warns(qapp):
    qWarning("not silent either")
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what pytest says of the noisy tests, run by themselves under this house's conftest and settings."""
    folder = tmp_path_factory.mktemp("noisy")
    shutil.copy(CONFTEST, folder)
    (folder / "test_noisy.py").write_text(NOISY, "utf-8")
    settings = CONFTEST.parents[1] / "pyproject.toml"
    command = [sys.executable, "-m", "pytest", "-rA", "-c", str(settings), "--rootdir", str(folder), str(folder)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(
    ("outcome", "test"),
    [
        ("ERROR", "a_warning_is_logged"),
        ("PASSED", "a_warning_is_logged_and_asserted"),
        ("ERROR", "a_window_is_left_open"),
        ("PASSED", "the_next_test_does_not_pay_for_it"),
        ("PASSED", "a_window_is_closed"),
        ("FAILED", "qt_warns"),
    ],
)
def test_what_a_test_leaves_behind_decides_how_it_ends(report: str, outcome: str, test: str) -> None:
    ends = {line.split(" - ")[0].strip() for line in report.splitlines() if "::" in line}
    assert f"{outcome} test_noisy.py::test_{test}" in ends
    assert (f"ERROR test_noisy.py::test_{test}" in ends) is (outcome == "ERROR")


def test_the_message_names_the_window_and_the_record(report: str) -> None:
    assert "left open: [('QWidget', 'forgotten')]" in report
    assert "WARNING desktop: not silent" in report
