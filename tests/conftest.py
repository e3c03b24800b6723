"""What holds for every test: no screen, no reader's own folders, and silence.

A test fails on a Python warning and on a Qt message (both in pyproject.toml), on a log record of level WARNING or
above, and on a window that it leaves open. A test that provokes a record asserts it through `caplog` and then calls
`caplog.clear()`.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

# Before anything imports Qt: the screen that needs none, and nothing of the desktop that the tests happen to run on.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_IM_MODULE"):
    os.environ.pop(name, None)


def pytest_collection_finish() -> None:
    """Take all that was imported out of the sight of the garbage collector: it stays as long as the tests run.

    There are half a million things, the syntax trees of the house among them, through which it would look again and
    again.
    """
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Escape lone surrogates in what a test wrote and logged: a report crosses from one process to another."""
    report = yield
    report.sections = [
        (title, words.encode("utf-8", "backslashreplace").decode()) for title, words in report.sections
    ]
    return report


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests out of the folders of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
            patch.setenv(variable, str(home))
        yield


@pytest.fixture(scope="session")
def tables() -> None:
    """Compile the tables of every conversion, so that a change of script takes place at once."""
    from desktop.script import CONFIGS, Edition, load_tables

    for config in CONFIGS:
        for edition in (Edition.REIMPLEMENTED, Edition.BAIJIA):
            load_tables(config, edition)


@pytest.fixture(autouse=True)
def _silence(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a log record of level WARNING or above that the test did not clear."""
    yield
    loud = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    if loud:
        pytest.fail("unexpected log records:\n" + "\n".join(loud), pytrace=False)


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Iterator[None]:
    """Fail on a window that was not open before the test and is when it ends; close it, for the tests that follow."""
    before = {id(window) for window in _open_windows()}
    yield
    left = [window for window in _open_windows() if id(window) not in before]
    for window in left:
        window.close()
    if left:
        pytest.fail(f"left open: {[(type(window).__name__, window.objectName()) for window in left]}", pytrace=False)


def _open_windows() -> list[Any]:
    """Return the visible windows but for tool tips, without importing Qt into a test that has none."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    windows: list[Any] = widgets.QApplication.topLevelWidgets()
    return [window for window in windows if window.isVisible() and not window.inherits("QTipLabel")]
