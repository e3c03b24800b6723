"""What the tests of the session share: a data folder, threads on the disk, and sessions that save at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.paths import DataFolder
from desktop.session import Session
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor
from tests.session.invariants import Watch
from tests.session.threads import SIMPLIFIED, TRADITIONAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True, scope="session")
def _ready(tables: None) -> None:
    """Have every script ready: tests of what happens until then unload the tables."""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Return an empty data folder."""
    return DataFolder(tmp_path / "data").prepare()


@pytest.fixture
def thread(tmp_path: Path) -> Path:
    """Return a thread of three answers in traditional script."""
    path = tmp_path / "讀書.txt"
    path.write_text(TRADITIONAL, encoding="utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return a thread of two answers in simplified script."""
    path = tmp_path / "博客.txt"
    path.write_text(SIMPLIFIED, encoding="utf-8")
    return path


@pytest.fixture
def start(qapp: QApplication, folder: DataFolder) -> Iterator[Callable[[], Session]]:
    """Yield what starts a session on the data folder: saving is done at once, slow work never."""
    started: list[Session] = []
    watches: list[Watch] = []

    def start() -> Session:
        session = Session(folder, None, HeldExecutor(), InlineExecutor())
        watches.append(Watch(session))
        started.append(session)
        return session

    yield start
    for session in started:
        session.stop()
    dispose(*started)


@pytest.fixture
def session(start: Callable[[], Session], thread: Path) -> Session:
    """Return a session with the traditional thread open."""
    session = start()
    assert session.shelf.open(thread)
    return session
